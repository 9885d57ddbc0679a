import type { Hono } from "hono";
import { ApiError } from "../store/api-error.ts";
import type { Context } from "./context.ts";
import { fileResponse } from "./file-response.ts";

/** A report is a file that an app wrote: it may show itself, and do nothing. */
const policy =
  "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/**
 * The evaluation report of an experiment, for who is signed in: `/model-benchmark?id={id of its file}`.
 *
 * Source: platform fact, the link that `evaluation_report_link` of an experiment holds.
 */
export function mountModelBenchmark(app: Hono, { files, teams, pages }: Context): void {
  app.use("/model-benchmark", pages.guard);
  app.get("/model-benchmark", async ({ req }) => {
    const id = req.query("id") ?? "";
    if (!/^\d{1,16}$/.test(id)) throw new ApiError(400, "Which report? Write /model-benchmark?id=ID.");
    const teamIds = teams.teams.map((team) => team.id);
    const { teamId, file } = await files.byId(teamIds, Number(id));
    if (!file.path.startsWith("/model-benchmark/")) throw new ApiError(404, `There is no report ${id}.`);
    if (!file.path.endsWith(".html"))
      throw new ApiError(
        404,
        `${file.path} is a template that only the platform draws. What it is drawn from lies in Team Files beside it.`,
      );
    const answer = await fileResponse(files.file(teamId, file.path), req.raw, "text/html; charset=utf-8");
    answer.headers.set("content-security-policy", policy);
    answer.headers.set("x-content-type-options", "nosniff");
    answer.headers.set("referrer-policy", "no-referrer");
    return answer;
  });
}
