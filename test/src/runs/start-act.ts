import type { Instance } from "@trainyard/core";
import type { LocalTrainApp } from "@trainyard/local";

/** The app whose state says how it misbehaves. */
const app: LocalTrainApp = {
  slug: "test/misbehaving",
  name: "Misbehaving",
  framework: "Tiny",
  version: "v1",
  description: "",
  categories: ["train", "framework:Tiny"],
  filePaths: {},
  files: {},
  module: new URL("./fixtures/misbehaving-app.mjs", import.meta.url).href,
  env: {},
};

async function start(
  instance: Instance,
  act: string,
  state: Readonly<Record<string, unknown>> = {},
): Promise<number> {
  const params = { state: { act, guiState: { start_training: true }, ...state } };
  const body = { agentId: 1, workspaceId: 1, moduleId: 1001, params };
  const answer = await globalThis.fetch(`${instance.address}/public/api/v3/tasks.run.app`, {
    method: "POST",
    headers: { "x-api-key": startAct.token, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const [row] = (await answer.json()) as { taskId: number }[];
  return row?.taskId ?? 0;
}

/** Starts the misbehaving app's task with an act, by the bare request: no plan stands in its way. */
export const startAct: typeof start & { app: LocalTrainApp; token: string } = Object.assign(start, {
  app,
  token: "the-token-of-these-tests",
});
