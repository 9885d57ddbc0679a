import axe from "axe-core";
import type { Page } from "playwright-core";

/** What axe finds that is serious or worse. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  // Run by the debugger, which no policy of the page forbids.
  await page.evaluate(axe.source);
  return page.evaluate(`axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => id + ": " + nodes[0].html))`);
}
