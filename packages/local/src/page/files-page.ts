import { extname } from "node:path";
import type { Hono } from "hono";
import type { Context } from "../http/context.ts";
import { fileResponse } from "../http/file-response.ts";
import { ApiError } from "../store/api-error.ts";
import { defaults } from "../store/instance-file.ts";
import type { PageFile } from "./page-data.ts";

/** What a browser may show of a file; anything else is only downloaded. */
const shown: Readonly<Record<string, string>> = {
  ...{ ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp" },
  ...{ ".txt": "text/plain", ".log": "text/plain", ".yaml": "text/plain", ".yml": "text/plain" },
  ...{ ".json": "text/plain", ".csv": "text/plain", ".md": "text/plain" },
};

/** Team Files on the page: a folder's entries, a file to look at and to take along. */
export function mountFilesPage(app: Hono, { files, teams }: Context): void {
  const team = (id: string | undefined) => teams.team(id === undefined ? defaults.teamId : Number(id)).id;
  app.get("/page/files", async ({ req, json }) => {
    const path = req.query("path") ?? "/";
    const rows = await files.list(team(req.query("team")), path, false);
    return json(
      rows.map(
        ({ path, name, isDir, size, updatedAt }): PageFile => ({ path, name, isDir, size, updatedAt }),
      ),
    );
  });
  app.get("/page/files/content", async ({ req }) => {
    const path = req.query("path") ?? "";
    const file = files.file(team(req.query("team")), path);
    const type = req.query("show") === undefined ? undefined : shown[extname(path).toLowerCase()];
    if (req.query("show") !== undefined && type === undefined)
      throw new ApiError(400, "A file of this kind is not shown; download it.");
    const answer = await fileResponse(file, req.raw, type === "text/plain" ? `${type}; charset=utf-8` : type);
    answer.headers.set("x-content-type-options", "nosniff");
    answer.headers.set("content-security-policy", "sandbox; default-src 'none'");
    if (type === undefined) {
      const name = encodeURIComponent(path.split("/").at(-1) ?? "file");
      answer.headers.set("content-disposition", `attachment; filename*=UTF-8''${name}`);
    }
    return answer;
  });
}
