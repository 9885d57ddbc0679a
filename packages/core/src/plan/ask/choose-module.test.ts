import { describe, expect, it } from "vitest";
import type { TrainModule } from "../terms/facts.ts";
import { ambiguityProblems, choiceReason, modulesInOrder } from "./choose-module.ts";

const rehearsal: TrainModule = { id: 1001, name: "Train YOLO (rehearsal)", files: {}, rehearsal: true };
const real: TrainModule = { id: 2000, name: "Train YOLO", files: {} };

describe("of several training apps", () => {
  it("the real one goes before its rehearsal, however they are listed, and the plan says why", () => {
    const modules = modulesInOrder([rehearsal, real], false);
    expect(modules).toEqual([real, rehearsal]);
    expect(choiceReason([rehearsal, real], false).reason).toContain(
      "before its rehearsal, Train YOLO (rehearsal) (1001)",
    );
    expect(ambiguityProblems("YOLO", modules)).toEqual([]);
  });

  it("only rehearsals would do where a rehearsal is asked for, so nothing is ambiguous", () => {
    const modules = modulesInOrder([real, rehearsal], true);
    expect(modules).toEqual([rehearsal]);
    expect(ambiguityProblems("YOLO", modules)).toEqual([]);
    expect(choiceReason([real, rehearsal], true).reason).toBe("the rehearsal, as task.rehearse asks");
  });

  it("two real ones are a doubt, whatever is rehearsed, and one app needs no reason", () => {
    const fork: TrainModule = { ...real, id: 2001, name: "Train YOLO (fork)" };
    const modules = modulesInOrder([rehearsal, real, fork], false);
    expect(ambiguityProblems("YOLO", modules)[0]?.message).toContain("Train YOLO (2000) is taken, the first");
    expect(choiceReason([real], false)).toEqual({});
    expect(choiceReason([rehearsal], false)).toEqual({});
  });
});
