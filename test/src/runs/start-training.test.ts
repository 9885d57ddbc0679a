import { describe, expect, it } from "vitest";
import { failure } from "./failure.ts";
import {
  at,
  elapsed,
  finish,
  minute,
  overSockets,
  platform,
  run,
  says,
  task,
  watchOneRun,
} from "./watched-run.ts";

watchOneRun();

const guiState = {
  model: { source: "Pretrained models", model_name: "tiny" },
  classes: ["lemon"],
  train_val_split: { method: "random", split: "train", percent: 80 },
  hyperparameters: null,
  options: {
    convert_class_shapes: true,
    model_benchmark: { enable: false, speed_test: false },
    cache_project: true,
    export: { enable: false, ONNXRuntime: false, TensorRT: false },
  },
  experiment_name: null,
  start_training: false,
};
/** A page that waits for a person; `asked` has the states that it was told to train. */
function waits(hear: () => "reset" | undefined = () => undefined) {
  const asked: { readonly after: number; readonly state: unknown }[] = [];
  says("");
  task.meta.params.state = { guiState };
  platform.scripts.set("tasks.request.direct", ({ command, state }) => {
    if (command !== "train_from_api") return undefined;
    asked.push({ after: elapsed(), state });
    const heard = hear();
    if (heard !== undefined) return heard;
    says("Preparing data for training...");
    return { json: { result: "model training started" } };
  });
  return asked;
}

describe("startTraining()", () => {
  it("presses Start once the app answers, with what the task was started with, and gives the state then", async () => {
    const asked = waits();
    task.app = undefined;
    at(minute, () => says(""));
    const state = await run.startTraining();
    expect(state.phase).toBe("preparing");
    expect(asked).toEqual([
      { after: expect.any(Number), state: { app_state: { ...guiState, start_training: true }, wait: false } },
    ]);
    expect(asked[0]?.after).toBeGreaterThanOrEqual(minute);
  });

  it("leaves a training alone that has begun, and is told how one ended", async () => {
    const asked = waits();
    says("Status: Training is in progress...");
    expect((await run.startTraining()).phase).toBe("training");
    finish();
    expect((await run.startTraining()).phase).toBe("finished");
    task.status = "error";
    task.meta.output = {};
    expect(await failure(overSockets().startTraining())).toMatchObject({ code: "TASK_FAILED" });
    expect(asked).toEqual([]);
  });

  it("does not press twice when the answer is lost and the app has begun", async () => {
    const asked = waits(() => {
      says("Preparing data for training...");
      return "reset";
    });
    expect((await overSockets().startTraining()).phase).toBe("preparing");
    expect(asked).toHaveLength(1);
  });

  it("presses again when the answer is lost and the app has begun nothing for longer than a request can be late", async () => {
    let lost = 0;
    const asked = waits(() => (lost++ === 0 ? "reset" : undefined));
    await overSockets().startTraining();
    expect(asked).toHaveLength(2);
    expect((asked[1]?.after ?? 0) - (asked[0]?.after ?? 0)).toBeGreaterThanOrEqual(20_000);
  });

  it("gives up with the app's own reason when it refuses four times", async () => {
    waits();
    platform.scripts.set("tasks.request.direct", ({ command }) =>
      command === "train_from_api"
        ? { status: 500, json: { detail: { title: "KeyError", message: "classes" } } }
        : undefined,
    );
    expect(await failure(run.startTraining())).toMatchObject({
      code: "INSTANCE_FAILED",
      facts: { reason: "classes" },
    });
  });

  it("names the page when nobody can say from outside what it shows", async () => {
    waits();
    task.meta.params.state = {};
    expect(await failure(run.startTraining())).toMatchObject({ code: "INPUT_INVALID" });
  });
});

describe("a task that was started to be told to train", () => {
  it("is told by whoever watches it, once its starter had its time, and not before", async () => {
    const asked = waits();
    task.meta.params.state = { guiState, beginsBy: "train_from_api" };
    at(30 * minute, finish);
    await run.finished();
    expect(asked).toHaveLength(1);
    expect(asked[0]?.after).toBeGreaterThanOrEqual(minute);
    expect(asked[0]?.after).toBeLessThan(3 * minute);
  });

  it("is left to its starter while that is there", async () => {
    const asked = waits();
    task.meta.params.state = { guiState, beginsBy: "train_from_api" };
    at(minute / 2, () => says("Status: Training is in progress..."));
    at(30 * minute, finish);
    await run.finished();
    expect(asked).toEqual([]);
  });
});

describe("a training that waits for a person", () => {
  it("says so, with the address of the page and the call that presses Start", async () => {
    waits();
    const { phase, reason, page } = await run.status();
    expect({ phase, page }).toEqual({ phase: "waitingForStart", page: run.ref });
    expect(reason).toContain(`press Start training (${run.ref})`);
    expect(reason).toContain("run.startTraining()");
  });
});
