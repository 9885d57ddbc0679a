import { describe, expect, it } from "vitest";
import type { FrameworkFacts } from "../../spec/framework-facts.ts";
import { trainsAtLaunch } from "./trains-at-launch.ts";

const known: FrameworkFacts = {
  name: "F",
  app: "Train F",
  models: [],
  hyperparameters: [],
  exports: [],
  autostart: true,
  projectType: "images",
  selectsModelSince: "v1.0.36",
};
const pretrained = { from: "pretrained", framework: "F", name: "F-n" } as const;
const module = (version?: string, name = "Train F") => ({
  id: 1,
  name,
  files: {},
  ...(version === undefined ? {} : { version }),
});
const at = (version: string, spec = {}) => trainsAtLaunch(spec, pretrained, module(version), known);

describe("an app that selects a model of its own at its start", () => {
  it("is known by its release, from the first that does so on", () => {
    expect(["v1.0.35", "v1.0.36", "v1.0.40", "v1.1.0"].map((version) => at(version))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it("is judged by the release that the task asks for, where it asks for one", () => {
    expect(at("v1.0.40", { task: { appVersion: "v1.0.35" } })).toBe(true);
    expect(at("v1.0.30", { task: { appVersion: "v1.0.36" } })).toBe(false);
  });

  it("is not assumed of an app of another name, of an unknown release, of a checkpoint, nor where a person starts", () => {
    expect(trainsAtLaunch({}, pretrained, module("v1.0.40", "Fork of F"), known)).toBe(true);
    expect(trainsAtLaunch({}, pretrained, module(), known)).toBe(true);
    expect(
      trainsAtLaunch(
        {},
        { from: "experiment", framework: "F", taskId: 1, checkpoint: "best.pt" },
        module("v1.0.40"),
        known,
      ),
    ).toBe(true);
    expect(at("v1.0.40", { autostart: false })).toBe(true);
    expect(trainsAtLaunch({}, pretrained, module("v1.0.40"), undefined)).toBe(true);
  });
});
