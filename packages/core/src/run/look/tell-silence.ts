import type { RunTeller } from "./run-teller.ts";

const minute = 60_000;
/** Minutes without news, or with an app that says nothing, that are worth an event. */
const quietMarks: readonly number[] = [5, 10];
const silentMark = 10;

/** Says that an app answers and says nothing, or that there has been no news for long. */
export function tellSilence(teller: RunTeller, appSilence: number): void {
  const silent = Math.floor(appSilence / minute);
  const { evidence, autostart } = teller.state;
  if (silent >= silentMark && evidence.silent === undefined && autostart !== false)
    teller.tell({ type: "silent", minutes: silent });
  const mark = quietMarks.filter((minutes) => minutes * minute <= teller.quiet).at(-1);
  if (mark !== undefined && mark > (teller.state.evidence.quiet ?? 0))
    teller.tell({ type: "quiet", minutes: mark });
}
