import { describe, expect, it } from "vitest";
import { TrainyardError } from "./errors/trainyard-error.ts";
import { inOwnWords } from "./train-api-words.ts";

const said = (message: string, hint: string) =>
  inOwnWords(
    "run",
    Promise.reject(new TrainyardError("SPEC_INVALID", message, { hint, facts: { taskId: 7 } })),
  ).catch((error: unknown) => error);

describe("an error of TrainApi", () => {
  it.each([
    ['Name another agent, or take .on("auto").', "Name another agent, or take run() without agentId."],
    ["Add .project(id).", "Add run({ projectId })."],
    ["Write .on(12) or .on(agentId).", "Write run({ agentId: 12 }) or run({ agentId })."],
    [
      'Call .benchmark(true), or leave .export("onnx") out.',
      "Call run({ enableBenchmark: true }), or leave run({ exportOnnx: true }) out.",
    ],
  ])("names the call that was made: %s", async (hint, own) => {
    expect(await said("No.", hint)).toMatchObject({
      code: "SPEC_INVALID",
      hint: own,
      message: `No. ${own}`,
      facts: { taskId: 7 },
    });
  });

  it("is left as it is where it names no chain", async () => {
    const error = new TrainyardError("FORBIDDEN", "Closed.");
    await expect(inOwnWords("run", Promise.reject(error))).rejects.toBe(error);
  });
});
