import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connectFromEnv } from "./connect-from-env.ts";
import { agentIdFromEnv, projectIdFromEnv } from "./ids-from-env.ts";

let cwd = "";
let home = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "cwd-"));
  home = mkdtempSync(join(tmpdir(), "home-"));
});
afterEach(() => {
  for (const folder of [cwd, home]) rmSync(folder, { recursive: true });
});
const whole = { SERVER_ADDRESS: "https://env.example", API_TOKEN: "env-token" };
const connectWith = (env: Record<string, string>) => connectFromEnv({ env, cwd, home });

/** The headers and the address of the first request that a connection sends. */
async function firstRequest(env: Record<string, string>): Promise<{ address: string; token: string | null }> {
  let seen = { address: "", token: null as string | null };
  const fetch: typeof globalThis.fetch = async (input) => {
    const request = new Request(input);
    seen = { address: new URL(request.url).origin, token: request.headers.get("x-api-key") };
    return Response.json({ entities: [], total: 0, perPage: 1, pagesCount: 1 });
  };
  await connectFromEnv({ env, cwd, home, runtime: { fetch } }).lookups.teams();
  return seen;
}

describe("connectFromEnv()", () => {
  it("takes the address and the token from the environment before any file", async () => {
    writeFileSync(join(cwd, "local.env"), "SERVER_ADDRESS=https://local.example\nAPI_TOKEN=local-token\n");
    expect(await firstRequest(whole)).toEqual({ address: "https://env.example", token: "env-token" });
  });

  it("takes local.env before supervisely.env, each value by itself", async () => {
    writeFileSync(join(cwd, "local.env"), "SERVER_ADDRESS=https://local.example\n");
    writeFileSync(
      join(home, "supervisely.env"),
      'SERVER_ADDRESS=https://home.example\nAPI_TOKEN="home-token" # mine\n',
    );
    expect(await firstRequest({})).toEqual({ address: "https://local.example", token: "home-token" });
  });

  it.each(["SERVER_ADDRESS", "API_TOKEN"])("names %s when it is missing or blank", (name) => {
    const message = `${name} is not set. Set SERVER_ADDRESS and API_TOKEN, or put them in ~/supervisely.env.`;
    expect(() => connectWith({ ...whole, [name]: " " })).toThrow(message);
    const { [name]: _, ...rest } = whole as Record<string, string>;
    expect(() => connectWith(rest)).toThrow(expect.objectContaining({ code: "ENV_INVALID" }));
  });

  it("reads the team from any of the platform's names, and does without", () => {
    expect(connectWith(whole).teamId).toBeUndefined();
    expect(connectWith({ ...whole, TEAM_ID: "7" }).teamId).toBe(7);
    expect(connectWith({ ...whole, "context.teamId": "8", TEAM_ID: "7" }).teamId).toBe(8);
  });

  it("lets the order of names win over the order of places, as files only add to the environment", () => {
    writeFileSync(join(cwd, "local.env"), "CONTEXT_TEAMID=8\nTEAM_ID=9\n");
    expect(connectWith({ ...whole, TEAM_ID: "7" }).teamId).toBe(8);
  });

  it("reads no file in production", () => {
    writeFileSync(join(cwd, "local.env"), "SERVER_ADDRESS=https://local.example\nAPI_TOKEN=t\n");
    expect(() => connectWith({ ENV: "production" })).toThrow("SERVER_ADDRESS is not set");
  });

  it("says that a file cannot be read, and passes over a missing one", () => {
    mkdirSync(join(cwd, "local.env"));
    expect(() => connectWith(whole)).toThrow(/local\.env: it is a folder\. Make it a file/);
  });

  it.each(["", "x", "-1", "0", "1.5", "1e3", "9007199254740993"])("refuses the team %j", (team) => {
    expect(() => connectWith({ ...whole, TEAM_ID: team })).toThrow(/TEAM_ID is .*not a team's id/);
  });

  it.each([" 7 ", "+7", "007"])("reads the team %j as Python does", (team) => {
    expect(connectWith({ ...whole, TEAM_ID: team }).teamId).toBe(7);
  });

  it("never shows the token, neither in an error nor in the connection", () => {
    expect(() => connectWith({ SERVER_ADDRESS: "http://far.example", API_TOKEN: "tell-nobody" })).toThrow(
      expect.objectContaining({
        code: "ADDRESS_INVALID",
        message: expect.not.stringContaining("tell-nobody"),
      }),
    );
    expect(JSON.stringify(connectWith({ ...whole, API_TOKEN: "tell-nobody" }))).not.toContain("tell-nobody");
  });
});

describe("agentIdFromEnv() and projectIdFromEnv()", () => {
  const places = (env: Record<string, string>) => ({ env, cwd, home });

  it("read the environment and its files under the platform's names", () => {
    writeFileSync(join(cwd, "local.env"), "AGENT_ID=12\nPROJECT_ID=101\n");
    expect(agentIdFromEnv(places({}))).toBe(12);
    expect(projectIdFromEnv(places({}))).toBe(101);
    expect(projectIdFromEnv(places({ "modal.state.slyProjectId": "5" }))).toBe(5);
    expect(projectIdFromEnv(places({ "modal.state.inputProjectId": "5" }))).toBe(101);
  });

  it("name the variable that is missing or no id", () => {
    expect(() => agentIdFromEnv(places({}))).toThrow(
      "AGENT_ID is not set. Set AGENT_ID, or put it in local.env.",
    );
    expect(() => projectIdFromEnv(places({ PROJECT_ID: "x" }))).toThrow(
      expect.objectContaining({ code: "ENV_INVALID", message: expect.stringContaining('PROJECT_ID is "x"') }),
    );
  });
});
