import type { Gpu } from "./read-gpus.ts";
import { readGpus } from "./read-gpus.ts";

/** Older than this, in milliseconds, what is known is read again. */
const fresh = 5000;

/** The GPUs of this machine as they were a moment ago: asking does not wait. */
export class GpuWatch {
  #gpus: readonly Gpu[] = [];
  #readAt = Number.NEGATIVE_INFINITY;

  /** Reads them; afterwards they are known. */
  async read(): Promise<void> {
    this.#readAt = performance.now();
    this.#gpus = await readGpus();
  }

  current(): readonly Gpu[] {
    const isOld = performance.now() - this.#readAt > fresh;
    // A machine without a GPU does not get one while it runs.
    if (isOld && this.#gpus.length > 0) this.read().catch(() => {});
    return this.#gpus;
  }

  /** The one with the most free memory, where there are several. */
  best(): number | undefined {
    const gpus = this.current();
    if (gpus.length < 2) return undefined;
    return gpus.reduce((top, gpu) => (gpu.free > top.free ? gpu : top)).index;
  }
}
