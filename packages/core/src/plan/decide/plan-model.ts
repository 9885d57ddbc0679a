import { TrainyardError } from "../../errors/trainyard-error.ts";
import type { CheckpointPath, ModelRef } from "../../spec/model-ref.ts";
import { unlessRefused } from "../ask/unless-refused.ts";
import type { Lookups } from "../terms/lookups.ts";
import type { PlannedModel } from "../terms/train-plan.ts";

/** Resolves a model: a checkpoint's path becomes the task that trained it and the file's name. */
export async function planModel(model: ModelRef, lookups: Lookups): Promise<PlannedModel> {
  if (model.from === "pretrained") return model;
  if (model.from === "experiment") {
    const experiment = await lookups.experimentOfTask(model.taskId);
    return { ...model, framework: experiment.framework };
  }
  const { artifactsDir, checkpoint } = splitCheckpointPath(model);
  const teamId = await findTeam(model.path, lookups);
  const experiment = await lookups.experimentAt(teamId, artifactsDir);
  return { from: "experiment", framework: experiment.framework, taskId: experiment.taskId, checkpoint };
}

/**
 * Takes a checkpoint's path apart: `/experiments/PROJECT/TASK/checkpoints/FILE`.
 *
 * @throws CHECKPOINT_UNUSABLE when a training cannot start from such a file.
 */
function splitCheckpointPath({ path }: CheckpointPath): { artifactsDir: string; checkpoint: string } {
  const fail = (message: string): TrainyardError =>
    new TrainyardError("CHECKPOINT_UNUSABLE", message, { facts: { path } });
  if (/\.(onnx|engine)$/i.test(path))
    throw fail(`${path} is an exported model; the training app can only start from checkpoints.`);
  if (!path.startsWith("/experiments/"))
    throw fail(`${path} is not under /experiments/, where training apps keep their checkpoints.`);
  const match = /^(\/experiments\/[^/]+\/[^/]+)\/checkpoints\/([^/]+\.(?:pt|pth))$/i.exec(path);
  if (match?.[1] === undefined || match[2] === undefined)
    throw fail(`${path} is not of the form /experiments/PROJECT/TASK/checkpoints/NAME.pt.`);
  return { artifactsDir: match[1], checkpoint: match[2] };
}

async function findTeam(path: string, lookups: Lookups): Promise<number> {
  const { teamId } = lookups;
  if (teamId !== undefined && (await unlessRefused(lookups.fileExists(teamId, path))) === true) return teamId;
  const teams = (await lookups.teams()).filter((team) => team.id !== lookups.teamId);
  const asked = await Promise.allSettled(
    teams.map(async (team) => ((await lookups.fileExists(team.id, path)) ? [team] : [])),
  );
  const found = asked.map((answer) => (answer.status === "fulfilled" ? answer.value : []));
  const [first, second] = found.flat();
  // One team's refusal is no news of the others; where none has it, it may be the one that does.
  const refusal = asked.find((answer) => answer.status === "rejected");
  if (first === undefined && refusal !== undefined) throw refusal.reason;
  if (first === undefined)
    throw new TrainyardError("CHECKPOINT_NOT_FOUND", `No team of this token has ${path} in its Team Files.`, {
      facts: { path },
    });
  if (second !== undefined) {
    const names = found.flat().map((team) => `${team.name} (${team.id})`);
    throw new TrainyardError("CHECKPOINT_AMBIGUOUS", `The teams ${names.join(", ")} all have ${path}.`, {
      facts: { path },
    });
  }
  return first.id;
}
