import type { ProblemEntry } from "./problem-entry.ts";
import type { AppProblem } from "./problems/app-problems.ts";
import { appProblems } from "./problems/app-problems.ts";
import type { DataProblem } from "./problems/data-problems.ts";
import { dataProblems } from "./problems/data-problems.ts";
import type { HyperparameterProblem } from "./problems/hyperparameter-problems.ts";
import { hyperparameterProblemEntries } from "./problems/hyperparameter-problems.ts";
import type { SettingProblem } from "./problems/setting-problems.ts";
import { settingProblems } from "./problems/setting-problems.ts";
import type { StartProblem } from "./problems/start-problems.ts";
import { startProblems } from "./problems/start-problems.ts";

/** The code of a problem. It is stable: programs may branch on it, and `ignore` names it. */
export type ProblemCode = SettingProblem | HyperparameterProblem | AppProblem | DataProblem | StartProblem;

/** The one table of problem codes; each has a page in docs/errors. */
export const problemCodes: Readonly<Record<ProblemCode, ProblemEntry>> = {
  ...settingProblems,
  ...hyperparameterProblemEntries,
  ...appProblems,
  ...dataProblems,
  ...startProblems,
};
