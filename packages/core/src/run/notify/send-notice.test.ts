import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterEach, describe, expect, it } from "vitest";
import { defaultRuntime } from "../../runtime/runtime.ts";
import { checkTarget } from "./notify-target.ts";
import type { RunNotice } from "./run-notice.ts";
import { sendNotice } from "./send-notice.ts";

const secret = `whsec_${Buffer.from("sixteen letters, or more").toString("base64")}`;
const notice: RunNotice = {
  type: "run.over",
  at: "2026-11-27T16:00:00.000Z",
  taskId: 303,
  ref: "https://app.supervisely.com/apps/sessions/303",
  phase: "failed",
  reason: "CUDA out of memory",
};

const servers: { close(): void }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

interface Post {
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** A receiver that answers with these statuses, one after another, then with 200. */
async function receiver(statuses: readonly number[], location?: string) {
  const posts: Post[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const part of request) body += String(part);
    posts.push({ headers: request.headers as Record<string, string>, body });
    response.writeHead(statuses[posts.length - 1] ?? 200, location === undefined ? {} : { location }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  servers.push(server);
  return { posts, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` };
}

/** A runtime whose pauses are told, not slept. */
function hurried() {
  const pauses: number[] = [];
  return { pauses, runtime: { ...defaultRuntime(), sleep: async (ms: number) => void pauses.push(ms) } };
}

const send = (url: string, runtime = hurried().runtime, signal?: AbortSignal) =>
  sendNotice(notice, checkTarget({ url, secret }), runtime, signal);

describe("the post at a run's end", () => {
  it("is signed so that the receiver's library of Standard Webhooks takes it", async () => {
    const { posts, url } = await receiver([]);
    await send(url);
    const [post] = posts;
    if (post === undefined) throw new Error("nothing was posted");
    expect(new Webhook(secret).verify(post.body, post.headers)).toEqual(notice);
    expect(() => new Webhook(secret).verify(post.body.replace("303", "304"), post.headers)).toThrow();
    expect(JSON.stringify(post)).not.toContain(secret.slice(6));
  });

  it("is tried again while the receiver is down, as one and the same post", async () => {
    const { posts, url } = await receiver([500, 429]);
    const { pauses, runtime } = hurried();
    await send(url, runtime);
    expect(pauses).toEqual([1_000, 5_000]);
    expect(new Set(posts.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  });

  it("is given up after five tries, and at once where the receiver refuses it", async () => {
    const down = await receiver([503, 503, 503, 503, 503, 503]);
    await expect(send(down.url)).rejects.toMatchObject({ code: "NOTIFY_FAILED", facts: { tries: 5 } });
    const refusing = await receiver([401]);
    await expect(send(refusing.url)).rejects.toThrow("it answered 401");
    expect(refusing.posts).toHaveLength(1);
    await expect(send("http://127.0.0.1:9/hook")).rejects.toThrow("nobody answered");
  });

  it("goes to no other origin than the one given", async () => {
    const other = await receiver([]);
    const first = await receiver([302, 307], other.url);
    await expect(send(first.url)).rejects.toThrow("redirects are not followed");
    expect(other.posts).toEqual([]);
  });

  it("ends with the signal", async () => {
    const { url } = await receiver([500]);
    await expect(send(url, hurried().runtime, AbortSignal.abort(new Error("enough")))).rejects.toThrow(
      "enough",
    );
  });
});

describe("where a run's end may be posted to", () => {
  const refusal = (target: unknown) => {
    try {
      checkTarget(target as Parameters<typeof checkTarget>[0]);
      return "taken";
    } catch (error) {
      return String(error);
    }
  };

  it("is https, or this machine", () => {
    expect(refusal({ url: "https://example.org/hook", secret })).toBe("taken");
    expect(refusal({ url: "http://localhost:3000", secret: "sixteen letters, or more" })).toBe("taken");
    expect(refusal({ url: "http://example.org/hook", secret })).toContain("https:");
    expect(refusal({ url: "file:///etc/passwd", secret })).toContain("https:");
    expect(refusal({ url: "example.org", secret })).toContain("no address");
    expect(refusal({ url: "https://me:hush@example.org", secret })).not.toContain("hush");
    expect(refusal("https://example.org")).toContain("expected { url, secret }");
    expect(refusal(undefined)).toContain("expected { url, secret }");
  });

  it("needs a secret worth the name, which no error holds", () => {
    expect(refusal({ url: "https://example.org", secret: "short" })).toContain("at least 16");
    expect(refusal({ url: "https://example.org", secret: "whsec_*not base64*" })).not.toContain("not base64");
  });
});
