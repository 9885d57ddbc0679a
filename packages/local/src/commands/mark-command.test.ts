import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { LocalInstance } from "../instance/start-local-instance.ts";
import { startLocalInstance } from "../instance/start-local-instance.ts";
import { runCli } from "../run-cli.ts";
import { writeSampleProject } from "../sample/write-sample-project.ts";
import { listImages } from "./list-images.ts";
import { askOf } from "./open-instance.ts";

let dir: string;
let state: string;
let running: LocalInstance | undefined;
let said: string[];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "trainyard-commands-"));
  state = join(dir, "state");
  await writeSampleProject(join(dir, "scenes"), { images: 5 });
  said = [];
  for (const channel of ["log", "error"] as const)
    vi.spyOn(console, channel).mockImplementation((line: string) => void said.push(line));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await running?.close();
  running = undefined;
  await rm(dir, { recursive: true, force: true });
});

const start = async () => {
  running = await startLocalInstance({ dir: state });
  return running;
};
const run = async (...args: string[]) => {
  said.length = 0;
  const code = await runCli([...args, "--dir", state]);
  return { code, text: said.join("\n") };
};

describe.each(["beside a running instance", "without one that runs"])("commands %s", (how) => {
  beforeEach(async () => {
    if (how === "beside a running instance") await start();
  });

  it("take a project in, mark its images, and what they made is there", async () => {
    expect(await run("import", join(dir, "scenes"))).toEqual({
      code: 0,
      text: 'Imported:  1 "scenes", 5 images',
    });
    expect((await run("import", join(dir, "scenes"))).text).toContain("is project 1 already");
    expect((await run("tag", "scenes", "learn", "--percent", "60")).text).toContain("3 of 5 images");
    expect((await run("tag", "1", "check", "--without-tag", "learn")).text).toContain("2 of 5 images");
    expect((await run("dataset", "1", "holdout", "--with-tag", "check")).text).toContain("2 of 5 images");
    expect((await run("collection", "1", "all", "--all")).text).toContain("5 of 5 images");

    const rows = await listImages(askOf(running ?? (await start())), 1);
    expect(rows.filter(({ tags }) => tags.includes("learn"))).toHaveLength(3);
    expect(rows.every(({ tags, dataset }) => tags.includes("check") === (dataset === "holdout"))).toBe(true);
  }, 30_000);

  it("say in one sentence what is wrong, and end with 1", async () => {
    await run("import", join(dir, "scenes"));
    expect(await run("import", join(dir, "nowhere"))).toMatchObject({ code: 1 });
    expect((await run("tag", "scenes", "train")).text).toContain("Say which images, or --all.");
    expect((await run("tag", "lemons", "train", "--all")).text).toContain(
      'There is no project lemons. There are: 1 "scenes".',
    );
    expect((await run("dataset", "scenes", "../x", "--all")).text).toContain("is no name of a dataset");
    expect((await run("tag", "scenes", "a", "--all", "--images", "1")).code).toBe(1);
  }, 30_000);
});

it("env gives the lines that connect to the instance that runs, and an error when none does", async () => {
  expect((await run("env")).text).toContain("No instance runs over");
  const { address, token } = await start();
  expect((await run("env")).text).toBe(`SERVER_ADDRESS=${address}\nAPI_TOKEN=${token}`);
  expect((await run("env", "--export")).text).toBe(
    `export SERVER_ADDRESS=${address}\nexport API_TOKEN=${token}`,
  );
});
