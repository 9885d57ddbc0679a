import type { AnyRoute } from "../terms/route.ts";
import { checkRoute } from "./check.ts";
import { compareRoute } from "./compare.ts";
import { experimentsRoute } from "./experiments.ts";
import { metricsRoute } from "./metrics.ts";
import { modelsRoute } from "./models.ts";
import { planRoute } from "./plan.ts";
import { presetsRoute } from "./presets.ts";
import { runRoute } from "./run.ts";
import { startRoute } from "./start.ts";
import { stopRoute } from "./stop.ts";

/** Every route but the stream of a run's events. */
export const everyRoute: readonly AnyRoute[] = [
  ...[presetsRoute, modelsRoute, checkRoute, planRoute, startRoute],
  ...[runRoute, metricsRoute, stopRoute, experimentsRoute, compareRoute],
];
