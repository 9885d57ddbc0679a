import type { RunPhase, RunState } from "./run-state.ts";

/** Minutes after which an app that said it would end, and did not, counts as failed. */
const linger = 5;

/** What the evidence amounts to. */
export function phaseOf(state: RunState): RunPhase {
  switch (state.status) {
    case "queued":
      return state.agent === undefined ? "queued" : "waitingForAgent";
    case "consumed":
      return isAgentAway(state) ? "agentLost" : "starting";
    case "started":
      return phaseWhileStarted(state);
    case "finished":
      return state.experiment === undefined ? "failed" : "finished";
    case "error":
      return "failed";
    case "terminating":
      return "stopping";
    case "stopped":
      return "stopped";
    default:
      return "unknown";
  }
}

function phaseWhileStarted(state: RunState): RunPhase {
  const { evidence, autostart } = state;
  const { failure, stage } = evidence;
  if (failure !== undefined && (!failure.endsItself || (evidence.quiet ?? 0) >= linger)) return "failed";
  if (isAgentAway(state)) return "agentLost";
  if (failure !== undefined) return /finalizing/.test(failure.text) ? "finalizing" : "starting";
  if (stage !== undefined) return stage;
  const { failedStep, silent } = evidence;
  const waits = autostart === false || state.warnings.some(({ code }) => code === "NO_AUTOSTART");
  if (waits) return state.isUp || failedStep !== undefined ? "waitingForStart" : "starting";
  if (failedStep !== undefined) return "idle";
  if (silent === undefined) return "starting";
  return autostart === true ? "idle" : "waitingForStart";
}

function isAgentAway({ agent }: RunState): boolean {
  return agent !== undefined && agent.status !== "running";
}

/** Why it failed, sits idle or waits, in the app's own words where it has some. */
export function reasonOf(state: RunState): string | undefined {
  const { evidence, agent, status } = state;
  const { failure, taskError, logError, failedStep, silent } = evidence;
  switch (state.phase) {
    case "failed":
      return failure?.text ?? evidence.oddExperiment ?? taskError ?? logError;
    case "finalizing":
    case "starting":
      return failure?.text;
    case "idle":
      return (
        failedStep ??
        `Its app has answered for ${silent} minutes and does nothing, though it was asked to train.`
      );
    case "waitingForStart":
      return [
        `Its app waits for a person to press Start training${state.page === undefined ? "" : ` (${state.page})`}, or for run.startTraining().`,
        failedStep,
      ]
        .filter(Boolean)
        .join(" ");
    case "waitingForAgent":
    case "agentLost":
      return agentText(agent);
    case "unknown":
      return `The platform says ${JSON.stringify(status)} of it, which is no status of a training.`;
    default:
      return undefined;
  }
}

function agentText(agent: RunState["agent"]): string | undefined {
  if (agent === undefined) return undefined;
  const name = agent.name === "" ? `Agent ${agent.id}` : `Agent ${agent.id} (${agent.name})`;
  if (agent.status === "running") return `${name} is running, but has not taken the task yet.`;
  if (agent.status === "gone") return `${name} does not exist any more, or this token cannot see it.`;
  return `${name} is not running: the platform says ${JSON.stringify(agent.status)}.`;
}
