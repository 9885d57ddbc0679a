import { describe, expect, it } from "vitest";
import { countHtml, judgeNotebook, type Output } from "./judge-notebook.ts";

const token = "a".repeat(40);
const notebook = (...outputs: Output[]) => ({ cells: [{ cell_type: "code", source: "1\nplan", outputs }] });
const html = (text: string): Output => ({ output_type: "execute_result", data: { "text/html": text } });

describe("an executed notebook", () => {
  it("is good when no cell throws and none shows the token", () => {
    expect(judgeNotebook("n", notebook(html("<p>fine</p>")), token)).toEqual([]);
    expect(countHtml(notebook(html("<p>fine</p>")))).toBe(1);
  });

  it("is bad when a cell throws, and names the cell", () => {
    const error = { output_type: "error", ename: "TypeError", evalue: "no" };
    expect(judgeNotebook("n", notebook(error), token)).toEqual(['n: the cell "plan" throws TypeError: no']);
  });

  it("is bad when a cell shows nothing, unless it is the last, which closes the instance", () => {
    const [cell] = notebook().cells;
    const cells = cell === undefined ? [] : [cell, cell];
    expect(judgeNotebook("n", { cells }, token)).toEqual(['n: the cell "plan" shows nothing']);
  });

  it("is bad when an output holds the token, in whatever form, or when it is not known what to look for", () => {
    expect(judgeNotebook("n", notebook(html(`<i title="${token}">`)), token)).toHaveLength(1);
    expect(judgeNotebook("n", notebook(), "")).toHaveLength(1);
  });
});
