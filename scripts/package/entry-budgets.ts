/** Kilobytes, minified and gzipped with all dependencies, that an entry may weigh in a browser. */
export const entryBudgets: Readonly<Record<string, number>> = {
  "@trainyard/pyyaml": 14,
  "@trainyard/core": 80,
  "@trainyard/core/spec": 14,
  "@trainyard/core/hyperparameters": 22,
  "@trainyard/core/plan": 48,
  "@trainyard/core/run": 10,
  "@trainyard/core/wire": 8,
  "@trainyard/presets": 24,
  "@trainyard/builder": 82,
};
