import { describe, expect, it } from "vitest";
import type { TrainModule } from "../terms/facts.ts";
import { ambiguityProblems, modulesInOrder } from "./choose-module.ts";

const rehearsal: TrainModule = { id: 1001, name: "Train YOLO (rehearsal)", files: {}, rehearsal: true };
const real: TrainModule = { id: 2000, name: "Train YOLO", files: {} };

describe("of several training apps", () => {
  it("the real one goes before its rehearsal, however they are listed, and the plan says why", () => {
    const modules = modulesInOrder([rehearsal, real], false);
    expect(modules).toEqual([real, rehearsal]);
    expect(ambiguityProblems("YOLO", modules)[0]?.message).toContain("a real app goes before its rehearsal");
  });

  it("only rehearsals would do where a rehearsal is asked for, so nothing is ambiguous", () => {
    const modules = modulesInOrder([real, rehearsal], true);
    expect(modules).toEqual([rehearsal]);
    expect(ambiguityProblems("YOLO", modules)).toEqual([]);
  });
});
