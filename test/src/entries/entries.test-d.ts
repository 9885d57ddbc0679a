import type { Instance, Problem, RunEvent, RunState, Split, TrainSpec } from "@trainyard/core";
import type { DatasetRow, TaskInfo } from "@trainyard/core/endpoints";
import { datasetsList, tasksInfo } from "@trainyard/core/endpoints";
import type { CodeEntry, ErrorCode, ProblemCode, ProblemEntry } from "@trainyard/core/errors";
import { errorCodes, parseInput, problemCodes } from "@trainyard/core/errors";
import type { HyperparametersDiff, PyValue, TuneValues } from "@trainyard/core/hyperparameters";
import { hyperparametersDiff, parseAsPyYaml, tuneHyperparameters } from "@trainyard/core/hyperparameters";
import { agentIdFromEnv, connectFromEnv, showProgress } from "@trainyard/core/node";
import type { Lookups, TrainPlan } from "@trainyard/core/plan";
import { formatProblem, planTrain } from "@trainyard/core/plan";
import type { Drift, WatchedEvent } from "@trainyard/core/run";
import { initialRunState, isOver, reduceRun } from "@trainyard/core/run";
import type { FrameworkFacts, Layer, SpecPatch } from "@trainyard/core/spec";
import { editSpec, foldLayers, mergeSpecs, trainSpecSchema } from "@trainyard/core/spec";
import type { GuiSplit, GuiState, StartBody } from "@trainyard/core/wire";
import { splitToWire, startBody } from "@trainyard/core/wire";
import { deim } from "@trainyard/presets/deim";
import { parsePresetFile } from "@trainyard/presets/files";
import { maskDino } from "@trainyard/presets/maskdino";
import { mvd } from "@trainyard/presets/mvd";
import { loadPresetFiles } from "@trainyard/presets/node";
import { rtDetrv2 } from "@trainyard/presets/rt-detrv2";
import type { PresetLock } from "@trainyard/presets/sharing";
import { pinPresets, presetFromExperiment } from "@trainyard/presets/sharing";
import { sparseInst } from "@trainyard/presets/sparseinst";
import type { YoloModelName } from "@trainyard/presets/yolo";
import { yolo } from "@trainyard/presets/yolo";
import { expectTypeOf } from "expect-type";

declare const instance: Instance;
declare const spec: TrainSpec;
declare const state: RunState;

// @trainyard/core/spec: patches make specs, layers fold into one.
expectTypeOf(mergeSpecs(spec, { agent: null })).toEqualTypeOf<TrainSpec>();
expectTypeOf<SpecPatch["agent"]>().toEqualTypeOf<TrainSpec["agent"] | null | undefined>();
expectTypeOf(foldLayers).parameter(0).toExtend<readonly Layer[]>();
expectTypeOf(editSpec(spec, () => {})).toEqualTypeOf<TrainSpec>();

// @trainyard/core/plan: planning asks through a port, which an instance answers.
expectTypeOf(instance.lookups).toExtend<Lookups>();
expectTypeOf(planTrain(spec, instance.lookups)).resolves.toEqualTypeOf<TrainPlan>();
expectTypeOf(formatProblem).parameter(0).toEqualTypeOf<Problem>();

// @trainyard/core/run: events fold into states.
expectTypeOf(reduceRun(initialRunState, { type: "task", status: "started" })).toEqualTypeOf<RunState>();
expectTypeOf(isOver(state)).toEqualTypeOf<boolean>();
expectTypeOf<WatchedEvent>().toExtend<RunEvent & { readonly cursor: string }>();
expectTypeOf<Extract<RunEvent, { type: "drift" }>["drift"]>().toEqualTypeOf<readonly Drift[]>();

// @trainyard/core/wire: the platform's shapes and ours.
expectTypeOf(splitToWire).parameter(0).toEqualTypeOf<Split>();
expectTypeOf(splitToWire).returns.toEqualTypeOf<GuiSplit>();
expectTypeOf(startBody).returns.toEqualTypeOf<StartBody>();
expectTypeOf<GuiState["train_val_split"]>().toEqualTypeOf<GuiSplit>();

// @trainyard/core/endpoints: functions of an instance.
expectTypeOf(tasksInfo(instance, 1)).resolves.toEqualTypeOf<TaskInfo | null>();
expectTypeOf(datasetsList).returns.resolves.toEqualTypeOf<readonly DatasetRow[]>();

// @trainyard/core/hyperparameters: texts, as PyYAML reads them.
expectTypeOf(parseAsPyYaml("a: 1")).toEqualTypeOf<PyValue>();
expectTypeOf(tuneHyperparameters).parameter(1).toEqualTypeOf<TuneValues>();
expectTypeOf(hyperparametersDiff("a: 1", "a: 2")).toEqualTypeOf<HyperparametersDiff>();

// @trainyard/core/errors: one table of codes, one of problems.
expectTypeOf(errorCodes).toExtend<Readonly<Record<ErrorCode, CodeEntry>>>();
expectTypeOf(problemCodes).toExtend<Readonly<Record<ProblemCode, ProblemEntry>>>();
expectTypeOf(parseInput(trainSpecSchema, {}, "spec")).toEqualTypeOf<TrainSpec>();

// @trainyard/core/node: what the environment says.
expectTypeOf(connectFromEnv()).toEqualTypeOf<Instance>();
expectTypeOf(agentIdFromEnv()).toEqualTypeOf<number>();
expectTypeOf(showProgress).returns.resolves.toHaveProperty("metrics");

// @trainyard/presets/<framework>: facts, with the models by name.
for (const framework of [yolo, deim, rtDetrv2, sparseInst, maskDino, mvd])
  expectTypeOf(framework).toExtend<FrameworkFacts>();
expectTypeOf<"YOLO26s-det">().toExtend<YoloModelName>();
expectTypeOf<"YOLO26s-dett">().not.toExtend<YoloModelName>();

// @trainyard/presets/files, /sharing, /node.
expectTypeOf(parsePresetFile).parameter(0).toEqualTypeOf<string>();
expectTypeOf(pinPresets).returns.toEqualTypeOf<PresetLock>();
expectTypeOf(presetFromExperiment).parameter(0).toEqualTypeOf<Instance>();
expectTypeOf(loadPresetFiles).parameter(0).toExtend<string | readonly string[]>();
