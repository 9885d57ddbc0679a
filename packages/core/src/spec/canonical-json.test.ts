import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "./canonical-json.ts";
import { contentHash } from "./content-hash.ts";

describe("canonicalJson()", () => {
  it("is the same however keys are ordered, and reads back to the same value", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
        const turned = Object.fromEntries(Object.entries(record).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(record));
        expect(canonicalJson(JSON.parse(canonicalJson(record)))).toBe(canonicalJson(record));
      }),
    );
  });

  it("leaves undefined out and keeps the order of lists", () => {
    expect(canonicalJson({ b: [2, 1], a: undefined, "": { z: 1, y: null } })).toBe(
      '{"":{"y":null,"z":1},"b":[2,1]}',
    );
  });
});

it("contentHash() is the SHA-256 of that text", () => {
  expect(contentHash({})).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  expect(contentHash({ a: 1, b: 2 })).toBe(contentHash({ b: 2, a: 1 }));
});
