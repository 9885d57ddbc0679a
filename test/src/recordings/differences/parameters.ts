import type { Difference } from "../difference.ts";
import { each, refused, started } from "../difference.ts";

const chapter = "Parameters";
const plain = "plain-with-agent";

/** Parameters of the wrong name or form. */
export const parameterDifferences: readonly Difference[] = [
  {
    chapter,
    title: "Parameters are given by name",
    why: "The SDK's own examples pass agent and project by position, which its signature does not take. Here there is one form, and the error shows it.",
    ends: {
      "docstring-positional-example": refused(
        "INPUT_INVALID",
        "by name",
        "run({ agentId, projectId, model })",
      ),
      "finetune-docstring-positional": refused("INPUT_INVALID", "by name", "finetune({ taskId"),
      "rerun-docstring-positional": refused("INPUT_INVALID", "by name", "rerun({ taskId"),
      "model-missing": refused("INPUT_INVALID", "run.model", "missing"),
      "project-id-missing": refused("INPUT_INVALID", "run.projectId", "missing"),
    },
  },
  {
    chapter,
    title: "A parameter that there is not",
    why: "The SDK finds it only after all look-ups, as a TypeError of an inner function. Here it is found before anything is asked, with the nearest name.",
    ends: {
      "kwargs-unknown": refused("INPUT_INVALID", "run.foo", "no such parameter", "Known:"),
      "kwargs-slip-of-the-pen": refused(
        "INPUT_INVALID",
        "run.experimantName",
        'Did you mean "experimentName"?',
      ),
      "kwargs-timeout": refused("INPUT_INVALID", "run.timeout"),
      "kwargs-api": refused("INPUT_INVALID", "run.api"),
      "kwargs-module-id": refused("INPUT_INVALID", "run.moduleId", "Leave it out"),
      "kwargs-module-id-none": refused("INPUT_INVALID", "run.moduleId", "Leave it out"),
      "kwargs-workspace-id": refused("INPUT_INVALID", "run.workspaceId", "Leave it out"),
      "kwargs-params": refused("INPUT_INVALID", "run.params", "Leave it out"),
      "kwargs-app-state": refused("INPUT_INVALID", "run.appState", "Leave it out"),
      "kwargs-app-id": refused("INPUT_INVALID", "run.appId", "Leave it out"),
      "finetune-unknown-parameter": refused("INPUT_INVALID", "finetune.autostart", "no such parameter"),
      "rerun-unknown-parameter": refused("INPUT_INVALID", "rerun.autostart", "no such parameter"),
    },
  },
  {
    chapter,
    title: "Ids that are none",
    why: "The SDK sends whatever it is given, or ends in an AttributeError when the platform has no such thing.",
    ends: {
      ...each(
        ["project-id-text", "project-id-zero", "project-id-fraction", "project-id-true", "project-id-none"],
        refused("INPUT_INVALID", "run.projectId", "a whole number"),
      ),
      ...each(
        ["agent-id-zero", "agent-id-text", "agent-id-fraction", "agent-id-negative", "agent-id-true"],
        refused("INPUT_INVALID", "run.agentId", "a whole number"),
      ),
      ...each(
        ["finetune-task-id-text", "finetune-task-id-none"],
        refused("INPUT_INVALID", "finetune.taskId"),
      ),
      ...each(["rerun-task-id-text", "rerun-task-id-none"], refused("INPUT_INVALID", "rerun.taskId")),
    },
  },
  {
    chapter,
    title: "Options that are neither true nor false",
    why: "The SDK passes the value through `or` and sends what comes out; the training app may read it either way.",
    ends: {
      "bool-truthy-nonbool": refused(
        "INPUT_INVALID",
        "run.enableBenchmark: expected true or false",
        "run.enableSpeedtest",
        "run.exportOnnx",
        "run.exportTensorrt",
      ),
      "bool-convert-class-shapes-none": refused("INPUT_INVALID", "run.convertClassShapes", "true or false"),
      "bool-convert-class-shapes-text": refused("INPUT_INVALID", "run.convertClassShapes", "true or false"),
      "bool-enable-benchmark-none": refused("INPUT_INVALID", "run.enableBenchmark", "true or false"),
      "bool-enable-speedtest-none": refused("INPUT_INVALID", "run.enableSpeedtest", "true or false"),
      "bool-cache-project-none": refused("INPUT_INVALID", "run.cacheProject", "true or false"),
      "bool-cache-project-zero": refused("INPUT_INVALID", "run.cacheProject", "true or false"),
      "bool-export-onnx-none": refused("INPUT_INVALID", "run.exportOnnx", "true or false"),
      "bool-export-tensorrt-none": refused("INPUT_INVALID", "run.exportTensorrt", "true or false"),
      "bool-autostart-none": refused("INPUT_INVALID", "run.autostart", "true or false"),
      "bool-autostart-one": refused("INPUT_INVALID", "run.autostart", "true or false"),
    },
  },
  {
    chapter,
    title: "A speed test without the benchmark",
    why: "The specification allows the speed test only with the benchmark; the SDK turns the benchmark back on without a word.",
    ends: {
      "bool-speedtest-without-benchmark": refused(
        "SPEC_INVALID/SPEEDTEST_WITHOUT_BENCHMARK",
        "speed test",
        "benchmark",
      ),
    },
  },
  {
    chapter,
    title: "Task options of the wrong form",
    why: "The SDK checks only Kubernetes settings, and those last; the rest goes to the platform as it is.",
    ends: {
      "kwargs-kubernetes-settings-wrong-type": refused(
        "INPUT_INVALID",
        "run.kubernetesSettings",
        "not a list",
      ),
      "kwargs-kubernetes-settings-text": refused("INPUT_INVALID", "run.kubernetesSettings", "values by name"),
      "kwargs-log-level-unknown": refused("INPUT_INVALID", "run.logLevel", "debug"),
      "kwargs-restart-policy-unknown": refused("INPUT_INVALID", "run.restartPolicy", "on_error"),
      "kwargs-is-branch-text": refused("INPUT_INVALID", "run.isBranch", "true or false"),
      "kwargs-multi-user-session-one": refused("INPUT_INVALID", "run.multiUserSession", "true or false"),
      "kwargs-users-ids-text": refused("INPUT_INVALID", "run.usersIds", "a list of user ids"),
      "kwargs-users-ids-a-number": refused("INPUT_INVALID", "run.usersIds", "a list of user ids"),
      "kwargs-redirect-requests-text": refused("INPUT_INVALID", "run.redirectRequests.token", "a port"),
    },
  },
  {
    chapter,
    title: "Null for a task option means its default",
    why: "The SDK's signature says that None may be given; it then sends null in place of the default, or fails on it.",
    ends: each(
      [
        "kwargs-description-none",
        "kwargs-task-name-none",
        "kwargs-app-version-none",
        "kwargs-log-level-none",
        "kwargs-is-branch-none",
        "kwargs-redirect-requests-none",
      ],
      started(plain),
    ),
  },
  {
    chapter,
    title: "Hyperparameters that are no YAML text",
    why: "The SDK sends anything; the training app then trains without settings or fails on the agent.",
    ends: {
      "hyperparameters-empty": refused("SPEC_INVALID/HYPERPARAMETERS_EMPTY", "hyperparameters", "empty"),
      "hyperparameters-by-name": refused("INPUT_INVALID", "run.hyperparameters", "YAML text"),
      "hyperparameters-no-yaml": refused(
        "SPEC_INVALID/HYPERPARAMETERS_NOT_YAML",
        "PyYAML cannot read",
        "line 1",
      ),
      "hyperparameters-a-list": refused("SPEC_INVALID", "hyperparameters"),
    },
  },
  {
    chapter,
    title: "Experiment names that the training app cannot use",
    why: "The name becomes a folder's name in Team Files; the SDK sends it unread.",
    ends: {
      "experiment-name-empty": refused("SPEC_INVALID/NAME_EMPTY", "experimentName", "empty"),
      "experiment-name-blank": refused("SPEC_INVALID/NAME_EMPTY", "experimentName", "empty"),
      "experiment-name-slash": refused("SPEC_INVALID/NAME_HAS_SLASH", '"a/b"', "slash"),
      "experiment-name-number": refused("INPUT_INVALID", "run.experimentName", "a name"),
    },
  },
];
