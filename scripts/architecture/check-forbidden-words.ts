import type { ArchitectureLaw } from "./law.ts";
import type { SourceTree } from "./source-tree.ts";

// An example in an error's text teaches the spelling, as documentation does; the code still knows no framework.
const example = /for example|e\.g\./;

/** Shared code knows no particular framework: what differs between frameworks is data handed in. */
export function checkForbiddenWords(tree: SourceTree, law: ArchitectureLaw): readonly string[] {
  return [...tree.values()].flatMap((unit) => {
    const words = law.units[unit.path]?.forbiddenWords;
    if (words === undefined) return [];
    return unit.files
      .filter((file) => !file.isTest)
      .flatMap(({ path, code }) =>
        code.split("\n").flatMap((line, i) => named(line, words, `${path}:${i + 1}`)),
      );
  });
}

function named(line: string, words: RegExp, place: string): readonly string[] {
  const found = example.test(line) ? null : words.exec(line);
  return found === null ? [] : [`${place} names "${found[0]}"; framework names belong in presets`];
}
