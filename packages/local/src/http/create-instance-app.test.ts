import { lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LocalInstance } from "../instance/start-local-instance.ts";
import { startLocalInstance } from "../instance/start-local-instance.ts";
import { writeSampleProject } from "../sample/write-sample-project.ts";
import { everyEndpoint } from "./routes/every-endpoint.ts";

const names = Object.keys(everyEndpoint);
/** What only an answer of the instance's own making may take, in milliseconds. */
const patience = 5000;
const paths = [
  ...["../../out", "/../out", "/etc/passwd", "%2e%2e/out", "..%2fout", "a/../../out", "....//out", "~/out"],
  ...[
    "a\0b",
    "\\..\\..\\out",
    "C:\\out",
    "\\\\host\\out",
    "link/out",
    "/link",
    "a".repeat(300),
    "x/".repeat(3000),
  ],
  ...[
    "caf\u00e9",
    "cafe\u0301",
    "\u202egnp.exe",
    "\ud800",
    "",
    "/",
    ".",
    "..",
    "//",
    "file:///etc",
    "a\nb",
    "CON",
    "ok.txt",
  ],
];
const fields = [
  ...[
    "id",
    "ids",
    "teamId",
    "workspaceId",
    "projectId",
    "datasetId",
    "taskId",
    "imageIds",
    "entityIds",
    "agentId",
  ],
  ...[
    "moduleId",
    "path",
    "paths",
    "name",
    "filter",
    "filters",
    "sort",
    "sort_order",
    "page",
    "per_page",
    "after",
  ],
  ...[
    "state",
    "output",
    "params",
    "context",
    "command",
    "timeout",
    "logs",
    "data",
    "meta",
    "node",
    "type",
    "title",
  ],
  ...[
    "commitToken",
    "teamFileId",
    "collectionId",
    "recursive",
    "limit",
    "search",
    "payload",
    "fileKey",
    "field",
  ],
  ...[
    "groupId",
    "folders",
    "files",
    "entityItems",
    "images",
    "annotations",
    "figures",
    "tags",
    "key",
    "value",
  ],
  ...[
    "updates",
    "customData",
    "description",
    "settings",
    "items",
    "createdAt",
    "visible",
    "sinceTime",
    "slug",
  ],
];
const odd = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>(1, 1, 1, 2, [1], [1, 2], "1", true, {}, []) },
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...paths) },
  fc.constantFrom<unknown>(
    -1,
    0,
    1.5,
    1e308,
    2 ** 53,
    null,
    "__proto__",
    "constructor",
    "toString",
    "id",
    "asc",
  ),
  fc.constantFrom<unknown>(
    { __proto__: { polluted: 1 } },
    { constructor: { prototype: { polluted: 1 } } },
    [{ field: "id", operator: "=", value: 1 }],
    [{ field: "__proto__", operator: "~", value: {} }],
    [{ type: "images_tag", data: { tagId: 1, include: true, value: [] } }],
    [[1, "a"]],
    Array.from({ length: 2000 }, (_, at) => at),
  ),
  fc.anything({ maxDepth: 2, maxKeys: 4 }),
);
const body = fc.dictionary(fc.constantFrom(...fields, "__proto__", "constructor"), odd, { maxKeys: 12 });
/** A body that names things that are there, so that what lies behind the first check is reached as well. */
const aimed = fc.record({
  ...{ id: fc.constant(1), teamId: fc.constant(1), workspaceId: fc.constant(1), projectId: fc.constant(1) },
  ...{
    datasetId: fc.constant(1),
    taskId: fc.constant(1),
    moduleId: fc.constant(1001),
    agentId: fc.constant(1),
  },
});

let home: string;
let local: LocalInstance;
const failures: unknown[] = [];

const send = (name: string, init: RequestInit & { query?: string } = {}) =>
  fetch(`${local.address}/public/api/v3/${name}${init.query ?? ""}`, {
    method: "POST",
    signal: AbortSignal.timeout(patience),
    ...init,
    headers: { "x-api-key": local.token, "content-type": "application/json", ...init.headers },
  });
async function statusOf(name: string, init: RequestInit & { query?: string }): Promise<number> {
  // A connection that was kept alive may be closed just as it is used again: any client asks once more then.
  const response = await send(name, init).catch(() => send(name, init));
  await response.arrayBuffer();
  return response.status;
}
const asJson = (value: unknown) => {
  try {
    return JSON.stringify(value, (_, part) => (typeof part === "bigint" ? String(part) : part)) ?? "null";
  } catch {
    return "null";
  }
};
/** What lies around the instance's folder. */
const around = () =>
  readdirSync(home, { recursive: true, withFileTypes: true })
    .map((entry) => relative(home, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith("instance"))
    .sort();

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "trainyard-fuzz-"));
  local = await startLocalInstance({
    ...{ dir: join(home, "instance"), idle: true },
    log: (error) => failures.push(error),
  });
  await writeSampleProject(join(home, "sample"), { images: 2 });
  await local.importProject(join(home, "sample"));
  mkdirSync(join(home, "elsewhere"));
  writeFileSync(join(home, "elsewhere", "secret.txt"), "secret");
  await statusOf("file-storage.upload", {
    query: "?teamId=1&path=/kept.txt",
    headers: { "content-type": "application/octet-stream" },
    body: "kept",
  });
  symlinkSync(join(home, "elsewhere"), join(home, "instance", "team-files", "1", "link"));
  await send("tasks.run.app", { body: asJson({ agentId: 1, workspaceId: 1, moduleId: 1001 }) });
});
afterAll(async () => {
  await local.close();
  rmSync(home, { recursive: true, force: true });
});

describe("whatever is sent to an endpoint", () => {
  it("is answered, never by a failure, and changes nothing outside of the instance's folder", async () => {
    const before = around();
    for (const name of names) {
      const drawn = fc.sample(fc.tuple(body, aimed, fc.boolean()), 24);
      const statuses = await Promise.all(
        drawn.map(([fields, known, isAimed]) =>
          statusOf(name, { body: asJson(isAimed ? { ...known, ...fields } : fields) }),
        ),
      );
      expect({ name, failures, worst: Math.max(...statuses) }).toMatchObject({ name, failures: [] });
      expect(Math.max(...statuses)).toBeLessThan(500);
    }
    expect(around()).toEqual(before);
    expect(Object.prototype).not.toHaveProperty("polluted");
  }, 60_000);

  it.each([
    ["nothing", ""],
    ["no JSON", "{"],
    ["a text", '"text"'],
    ["null", "null"],
    ["what is nested 200,000 deep", `${"[".repeat(200_000)}${"]".repeat(200_000)}`],
    ["an object nested 50,000 deep", `${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`],
    ["a million of digits", `{"id":${"1".repeat(1_000_000)}}`],
    ["a megabyte of text", `{"path":"${"a".repeat(1_000_000)}","teamId":1,"name":"${"b".repeat(100_000)}"}`],
    ["bytes that are no text", "\ud800\0\uffff"],
  ])("is answered, never by a failure: %s", async (_, text) => {
    // A few at a time: one that waits for its turn behind a hundred says nothing of its endpoint.
    for (let first = 0; first < names.length; first += 8) {
      const some = names.slice(first, first + 8);
      const statuses = await Promise.all(some.map((name) => statusOf(name, { body: text })));
      expect(failures).toEqual([]);
      expect(Math.max(...statuses)).toBeLessThan(500);
    }
  });

  it("has a limit", async () => {
    expect(await statusOf("projects.info", { body: `"${"a".repeat(33 * 2 ** 20)}"` })).toBe(413);
  });

  it("stays in Team Files, whatever a path says, as bytes or as a form", async () => {
    const before = around();
    for (const path of paths) {
      const query = `?teamId=1&path=${encodeURIComponent(path.replace("\ud800", "\ufffd"))}`;
      const headers = { "content-type": "application/octet-stream" };
      expect(await statusOf("file-storage.upload", { query, headers, body: "x" })).toBeLessThan(500);
      const form = new FormData();
      form.append("path", path);
      form.append("file", new Blob(["x"]), path);
      const sent = new Request(local.address, { method: "POST", body: form });
      const type = { "content-type": sent.headers.get("content-type") ?? "" };
      const bytes = await sent.arrayBuffer();
      const status = await statusOf("file-storage.bulk.upload", {
        query: "?teamId=1",
        headers: type,
        body: bytes,
      });
      expect(status).toBeLessThan(500);
      for (const name of ["file-storage.download", "file-storage.remove", "file-storage.list"])
        expect(await statusOf(name, { body: asJson({ teamId: 1, path, paths: [path] }) })).toBeLessThan(500);
    }
    expect(failures).toEqual([]);
    expect(around()).toEqual(before);
    expect(lstatSync(join(home, "elsewhere", "secret.txt")).size).toBe(6);
  });
});

describe("whatever the page is asked for", () => {
  const key = () => ({ "x-api-key": local.token });

  it("stays in Team Files, and shows no file as a page of its own", async () => {
    for (const path of paths) {
      const query = `?path=${encodeURIComponent(path.replace("\ud800", "\ufffd"))}`;
      for (const place of ["/page/files", "/page/files/content", "/page/files/content&show=1"]) {
        const [name, show = ""] = place.split("&");
        const address = `${local.address}${name}${query}${show === "" ? "" : `&${show}`}`;
        const answer = await fetch(address, { headers: key() });
        expect(answer.status).toBeLessThan(500);
        expect(await answer.text()).not.toContain("secret");
      }
    }
    const put = {
      headers: { "content-type": "application/octet-stream" },
      body: "<script>alert(1)</script>",
    };
    await statusOf("file-storage.upload", { query: "?teamId=1&path=/evil.html", ...put });
    const evil = await fetch(`${local.address}/page/files/content?path=/evil.html`, { headers: key() });
    expect(evil.headers.get("content-disposition")).toMatch(/^attachment/);
    expect(evil.headers.get("content-security-policy")).toContain("sandbox");
    const shown = `${local.address}/page/files/content?path=/evil.html&show=1`;
    expect((await fetch(shown, { headers: key() })).status).toBe(400);
    expect(failures).toEqual([]);
  });

  it("imports nothing but projects, and says why", async () => {
    const post = (path: string, body: string) =>
      fetch(`${local.address}/page/${path}`, { method: "POST", headers: key(), body });
    for (const path of ["import/archive?name=a.exe", "import/archive?name=../a.zip", "import/archive"])
      expect((await post(path, "no archive")).status).toBe(400);
    for (const path of ["/etc", "", "/nowhere/at/all"])
      expect((await post("import", JSON.stringify({ path }))).status).toBe(400);
    expect(failures).toEqual([]);
  });
});

describe("who may ask", () => {
  const shown = ["tasks", "tasks/1", "experiments", "experiments/1", "files", "files/content?path=/kept.txt"];
  const more = [
    "projects",
    "projects/1",
    "projects/1/images",
    "images/1",
    "images/1/small",
    "images/1/objects",
  ];
  const pages = [
    ...[...shown, ...more, "apps", "agents"].map((path) => `/page/${path}`),

    "/apps/sessions/1",
    "/apps/sessions/1/",
    "/apps/sessions/1/artifacts/a",
    "/model-benchmark?id=1",
  ];

  it("is nobody without the token, on any route but the front page and the sign-in", async () => {
    for (const name of names)
      expect({ name, status: await statusOf(name, { body: "{}", headers: { "x-api-key": "" } }) }).toEqual({
        ...{ name, status: 401 },
      });
    for (const path of pages) expect((await fetch(local.address + path)).status, path).toBe(401);
    for (const path of ["tasks/1/stop", "import", "import/archive?name=a.zip"])
      expect((await fetch(`${local.address}/page/${path}`, { method: "POST" })).status, path).toBe(401);
  });

  it("is no page of elsewhere, even with the token", async () => {
    for (const headers of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
    ])
      for (const name of names) expect(await statusOf(name, { body: "{}", headers })).toBe(403);
  });

  it("is nobody who calls it by a foreign name", async () => {
    const status = (path: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        const headers = { host: "rebound.example", "x-api-key": local.token };
        const sent = request(local.address + path, { method: "POST", headers }, (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        sent.once("error", reject).end("{}");
      });
    for (const path of ["/", ...pages, ...names.map((name) => `/public/api/v3/${name}`)])
      expect({ path, status: await status(path) }).toEqual({ path, status: 403 });
  });
});
