import { suggest } from "../../spec/closest.ts";
import type { FrameworkFacts } from "../../spec/framework-facts.ts";
import type { Layer } from "../../spec/layer.ts";
import type { Problem } from "../../spec/problem.ts";
import { settingNames } from "../../spec/train-spec.ts";

type Hyperparameters = Pick<FrameworkFacts, "hyperparameters" | "authors">;

/** Finds locks of paths that there are not: they would protect nothing, and nobody would notice. */
export function* lockNameProblems(
  { origin, spec, lock = [] }: Layer,
  facts: Hyperparameters | undefined,
): Iterable<Problem> {
  for (const path of lock) {
    const [setting = "", ...rest] = path.split(".");
    const name = rest.join(".");
    if (!settingNames.includes(setting)) {
      yield unknownLock(origin, path, suggest(setting, settingNames, "setting"), settingNames);
      continue;
    }
    const known = hyperparametersOf(facts);
    if (setting !== "tune" || name === "" || known.length === 0) continue;
    const isSaid = typeof spec.tune === "object" && spec.tune !== null && name in spec.tune;
    const isPart = known.some((one) => one.startsWith(`${name}.`));
    if (!isSaid && !isPart && !known.includes(name))
      yield unknownLock(origin, path, suggest(name, known, "hyperparameter"), known);
  }
}

function hyperparametersOf(facts: Hyperparameters | undefined): readonly string[] {
  return [...(facts?.hyperparameters ?? []), ...(facts?.authors?.arguments ?? [])].map(({ path }) => path);
}

function unknownLock(origin: string, path: string, hint: string, allowed: readonly string[]): Problem {
  return {
    code: "LOCK_UNKNOWN",
    severity: "error",
    path,
    message: `${origin} locks ${JSON.stringify(path)}, which there is not: it protects nothing.`,
    hint,
    value: path,
    allowed,
  };
}
