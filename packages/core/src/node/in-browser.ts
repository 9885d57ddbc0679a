import { TrainyardError } from "../errors/trainyard-error.ts";
import type * as inNode from "./index.ts";

/** Stands in for `@trainyard/core/node` in a browser's bundle, where there is no environment and no terminal. */
function needsNode(name: string): never {
  throw new TrainyardError("ENV_INVALID", `${name}() needs Node: a browser has no environment to read.`, {
    hint: "Hand an instance over: train(connect({ address, token })).",
  });
}

export const connectFromEnv: typeof inNode.connectFromEnv = () => needsNode("connectFromEnv");
export const agentIdFromEnv: typeof inNode.agentIdFromEnv = () => needsNode("agentIdFromEnv");
export const projectIdFromEnv: typeof inNode.projectIdFromEnv = () => needsNode("projectIdFromEnv");
export const downloadArtifact: typeof inNode.downloadArtifact = async () => needsNode("downloadArtifact");
export const progressView: typeof inNode.progressView = () => needsNode("progressView");
export const showProgress: typeof inNode.showProgress = async () => needsNode("showProgress");
