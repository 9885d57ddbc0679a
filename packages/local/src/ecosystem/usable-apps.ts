import type { LocalTrainApp } from "../agent/local-train-app.ts";
import { pythonApp } from "./python-app.ts";
import { registeredApps } from "./registered-apps.ts";

/** The apps registered in an instance's folder; one that cannot be used any more is told of and left out. */
export function usableApps(instanceDir: string, log: (error: unknown) => void): readonly LocalTrainApp[] {
  return registeredApps(instanceDir).flatMap((app) => {
    try {
      return [pythonApp(app)];
    } catch (error) {
      log(error);
      return [];
    }
  });
}
