import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tags, train } from "@trainyard/builder";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SampleWorld } from "../src/sample-world.ts";
import { startSampleWorld } from "../src/sample-world.ts";
import { launch, picture } from "./chromium.ts";

let browser: Browser;
let world: SampleWorld;
let path: string;

beforeAll(async () => {
  [browser, world] = await Promise.all([launch(), startSampleWorld(40)]);
  const { local, project, instance } = world;
  const chain = train(instance).on(local.defaults.agentId).project(project.id).model("YOLO/YOLO26s-det");
  const run = await chain.split(tags("train", "val")).tune({ epochs: 25 }).speedtest().start();
  const { record } = await run.finished({ timeout: "90s" });
  path = `/model-benchmark?id=${record.evaluation_report_id}`;
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await world?.[Symbol.asyncDispose]();
});

describe("the evaluation report, opened from the instance", () => {
  it.each([
    ["light", 1100],
    ["dark", 1100],
    ["dark", 360],
  ] as const)("is drawn without script or network: %s, %i px wide", async (colorScheme, width) => {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const said: string[] = [];
    const asked: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(world.local.pageLink(path));
    expect(await page.locator("h2").allTextContents()).toContain("Confusion matrix");
    // The style was let in by its hash: without it the tiles would stand one below the other.
    const [first, second] = await page.locator(".tiles > div").all();
    expect((await first?.boundingBox())?.y).toBe((await second?.boundingBox())?.y);
    expect(await page.locator(".shot image").count()).toBeGreaterThan(5);
    expect((await page.locator("main").boundingBox())?.width).toBeLessThanOrEqual(width);
    expect(said).toEqual([]);
    const pages = asked.filter((url) => !url.startsWith("data:image/jpeg;base64,"));
    expect(pages.map((url) => new URL(url).pathname)).toEqual(["/sign-in", "/model-benchmark"]);
    await picture(page, `report-${colorScheme}-${width}`);
    await page.close();
  });

  it("has nothing that keeps people from reading it", async () => {
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    await page.setContent(
      await (
        await fetch(`${world.local.address}${path}`, { headers: { "x-api-key": world.local.token } })
      ).text(),
    );
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
    const violations = await page.evaluate(
      "axe.run().then(({ violations }) => violations.map(({ id }) => id))",
    );
    expect(violations).toEqual([]);
    await context.close();
  });
});
