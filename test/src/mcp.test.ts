import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { tags } from "@trainyard/builder";
import { tasksList } from "@trainyard/core/endpoints";
import { createTrainyard } from "@trainyard/server";
import { toMcpFetch } from "@trainyard/server/mcp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SampleWorld } from "./sample-world.ts";
import { startSampleWorld } from "./sample-world.ts";

let world: SampleWorld;
let serve: (request: Request) => Promise<Response>;
beforeAll(async () => {
  world = await startSampleWorld(12);
  serve = toMcpFetch(createTrainyard({ instance: world.instance }));
}, 60_000);
afterAll(() => world[Symbol.asyncDispose]());

/** The protocol's own client, of this year's protocol or of 2025's, with a person who answers. */
async function assistant(mode: "auto" | "legacy", says: boolean) {
  const asked: string[] = [];
  const client = new Client(
    { name: "test", version: "1.0.0" },
    {
      capabilities: { elicitation: { form: {} } },
      ...(mode === "auto" ? { versionNegotiation: { mode: "auto" as const } } : {}),
    },
  );
  client.setRequestHandler("elicitation/create", async ({ params }) => {
    asked.push(params.message);
    return { action: "accept", content: { approve: says } };
  });
  const fetch = (input: string | URL | Request, init?: RequestInit) => serve(new Request(input, init));
  await client.connect(new StreamableHTTPClientTransport(new URL("http://localhost/mcp"), { fetch }));
  const call = async (name: string, args: Record<string, unknown> = {}) => {
    const { content, isError } = await client.callTool({ name, arguments: args });
    const [first] = content;
    return { text: first?.type === "text" ? first.text : "", isError: isError === true };
  };
  return { client, call, asked };
}
const spec = () => ({
  project: world.project.id,
  model: "YOLO/YOLO26n-det",
  split: tags("train", "val"),
  tune: { epochs: 1 },
  benchmark: false,
});
const tasks = async () => (await tasksList(world.instance, 1, { page: 1, perPage: 100 })).rows.length;

describe("an assistant", () => {
  it("plans without asking, and starts just what a person approved, once", async () => {
    const { client, call, asked } = await assistant("auto", true);
    const { tools } = await client.listTools();
    expect(tools.find(({ name }) => name === "plan_training")?.annotations?.readOnlyHint).toBe(true);
    expect(tools.find(({ name }) => name === "start_training")?.annotations).toMatchObject({
      readOnlyHint: false,
      idempotentHint: true,
    });
    const { hash } = JSON.parse((await call("plan_training", { spec: spec() })).text);
    expect(asked).toEqual([]);
    const started = JSON.parse((await call("start_training", { hash, key: "approved" })).text);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/Start this training\?[\s\S]*YOLO26n-det/);
    const again = JSON.parse((await call("start_training", { hash, key: "approved" })).text);
    expect(again).toMatchObject({ taskId: started.taskId, adopted: true });
    expect(JSON.parse((await call("watch_training", { id: started.taskId })).text).text).toContain("Run ");
  }, 60_000);

  it("starts nothing that a person did not approve, or that nobody was shown", async () => {
    const { call } = await assistant("auto", false);
    const before = await tasks();
    const { hash } = JSON.parse((await call("plan_training", { spec: spec() })).text);
    expect((await call("start_training", { hash, key: "no" })).text).toContain("did not approve");
    expect(await call("start_training", { spec: spec() })).toMatchObject({
      isError: true,
      text: expect.stringContaining("PLAN_STALE"),
    });
    expect(await tasks()).toBe(before);
  }, 60_000);

  it("of 2025's protocol is shown what a call would do, and calls again with the person's consent", async () => {
    const { call } = await assistant("legacy", true);
    const { hash } = JSON.parse((await call("plan_training", { spec: spec() })).text);
    const before = await tasks();
    const shown = await call("start_training", { hash, key: "older" });
    expect(shown.text).toMatch(/Start this training\?[\s\S]*Nothing is done yet/);
    expect(await tasks()).toBe(before);
    const started = await call("start_training", { hash, key: "older", confirmed: true });
    expect(JSON.parse(started.text)).toMatchObject({ adopted: false });
  }, 60_000);

  it("is told what is wrong with its mend", async () => {
    const { call } = await assistant("auto", true);
    const wrong = await call("plan_training", { spec: { ...spec(), model: "YOLO/YOLO26n-dte" } });
    expect(wrong).toMatchObject({ isError: true, text: expect.stringContaining("YOLO26n-det") });
  });
});
