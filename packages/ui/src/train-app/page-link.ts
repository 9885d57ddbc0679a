import { type Signal, signal } from "@preact/signals";
import type { PageAction, PageForm, PageState } from "@trainyard/app/page";
import { applyPatches, type Patch } from "./apply-patches.ts";

/** The page's state as the server has it; null until it came. */
export const page: Signal<PageState | null> = signal(null);
/** Whether the server is heard. */
export const online: Signal<boolean> = signal(true);
/** What the server refused last; empty when it took everything. */
export const refusal: Signal<string> = signal("");

const base = new URL("./", document.baseURI);

/** An address of the app, below whatever prefix the page is shown. */
export function pageUrl(path: string): URL {
  return new URL(path, base);
}
/** An address of the instance: below the page's own origin where it shows the page, else where the app knows it. */
export function instanceLink({ instance }: PageState, path: string): string {
  return base.pathname.startsWith("/apps/sessions/") ? path : `${instance}${path}`;
}

let waiting: Promise<void> = Promise.resolve();
let pending: (() => PageAction | undefined) | undefined;

/** Listens to the server, for ever: a lost connection is tried again, and begins with the whole state. */
export function connect(): void {
  const events = new EventSource(new URL("page/events", base));
  events.addEventListener("state", ({ data }: MessageEvent<string>) => {
    page.value = JSON.parse(data);
    online.value = true;
  });
  events.addEventListener("patch", ({ data }: MessageEvent<string>) => {
    const { version, patches }: { version: number; patches: readonly Patch[] } = JSON.parse(data);
    const before = page.value;
    if (before !== null && version > before.version) page.value = applyPatches(before, patches);
  });
  events.onopen = () => {
    online.value = true;
  };
  events.onerror = () => {
    online.value = false;
    // A refusal (401, 404) ends an EventSource for good.
    if (events.readyState === EventSource.CLOSED) setTimeout(connect, 2000);
  };
}

/** What is typed but not sent yet is sent before the next action. */
export function setPending(take: (() => PageAction | undefined) | undefined): void {
  pending = take;
}

/** Sends an action after those before it; a refusal is shown. */
export function act(action: PageAction): Promise<void> {
  const first = action.type === "edit" ? undefined : pending?.();
  if (first !== undefined) void queue(first);
  return queue(action);
}

/** Changes values of the open step. */
export function edit(form: Partial<PageForm>): Promise<void> {
  return queue({ type: "edit", form });
}

function queue(action: PageAction): Promise<void> {
  waiting = waiting.then(() => send(action));
  return waiting;
}

async function send(action: PageAction): Promise<void> {
  try {
    const answer = await fetch(new URL("page/act", base), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(action),
    });
    const { error = "" }: { error?: string } = await answer
      .json()
      .catch(() => ({ error: answer.statusText }));
    refusal.value = error;
  } catch {
    refusal.value = "The app does not answer; nothing was changed.";
  }
}
