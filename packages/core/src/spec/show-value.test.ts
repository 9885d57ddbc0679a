import { expect, it } from "vitest";
import { shownSpec } from "./show-value.ts";

const display = Symbol.for("Jupyter.display");

it("a spec is plain data that a notebook shows as its settings, with nothing in them as markup", () => {
  const spec = shownSpec({
    project: "<b>",
    classes: ["car"],
    split: { by: "random", percent: 70, side: "train" },
  });
  expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
  expect(Object.isFrozen(spec)).toBe(true);
  const shown = Reflect.get(spec, display).call(spec);
  expect(shown["text/plain"]).toBe('Spec\n  project  "<b>"\n  classes  ["car"]\n  split    random(70)');
  expect(shown["text/html"]).toContain("&lt;b&gt;");
  expect(shown["text/html"]).not.toContain("<b>");
});
