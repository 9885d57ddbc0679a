import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { errorCodes, problemCodes } from "@trainyard/core/errors";
import { describe, expect, it } from "vitest";
import { renderErrorPage, renderIndex, renderProblemPage } from "./render-error-page.ts";

const folder = join(import.meta.dirname, "../../../docs/errors");

describe("docs/errors", () => {
  it.each(Object.entries(errorCodes))("has the page of the error %s", async (code, entry) => {
    await expect(renderErrorPage(code, entry)).toMatchFileSnapshot(join(folder, `${code}.md`));
  });

  it.each(Object.entries(problemCodes))("has the page of the problem %s", async (code, entry) => {
    await expect(renderProblemPage(code, entry)).toMatchFileSnapshot(join(folder, `${code}.md`));
  });

  it("has an index", async () => {
    await expect(renderIndex(errorCodes, problemCodes)).toMatchFileSnapshot(join(folder, "README.md"));
  });

  it("has no page of a code that is gone, and no code is both", async () => {
    const codes = [...Object.keys(errorCodes), ...Object.keys(problemCodes)];
    const pages = [...codes.map((code) => `${code}.md`), "README.md"].sort();
    expect((await readdir(folder)).sort()).toEqual(pages);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe("every error's code", () => {
  // It proves that each code stands in some test, and no more; that a problem's code is really found is proven in
  // every-code.test.ts.
  it("is named in a test", async () => {
    const root = join(import.meta.dirname, "../../..");
    const packages = await readdir(join(root, "packages"));
    const folders = [...packages.map((name) => `packages/${name}/src`), "test/src"];
    const files = (
      await Promise.all(
        folders.map(async (inner) =>
          (await readdir(join(root, inner), { recursive: true })).map((file) => join(inner, file)),
        ),
      )
    )
      .flat()
      .filter((file) => file.endsWith(".test.ts"));
    const texts = await Promise.all(files.map((file) => readFile(join(root, file), "utf8")));
    const tested = texts.join("\n");
    const untested = Object.keys(errorCodes).filter((code) => !tested.includes(code));
    expect(untested).toEqual([]);
  });
});
