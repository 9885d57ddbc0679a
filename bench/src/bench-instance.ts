import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeSampleProject } from "@trainyard/local";
import { seededRandom } from "./faults/seeded-random.ts";
import { growth } from "./instance/growth.ts";
import { killedWrites, nothingYet } from "./instance/killed-writes.ts";

const [kills = 50, seed = 1] = process.argv.slice(2).map(Number);

/** Kills an instance at random moments under all kinds of writes, then measures it as it grows. */
async function benchInstance(): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), "trainyard-bench-instance-"));
  try {
    await writeSampleProject(join(dir, "sample"), { images: 5 });
    const { next: random } = seededRandom(seed, 0);
    const known = nothingYet();
    const lost = new Set<string>();
    for (let at = 1; at <= kills; at++) {
      const after = await killedWrites(join(dir, "killed"), join(dir, "sample"), known, random);
      for (const one of after.lost) lost.add(one);
      if (at % 10 === 0 || at === kills)
        console.log(`${at} kills: ${after.acknowledged} writes acknowledged, ${lost.size} lost or halved`);
    }
    for (const one of lost) console.log(`  ${one}`);
    for (const row of await growth(join(dir, "grown"))) console.log(row);
    process.exitCode = lost.size === 0 ? 0 : 1;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

await benchInstance();
