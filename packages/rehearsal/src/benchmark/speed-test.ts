import type { Sample } from "../data/sample.ts";
import type { Network } from "../network/network.ts";
import type { SpeedTest } from "./report-page.ts";

/** At least so many images are measured, each by itself. */
const least = 30;

/** How long the network takes for an image, after one pass to warm up. Loading the image is not counted. */
export function speedTest(network: Network, val: readonly Sample[]): SpeedTest {
  for (const { pixels } of val) network.forward(pixels);
  const times: number[] = [];
  while (times.length < least)
    for (const { pixels } of val) {
      const start = performance.now();
      network.forward(pixels);
      times.push(performance.now() - start);
    }
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  const variance = times.reduce((sum, time) => sum + (time - mean) ** 2, 0) / times.length;
  return { mean, deviation: Math.sqrt(variance), images: times.length };
}
