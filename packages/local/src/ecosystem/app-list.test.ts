import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { appCommand } from "../commands/app-command.ts";
import type { LocalInstance } from "../instance/start-local-instance.ts";
import { startLocalInstance } from "../instance/start-local-instance.ts";

let folder: string;
let local: LocalInstance;
let failures: unknown[];
const dir = () => join(folder, "instance");
const checkout = () => join(folder, "checkout");

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "app-list-"));
  cpSync(fileURLToPath(new URL("../agent/fixtures/tiny-python", import.meta.url)), checkout(), {
    recursive: true,
  });
  failures = [];
  local = await startLocalInstance({ dir: dir(), idle: true, log: (error) => failures.push(error) });
});
afterEach(async () => {
  await local.close();
  rmSync(folder, { recursive: true });
});

const apps = async () => {
  const { address, token } = local;
  const response = await fetch(`${address}/public/api/v3/ecosystem.list`, {
    method: "POST",
    headers: { "x-api-key": token, "content-type": "application/json" },
    body: "{}",
  });
  const { entities } = (await response.json()) as { entities: { id: number; name: string }[] };
  return entities;
};
const cli = (verb: string) => appCommand([verb, checkout(), "--dir", dir(), "--python", "python3"]);

it("an instance that runs takes an app that is added, and lets go of one that is removed", async () => {
  const before = await apps();
  expect(cli("add")).toBe(0);
  const added = await apps();
  const news = added.filter(({ id }) => !before.some((app) => app.id === id));
  expect(news).toHaveLength(1);
  expect(cli("remove")).toBe(0);
  expect((await apps()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  cli("add");
  expect((await apps()).map(({ id }) => id)).toEqual(added.map(({ id }) => id));
});

it("a spoiled list of apps is told, and costs a running instance nothing", async () => {
  cli("add");
  const before = await apps();
  writeFileSync(join(dir(), "apps.json"), "{ not json");
  expect(await apps()).toEqual(before);
  expect(String(failures[0])).toContain("apps.json");
  expect(failures).toHaveLength(1);
});
