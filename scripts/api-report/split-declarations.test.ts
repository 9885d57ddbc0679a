import { describe, expect, it } from "vitest";
import { exportedNames, splitDeclarations } from "./split-declarations.ts";

describe("declarations", () => {
  it("come one by one, without comments, overloads apart", () => {
    const text = `import type { A } from "./a.js";
/** Says. */
export declare function say(text: "a;{b"): void;
export declare function say(n: number): A; // twice
/* gone */
export interface Box {
    /** Inside. */
    readonly path: "//x";

    open(): { a: 1 };
}
export type Id = keyof {
    b: 2;
} | {
    a: 1;
} | null;
declare const hidden: 1;
export {};
`;
    expect(splitDeclarations(text)).toEqual([
      { name: "say", text: 'export declare function say(text: "a;{b"): void;' },
      { name: "say", text: "export declare function say(n: number): A;" },
      {
        name: "Box",
        text: 'export interface Box {\n    readonly path: "//x";\n    open(): { a: 1 };\n}',
      },
      { name: "Id", text: "export type Id = keyof {\n    b: 2;\n} | {\n    a: 1;\n} | null;" },
    ]);
  });

  it("are named by an entry, under other names too", () => {
    expect(exportedNames('export type { A, B } from "./a.js";\nexport { c as d } from "x/y";')).toEqual([
      { name: "A", original: "A", from: "./a.js" },
      { name: "B", original: "B", from: "./a.js" },
      { name: "d", original: "c", from: "x/y" },
    ]);
  });
});
