import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";

/** Opens a training's page at an address; nothing it does may break the page's policy or throw. */
export async function openPage(
  browser: Browser,
  address: string,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 900 }, ...options });
  const page = await context.newPage();
  const failures: string[] = [];
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) failures.push(message.text());
  });
  page.on("pageerror", (error) => failures.push(error.message));
  await page.goto(address);
  await page.getByRole("heading", { level: 1, name: /^Train / }).waitFor();
  await page.getByText("Connected", { exact: true }).waitFor();
  expect(failures).toEqual([]);
  return page;
}

/** Opens a selected step again. */
export function change(page: Page, title: string): Promise<void> {
  return page.getByRole("button", { name: `Change ${title}` }).click();
}

/** Selects the open step. */
export async function select(page: Page, title: string): Promise<void> {
  await page.getByRole("button", { name: `Select ${title}`, exact: true }).click();
  await page.getByRole("button", { name: `Change ${title}` }).waitFor();
}
