import { connect, parseModel } from "@trainyard/core";
import {
  hyperparameterProblems,
  parseAsPyYaml,
  tuneHyperparameters,
  yamlSurprises,
} from "@trainyard/core/hyperparameters";
import { parseSpec, suggest } from "@trainyard/core/spec";
import { findPreset, frameworks, yolo } from "@trainyard/presets";
import { parsePresetFile } from "@trainyard/presets/files";
import { parsePresetLock } from "@trainyard/presets/sharing";
import { describe, expect, it } from "vitest";

const megabyte = 2 ** 20;
const fill = (piece: string) => piece.repeat(Math.ceil(megabyte / piece.length)).slice(0, megabyte);
const pieces = [
  ...[
    "a",
    " ",
    "\n",
    "\t",
    "/",
    "\\",
    "'",
    '"',
    "[",
    "{",
    "(",
    "(Epoch 1",
    "1",
    "0",
    "1_",
    "1:",
    ".",
    "-",
    "=",
    "=a\n",
  ],
  ...[
    "a: 1\n",
    "- ",
    "? ",
    "!",
    "&a ",
    "*a ",
    "# ",
    "%",
    "|\n",
    "1%|",
    '{"message": ',
    "a.b",
    "é",
    "\u{1f600}",
    "\r",
    ":",
  ],
  ...[
    "a/b",
    "Status: ",
    "$",
    `$\{a}`,
    "`",
    ",",
    "[],",
    "\\x",
    ".train()",
    "//\n",
    "  a:\n",
    "Step '' 1/",
    "1e",
    "+",
  ],
];
const texts = pieces.flatMap((piece) => [fill(piece), `x${fill(piece)}y`]);
const modelNames = frameworks.flatMap(({ models }) => models.map(({ name }) => name));

const parsers: Readonly<Record<string, (text: string) => unknown>> = {
  "hyperparameters as data": parseAsPyYaml,
  "hyperparameters, tuned": (text) => tuneHyperparameters(text, { epochs: 1 }),
  "surprises of hyperparameters": yamlSurprises,
  "problems of hyperparameters": (text) => hyperparameterProblems({ hyperparameters: text }, yolo),
  "a preset file": (text) => parsePresetFile(text, "team.yaml"),
  "a preset lock": (text) => parsePresetLock(text, "lock"),
  "a preset's name": findPreset,
  "a model": parseModel,
  "a model's suggestion": (text) => suggest(text, modelNames, "model"),
  "a spec": parseSpec,
  "an address": (text) => connect({ address: `https://a.example/${text}`, token: "secret-token" }),
};

/** Each takes a moment when its time grows with the length, and minutes when it grows with its square. */
describe("a megabyte of anything", () => {
  it.each(Object.entries(parsers))("is read or refused at once, and not told back: %s", (_, parse) => {
    for (const text of texts) {
      try {
        parse(text);
      } catch (error) {
        expect(error instanceof Error ? error.message.length : 0).toBeLessThan(10_000);
        expect(error).toBeInstanceOf(Error);
      }
    }
  });
});
