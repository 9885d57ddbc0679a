import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, isTrainyardError } from "@trainyard/core";
import type { LocalInstance } from "@trainyard/local";
import { startLocalInstance } from "@trainyard/local";
import { definePreset, findPreset } from "@trainyard/presets";
import { runPresetsCli } from "@trainyard/presets/node";
import { loadPresets, pinPresets, publishPreset } from "@trainyard/presets/sharing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let dir = "";
let local: LocalInstance;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "trainyard-sharing-"));
  local = await startLocalInstance({ dir: join(dir, "instance") });
});
afterAll(async () => {
  await local.close();
  await rm(dir, { recursive: true });
});

const connected = () => connect({ address: local.address, token: local.token });
const place = (path: string) => ({ teamId: local.defaults.teamId, path });
const make = (version: string, epochs: number) =>
  definePreset({
    id: "acme/line",
    version,
    about: "Our lines.",
    extends: findPreset("yolo/fast"),
    spec: { tune: { epochs } },
    lock: ["tune.epochs"],
    rules: { maxEpochs: 50 },
  });

describe("presets in Team Files", () => {
  it("keep every version, and what is loaded is what was published, parents, locks and rules included", async () => {
    const instance = connected();
    const [first, second] = [make("1.0.0", 5), make("1.1.0", 6)];
    expect(await publishPreset(instance, first, place("/keep"))).toEqual({
      path: "/keep/acme/line@1.0.0.presets.json",
      written: true,
    });
    await publishPreset(instance, second, place("/keep/"));
    const presets = await loadPresets(instance, place("/keep"));
    expect(findPreset("acme/line", presets)).toEqual(second);
    expect(findPreset("acme/line@1.0.0", presets)).toEqual(first);
  });

  it("are never overwritten with other content; the same content is no change", async () => {
    const instance = connected();
    await publishPreset(instance, make("1.0.0", 5), place("/once"));
    expect(await publishPreset(instance, make("1.0.0", 5), place("/once"))).toMatchObject({ written: false });
    const error: unknown = await publishPreset(instance, make("1.0.0", 9), place("/once")).catch(
      (caught: unknown) => caught,
    );
    expect(isTrainyardError(error, "PRESET_CHANGED") && error.message).toContain(
      "acme/line@1.0.0 is in Team Files",
    );
    const [kept] = (await loadPresets(instance, place("/once"))).filter(({ id }) => id === "acme/line");
    expect(kept?.spec.tune).toMatchObject({ epochs: 5 });
  });

  it("are the pinned ones where a lock is given, whatever was published since", async () => {
    const instance = connected();
    await publishPreset(instance, make("1.0.0", 5), place("/pinned"));
    const lock = pinPresets(await loadPresets(instance, place("/pinned")));
    await publishPreset(instance, make("2.0.0", 9), place("/pinned"));
    const pinned = await loadPresets(instance, { ...place("/pinned"), lock });
    expect(findPreset("acme/line", pinned).version).toBe("1.0.0");
  });
});

/** A machine of its own: a folder, an environment, and its output. */
async function machine(name: string) {
  const cwd = join(dir, name);
  await mkdir(cwd);
  const teamId = String(local.defaults.teamId);
  const env = { SERVER_ADDRESS: local.address, API_TOKEN: local.token, TEAM_ID: teamId };
  const lines: string[] = [];
  const say = (text: string) => lines.push(text);
  const run = (...args: string[]) => runPresetsCli(args, { cwd, env, out: say, err: say });
  return { cwd, run, lines };
}

describe("two machines share presets through Team Files of one instance", () => {
  it("one publishes, the other pulls, changes, and publishes a new version that the first pulls", async () => {
    const [one, two] = [await machine("one"), await machine("two")];
    const file = (version: string, epochs: number) =>
      JSON.stringify({
        presets: [
          { id: "acme/cell", version, about: "Cells.", extends: "yolo/fast", spec: { tune: { epochs } } },
        ],
      });
    await writeFile(join(one.cwd, "a.presets.json"), file("1.0.0", 7));
    expect(await one.run("publish", "acme/cell", "--from", ".")).toBe(0);
    expect(await two.run("pull", "shared")).toBe(0);
    const pulled = await readFile(join(two.cwd, "shared/acme/cell@1.0.0.presets.json"), "utf8");
    expect(pulled).toContain('"epochs": 7');

    await writeFile(join(two.cwd, "b.presets.json"), file("1.0.0", 8));
    expect(await two.run("publish", "acme/cell", "--from", "b.presets.json")).toBe(1);
    expect(two.lines.at(-1)).toContain("PRESET_CHANGED: acme/cell@1.0.0 is in Team Files already");
    await writeFile(join(two.cwd, "b.presets.json"), file("1.1.0", 8));
    expect(await two.run("publish", "acme/cell", "--from", "b.presets.json")).toBe(0);

    expect(await one.run("pull", "shared")).toBe(0);
    expect(await one.run("show", "acme/cell", "--from", "shared")).toBe(0);
    expect(one.lines.at(-1)).toMatch(/^acme\/cell@1\.1\.0: Cells\.[\s\S]*tune\.epochs +8/);
    expect(one.lines.join("\n")).not.toContain(local.token);
  });
});
