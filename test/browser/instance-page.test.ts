import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { random, train } from "@trainyard/builder";
import type { TrainRun } from "@trainyard/core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch, picture } from "./chromium.ts";
import type { PageWorld } from "./page-world.ts";
import { hostileName, makePageWorld } from "./page-world.ts";

let browser: Browser;
let world: PageWorld;
let context: BrowserContext;
let page: Page;
const runs: TrainRun[] = [];
const said: string[] = [];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function seriousFaults(at: Page): Promise<readonly string[]> {
  const found = await at.evaluate(`(async () => {
    ${axe}
    const { violations } = await axe.run(document, { resultTypes: ["violations"] });
    return violations.filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => id + ": " + nodes[0].html.slice(0, 150));
  })()`);
  return found as readonly string[];
}
const go = async (place: string, heading: string) => {
  await page.goto(`${world.local.address}/#/${place}`);
  await page.locator("h1", { hasText: heading }).waitFor();
};
const trained = (epochs: number) =>
  train(world.instance)
    .on("auto")
    .project(world.projectId)
    .model("YOLO/YOLO26n-det")
    .split(random(75))
    .tune({ epochs })
    .experiment(`lemons ${epochs}`)
    .start();

beforeAll(async () => {
  [browser, world] = await Promise.all([launch(), makePageWorld()]);
  for (const epochs of [3, 6]) {
    const run = await trained(epochs);
    await run.finished({ timeout: "90s" });
    runs.push(run);
  }
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
  page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error") said.push(message.text());
  });
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await world?.[Symbol.asyncDispose]();
});

describe("the page of an embedded instance", () => {
  it("asks a stranger to sign in, and lets in who has the link or the token", async () => {
    await page.goto(world.local.address);
    expect(await page.locator("h1").textContent()).toBe("Sign in");
    expect((await fetch(`${world.local.address}/page/projects`)).status).toBe(401);
    said.length = 0;
    await page.goto(world.local.pageLink());
    await page.locator("h1", { hasText: "Projects" }).waitFor();
    expect(page.url()).not.toContain("link=");
    await picture(page, "instance-projects");
  });

  it("shows a project with what is drawn on its images, and a hostile name as text", async () => {
    await page.locator(".tiles a", { hasText: hostileName }).click();
    await page.locator("h1", { hasText: hostileName }).waitFor();
    expect(await page.locator("table").first().locator("tbody tr").count()).toBeGreaterThan(0);
    await page.locator(".tile").first().click();
    await page.locator(".drawn path, .drawn image").nth(1).waitFor();
    await picture(page, "instance-project");
    expect(await page.title()).not.toBe("owned");
    expect(await seriousFaults(page)).toEqual([]);
  });

  it("takes in a project by its path, and says of what is none that it is none", async () => {
    await go("projects", "Projects");
    const path = page.getByLabel("Folder, archive or COCO file on this machine");
    await path.fill(join(world.dir, "nowhere"));
    await page.getByRole("button", { name: "Import the path" }).click();
    await page.locator(".notice.bad").waitFor();
    expect(await page.locator(".notice.bad").textContent()).toContain("there is nothing of this name");
    await path.fill(join(world.dir, "sample"));
    await page.getByRole("button", { name: "Import the path" }).click();
    await page.locator(".notice.good").waitFor();
    await page.locator(".tiles li:nth-child(2)").waitFor();
    expect(await page.locator(".tiles li").count()).toBe(2);
  });

  it("opens a run's ref: the task that is over with its log, and its experiment", async () => {
    await page.goto(runs[0]?.ref ?? "");
    await page.locator("h1").waitFor();
    expect(new URL(page.url()).hash).toBe(`#/tasks/${runs[0]?.taskId}`);
    await page.locator(".log li", { hasText: "Epoch 3/3" }).first().waitFor();
    await page.getByLabel("Filter the log").fill("AP50");
    expect(await page.locator(".log li", { hasText: "Preparing" }).count()).toBe(0);
    await picture(page, "instance-task");
    await page.getByRole("link", { name: "Open the experiment" }).click();
    await page.locator("h1", { hasText: "lemons 3" }).waitFor();
    await page.locator(".chart canvas").first().waitFor();
    await picture(page, "instance-experiment");
    expect(await seriousFaults(page)).toEqual([]);
  });

  it("compares experiments: what differs first, then metrics and curves", async () => {
    await go("experiments", "Experiments");
    await page.getByLabel("Search experiments").fill("lemons");
    for (const box of await page.locator("tbody input").all()) await box.check();
    await picture(page, "instance-experiments");
    await page.getByRole("link", { name: "Compare 2" }).click();
    await page.locator("h1", { hasText: "Comparison" }).waitFor();
    const rows = await page.locator("table").first().locator("tbody tr").allTextContents();
    expect(rows.find((row) => row.startsWith("epochs"))).toMatch(/6.*3|3.*6/);
    expect(rows.find((row) => row.startsWith("model"))).toBeUndefined();
    await page.locator(".chart canvas").first().waitFor();
    await picture(page, "instance-compare");
    expect(await seriousFaults(page)).toEqual([]);
  });

  it("goes through Team Files: shows a text, and gives a file whole", async () => {
    await go("files", "Team Files");
    for (const part of ["experiments/", /^\d+_/, /^\d+_YOLO/])
      await page.locator("td a", { hasText: part }).first().click();
    await page
      .locator("tr", { hasText: "hyperparameters.yaml" })
      .getByRole("button", { name: "Show" })
      .click();
    await page.locator(".code pre", { hasText: "epochs:" }).waitFor();
    await picture(page, "instance-files");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("td a", { hasText: "experiment_info.json" }).click(),
    ]);
    expect(JSON.parse(readFileSync(await download.path(), "utf8"))).toMatchObject({
      task_type: "object detection",
    });
  });

  it("follows a task that runs, on every open page, and stops it", async () => {
    await go("tasks", "Tasks");
    const other = await context.newPage();
    await other.goto(`${world.local.address}/#/tasks`);
    const run = await trained(400);
    const row = page.locator("tbody tr", { hasText: "started" });
    await row.waitFor();
    await other.locator("tbody tr", { hasText: "started" }).waitFor();
    await picture(page, "instance-tasks");
    await page.goto(`${world.local.address}/#/tasks/${run.taskId}`);
    await page.locator("progress").first().waitFor();
    await picture(page, "instance-task-running");
    await page.getByRole("button", { name: "Stop" }).click();
    await page.locator(".badge", { hasText: "stopped" }).waitFor();
    await other.locator("tbody tr", { hasText: "stopped" }).waitFor();
    expect((await run.status()).phase).toBe("stopped");
    await other.close();
  });

  it.each([
    ["dark", 1280],
    ["dark", 360],
    ["light", 360],
  ] as const)("fits: %s, %i px wide", async (colorScheme, width) => {
    const narrow = await context.newPage();
    await narrow.emulateMedia({ colorScheme });
    await narrow.setViewportSize({ width, height: 800 });
    for (const place of [
      "projects",
      "projects/1",
      "tasks",
      `experiments/${runs[1]?.taskId}`,
      "agents",
      "apps",
      "files",
    ]) {
      await narrow.goto(`${world.local.address}/#/${place}`);
      await narrow.locator("h1").waitFor();
      await narrow.waitForTimeout(200);
      const overflow = await narrow.evaluate("document.documentElement.scrollWidth - innerWidth");
      expect({ place, overflow }).toEqual({ place, overflow: 0 });
      expect(await seriousFaults(narrow)).toEqual([]);
      await picture(narrow, `instance-${place.replace("/", "-")}-${colorScheme}-${width}`);
    }
    await narrow.close();
  });

  it("can be used with the keyboard alone", async () => {
    await go("projects", "Projects");
    await page.locator("body").focus();
    for (let at = 0; at < 12; at++) {
      await page.keyboard.press("Tab");
      if ((await page.evaluate("document.activeElement?.textContent")) === "Tasks") break;
    }
    await page.keyboard.press("Enter");
    await page.locator("h1", { hasText: "Tasks" }).waitFor();
  });

  it("says when the instance is gone, and has thrown no error before", async () => {
    expect(said.filter((text) => !/40[04]|401/.test(text))).toEqual([]);
    await go("tasks", "Tasks");
    await world.local.close();
    await page.locator(".notice.warn", { hasText: "is not heard" }).waitFor();
    await picture(page, "instance-gone");
  });
});
