import { readFileSync } from "node:fs";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { parseGuiState } from "./parse-gui-state.ts";
import { reachableDatasets } from "./reachable-datasets.ts";
import type { DifferenceId } from "./state-differences.ts";
import { stateDifferences } from "./state-differences.ts";
import { StateError } from "./state-error.ts";
import type { StateFacts } from "./state-facts.ts";
import { validateState } from "./validate-state.ts";

const dataset = v.object({ id: v.number(), name: v.string(), parentId: v.nullable(v.number()) });
const schema = v.object({
  worlds: v.record(
    v.string(),
    v.object({
      projectId: v.number(),
      datasets: v.record(v.string(), v.array(dataset)),
      collections: v.record(v.string(), v.array(v.object({ id: v.number(), name: v.string() }))),
      show: v.object({
        classes: v.optional(v.boolean(), true),
        tags: v.optional(v.boolean(), false),
        train_val_splits: v.optional(v.boolean(), true),
      }),
    }),
  ),
  base: v.record(v.string(), v.unknown()),
  states: v.array(
    v.strictObject({
      name: v.string(),
      world: v.string(),
      with: v.optional(v.record(v.string(), v.unknown()), {}),
      without: v.optional(v.array(v.string()), []),
      state: v.optional(v.unknown()),
      error: v.optional(v.tuple([v.string(), v.string()])),
    }),
  ),
});

interface Case {
  readonly name: string;
  readonly state: unknown;
  readonly facts: StateFacts;
  /** What the platform's app said against it. */
  readonly error: readonly [type: string, message: string] | undefined;
}

function casesOf(file: string): readonly Case[] {
  const text = readFileSync(new URL(`./fixtures/${file}`, import.meta.url), "utf8");
  const { worlds, base, states } = v.parse(schema, JSON.parse(text));
  return states.map((row) => {
    const world = worlds[row.world];
    if (world === undefined) throw new Error(`${row.name}: no world ${row.world}`);
    const { classes, tags, train_val_splits: splits } = world.show;
    const facts = {
      datasets: reachableDatasets(world.datasets[world.projectId] ?? []),
      collections: new Set((world.collections[world.projectId] ?? []).map(({ id }) => id)),
      selectors: { classes, tags, splits },
    };
    const whole = Object.entries({ ...base, ...row.with }).filter(([key]) => !row.without.includes(key));
    const state = "state" in row ? row.state : Object.fromEntries(whole);
    return { name: row.name, state, facts, error: row.error };
  });
}

const recorded = casesOf("recorded-states.json");
const further = casesOf("further-states.json");

/** Rejected by the platform's app and accepted here. */
const acceptedHere: readonly [DifferenceId, RegExp][] = [
  ["percent-80.0", /percent[- ](?:80_0|1\.0|1e1|99\.0)$/],
];

interface Verdict {
  readonly error: StateError | undefined;
  readonly difference: DifferenceId | undefined;
}

function verdict({ name, state, facts }: Pick<Case, "name" | "state" | "facts">): Verdict {
  try {
    validateState(state, facts);
    const row = acceptedHere.find(([, names]) => names.test(name));
    return { error: undefined, difference: row?.[0] };
  } catch (error) {
    if (!(error instanceof StateError)) throw error;
    return { error, difference: error.difference };
  }
}

/** A text that was written for a reader, unlike a Python error that merely happened. */
const wasMeant = ([type, message]: readonly [string, string]) =>
  type === "ValueError" || (type === "KeyError" && message.startsWith("Missing required key"));

const sorted = (text: string) => text.split(/[ ,]+/).sort().join(" ");

/** The original's words, perhaps with a mend after them; Python lists ids of collections in no order. */
const saysTheSame = (ours: string, theirs: string) =>
  ours === theirs ||
  ours.startsWith(`${theirs}, `) ||
  (theirs.startsWith("Collections with ids") && sorted(ours) === sorted(theirs));

describe.each([
  ["recorded", recorded],
  ["further", further],
])(
  "a state of the %s ones is judged as by the platform's app, or has a row that says why not",
  (_, cases) => {
    it.each(cases)("$name", (item) => {
      const { error, difference } = verdict(item);
      const agrees = (error === undefined) === (item.error === undefined);
      expect(agrees).toBe(difference === undefined);
      if (error === undefined) return;
      // Python takes two texts in place of lists for a list of characters.
      if (agrees && item.error !== undefined && wasMeant(item.error) && !item.name.endsWith("two texts"))
        expect(error.message).toSatisfy((text: string) => saysTheSame(text, item.error?.[1] ?? ""));
      expect(error.message.length).toBeGreaterThan(20);
      expect(error.message).not.toMatch(/undefined|\[object|NoneType|is not a function/);
    });

    it.each(cases.filter(({ state }) => typeof state !== "string"))("$name, as a JSON text", (item) => {
      const read = { ...item, state: parseGuiState(JSON.stringify(item.state)) };
      expect(verdict(read).error?.message).toBe(verdict(item).error?.message);
    });
  },
);

describe("the rows of differences", () => {
  it.each(Object.entries(stateDifferences))("%s: its example is judged so", (id, row) => {
    const base = recorded.find(({ name }) => name === "made-random-percent-99");
    if (base === undefined || typeof base.state !== "object") throw new Error("no base");
    const facts = { ...base.facts, datasets: new Set([1, 501, 502, 503]) };
    const { error, difference } = verdict({ name: "", facts, state: { ...base.state, ...row.example } });
    if (row.ours === "rejected") expect(difference).toBe(id);
    else expect(error).toBeUndefined();
  });

  it("are each met by a state of the fixtures, but for the one that is read otherwise", () => {
    const met = new Set([...recorded, ...further].map((item) => verdict(item).difference));
    met.delete(undefined);
    const judged = Object.entries(stateDifferences).filter(([, row]) => row.ours !== "read otherwise");
    expect([...met].sort()).toEqual(judged.map(([id]) => id).sort());
  });
});

const cell = (text: string) => text.replaceAll("|", "\\|");
/** A table as the formatter would have it: columns of one width. */
const table = (head: readonly string[], rows: readonly (readonly string[])[]) => {
  const cells = [head, ...rows].map((row) => row.map(cell));
  const widths = head.map((_, at) => Math.max(3, ...cells.map((row) => row[at]?.length ?? 0)));
  const [first = [], ...rest] = cells;
  return [first, widths.map((width) => "-".repeat(width)), ...rest]
    .map((row) => `| ${row.map((text, at) => text.padEnd(widths[at] ?? 0)).join(" | ")} |`)
    .join("\n");
};
const count = (cases: readonly Case[]) => {
  const ours = cases.filter((item) => verdict(item).error === undefined).length;
  const theirs = cases.filter(({ error }) => error === undefined).length;
  return [String(cases.length), `${theirs} / ${cases.length - theirs}`, `${ours} / ${cases.length - ours}`];
};

function page(): string {
  const all = [...recorded, ...further];
  const judged = all.map((item) => ({ ...item, ...verdict(item), theirs: item.error }));
  const differ = judged.filter(({ difference }) => difference !== undefined);
  const crashed = judged.filter(({ theirs }) => theirs !== undefined && !wasMeant(theirs));
  return `# Which states a training app accepts

<!-- Printed by packages/app/src/state/app-states.test.ts; \`npx vitest run app-states -u\` prints it anew. -->

A training app is handed the state of its page as \`guiState\`: an object or a JSON text. \`validateState\` judges it as TrainGUI of the Supervisely
Python SDK 6.74.28 does, in the same order and in the same words, by the selectors that the app has switched on. It differs where the original
accepts what it cannot use, and where its refusal is a Python error that merely happened.

${table(
  ["states", "number", "the platform's app accepts / rejects", "ours accepts / rejects"],
  [
    ["recorded", ...count(recorded)],
    ["further", ...count(further)],
  ],
)}

## Where ours differs, and why

${table(
  ["row", "what the state says", "the platform's app", "ours", "why"],
  Object.entries(stateDifferences).map(([id, row]) => [id, row.says, row.original, row.ours, row.why]),
)}

What the original leaves out without a word is accepted here too, and the task's log says it: names of classes and tags that the project does
not have, and class ids. Unknown keys are ignored by both. A text that is the path of a file is read by the original and refused here: whoever sends
a state should not make an app read files. A dataset whose parent is gone is not found by either.

## States of the fixtures that are judged otherwise

${table(
  ["state", "the platform's app", "ours", "row"],
  differ.map(({ name, theirs, error, difference }) => [
    name,
    theirs === undefined ? "accepts" : `\`${theirs[1]}\``,
    error === undefined ? "accepts" : `\`${error.message}\``,
    difference ?? "",
  ]),
)}

## States that end the original with a Python error

${table(
  ["state", "the platform's app", "ours"],
  crashed.map(({ name, theirs, error }) => [
    name,
    `\`${theirs?.join(": ")}\``,
    error === undefined ? "accepts" : `\`${error.message}\``,
  ]),
)}
`;
}

describe("docs/app-state.md", () => {
  it("says what the code does", async () => {
    await expect(page()).toMatchFileSnapshot("../../../../docs/app-state.md");
  });
});
