import { type Signal, signal } from "@preact/signals";
import type { PageTask } from "@trainyard/local/page";

/** The tasks, newest first; null until they came. */
export const tasks: Signal<readonly PageTask[] | null> = signal(null);
/** Whether the instance is heard. */
export const online: Signal<boolean> = signal(true);

/** Listens for ever: a lost connection is tried again, and begins with the whole list. */
export function watchTasks(): void {
  const events = new EventSource("/page/tasks");
  events.addEventListener("tasks", ({ data }: MessageEvent<string>) => {
    tasks.value = JSON.parse(data);
  });
  events.onopen = () => {
    online.value = true;
  };
  events.onerror = () => {
    online.value = false;
    // A refusal ends an EventSource for good.
    if (events.readyState === EventSource.CLOSED) setTimeout(watchTasks, 2000);
  };
}

/** Whether a task is over. */
export function isOver({ status }: PageTask): boolean {
  return status === "finished" || status === "error" || status === "stopped";
}
