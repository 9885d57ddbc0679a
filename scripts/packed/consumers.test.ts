import { describe, expect, it } from "vitest";
import { chooseConsumers } from "./consumers.ts";
import { expectOutput } from "./expect-output.ts";

const names = (...args: string[]): readonly string[] => chooseConsumers(args).map(({ name }) => name);

describe("choosing consumers of the packed packages", () => {
  it("takes all, those named, or the quick ones, which install nothing beside ours", () => {
    expect(names()).toContain("next");
    expect(names("--", "--only=vite,jest")).toEqual(["vite", "jest"]);
    expect(chooseConsumers(["--fast"]).every(({ tools }) => tools.length === 0)).toBe(true);
    expect(new Set(names()).size).toBe(names().length);
  });

  it.each(["--only=vitte", "--only=", "--quick"])("refuses %s instead of passing with nobody", (arg) => {
    expect(() => names(arg)).toThrow(`Cannot read "${arg}"`);
  });
});

describe("what a consumer's command must say", () => {
  const node = (code: string) => expectOutput(".", [process.execPath, "-e", code], "found X");

  it("is bad when the command fails, and when it succeeds without saying it", () => {
    expect(node('console.log("found X")')).toEqual([]);
    expect(node('console.log("found Y")')[0]).toContain('does not print "found X"');
    expect(node('console.log("found X"); process.exit(1)')[0]).toContain("fails");
  });
});
