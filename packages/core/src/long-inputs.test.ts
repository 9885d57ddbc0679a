import { describe, expect, it } from "vitest";
import { parseEnvFile } from "./node/parse-env-file.ts";
import { isPythonLiteral } from "./plan/python/python-literal.ts";
import { retypedByPython } from "./plan/python/retyped-by-python.ts";
import { parseCursor } from "./run/log/run-cursor.ts";
import { epochIn, failedStepIn, failureIn, stageOf, stageOfLine } from "./run/state/app-text.ts";

const megabyte = 2 ** 20;
const pieces = [
  "a",
  " ",
  "/",
  "'",
  '"',
  "(Epoch 1",
  "1",
  "=",
  "=a\n",
  "Status: ",
  "$",
  `$\{a`,
  "Step '' 1/",
  "[",
  "1e",
  "+",
];
const texts = pieces.flatMap((piece) => {
  const whole = piece.repeat(Math.ceil(megabyte / piece.length));
  return [whole, `x${whole}y`];
});
const parsers: Readonly<Record<string, (text: string) => unknown>> = {
  "an env file": parseEnvFile,
  "a cursor": (text) => parseCursor(text, 1),
  "a Python literal": isPythonLiteral,
  "a text as Python takes it": retypedByPython,
  "a text of an app": (text) =>
    [stageOf, stageOfLine, failureIn, epochIn, failedStepIn].map((read) => read(text)),
};

/** Each takes a moment when its time grows with the length, and minutes when it grows with its square. */
describe("a megabyte of anything", () => {
  it.each(Object.entries(parsers))("is read or refused at once: %s", (_, parse) => {
    for (const text of texts) {
      try {
        parse(text);
      } catch (error) {
        expect(String(error).length).toBeLessThan(10_000);
      }
    }
  });
});
