import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { streamSSE } from "hono/streaming";
import * as v from "valibot";
import type { TrainSession } from "../lifecycle/train-session.ts";
import type { PageAction } from "../page/page-state.ts";
import type { PagePatch } from "../page/page-store.ts";
import { pageActionSchema } from "./page-action.ts";
import { fileBelow, pageFolder } from "./page-files.ts";
import { pageGuard } from "./page-guard.ts";

/** Milliseconds between signs of life on a page's stream. */
const heartbeat = 15_000;
const maxBody = 4 * 2 ** 20;

/** The page of a training app: its files, its state as a stream of patches, and what a person does. */
export function pageRoutes(session: TrainSession): Hono {
  const app = new Hono();
  for (const path of ["/", "/icon.svg", "/assets/*", "/page/*", "/artifacts/*"]) app.use(path, pageGuard);
  const file = async (name: string, cache: string) => {
    const found = await fileBelow(pageFolder, name);
    if (found === undefined)
      return new Response("The page is not built here: run pnpm build:ui.", { status: 404 });
    return new Response(found.body, { headers: { "content-type": found.type, "cache-control": cache } });
  };
  app.get("/", () => file("index.html", "no-store"));
  app.get("/icon.svg", () => file("icon.svg", "max-age=3600"));
  app.get("/assets/:name", ({ req }) =>
    file(`assets/${req.param("name")}`, "public, max-age=31536000, immutable"),
  );
  app.get("/page/thumbnail", async ({ body, notFound }) => {
    const image = await session.thumbnail();
    return image === undefined ? notFound() : body(image, 200, { "content-type": imageType(image) });
  });
  app.get("/page/plan", async ({ json }) => json(await session.plan()));
  app.get("/artifacts/:path{.+}", async ({ req, notFound }) => {
    const path = req.param("path");
    const found = await fileBelow(session.outputDir, path);
    if (found === undefined) return notFound();
    const name = encodeURIComponent(path.split("/").at(-1) ?? "file");
    return new Response(found.body, {
      headers: {
        "content-type": "application/octet-stream",
        "content-disposition": `attachment; filename*=UTF-8''${name}`,
      },
    });
  });
  app.get("/page/events", async (c) => {
    const store = await session.page();
    return streamSSE(c, async (stream) => {
      const waiting: PagePatch[] = [];
      let wake = () => {};
      const end = store.listen((patch) => {
        waiting.push(patch);
        wake();
      });
      stream.onAbort(() => {
        end();
        wake();
      });
      const beat = setInterval(() => void stream.writeSSE({ event: "alive", data: "" }), heartbeat);
      beat.unref();
      await stream.writeSSE({ event: "state", data: JSON.stringify(store.state) });
      while (!stream.aborted && !stream.closed) {
        const patch = waiting.shift();
        if (patch !== undefined) {
          await stream.writeSSE({ event: "patch", data: JSON.stringify(patch) });
          continue;
        }
        await new Promise<void>((done) => {
          wake = done;
        });
      }
      clearInterval(beat);
      end();
    });
  });
  app.post("/page/act", bodyLimit({ maxSize: maxBody }), async ({ req, json }) => {
    const read = v.safeParse(pageActionSchema, await req.json().catch(() => undefined));
    if (!read.success) return json({ error: `The action is malformed: ${read.issues[0].message}` }, 400);
    try {
      await act(session, read.output);
      return json({ version: (await session.page()).state.version });
    } catch (error) {
      return json({ error: error instanceof Error ? error.message : String(error) }, 409);
    }
  });
  return app;
}

async function act(session: TrainSession, action: PageAction): Promise<void> {
  const page = await session.page();
  switch (action.type) {
    case "start":
      return session.startFromPage();
    case "stop":
      return session.stopTraining();
    case "resume":
      return session.resumeUpload();
    default:
      return page.act(action);
  }
}

/** The kinds of picture that a project's images have. */
function imageType(bytes: Uint8Array): string {
  if (bytes[0] === 0x89) return "image/png";
  if (bytes[0] === 0xff) return "image/jpeg";
  return bytes[0] === 0x52 ? "image/webp" : "application/octet-stream";
}
