import type { PageLogLine, PageProgress, PageTask } from "@trainyard/local/page";
import { useEffect, useState } from "preact/hooks";

/** A task as it goes. */
export interface LiveTask {
  readonly task: PageTask | null;
  readonly lines: readonly PageLogLine[];
  readonly progress: readonly PageProgress[];
  readonly isMissing: boolean;
}
const nothing: LiveTask = { task: null, lines: [], progress: [], isMissing: false };
/** Lines that are kept on the page. */
const most = 5000;

/** Follows a task and its log while it is shown. */
export function useTask(id: number): LiveTask {
  const [live, setLive] = useState(nothing);
  useEffect(() => {
    let events: EventSource;
    let timer: ReturnType<typeof setTimeout>;
    const connect = () => {
      events = new EventSource(`/page/tasks/${id}`);
      let isFirst = true;
      events.addEventListener("task", ({ data }: MessageEvent<string>) => {
        setLive((before) => ({ ...before, task: JSON.parse(data) }));
      });
      events.addEventListener("log", ({ data }: MessageEvent<string>) => {
        const news: readonly PageLogLine[] = JSON.parse(data);
        // A new connection begins with the whole log.
        const anew = isFirst;
        isFirst = false;
        if (news.length > 0 || anew)
          setLive((before) => ({ ...before, lines: [...(anew ? [] : before.lines), ...news].slice(-most) }));
      });
      events.addEventListener("progress", ({ data }: MessageEvent<string>) => {
        const news: readonly PageProgress[] = JSON.parse(data);
        if (news.length > 0) setLive((before) => ({ ...before, progress: merged(before.progress, news) }));
      });
      events.onopen = () => {
        isFirst = true;
      };
      events.onerror = () => {
        if (events.readyState !== EventSource.CLOSED) return;
        setLive((before) => (before.task === null ? { ...before, isMissing: true } : before));
        timer = setTimeout(connect, 2000);
      };
    };
    connect();
    return () => {
      events.close();
      clearTimeout(timer);
    };
  }, [id]);
  return live;
}

/** The newest figure of each step, the step that is under way last. */
function merged(before: readonly PageProgress[], news: readonly PageProgress[]): readonly PageProgress[] {
  const steps = new Map(before.map((step) => [step.label, step]));
  for (const step of news) {
    steps.delete(step.label);
    steps.set(step.label, step);
  }
  return [...steps.values()];
}
