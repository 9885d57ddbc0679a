import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Hono } from "hono";
import type { Context } from "../http/context.ts";
import { foreignOrigin } from "../http/foreign-origin.ts";
import { pagePolicy } from "../http/page-session.ts";
import { ApiError } from "../store/api-error.ts";
import { mountExperimentsPage } from "./experiments-page.ts";
import { mountFilesPage } from "./files-page.ts";
import { mountImportPage } from "./import-page.ts";
import { mountMarksPage } from "./marks-page.ts";
import type { PageAgent, PageApp } from "./page-data.ts";
import { mountProjectsPage } from "./projects-page.ts";
import { mountTasksPage } from "./tasks-page.ts";

const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};
const headers: Readonly<Record<string, string>> = {
  "content-security-policy": pagePolicy,
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
};

/** Where the built page lies: in the package's folder, which is another way from a source than from a bundle. */
const pageFolder: string = join(packageFolder(dirname(fileURLToPath(import.meta.url))), "page");

/**
 * The instance's own page: its files for anyone, what it shows for who is signed in. A task whose app does not run is
 * shown here as well, so a run's `ref` always leads somewhere.
 */
export function mountInstancePage(
  app: Hono,
  context: Context,
  take: Parameters<typeof mountImportPage>[1],
): void {
  const { pages, apps, agents } = context;
  app.get("/", async (c, next) => {
    if (c.req.header("accept")?.includes("text/html") !== true)
      return c.text("A Trainyard embedded instance.");
    return pages.guard(c, next);
  });
  app.get("/", async () => {
    const html = await readFile(join(pageFolder, "index.html")).catch(() => undefined);
    if (html === undefined) throw new ApiError(404, "The page is not built here: run pnpm build:ui.");
    const type = "text/html; charset=utf-8";
    return new Response(new Uint8Array(html), {
      headers: { ...headers, "content-type": type, "cache-control": "no-store" },
    });
  });
  app.get("/icon.svg", () => file("icon.svg", "max-age=3600"));
  app.get("/assets/:name{[\\w.-]+}", ({ req }) =>
    file(`assets/${req.param("name")}`, "public, max-age=31536000, immutable"),
  );
  app.get("/apps/sessions/:id{\\d+}/*", ({ req, redirect }) => redirect(`/#/tasks/${req.param("id")}`, 302));
  app.get("/apps/sessions/:id{\\d+}", ({ req, redirect }) => redirect(`/#/tasks/${req.param("id")}`, 302));

  app.use("/page/*", async ({ req }, next) => {
    if (foreignOrigin(req)) throw new ApiError(403, "A foreign page may not ask this instance.");
    await next();
  });
  app.use("/page/*", pages.guard);
  mountTasksPage(app, context);
  mountExperimentsPage(app, context);
  mountFilesPage(app, context);
  mountProjectsPage(app, context);
  mountImportPage(app, take);
  mountMarksPage(app, context);
  app.get("/page/apps", ({ json }) =>
    json(
      [...apps].map(
        ([id, { name, framework, version, slug, rehearsal = false }]): PageApp => ({
          ...{ id, name, framework, version, slug, rehearsal },
        }),
      ),
    ),
  );
  app.get("/page/agents", ({ json }) => json(agents().map(agentRow)));
}

async function file(path: string, cache: string): Promise<Response> {
  const body = await readFile(join(pageFolder, path)).catch(() => undefined);
  if (body === undefined) throw new ApiError(404, `There is nothing at /${path}.`);
  const type = types[extname(path)] ?? "application/octet-stream";
  return new Response(new Uint8Array(body), {
    headers: { ...headers, "content-type": type, "cache-control": cache },
  });
}

function packageFolder(folder: string): string {
  return existsSync(join(folder, "package.json")) ? folder : packageFolder(dirname(folder));
}

function agentRow({ id, name, status, gpuInfo }: ReturnType<Context["agents"]>[number]): PageAgent {
  const { device_names: names = [], device_memory: memory = [] } = Object(gpuInfo) as {
    readonly device_names?: readonly string[];
    readonly device_memory?: readonly { readonly total: number; readonly available: number }[];
  };
  return {
    ...{ id, name: String(name), status: String(status) },
    devices: names.map((device, at) => ({
      name: device,
      free: memory[at]?.available ?? 0,
      total: memory[at]?.total ?? 0,
    })),
  };
}
