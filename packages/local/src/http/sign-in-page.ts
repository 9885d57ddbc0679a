import { html } from "hono/html";

/** Where a person pastes the token, once. */
export function signInPage(to: string, problem: string): ReturnType<typeof html> {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Sign in · Trainyard</title>
    <link rel="stylesheet" href="/sign-in.css" />
  </head>
  <body>
    <main>
      <h1>Sign in</h1>
      <p>This instance shows its pages to whoever has its token. It stands in <code>instance.json</code> in its folder, and <code>--print-token</code> prints it.</p>
      ${problem === "" ? "" : html`<p role="alert">${problem}</p>`}
      <form method="post" action="/sign-in">
        <input type="hidden" name="to" value="${to}" />
        <label for="token">API token</label>
        <input id="token" name="token" type="password" autocomplete="current-password" required autofocus />
        <button>Sign in</button>
      </form>
    </main>
  </body>
</html>`;
}

/** Its style, small enough to stand here. */
export const signInStyle = `:root { color-scheme: light dark; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f7f7f8, #0e0e12); color: light-dark(#17171c, #f1f1f4); font: 14px/1.5 ui-sans-serif, system-ui, sans-serif; }
main { box-sizing: border-box; width: min(400px, calc(100vw - 32px)); padding: 32px; border: 1px solid light-dark(#e3e3e8, #2b2b35); border-radius: 12px; background: light-dark(#fff, #17171d); }
h1 { margin: 0 0 8px; font-size: 22px; letter-spacing: -0.015em; }
p { margin: 0 0 16px; color: light-dark(#5c5c69, #a6a6b4); }
p[role] { padding: 8px 12px; border-radius: 8px; background: light-dark(#fdeceb, #361a19); color: light-dark(#b42318, #ff8f85); }
form { display: grid; gap: 8px; }
label { font-weight: 600; }
input, button { font: inherit; min-height: 36px; padding: 6px 10px; border-radius: 8px; }
input { border: 1px solid light-dark(#8b8b98, #73737f); background: transparent; color: inherit; }
button { margin-top: 8px; border: 0; background: light-dark(#4f46e5, #8b8cff); color: light-dark(#fff, #0d0d1c); font-weight: 600; cursor: pointer; }
:focus-visible { outline: 2px solid light-dark(#4f46e5, #8b8cff); outline-offset: 2px; }
`;
