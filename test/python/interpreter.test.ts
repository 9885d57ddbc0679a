import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const python = process.env.TRAINYARD_PYTHON ?? "";
const ask = (code: string) => execFileSync(python, ["-c", code], { encoding: "utf8" }).trim();

it("is the interpreter that has the pinned SDK", () => {
  const [, pinned] = /^supervisely==(.+)$/m.exec(readFileSync("test/python/requirements.txt", "utf8")) ?? [];
  expect(ask("from importlib.metadata import version; print(version('supervisely'))")).toBe(pinned);
});

it("has PyYAML, which reads hyperparameters in the platform's apps", () => {
  expect(ask("import yaml; print(yaml.safe_load('lr: 6e-4'))")).toBe("{'lr': '6e-4'}");
});
