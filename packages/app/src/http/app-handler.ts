import { Hono } from "hono";
import * as v from "valibot";
import type { TrainSession } from "../lifecycle/train-session.ts";
import { pageRoutes } from "./page-routes.ts";

const trainBody = v.looseObject({
  state: v.looseObject({ app_state: v.unknown(), wait: v.optional(v.boolean(), true) }),
});

/**
 * The app's endpoints, reached through `tasks.request.direct`.
 *
 * Source: platform facts, /train_from_api, /train_status, /is_running. /app_state is ours: the platform's page shows it.
 */
export function appHandler(session: TrainSession): Hono {
  const app = new Hono();
  app.route("/", pageRoutes(session));
  app.on(["GET", "POST"], "/is_running", ({ json }) => json({ running: true, mode: "production" }));
  app.on(["GET", "POST"], "/is_ready", ({ json }) => json({ status: "ready" }));
  app.on(["GET", "POST"], "/train_status", ({ json }) => json({ status: session.status }));
  app.on(["GET", "POST"], "/app_state", ({ json }) => json({ app_state: session.appState }));
  app.post("/train_from_api", async ({ req, json }) => {
    const body = v.safeParse(trainBody, await req.json().catch(() => undefined));
    if (!body.success) throw new Error("The body must hold a state with app_state.");
    const { settings, ready } = await session.load(body.output.state.app_state);
    if (!ready) throw new Error("A step failed to validate; the task's log names it.");
    const training = session.train(settings);
    if (!body.output.state.wait) {
      training.catch(() => {});
      return json({ result: "model training started" });
    }
    await training;
    return json({ result: "model was successfully trained" });
  });
  app.onError((error, { json }) => json({ detail: { title: error.name, message: error.message } }, 500));
  return app;
}
