/**
 * Kilobytes, minified and gzipped with all dependencies, that an entry may weigh in a browser; `"node"` for one that
 * runs in Node only. Every entry is listed: a new one is weighed before it is published.
 */
export const entryBudgets: Readonly<Record<string, number | "node">> = {
  "@trainyard/pyyaml": 14,
  "@trainyard/core": 88,
  "@trainyard/core/errors": 10,
  "@trainyard/core/spec": 16,
  "@trainyard/core/hyperparameters": 22,
  "@trainyard/core/plan": 50,
  "@trainyard/core/run": 13,
  "@trainyard/core/compare": 46,
  "@trainyard/core/wire": 8,
  "@trainyard/core/endpoints": 8,
  "@trainyard/core/node": 4,
  "@trainyard/presets": 25,
  "@trainyard/presets/files": 46,
  "@trainyard/presets/sharing": 52,
  "@trainyard/presets/node": "node",
  "@trainyard/presets/yolo": 16,
  "@trainyard/presets/rt-detrv2": 14,
  "@trainyard/presets/deim": 15,
  "@trainyard/presets/sparseinst": 13,
  "@trainyard/presets/maskdino": 13,
  "@trainyard/presets/mvd": 14,
  "@trainyard/builder": 90,
  "@trainyard/builder/sweep": 94,
  "@trainyard/app": "node",
  // Types alone: what the pages are sent.
  "@trainyard/app/page": "node",
  trainyard: "node",
  "@trainyard/server": "node",
  "@trainyard/server/node": "node",
  "@trainyard/server/express": "node",
  "@trainyard/server/fastify": "node",
  "@trainyard/server/hono": "node",
  "@trainyard/server/next": "node",
  "@trainyard/server/client": 12,
  "@trainyard/rehearsal": "node",
  "@trainyard/local": "node",
  // Types alone, as well.
  "@trainyard/local/page": "node",
};
