import { describe, expect, it } from "vitest";
import type { TrainPlan } from "../plan/terms/train-plan.ts";
import { startBody } from "./start-body.ts";

const plan: TrainPlan = {
  project: { id: 101, name: "Lemons", workspaceId: 58 },
  agent: { id: 12, reason: "named by the caller" },
  app: { moduleId: 1001, name: "Train F", framework: "F" },
  training: {
    model: { from: "pretrained", framework: "F", name: "F-s" },
    classes: ["cat"],
    split: { by: "tags", train: "t", val: "v", untagged: "ignore" },
    hyperparameters: null,
    convertClassShapes: true,
    benchmark: true,
    speedtest: false,
    cacheProject: true,
    exports: ["onnx"],
    experimentName: null,
    autostart: true,
  },
  task: {},
  warnings: [],
};

describe("startBody()", () => {
  it("is what the platform's SDK sends, key by key and in its order, but for the run key", () => {
    expect(JSON.stringify(startBody(plan, "k1"))).toBe(
      JSON.stringify({
        agentId: 12,
        workspaceId: 58,
        description: "application description [run k1]",
        params: {
          state: {
            slyProjectId: 101,
            guiState: {
              model: { source: "Pretrained models", model_name: "F-s" },
              classes: ["cat"],
              train_val_split: { method: "tags", train_tag: "t", val_tag: "v", untagged_action: "ignore" },
              hyperparameters: null,
              options: {
                convert_class_shapes: true,
                model_benchmark: { enable: true, speed_test: false },
                cache_project: true,
                export: { enable: true, ONNXRuntime: true, TensorRT: false },
              },
              experiment_name: null,
              start_training: true,
            },
          },
        },
        logLevel: "info",
        usersIds: [],
        appVersion: "",
        isBranch: false,
        taskName: "pythonSpawned",
        restartPolicy: "never",
        proxyKeepUrl: false,
        advancedSettings: { limitByWorkspace: false },
        moduleId: 1001,
      }),
    );
  });

  it("passes the task's options on, and a continuation's task and mode", () => {
    const task = {
      description: "nightly",
      kubernetes: { limitGpus: 1 },
      redirectRequests: { token: 8000 },
      multiUserSession: true,
      usersIds: [3],
    };
    expect(startBody({ ...plan, training: { taskId: 265, mode: "continue" }, task }, "k2")).toMatchObject({
      description: "nightly [run k2]",
      params: { state: { trainTaskId: 265, trainMode: "continue", slyProjectId: 101 } },
      advancedSettings: { limitByWorkspace: false, limitGpus: 1 },
      redirectRequests: { token: 8000 },
      usersIds: [3],
      singleSessionMode: true,
    });
  });

  it("asks an app that selects a model of its own to wait, and says who begins", () => {
    const { state } = startBody({ ...plan, app: { ...plan.app, beginsBy: "train_from_api" } }, "k3").params;
    expect(state).toMatchObject({ beginsBy: "train_from_api", guiState: { start_training: false } });
  });
});
