import { mkdir, readdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { writeSampleProject } from "@trainyard/local";

/** Images in both datasets. */
const images = 24;

/** The sample project in two datasets: `scenes` with 16 images, `more` with 8. Its tags are `train` and `val`. */
export async function writeTestProject(folder: string): Promise<void> {
  await writeSampleProject(folder, { images });
  for (const part of ["img", "ann"]) {
    const [from, to] = [join(folder, "scenes", part), join(folder, "more", part)];
    await mkdir(to, { recursive: true });
    const names = (await readdir(from)).sort();
    for (const name of names.slice((2 * images) / 3)) await rename(join(from, name), join(to, name));
  }
}
