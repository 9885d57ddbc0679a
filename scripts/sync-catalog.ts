import { parseArgs } from "node:util";
import { syncCatalog } from "./sync-catalog/sync.ts";

const usage = `Usage: pnpm sync:catalog DIR [--repo OWNER/NAME] [--release TAG]

Regenerates a framework's data in packages/presets/src from DIR, a checkout of its training app's repository:
its config.json, app_options.yaml, models.json and hyperparameters.yaml, and the SDK that its image pins. Hand-written files stay as they are.
--repo and --release are read from git where they are left out.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { repo: { type: "string" }, release: { type: "string" }, help: { type: "boolean", short: "h" } },
});
const [dir, ...rest] = positionals;
if (values.help === true || dir === undefined || rest.length > 0) {
  console.log(usage);
  process.exitCode = values.help === true ? 0 : 2;
} else {
  const { repo, release } = values;
  const said = { ...(repo === undefined ? {} : { repo }), ...(release === undefined ? {} : { release }) };
  const { framework, folder, models, hyperparameters, begun } = await syncCatalog(
    dir,
    "packages/presets/src",
    said,
  ).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
  console.log(`${framework}: ${models} models, ${hyperparameters} hyperparameters in ${folder}.`);
  if (begun.length > 0)
    console.log(
      `New: ${begun.join(", ")} were begun. Complete them, then add a row to packages/presets/src/frameworks.ts and a subpath to packages/presets/package.json.`,
    );
}
