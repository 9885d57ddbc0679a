import { describe, expect, it } from "vitest";
import { chooseGates, gates } from "./gates.ts";
import { pnpmCommand } from "./pnpm-command.ts";
import { runGate } from "./run-gate.ts";

const names = (...args: string[]): readonly string[] => chooseGates(args).map(({ name }) => name);

describe("choosing gates", () => {
  it("takes all without arguments", () => {
    expect(names()).toEqual(gates.map(({ name }) => name));
  });

  it("takes only those named, or all but those named", () => {
    expect(names("--only=lint,test")).toEqual(["lint", "test"]);
    expect(names("--without=test")).toEqual(gates.map(({ name }) => name).filter((name) => name !== "test"));
  });

  it.each(["--only=tests", "--without=", "--all", "lint"])(
    "refuses %s instead of passing with no gate",
    (arg) => {
      expect(() => chooseGates([arg])).toThrow(`Cannot read "${arg}"`);
    },
  );
});

describe("running a gate", () => {
  const node = (code: string) => runGate("made", [process.execPath, "-e", code], () => {});

  it("passes on exit code 0 only", async () => {
    expect(await node("")).toMatchObject({ gate: "made", result: "passed" });
    expect(await node("process.exit(2)")).toMatchObject({ result: "FAILED" });
    expect(await node("process.kill(process.pid)")).toMatchObject({ result: "FAILED" });
  });

  it("fails when the program is not there, and says so", async () => {
    const lines: string[] = [];
    const result = await runGate("made", ["no-such-program"], (line) => lines.push(line));
    expect(result).toMatchObject({ result: "FAILED" });
    expect(lines).toEqual(["▶ made", "  spawn no-such-program ENOENT"]);
  });
});

describe("finding pnpm", () => {
  it("uses the pnpm that runs the script", () => {
    expect(pnpmCommand({ npm_execpath: "/x/bin/pnpm.cjs" })).toEqual([process.execPath, "/x/bin/pnpm.cjs"]);
  });

  it("falls back to the pinned one under npm or nothing", () => {
    expect(pnpmCommand({ npm_execpath: "/x/npx-cli.js" })).toEqual(["npx", "-y", "pnpm@10.34.9"]);
    expect(pnpmCommand({})).toEqual(["npx", "-y", "pnpm@10.34.9"]);
  });
});
