import type { PythonLaunch } from "./python-launch.ts";

const everywhere = new Set(["0.0.0.0", "::", "[::]"]);

/**
 * The command of one task: the app's own, with the interpreter that was named, a port of its own, and on loopback only.
 * A text with `0.0.0.0` or the app's port in it (`--port=8000`) is rewritten too.
 */
export function entryCommand(
  { interpreter, entrypoint, port: written }: Pick<PythonLaunch, "interpreter" | "entrypoint" | "port">,
  port: number,
): readonly [program: string, ...args: string[]] {
  const [program = "", ...rest] = entrypoint;
  const args = rest.map((word) => {
    if (everywhere.has(word)) return "127.0.0.1";
    if (word === String(written)) return String(port);
    return word
      .replace(/^(--(?:host|bind)=)(?:0\.0\.0\.0|::|\[::\])/, "$1127.0.0.1")
      .replace(new RegExp(`^(--port=)${written}$`), `$1${port}`);
  });
  return /^(?:.*\/)?python[\d.]*$/.test(program) ? [interpreter, ...args] : [program, ...args];
}
