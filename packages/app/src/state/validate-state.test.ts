import { describe, expect, it } from "vitest";
import type { StateFacts } from "./state-facts.ts";
import { validateState } from "./validate-state.ts";

const facts = { datasets: new Set([1, 2]), collections: new Set([7, 8]) };
const whole = {
  model: { source: "Pretrained models", model_name: "YOLO26s-det" },
  classes: ["car"],
  train_val_split: { method: "random", split: "train", percent: 80 },
};
const message = (state: unknown) => {
  try {
    validateState(state, facts);
    return "accepted";
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : "";
  }
};
const without = (key: string) => Object.fromEntries(Object.entries(whole).filter(([name]) => name !== key));
const split = (value: unknown) => ({ ...whole, train_val_split: value });
const model = (value: unknown) => ({ ...whole, model: value });
const options = (value: unknown) => ({ ...whole, options: value });

describe("a state that the app does not accept is told in the platform's words", () => {
  it.each([
    [[], "app_state must be a dictionary"],
    [null, "app_state must be a dictionary"],
    ["text", "app_state must be a dictionary"],
    [without("model"), "Missing required key in app_state: model"],
    [without("train_val_split"), "Missing required key in app_state: train_val_split"],
    [without("classes"), "Missing required key in app_state: classes"],
    [{ ...whole, classes: "car" }, "app_state['classes'] must be of type list"],
    [model({}), "Missing required key in app_state['model']: source"],
    [model({ source: "Pretrained models" }), "Missing required key in app_state['model']: model_name"],
    [model({ source: "Custom models" }), "Missing required key in app_state['model']: task_id"],
    [
      model({ source: "Custom models", task_id: 5 }),
      "Missing required key in app_state['model']: checkpoint",
    ],
    [options([]), "app_state['options'] must be a dictionary"],
    [
      options({ cache_project: true, model_benchmark: true }),
      "app_state['options']['model_benchmark'] must be a dictionary",
    ],
    [options({}), "app_state['options']['cache_project'] must be a boolean"],
    [options({ cache_project: "yes" }), "app_state['options']['cache_project'] must be a boolean"],
    [split({}), "Missing required key in app_state['train_val_split']: method"],
    [split({ method: "random", percent: 80 }), "split must be 'train' or 'val'"],
    [split({ method: "random", split: "test", percent: 80 }), "split must be 'train' or 'val'"],
    ...[0, 100, 79.5, "80", false, undefined].map((percent): [unknown, string] => [
      split({ method: "random", split: "val", percent }),
      "percent must be an integer in range 1 to 99",
    ]),
    [
      split({ method: "tags", train_tag: "train", untagged_action: "train" }),
      "train_tag and val_tag must be specified in tags split method",
    ],
    [
      split({ method: "tags", train_tag: "", val_tag: "val", untagged_action: "train" }),
      "train_tag and val_tag must be specified in tags split method",
    ],
    [
      split({ method: "datasets", train_datasets: [1, 999, 999], val_datasets: [998, 2] }),
      "Datasets with ids: 999, 999, 998 not found in the project",
    ],
    [
      split({ method: "collections", train_collections: [6], val_collections: [7, 9] }),
      "Collections with ids: 6, 9 not found in the project",
    ],
  ])("%j", (state, expected) => {
    expect(message(state)).toBe(`StateError: ${expected}`);
  });
});

describe("a state with several faults", () => {
  it("is told them one after the other: model, split's method, classes, model's name, options, split", () => {
    const faults = {
      model: {},
      train_val_split: {},
      classes: "car",
      options: 1,
    };
    const mended = [
      { model: { source: "Pretrained models" } },
      { train_val_split: { method: "random" } },
      { classes: [] },
      { model: whole.model },
      { options: { model_benchmark: null, cache_project: 1 } },
      { options: { cache_project: 1 } },
      { options: undefined },
      { options: { cache_project: true } },
    ];
    const states = mended.map((_, count) => Object.assign({}, faults, ...mended.slice(0, count + 1)));
    expect([faults, ...states].map(message)).toEqual(
      [
        "Missing required key in app_state['model']: source",
        "Missing required key in app_state['train_val_split']: method",
        "app_state['classes'] must be of type list",
        "Missing required key in app_state['model']: model_name",
        "app_state['options'] must be a dictionary",
        "app_state['options']['model_benchmark'] must be a dictionary",
        "app_state['options']['cache_project'] must be a boolean",
        "app_state['options'] must be a dictionary",
        "split must be 'train' or 'val'",
      ].map((text) => `StateError: ${text}`),
    );
  });
});

describe("a state that the platform accepts and cannot use is refused too", () => {
  it.each([
    [model({ source: "Elsewhere" }), "app_state['model']['source'] must be"],
    [model({ source: "Custom models", task_id: null, checkpoint: null }), "task_id must be a number"],
    [split({ method: "random", split: "train", percent: true }), "range 1 to 99, not true"],
    [split({ method: "based on datasets" }), "method must be 'random', 'tags', 'datasets' or 'collections'"],
    [split({ method: "tags", train_tag: "a", val_tag: "b" }), "untagged_action must be"],
    [split({ method: "datasets", train_datasets: [1] }), "app_state['train_val_split']: val_datasets"],
    [{ ...whole, hyperparameters: { epochs: 3 } }, "app_state['hyperparameters'] must be text"],
    [{ ...whole, experiment_name: 12345 }, "app_state['experiment_name'] must be text"],
  ])("%j", (state, expected) => {
    expect(message(state)).toContain(expected);
  });
});

describe("a state that the app accepts", () => {
  it("has the platform's defaults where it says nothing", () => {
    expect(validateState(whole, facts)).toEqual({
      ...whole,
      hyperparameters: null,
      options: {
        convert_class_shapes: true,
        model_benchmark: { enable: true, speed_test: true },
        cache_project: true,
        export: { enable: false, ONNXRuntime: false, TensorRT: false },
      },
      experiment_name: null,
      start_training: false,
    });
  });

  it("keeps what it says, with no speed test where there is no benchmark", () => {
    const said = {
      cache_project: false,
      convert_class_shapes: false,
      model_benchmark: { enable: false, speed_test: true },
      export: { ONNXRuntime: true },
    };
    const state = { ...options(said), hyperparameters: "epochs: 3\n", start_training: true };
    expect(validateState(state, facts)).toMatchObject({
      hyperparameters: "epochs: 3\n",
      start_training: true,
      options: {
        cache_project: false,
        convert_class_shapes: false,
        model_benchmark: { enable: false, speed_test: false },
        export: { enable: true, ONNXRuntime: true, TensorRT: false },
      },
    });
  });

  it.each([
    { method: "random", split: "val", percent: 1 },
    { method: "random", split: "train", percent: 99 },
    { method: "tags", train_tag: "1", val_tag: "2", untagged_action: "ignore" },
    { method: "datasets", train_datasets: [1], val_datasets: [2] },
    { method: "collections", train_collections: [7], val_collections: [8] },
  ])("may split so: %j", (value) => {
    expect(validateState(split(value), facts).train_val_split).toEqual(value);
  });

  it("may start from an experiment's checkpoint", () => {
    const value = { source: "Custom models", task_id: 5, checkpoint: "best.pt" };
    expect(validateState(model(value), facts).model).toEqual(value);
  });
});

const load = (state: Readonly<Record<string, unknown>>, more: Partial<StateFacts>) => {
  const warnings: string[] = [];
  const loaded = validateState({ ...whole, ...state }, { ...facts, ...more }, (text) => warnings.push(text));
  return { ...loaded, warnings };
};

describe("classes and tags", () => {
  const classes = [
    { title: "car", id: 11 },
    { title: "12", id: 7 },
    { title: "bus", id: 12 },
    { title: "no id", id: null },
  ];

  it("may be ids of classes, which become names in the project's order", () => {
    expect(load({ classes: [12, 11, 11] }, { classes })).toMatchObject({
      classes: ["car", "bus"],
      warnings: [],
    });
  });

  it("are names where one of them is: a number among them is no id and no name", () => {
    expect(load({ classes: ["12", 11, null] }, { classes })).toMatchObject({
      classes: ["12"],
      warnings: ["11 is no name of a class: it is left out.", "null is no name of a class: it is left out."],
    });
  });

  it("say aloud what the project does not have", () => {
    expect(load({ classes: [99] }, { classes })).toMatchObject({
      classes: [],
      warnings: ["The project has no class with the id 99: it is left out."],
    });
    expect(load({ classes: ["van"] }, { classes }).warnings).toEqual([
      'The project has no class "van": it is left out.',
    ]);
    const tags = { tags: ["day"], selectors: { tags: true } };
    expect(load({ tags: ["day", "night"] }, tags)).toMatchObject({
      tags: ["day", "night"],
      warnings: ['The project has no tag "night": it is left out.'],
    });
  });

  it("are none where the app does not ask for them", () => {
    const asked = load({ classes: "car", tags: "day" }, { selectors: { classes: false } });
    expect(asked).toMatchObject({ classes: [], warnings: [] });
    expect(asked).not.toHaveProperty("tags");
  });
});

describe("a split that the app does not ask for", () => {
  const selectors = { splits: false };
  it("is used all the same, and is 80 % where it cannot be", () => {
    const usable = { method: "datasets", train_datasets: [1], val_datasets: [2] };
    const otherwise = { method: "random", split: "train", percent: 80 };
    expect(load({ train_val_split: usable }, { selectors }).train_val_split).toEqual(usable);
    expect(load({ train_val_split: { method: "other" } }, { selectors }).train_val_split).toEqual(otherwise);
  });
});

describe("a switch", () => {
  const switches = (value: unknown) => {
    const said = {
      cache_project: true,
      convert_class_shapes: value,
      model_benchmark: { enable: value, speed_test: value },
      export: { ONNXRuntime: value, TensorRT: value },
    };
    const { options: read, start_training: start } = load({ options: said, start_training: value }, {});
    return [start, read.convert_class_shapes, ...Object.values(read.model_benchmark), read.export.TensorRT];
  };

  it.each([true, 1, "yes", "true", [0], { a: 1 }])("is on when it is %j", (value) => {
    expect(new Set(switches(value))).toEqual(new Set([true]));
  });

  it.each([false, 0, "", null, [], {}, "false", "False"])("is off when it is %j", (value) => {
    expect(new Set(switches(value))).toEqual(new Set([false]));
  });
});
