import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { appHandler, defineTrainApp, TrainSession } from "@trainyard/app";
import { datasets, random, train } from "@trainyard/builder";
import type { TrainRun } from "@trainyard/core";
import { datasetsList } from "@trainyard/core/endpoints";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch, picture } from "./chromium.ts";
import { openPage, select } from "./open-page.ts";
import { seriousFindings } from "./serious-findings.ts";
import { makeStepsWorld, type StepsWorld } from "./steps-world.ts";

let browser: Browser;
let world: StepsWorld;
let run: TrainRun;
let page: Page;
beforeAll(async () => {
  [browser, world] = await Promise.all([launch(), makeStepsWorld()]);
  const { instance, outlines, local } = world;
  run = await train(instance)
    .on("auto")
    .project(outlines)
    .model("YOLO/YOLO26n-det")
    .split(random(80))
    .autostart(false)
    .start();
  page = await openPage(browser, local.pageLink(new URL(run.ref).pathname));
});
afterAll(async () => {
  await run.stop();
  await browser.close();
  await world[Symbol.asyncDispose]();
});

const row = (name: RegExp) => page.getByRole("row", { name });
/** Opens a step, unless it is the one that is open. */
const openStep = async (title: string) => {
  const button = page.getByRole("button", { name: `Change ${title}` });
  if ((await button.count()) > 0) await button.click();
  await page.getByRole("button", { name: `Select ${title}`, exact: true }).waitFor();
};

describe("the steps of the TrainApp page", () => {
  it("orders, filters and pages custom models, links what they come from, and previews their report", async () => {
    await openStep("Select Model");
    await page.getByRole("button", { name: "Custom models" }).click();
    const table = page.getByRole("region", { name: "Custom models" });
    expect(await table.getByRole("row").count()).toBe(11);
    await row(/trial 12 .*Project was deleted/).waitFor();
    await picture(page, "steps-custom-models");
    await page.getByRole("button", { name: "Next" }).click();
    await page.getByText("Page 2 of 2").waitFor();
    await row(/trial 1 .*Evaluation report/).waitFor();
    await page.getByRole("button", { name: /^Experiment/ }).click();
    await page.getByRole("button", { name: "Previous" }).click();
    expect(await table.getByRole("row").nth(1).textContent()).toContain("trial 1");
    await page.getByLabel("Task type").selectOption("instance segmentation");
    expect(await table.getByRole("row").count()).toBe(7);
    await page.getByLabel("Task type").selectOption("");
    expect(await seriousFindings(page)).toEqual([]);

    await page.getByRole("button", { name: "Preview Evaluation report of trial 1", exact: true }).click();
    const report = page.getByRole("dialog", { name: "Evaluation report of trial 1" });
    await report.locator("iframe").contentFrame().getByRole("heading", { name: "Evaluated" }).waitFor();
    await picture(page, "steps-report-preview");
    await page.keyboard.press("Escape");
    await report.waitFor({ state: "hidden" });

    await page.getByRole("link", { name: "scenes", exact: true }).first().click();
    await page.getByRole("heading", { name: "scenes", exact: true }).waitFor();
    await page.goBack();
    await page.getByRole("button", { name: "Pretrained models" }).waitFor();
    await select(page, "Select Model");
  });

  it("says what classes become, and leads to the project's QA & Stats", async () => {
    await openStep("Select Classes");
    await row(/^car polygon .* rectangle$/).waitFor();
    await page.getByText("Converted to rectangle for object detection: ").waitFor();
    await picture(page, "steps-classes");
    await page.getByRole("link", { name: "QA & Stats" }).click();
    await page.getByRole("heading", { name: "outlines", exact: true }).waitFor();
    await page.goBack();
    await select(page, "Select Classes");
  });

  it("divides at random by typed percents, and offers no way that the project has nothing for", async () => {
    await openStep("Train / Val Split");
    const typed = page.getByRole("spinbutton", { name: "Train percent" });
    await typed.fill("25");
    await typed.press("Tab");
    await row(/^train 2/).waitFor();
    await row(/^val 6/).waitFor();
    await page.getByText("The val set is larger than the train set.").waitFor();
    expect(await page.getByRole("spinbutton", { name: "Validation percent" }).inputValue()).toBe("75");
    await typed.fill("150");
    await typed.press("Tab");
    expect(await typed.inputValue()).toBe("25");
    await picture(page, "steps-random");
    expect(await page.getByRole("button", { name: "Based on item tags" }).count()).toBe(0);
    expect(await page.getByRole("button", { name: "Based on collections" }).count()).toBe(0);
  });

  it("divides by a tree of datasets, each by itself or with all in it", async () => {
    await openStep("Train / Val Split");
    await page.getByRole("button", { name: "Based on datasets" }).click();
    const side = (name: string) => page.getByRole("group", { name, exact: true });
    await side("Train").getByRole("button", { name: "All of day" }).click();
    await page.getByText(/^train 8$/).waitFor();
    await side("Train")
      .getByRole("checkbox", { name: /^night/ })
      .uncheck();
    await page.getByText(/^train 4$/).waitFor();
    await side("Validation")
      .getByRole("checkbox", { name: /^night/ })
      .check();
    await page.getByText(/^val 4$/).waitFor();
    await picture(page, "steps-datasets");
    expect(await seriousFindings(page)).toEqual([]);
    const ids = await datasetsList(world.instance, world.outlines);
    const [day, night] = ["day", "night"].map((name) => ids.find((one) => one.name === name)?.id ?? 0);
    const { by, train: on, val } = datasets([day ?? 0], [night ?? 0]);
    await page.getByRole("region", { name: "chain" }).getByText(`.split(${by}([${on}], [${val}]))`).waitFor();
    await select(page, "Train / Val Split");
    await select(page, "Hyperparameters");
  });

  it("warns of the conversion for the benchmark, explains it, and offers the speed test only with it", async () => {
    await openStep("Model Benchmark");
    const warning = page.getByText(/automatically converted according to CV task.* to rectangle/);
    await warning.waitFor();
    const more = page.getByRole("link", { name: "What the Model Benchmark measures" });
    expect(await more.getAttribute("href")).toContain("model-evaluation-benchmark");
    await page.getByRole("checkbox", { name: "Run speed test" }).check();
    await picture(page, "steps-benchmark");
    await page.getByRole("checkbox", { name: "Run Model Benchmark evaluation" }).uncheck();
    await page.getByRole("checkbox", { name: "Run speed test" }).waitFor({ state: "detached" });
    expect(await warning.count()).toBe(0);
    await page.getByRole("checkbox", { name: "Run Model Benchmark evaluation" }).check();
    expect(await page.getByRole("checkbox", { name: "Run speed test" }).isChecked()).toBe(false);
  });

  it("asks for tags where the app does, and for no other thing that the app has switched off", async () => {
    const { instance, scenes, dir } = world;
    const app = defineTrainApp({
      framework: "Mean",
      models: [{ name: "Mean-1", task: "object detection" }],
      hyperparameters: "epochs: 3\n",
      ...{ exports: [], autostart: true, customModels: false },
      selectors: { tags: true, benchmark: false },
      train: async ({ outputDir }) => {
        await mkdir(join(outputDir, "checkpoints"), { recursive: true });
        await writeFile(join(outputDir, "checkpoints", "best.pt"), "weights");
        return { checkpoints: ["best.pt"], best: "best.pt", metrics: {} };
      },
    });
    const session = new TrainSession({
      ...{ app, instance, taskId: 901, projectId: scenes, workDir: join(dir, "own"), now: () => new Date() },
    });
    const server = serve({ fetch: appHandler(session).fetch, port: 0, hostname: "127.0.0.1" });
    await new Promise((listening) => server.once("listening", listening));
    const address = server.address();
    const own = await openPage(browser, `http://127.0.0.1:${Object(address).port}/`);
    await select(own, "Select Project");
    expect(await own.getByRole("button", { name: "Custom models" }).count()).toBe(0);
    await select(own, "Select Model");
    const tags = own.getByRole("region", { name: "Tags" });
    await tags.getByRole("checkbox", { name: "Tag", exact: true }).uncheck();
    await own.getByText("Please select at least one tag").waitFor();
    await tags.getByRole("checkbox", { name: "val" }).check();
    await own.getByText("Please select at least one tag").waitFor({ state: "detached" });
    await picture(own, "steps-tags");
    await select(own, "Select Classes");
    await own.getByText(/1 of 2 tags/).waitFor();
    expect(await own.getByRole("heading", { name: "Model Benchmark" }).count()).toBe(0);
    expect((await session.page()).state.form.tags).toEqual(["val"]);
    await own.context().close();
    server.close();
  });
});
