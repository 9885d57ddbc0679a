import { SingleBar } from "cli-progress";
import type { ImportOptions } from "../instance/start-local-instance.ts";

/** Shows how far an import is: a bar on a terminal, nothing elsewhere. `stop` takes it away. */
export function importProgress(
  name: string,
  stream: NodeJS.WriteStream = process.stderr,
): { readonly onProgress: NonNullable<ImportOptions["onProgress"]>; readonly stop: () => void } {
  if (!stream.isTTY) return { onProgress: () => {}, stop: () => {} };
  const format = `{bar} importing ${name.replaceAll(/[{}\p{Cc}]/gu, " ")} · {value}/{total} images · {eta} s left`;
  const bar = new SingleBar({
    format,
    stream,
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
  });
  let isDrawn = false;
  return {
    onProgress: (done, total) => {
      if (isDrawn) bar.update(done);
      else bar.start(total, done);
      isDrawn = true;
    },
    stop: () => {
      if (isDrawn) bar.stop();
    },
  };
}
