import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatModel, parseModel } from "./parse-model.ts";

describe("parseModel()", () => {
  it("reads FRAMEWORK/NAME as a pretrained model", () => {
    expect(parseModel("YOLO/YOLO26s-det")).toEqual({
      from: "pretrained",
      framework: "YOLO",
      name: "YOLO26s-det",
    });
    expect(parseModel("RT-DETRv2/rt detr v2.5")).toMatchObject({ name: "rt detr v2.5" });
  });

  it.each([
    ["/experiments/1_Lemons/7_YOLO/checkpoints/best.pt", "/experiments/1_Lemons/7_YOLO/checkpoints/best.pt"],
    ["experiments/1_Lemons/7_YOLO/checkpoints/best.pt", "/experiments/1_Lemons/7_YOLO/checkpoints/best.pt"],
    ["old/best.PTH", "/old/best.PTH"],
    ["best.onnx", "/best.onnx"],
    ["/anything", "/anything"],
  ])("reads %s as a file in Team Files", (text, path) => {
    expect(parseModel(text)).toEqual({ from: "checkpoint", path });
  });

  it.each(["", "  ", "YOLO", "YOLO/", "a/b/c"])("refuses %j and shows both forms", (text) => {
    expect(() => parseModel(text)).toThrow(/names no model.*YOLO\/YOLO26s-det.*Team Files/);
  });

  it.each([" YOLO/YOLO26s-det", "YOLO/YOLO26s-det\n", "/experiments/1_a/7_b/checkpoints/best.pt "])(
    "refuses the blanks around %j, and shows the text without them",
    (text) => {
      expect(() => parseModel(text)).toThrow(
        `Leave out the blanks around it: ${JSON.stringify(text.trim())}.`,
      );
    },
  );

  it("reads back what formatModel() writes", () => {
    const word = fc.stringMatching(/^[A-Za-z][\w-]{0,12}$/).filter((text) => text !== "experiments");
    fc.assert(
      fc.property(word, word, (framework, name) => {
        const model = { from: "pretrained" as const, framework, name };
        expect(parseModel(formatModel(model))).toEqual(model);
        const file = { from: "checkpoint" as const, path: `/${framework}/${name}.pt` };
        expect(parseModel(formatModel(file))).toEqual(file);
      }),
    );
  });
});
