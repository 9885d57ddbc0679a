import { describe, expect, it } from "vitest";
import * as inBrowser from "./in-browser.ts";
import * as inNode from "./index.ts";

describe("what stands in for @trainyard/core/node in a browser", () => {
  it("has every name that Node's has", () => {
    expect(Object.keys(inBrowser).sort()).toEqual(Object.keys(inNode).sort());
  });

  it("says what to do instead", () => {
    expect(() => inBrowser.connectFromEnv()).toThrow("Hand an instance over");
  });
});
