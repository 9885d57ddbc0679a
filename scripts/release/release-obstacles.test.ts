import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mustRun } from "../run-command.ts";
import { releaseObstacles } from "./release-obstacles.ts";

let root: string;
const manifest = (more: object) => JSON.stringify({ name: "a", version: "1.0.0", exports: {}, ...more });

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "release-"));
  for (const folder of ["packages/a/dist", ".changeset"]) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, "packages/a/package.json"), manifest({ repository: "x/a" }));
  mustRun(root, ["git", "init", "-q"]);
  mustRun(root, ["git", "add", "-A"]);
  mustRun(root, ["git", "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "all"]);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const inWorkflow = { GITHUB_ACTIONS: "true", ACTIONS_ID_TOKEN_REQUEST_URL: "https://x" };

describe("a release", () => {
  it("has no obstacle when all is built, committed and versioned", () => {
    expect(releaseObstacles(root, inWorkflow, true)).toEqual([]);
  });

  it("publishes in the workflow only, where provenance can be given", () => {
    expect(releaseObstacles(root, {}, true)).toEqual([expect.stringContaining("release workflow only")]);
    expect(releaseObstacles(root, {}, false)).toEqual([]);
  });

  it("tells every obstacle at once", () => {
    rmSync(join(root, "packages/a/dist"), { recursive: true });
    writeFileSync(join(root, "packages/a/package.json"), manifest({}));
    writeFileSync(join(root, ".changeset/wild-cats.md"), "");
    const told = releaseObstacles(root, inWorkflow, true).join("\n");
    for (const word of ["not built: a", "repository", "wild-cats.md", "work tree has changes"])
      expect(told).toContain(word);
  });
});
