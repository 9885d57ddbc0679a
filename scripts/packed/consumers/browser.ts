import { existsSync } from "node:fs";
import { chainFinding, chainProgram } from "../chain-program.ts";
import type { PackedConsumer } from "../consumer.ts";
import { expectOutput } from "../expect-output.ts";
import { writeFiles } from "../write-files.ts";

const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
const page = `import { build } from "esbuild";
import { chromium } from "playwright-core";
const { outputFiles } = await build({ entryPoints: ["chain.js"], bundle: true, format: "iife", write: false });
const browser = await chromium.launch({ executablePath: ${JSON.stringify(chromium)}, args: ["--no-sandbox"] });
const page = await browser.newPage();
page.on("console", (message) => console.log(message.text()));
page.on("pageerror", (error) => console.log(error.stack));
await page.addScriptTag({ content: outputFiles[0].text });
await browser.close();
`;

/** A chain in Chromium. */
export const browser: PackedConsumer = {
  name: "browser",
  tools: ["esbuild@0.25", "playwright-core@1"],
  fast: false,
  run({ folder }) {
    if (!existsSync(chromium)) return [`there is no Chromium at ${chromium}; CHROMIUM names another`];
    writeFiles(folder, { "chain.js": chainProgram, "page.mjs": page });
    return expectOutput(folder, [process.execPath, "page.mjs"], chainFinding);
  },
};
