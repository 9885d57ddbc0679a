import { pnpmCommand } from "./pnpm-command.ts";
import { releaseObstacles } from "./release/release-obstacles.ts";
import { runCommand } from "./run-command.ts";

// Shows what would be published; publishes only with --publish, and only where provenance can be given.
const publish = process.argv.includes("--publish");
const obstacles = releaseObstacles(process.cwd(), process.env, publish);
for (const obstacle of obstacles) console.log(`✗ ${obstacle}`);
if (publish && obstacles.length > 0) {
  console.log("Nothing was published.");
  process.exitCode = 1;
} else {
  const flags = publish ? ["--provenance", "--access=public"] : ["--dry-run", "--no-git-checks"];
  const { code, output } = runCommand(process.cwd(), [...pnpmCommand(), "-r", "publish", ...flags]);
  console.log(output);
  console.log(publish ? "" : "Nothing was published: --publish does it, in the release workflow.");
  process.exitCode = code === 0 && (publish || obstacles.length === 0) ? 0 : 1;
}
