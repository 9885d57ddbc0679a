import type { TrainyardError } from "@trainyard/core";
import { isTrainyardError } from "@trainyard/core";
import { describe, expect, it } from "vitest";
import type { Edit, Ending } from "./difference.ts";
import { differences, endingOf } from "./differences.ts";
import type { Recording, Values } from "./recording.ts";
import { recordingNamed, recordings } from "./recording.ts";
import { renderFidelity } from "./render-fidelity.ts";
import type { Outcome } from "./replay.ts";
import { replay } from "./replay.ts";

const mark = / \[run [\w.:-]+\]$/;
const text = (value: unknown) => JSON.stringify(value, null, 1);

/** The body of another recording, with what is said otherwise. Names, values and the order of names count. */
function bodyLike(name: string, { agentId, classes }: Edit = {}): string {
  const body = structuredClone(recordingNamed(name).startBody);
  if (body === undefined) throw new Error(`${name} has no start body.`);
  const { params } = body;
  if (classes !== undefined) Object.assign(Object(params).state.guiState, { classes });
  return text(agentId === undefined ? body : { ...body, agentId });
}

/** The only thing that a body may say more than the SDK's is the run key, at the end of the description. */
function withoutKey(body: Values): string {
  const { description } = body;
  expect(description).toMatch(mark);
  return text({ ...body, description: String(description).replace(mark, "") });
}

function codeOf({ code, facts }: TrainyardError): string {
  return typeof facts.problem === "string" ? `${code}/${facts.problem}` : code;
}

function check(recording: Recording, ending: Ending, outcome: Outcome): void {
  const { run, error, created, startBodies, token } = outcome;
  if (ending.ends === "refused") {
    if (!isTrainyardError(error)) throw error ?? new Error(`${recording.name} was started.`);
    expect(codeOf(error)).toMatch(new RegExp(`^${ending.code}(/|$)`));
    for (const word of ending.says) expect(error.message).toContain(word);
    expect(error.message).toContain(error.hint);
    expect(error.hint).not.toBe("");
    expect(text(error)).not.toContain(token);
    expect(created).toEqual([]);
    return;
  }
  if (run === undefined) throw error;
  const body = bodyLike(ending.like, ending.ends === "started" ? ending.but : {});
  for (const sent of startBodies) expect(withoutKey(sent)).toBe(body);
  if (ending.ends === "started") {
    expect(startBodies).toHaveLength(1);
    expect(run.taskId).toBe(recording.result?.id ?? created[0]);
    expect(run.warnings.map((warning) => warning.code)).toEqual(ending.warnings);
    return;
  }
  expect(created).toEqual([run.taskId]);
  expect(run.adopted).toBe(ending.ends === "adopted");
  // Every sending of one start carries the same key.
  expect(new Set(startBodies.map((sent) => sent.description)).size).toBe(1);
}

describe.each([...new Set(recordings.map(({ expect }) => expect))])(
  "recorded calls of the SDK: %s",
  (kind) => {
    const cases = recordings.filter((recording) => recording.expect === kind);
    it.concurrent.each(cases)("$id $name", async (recording) => {
      check(recording, endingOf(recording.name), await replay(recording));
    });
  },
);

describe("the table of differences", () => {
  const named = differences.flatMap(({ ends }) => Object.entries(ends));

  it("has each recording once, and only recordings", () => {
    expect(named.map(([name]) => recordingNamed(name).name)).toEqual([
      ...new Set(named.map(([name]) => name)),
    ]);
  });

  it("says of every call that the SDK fails on, or goes wrong with, how it ends here", () => {
    const open = recordings.filter(({ expect }) => expect !== "same-start-body").map(({ name }) => name);
    expect(open.filter((name) => !named.some(([known]) => known === name))).toEqual([]);
  });

  it("never lets a call end worse than its recording asks for", () => {
    const ends = (recording: Recording) => endingOf(recording.name);
    for (const recording of recordings) {
      if (recording.expect === "same-start-body")
        expect(ends(recording)).toMatchObject({ ends: "started", like: recording.name, but: {} });
      if (recording.expect === "no-duplicate") expect(ends(recording).ends).not.toBe("started");
    }
  });

  it("stands in docs/fidelity.md with what is really printed; `pnpm fidelity` writes it anew", async () => {
    await expect(await renderFidelity()).toMatchFileSnapshot("../../../docs/fidelity.md");
  });
});

describe("the server that plays recordings", () => {
  const recording = recordings.find(({ name }) => name === "plain-no-agent");
  const under = async (action: "badjson" | "truncate") => {
    if (recording === undefined) throw new Error("The recording is gone.");
    return replay({ ...recording, faults: [{ method: "projects.meta", action, times: 99 }] });
  };

  it.each(["badjson", "truncate"] as const)(
    "plays the fault %s, and no answer in its place",
    async (action) => {
      const { error, created } = await under(action);
      expect(isTrainyardError(error)).toBe(true);
      expect(created).toEqual([]);
    },
  );

  it("plays no fault that it does not know", async () => {
    await expect(under("sleeps" as "badjson")).rejects.toThrow("cannot play the fault sleeps");
  });
});
