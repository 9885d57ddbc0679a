import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { parseInput } from "./parse-input.ts";
import { withoutUndefined } from "./without-undefined.ts";

describe("withoutUndefined()", () => {
  it("leaves members out that are undefined, at any depth", () => {
    expect(
      withoutUndefined({ a: undefined, b: { c: undefined, d: [{ e: undefined, f: 1 }] }, g: null }),
    ).toEqual({
      b: { d: [{ f: 1 }] },
      g: null,
    });
  });

  it("gives the very value back where there is none, and looks into no instances and no endless loops", () => {
    const loop: Record<string, unknown> = { stop: undefined };
    loop.self = loop;
    const value = { signal: new AbortController().signal, when: new Date(0), list: [1, { a: 2 }] };
    expect(withoutUndefined(value)).toBe(value);
    expect(() => withoutUndefined(loop)).not.toThrow();
  });

  it("keeps keys that a prototype would swallow", () => {
    const value = JSON.parse('{ "__proto__": { "a": 1 }, "b": 2 }');
    expect(Object.keys(withoutUndefined({ ...value, c: undefined }) as object)).toEqual(
      Object.keys({ ...value }),
    );
  });

  it("is what every door parses", () => {
    const schema = v.strictObject({ name: v.exactOptional(v.string()) });
    expect(parseInput(schema, { name: undefined, more: undefined }, "x")).toEqual({});
  });
});
