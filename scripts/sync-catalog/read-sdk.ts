import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Files that pin the SDK, the image's own first. */
const places = ["docker/Dockerfile", "Dockerfile", "dev_requirements.txt", "requirements.txt"];
const pin = /^[^#\n]*?\bsupervisely(?:\[[\w, -]*\])?\s*==\s*(\d+(?:\.\d+)+)/m;

/**
 * The release of the platform's SDK that a training app's checkout pins; undefined when no file pins one.
 *
 * @param beside folders of the checkout to look in: its root, and the app's own.
 */
export function readSdk(root: string, beside: readonly string[]): string | undefined {
  for (const place of places)
    for (const folder of beside) {
      const path = join(root, folder, place);
      const [, version] = existsSync(path) ? (pin.exec(readFileSync(path, "utf8")) ?? []) : [];
      if (version !== undefined) return version;
    }
  return undefined;
}
