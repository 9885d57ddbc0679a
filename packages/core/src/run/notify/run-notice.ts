import type { RunPhase, RunState } from "../state/run-state.ts";

/** What is posted when a run is over; it holds no token. */
export interface RunNotice {
  readonly type: "run.over";
  /** When it was seen to be over, as ISO 8601. */
  readonly at: string;
  readonly taskId: number;
  readonly ref: string;
  /** `finished` with an experiment, or how it ended otherwise. */
  readonly phase: RunPhase;
  /** Why there is no experiment. */
  readonly reason?: string;
  readonly experiment?: {
    readonly name: string;
    readonly framework: string;
    readonly model: string;
    readonly projectId: number;
    /** Path of the best checkpoint in Team Files. */
    readonly bestCheckpoint: string;
    readonly metrics: Readonly<Record<string, number>>;
  };
}

/** The notice of a run that is over. */
export function runNotice(
  state: RunState,
  { taskId, ref }: { readonly taskId: number; readonly ref: string },
  now: number,
): RunNotice {
  const { phase, reason, experiment } = state;
  const measured = Object.entries(experiment?.evaluation_metrics ?? {});
  return {
    ...{ type: "run.over", at: new Date(now).toISOString(), taskId, ref, phase },
    ...(reason === undefined ? {} : { reason }),
    ...(experiment === undefined
      ? {}
      : {
          experiment: {
            name: experiment.experiment_name,
            framework: experiment.framework_name,
            model: experiment.model_name,
            projectId: experiment.project_id,
            bestCheckpoint: `${experiment.artifacts_dir.replace(/\/$/, "")}/checkpoints/${experiment.best_checkpoint}`,
            metrics: Object.fromEntries(
              measured.filter((pair): pair is [string, number] => typeof pair[1] === "number"),
            ),
          },
        }),
  };
}
