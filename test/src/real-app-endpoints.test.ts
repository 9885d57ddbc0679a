import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startLocalInstance } from "@trainyard/local";
import { expect, it } from "vitest";

/** Rows of the guide's table: the endpoints, and whether they are answered. */
function rows(): readonly { endpoint: string; answered: boolean }[] {
  const guide = readFileSync(new URL("../../docs/guides/real-apps.md", import.meta.url), "utf8");
  const table = guide.slice(guide.indexOf("## What an app asks the instance"));
  return [...table.matchAll(/^\|[^|]+\|([^|]+)\| (answered|not yet) *\|$/gm)].flatMap(
    ([, names = "", here]) =>
      [...names.matchAll(/`([^`]+)`/g)].map(([, endpoint = ""]) => ({
        endpoint,
        answered: here === "answered",
      })),
  );
}

it("the guide's table of what an app asks tells what this instance answers", async () => {
  const dir = mkdtempSync(join(tmpdir(), "real-app-endpoints-"));
  const local = await startLocalInstance({ dir, idle: true, log: () => {} });
  const told = rows();
  const found = await Promise.all(
    told.map(async ({ endpoint }) => {
      const init = { method: "POST", headers: { "x-api-key": local.token }, body: "{}" };
      const answer = await fetch(`${local.address}/public/api/v3/${endpoint}`, init);
      return { endpoint, answered: !(await answer.text()).includes("There is no endpoint") };
    }),
  );
  await local.close();
  rmSync(dir, { recursive: true });
  expect(told.length).toBeGreaterThan(40);
  expect(found).toEqual(told);
});
