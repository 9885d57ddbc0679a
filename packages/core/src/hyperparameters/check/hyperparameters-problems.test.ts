import { describe, expect, it } from "vitest";
import { hyperparametersProblems } from "./hyperparameters-problems.ts";

describe("hyperparametersProblems()", () => {
  const code = (hyperparameters: string) =>
    hyperparametersProblems({ hyperparameters }).map((problem) => problem.code);

  it("finds texts that no app can read", () => {
    expect(code("")).toEqual(["HYPERPARAMETERS_EMPTY"]);
    expect(code("a: [1")).toEqual(["HYPERPARAMETERS_NOT_YAML"]);
    expect(code("- epochs")).toEqual(["HYPERPARAMETERS_NOT_MAPPING"]);
    expect(code(`a: ${"x".repeat(300_000)}`)).toEqual(["HYPERPARAMETERS_TOO_LONG"]);
    expect(code("epochs: 5\n")).toEqual([]);
  });

  it("says of a file's name that it is one", () => {
    const [problem] = hyperparametersProblems({ hyperparameters: "./configs/hyperparameters.yaml" });
    expect(problem).toMatchObject({
      code: "HYPERPARAMETERS_NOT_MAPPING",
      hint: "Read the file, and hand its text over.",
    });
    expect(problem?.message).toContain("looks like the name of a file");
  });
});
