import { readFileSync, writeFileSync } from "node:fs";
import { editPyYaml, PyYamlError, parsePyYaml, writePyYaml } from "@trainyard/pyyaml";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  blockScalarDocument,
  damagedDocument,
  nestedDocument,
  scalarDocument,
  soupDocument,
} from "./arbitrary-documents.ts";
import { anyValue, tuneValues } from "./arbitrary-values.ts";
import { encodePyValue, inOurOrder } from "./encode-py-value.ts";
import { mergeReference } from "./merge-reference.ts";
import type { PyAnswer } from "./read-with-pyyaml.ts";
import { readWithPyYaml } from "./read-with-pyyaml.ts";

const python = process.env.TRAINYARD_PYTHON;
const vectorsFile = new URL("./fixtures/vectors.json", import.meta.url);
const seed = 20_260_101;

/** Our reading of a text, in the form of an answer; the lines of an error only where PyYAML gives any. */
function ours(text: string, theirs: PyAnswer): unknown {
  try {
    return encodePyValue(parsePyYaml(text));
  } catch (error) {
    if (!(error instanceof PyYamlError) || error.refusal === undefined) throw error;
    const { reason, line } = error.refusal;
    if (reason === "limit") return "beyond our limits";
    return theirs.lines?.length === 0 || theirs.lines?.includes(line) ? "error" : `error in line ${line}`;
  }
}

function theirs(answer: PyAnswer): unknown {
  return answer.value === undefined ? "error" : inOurOrder(answer.value);
}

/** Texts that both do not read alike, with both readings. Two errors in one text may be met in another order. */
function mismatches(
  texts: readonly string[],
  answers: readonly PyAnswer[],
  linesCount = true,
): readonly unknown[] {
  return texts.flatMap((text, i) => {
    const answer = answers[i] ?? {};
    const [a, b] = [ours(text, answer), theirs(answer)];
    const same = a === "beyond our limits" || JSON.stringify(a) === JSON.stringify(b);
    const otherLine = !linesCount && b === "error" && typeof a === "string" && a.startsWith("error");
    return same || otherLine ? [] : [{ text, ours: a, theirs: b, answer }];
  });
}

async function compare(texts: readonly string[], linesCount = true): Promise<void> {
  const answers = await readWithPyYaml(python ?? "", texts);
  expect(mismatches(texts, answers, linesCount)).toEqual([]);
}

const sample = (texts: fc.Arbitrary<string>, numRuns: number, from = seed) =>
  fc.sample(texts, { seed: from, numRuns });

describe.skipIf(python === undefined)(
  "against PyYAML itself (skipped unless TRAINYARD_PYTHON names a Python that has it)",
  { timeout: 120_000 },
  () => {
    it("reads 9,500 scalars in their places alike", () => compare(sample(scalarDocument, 9500)));
    it("reads 4,000 block scalars alike", () => compare(sample(blockScalarDocument, 4000)));
    it("reads 1,500 nested documents alike", () => compare(sample(nestedDocument, 1500)));
    it("reads 2,000 damaged settings alike", () => compare(sample(damagedDocument, 2000)));
    it("reads 5,000 heaps of indicators alike", () => compare(sample(soupDocument, 5000), false));

    it("reads 4,000 written values as they were meant", async () => {
      const values = fc.sample(anyValue, { seed, numRuns: 4000 });
      const texts = values.map(writePyYaml);
      const answers = await readWithPyYaml(python ?? "", texts);
      const wrong = values.flatMap((value, i) => {
        const read = answers[i]?.value;
        const meant = JSON.stringify(meantBy(value));
        return read !== undefined && JSON.stringify(inOurOrder(read)) === meant
          ? []
          : [{ text: texts[i], meant, read }];
      });
      expect(wrong).toEqual([]);
    });

    it("reads 1,500 tuned documents as the merge of what they held and what was asked", async () => {
      const values = fc.sample(tuneValues, { seed, numRuns: 1500 });
      const cases = sample(nestedDocument, 1500, seed + 1).flatMap((text, i) => {
        const before = readable(text);
        const tune = values[i];
        if (before?.kind !== "map" || tune === undefined) return [];
        return [{ tuned: editPyYaml(text, tune), meant: encodePyValue(mergeReference(before, tune)) }];
      });
      const answers = await readWithPyYaml(
        python ?? "",
        cases.map(({ tuned }) => tuned),
      );
      const wrong = cases.flatMap(({ tuned, meant }, i) => {
        const read = theirs(answers[i] ?? {});
        return JSON.stringify(read) === JSON.stringify(meant) ? [] : [{ tuned, meant, read }];
      });
      expect(wrong).toEqual([]);
      expect(cases.length).toBeGreaterThan(500);
    });

    it.runIf(process.env.TRAINYARD_VECTORS === "write")("writes the recorded vectors anew", async () => {
      const texts = [
        ...sample(scalarDocument, 330, 7),
        ...sample(blockScalarDocument, 40, 7),
        ...sample(nestedDocument, 40, 7).filter((text) => text.length < 400),
        ...sample(damagedDocument, 40, 7),
        ...sample(soupDocument, 60, 7),
      ];
      const answers = await readWithPyYaml(python ?? "", texts);
      const lines = texts.map((text, i) => JSON.stringify([text, answers[i]]));
      writeFileSync(vectorsFile, `[\n${lines.join(",\n")}\n]\n`);
    });
  },
);

describe("against recorded readings of PyYAML", () => {
  const vectors: readonly (readonly [string, PyAnswer])[] = JSON.parse(readFileSync(vectorsFile, "utf8"));

  it("reads each alike", () => {
    expect(vectors.length).toBeGreaterThan(300);
    expect(
      mismatches(
        vectors.map(([text]) => text),
        vectors.map(([, answer]) => answer),
        false,
      ),
    ).toEqual([]);
  });
});

function readable(text: string): ReturnType<typeof parsePyYaml> | undefined {
  try {
    return parsePyYaml(text);
  } catch {
    return undefined;
  }
}

/** What a JavaScript value means, said apart from the writer: whole numbers are ints, up to where JavaScript writes them. */
function meantBy(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return ["list", value.map(meantBy)];
  if (typeof value === "object" && value !== null)
    return inOurOrder(["map", Object.entries(value).map(([key, inner]) => [["str", key], meantBy(inner)])]);
  if (typeof value === "number") {
    const whole = Number.isInteger(value) && Math.abs(value) < 1e21 && !Object.is(value, -0);
    return encodePyValue(whole ? { kind: "int", value: BigInt(value) } : { kind: "float", value });
  }
  if (typeof value === "bigint") return encodePyValue({ kind: "int", value });
  if (typeof value === "boolean") return ["bool", value];
  return value === null ? ["null"] : ["str", value];
}
