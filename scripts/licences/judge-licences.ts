import type { Licences } from "./read-licences.ts";

/** Licences that ask for a notice at most: anything may be made of them. */
const permissive = new Set(
  "MIT ISC BSD BSD-2-Clause BSD-3-Clause Apache-2.0 0BSD BlueOak-1.0.0 CC0-1.0 Python-2.0 Unlicense".split(
    " ",
  ),
);
/** Licences that ask for more, and why each package that has one is here all the same. */
const accepted: Readonly<Record<string, readonly string[]>> = {
  "MPL-2.0": ["axe-core", "lightningcss"], // development only, unchanged
  "LGPL-3.0-or-later": [], // libvips, a shared library that sharp loads: a package of one platform
  Unknown: ["spawndamnit"], // through changesets; its LICENSE file is that of MIT
};

/** One sentence for each package whose licence nobody has agreed to. */
export function judgeLicences(licences: Licences): readonly string[] {
  return Object.entries(licences).flatMap(([licence, names]) => {
    if (licence.split(/ OR /).some((one) => permissive.has(one.replace(/[()]/g, "")))) return [];
    return names
      .filter((name) => accepted[licence]?.includes(name) !== true)
      .map(
        (name) =>
          `${name} has the licence ${licence}, which scripts/licences/judge-licences.ts does not know`,
      );
  });
}
