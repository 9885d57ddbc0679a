import type { Json } from "@trainyard/pyyaml";
import fc from "fast-check";
import { plainScalar } from "./arbitrary-scalars.ts";

const text = fc.oneof(
  plainScalar,
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "on",
    "None",
    "1e-4",
    "",
    " lead",
    "a\nb\n",
    "\t",
    "\x85",
    "#",
    "- a",
    "a: b",
    "'",
    '"',
    "\ud800",
  ),
);

/** Scalars that JSON holds, texts near an edge of YAML among them. */
export const jsonScalar: fc.Arbitrary<Json> = fc.oneof(
  text,
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double(),
  fc.constantFrom(
    1e-7,
    1e21,
    1e22,
    -0,
    5e-324,
    1.7976931348623157e308,
    2 ** 53,
    123456789012345680000,
    Number.NaN,
  ),
  fc.boolean(),
  fc.constant(null),
);

/** Whatever a chain may be given as hyperparameters: bigints too. */
export const anyValue: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    { weight: 5, arbitrary: fc.oneof(jsonScalar, fc.bigInt()) },
    { weight: 1, arbitrary: fc.array(tie("value"), { maxLength: 4 }) },
    { weight: 2, arbitrary: fc.dictionary(text, tie("value"), { maxKeys: 4 }) },
  ),
})).value;

const name = fc.constantFrom("a", "b", "lr", "lr0", "on", "q: k", "s", "epochs", "weight decay", "new", "~");

/** Values to tune: nested objects over names that generated documents use, and new ones. */
export const tuneValues: fc.Arbitrary<{ readonly [key: string]: Json }> = fc.letrec<{
  tune: Record<string, Json>;
}>((tie) => ({
  tune: fc.dictionary(
    name,
    fc.oneof(
      { maxDepth: 2, depthSize: "small" },
      { weight: 4, arbitrary: jsonScalar },
      { weight: 1, arbitrary: fc.array(jsonScalar, { maxLength: 3 }) },
      { weight: 2, arbitrary: tie("tune") },
    ),
    { minKeys: 1, maxKeys: 3 },
  ),
})).tune;
