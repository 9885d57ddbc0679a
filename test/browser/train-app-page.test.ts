import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { startLocalInstance } from "@trainyard/local";
import { InferenceSession, Tensor } from "onnxruntime-web";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launch, picture } from "./chromium.ts";
import { change, openPage, select } from "./open-page.ts";
import { hostileName, makePageWorld, type PageWorld } from "./page-world.ts";
import { seriousFindings } from "./serious-findings.ts";

let browser: Browser;
let world: PageWorld;
beforeAll(async () => {
  [browser, world] = await Promise.all([launch(), makePageWorld()]);
});
afterAll(async () => {
  await browser.close();
  await world[Symbol.asyncDispose]();
});

/** Opens a run's page as a person does: by the one-time link. */
const open = (
  ref: string,
  options: Parameters<Browser["newContext"]>[0] = {},
  { local }: PageWorld = world,
): Promise<Page> => openPage(browser, local.pageLink(new URL(ref).pathname), options);

describe("the TrainApp page", () => {
  it("goes through the eight steps by clicking, trains, and its ONNX file runs", async () => {
    const run = await world.waiting();
    const page = await open(run.ref);
    expect(page.url()).not.toContain("link=");
    await change(page, "Select Project");
    await picture(page, "1-project");
    await select(page, "Select Project");
    await picture(page, "2-model");
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole("radio", { name: "YOLO26s-det" }).click();
    await select(page, "Select Model");
    await picture(page, "3-classes");
    await select(page, "Select Classes");
    await page.getByText(/^train 18$/).waitFor();
    await picture(page, "4-split");
    expect(await seriousFindings(page)).toEqual([]);
    await select(page, "Train / Val Split");
    await page.locator(".cm-content").waitFor();
    await picture(page, "5-hyperparameters");
    expect(await seriousFindings(page)).toEqual([]);
    await select(page, "Hyperparameters");
    await page.getByRole("checkbox", { name: "Run speed test" }).check();
    await picture(page, "6-benchmark");
    await select(page, "Model Benchmark");
    await page.getByRole("checkbox", { name: "Export to ONNX" }).check();
    await picture(page, "7-export");
    await select(page, "Export");
    await page.getByLabel("Experiment name").fill("by hand");
    await page.getByLabel("Experiment name").blur();
    const plan = page.getByRole("region", { name: "Plan" });
    await plan.getByRole("row", { name: "experiment by hand this page" }).waitFor();
    await plan.getByRole("row", { name: "model YOLO/YOLO26s-det this page" }).waitFor();
    await plan.getByRole("row", { name: /^epochs 3 \(\d+ in the app's file\) set from code$/ }).waitFor();
    await picture(page, "8-start");
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Start training" }).click();
    await page.getByRole("heading", { name: "Training", exact: true }).waitFor();
    await page.getByRole("img", { name: /^Loss: / }).waitFor();
    await picture(page, "9-training");
    await page.getByRole("heading", { name: "Training artifacts" }).waitFor();
    const experiment = await run.finished({ timeout: "1m" });
    expect(experiment.name).toBe("by hand");
    await picture(page, "10-finished");
    expect(await seriousFindings(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "export/best.onnx" }).click(),
    ]);
    const session = await InferenceSession.create(new Uint8Array(await readFile(await download.path())));
    const [name = ""] = session.inputNames;
    const outputs = await session.run({
      [name]: new Tensor("float32", new Float32Array(3 * 64 * 64), [1, 3, 64, 64]),
    });
    expect(Object.values(outputs)[0]?.data.length).toBeGreaterThan(0);
    await page.context().close();
  });

  it("shows what a chain with autostart(false) said, and is started by a click", async () => {
    const run = await world.waiting();
    const page = await open(run.ref);
    await page.getByText("YOLO/YOLO26n-det").first().waitFor();
    await page.getByRole("button", { name: "Start training" }).click();
    const { model } = await run.finished({ timeout: "1m" });
    expect(model).toBe("YOLO26n-det");
    await page.context().close();
  });

  it("keeps values when a step is opened again, undoes, and agrees on two pages", async () => {
    const run = await world.waiting();
    const [one, two] = [await open(run.ref), await open(run.ref)];
    await change(one, "Select Model");
    await one.getByRole("radio", { name: "YOLO26m-det" }).click();
    await two.getByRole("radio", { name: "YOLO26m-det", checked: true }).waitFor();
    await two.getByRole("button", { name: "Undo" }).click();
    await one.getByRole("radio", { name: "YOLO26n-det", checked: true }).waitFor();
    await one.getByRole("button", { name: "Redo" }).click();
    await two.getByRole("radio", { name: "YOLO26m-det", checked: true }).waitFor();
    await select(two, "Select Model");
    await change(one, "Select Model");
    await two.getByRole("radio", { name: "YOLO26m-det", checked: true }).waitFor();
    await Promise.all([one.context().close(), two.context().close(), run.stop()]);
  });

  it("shows a problem at its step and line, and stays there until it is mended", async () => {
    const run = await world.waiting();
    const page = await open(run.ref);
    await change(page, "Hyperparameters");
    await page.locator(".cm-content").click();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("epochs: 3\nlr0: [\n");
    await page.getByRole("button", { name: "Select Hyperparameters" }).click();
    await page.getByRole("alert").filter({ hasText: "not YAML" }).waitFor();
    await picture(page, "problem");
    await page.getByRole("button", { name: "Select Hyperparameters" }).waitFor();
    await page.getByRole("button", { name: "Reset to defaults" }).click();
    await select(page, "Hyperparameters");
    await Promise.all([page.context().close(), run.stop()]);
  });

  it("is usable by keyboard alone", async () => {
    const run = await world.waiting();
    const page = await open(run.ref);
    const to = async (name: string) => {
      for (let at = 0; at < 80; at++) {
        await page.keyboard.press("Tab");
        const focused = await page.evaluate(
          "document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent",
        );
        if (focused === name) return;
      }
      throw new Error(`The keyboard does not reach ${name}.`);
    };
    await to("Change Train / Val Split");
    await page.keyboard.press("Enter");
    await to("Train percent, by dragging");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => page.getByRole("spinbutton", { name: "Train percent" }).inputValue()).toBe("76");
    await to("Select Train / Val Split");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Change Train / Val Split" }).waitFor();
    await Promise.all([page.context().close(), run.stop()]);
  });

  it.each([
    ["narrow", { viewport: { width: 360, height: 760 } }],
    ["dark", { colorScheme: "dark" as const }],
  ])("fits and reads well: %s", async (name, options) => {
    const run = await world.waiting();
    const page = await open(run.ref, options);
    for (const title of ["Select Model", "Select Classes", "Train / Val Split", "Hyperparameters"]) {
      if (title === "Select Model") await change(page, title);
      await page.getByRole("button", { name: `Select ${title}`, exact: true }).waitFor();
      const wide = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
      expect(wide, title).toBeLessThanOrEqual(0);
      await picture(page, `${name}-${title.replaceAll(/\W+/g, "-")}`);
      expect(await seriousFindings(page), title).toEqual([]);
      await select(page, title);
    }
    await Promise.all([page.context().close(), run.stop()]);
  });

  it("shows a hostile project name as text", async () => {
    const run = await world.waiting();
    const page = await open(run.ref);
    expect(await page.getByText(hostileName).count()).toBeGreaterThan(0);
    expect(await page.title()).not.toBe("owned");
    expect(await page.locator("img[src=x]").count()).toBe(0);
    await Promise.all([page.context().close(), run.stop()]);
  });

  it("is the same page again when its chain is pasted back", async () => {
    const run = await world.waiting();
    const page = await open(run.ref);
    const chain = await page.getByRole("region", { name: "chain" }).textContent();
    await page.getByRole("button", { name: "Paste" }).click();
    await page.getByLabel("A chain or a preset").fill((chain ?? "").replace("random(75", "random(60"));
    await page.getByRole("button", { name: "Fill in" }).click();
    await page.getByText(/random · 14 train, 10 val/).waitFor();
    await Promise.all([page.context().close(), run.stop()]);
  });

  it("refuses strangers: no cookie, a foreign origin, a used link", async () => {
    const run = await world.waiting();
    const { status } = await fetch(`${run.ref}/page/events`);
    expect(status).toBe(401);
    const page = await open(run.ref);
    const cookies = await page.context().cookies();
    expect(cookies).toMatchObject([{ httpOnly: true, sameSite: "Strict" }]);
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    const foreign = await fetch(`${run.ref}/page/act`, {
      method: "POST",
      headers: { cookie, origin: "http://elsewhere.test", "content-type": "application/json" },
      body: '{"type":"start"}',
    });
    expect(foreign.status).toBe(403);
    const link = world.local.pageLink("/");
    await fetch(link, { redirect: "manual" });
    expect((await fetch(link, { redirect: "manual" })).status).toBe(401);
    await Promise.all([page.context().close(), run.stop()]);
  });

  it("says so when its app is gone", async () => {
    const run = await world.waiting();
    const page = await open(run.ref);
    await run.stop();
    await page.getByText("Not connected").waitFor();
    await page.getByText("YOLO/YOLO26n-det").first().waitFor();
    await picture(page, "gone");
    await page.context().close();
  });

  it("stays with what it showed while its instance restarts, and its browser stays signed in", async () => {
    await using own = await makePageWorld();
    const run = await own.waiting();
    const page = await open(run.ref, {}, own);
    await own.local.close();
    await page.getByText("Not connected").waitFor();
    await page.getByText("YOLO/YOLO26n-det").first().waitFor();
    const port = Number(new URL(own.local.address).port);
    const again = await startLocalInstance({ dir: join(own.dir, "instance"), port });
    const answer = await page.context().request.get(`${run.ref}/artifacts/x`);
    expect(answer.status()).not.toBe(401);
    await page.context().close();
    await again.close();
  });
});
