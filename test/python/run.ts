import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureVenv } from "./harness/ensure-venv.ts";
import { pythonCommands } from "./harness/python-commands.ts";
import { runCommand } from "./harness/run-command.ts";
import { startLocalCli } from "./harness/start-local-cli.ts";
import { writeTestProject } from "./harness/write-test-project.ts";

/** What a command may know of this machine; the platform's variables of its user are not among them. */
const inherited = ["PATH", "LANG", "LC_ALL", "TMPDIR", "TEMP", "SYSTEMROOT", "CI"];

async function main(names: readonly string[]): Promise<boolean> {
  const here = fileURLToPath(new URL(".", import.meta.url));
  const python = ensureVenv({ folder: join(here, ".venv"), requirements: join(here, "requirements.txt") });
  const commands = pythonCommands(python).filter(({ name }) => names.length === 0 || names.includes(name));
  const dir = await mkdtemp(join(tmpdir(), "trainyard-python-"));
  try {
    await writeTestProject(join(dir, "scenes"));
    await using local = await startLocalCli(join(dir, "instance"), join(dir, "scenes"));
    const env = {
      ...Object.fromEntries(
        inherited.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
      ),
      // The SDK keeps its cache, and looks for its user's token, at home.
      ...{ HOME: dir, NO_COLOR: "1", PYTHONDONTWRITEBYTECODE: "1", TRAINYARD_PYTHON: python },
      ...{ SERVER_ADDRESS: local.address, API_TOKEN: local.token },
      ...{ TEAM_ID: local.teamId, WORKSPACE_ID: local.workspaceId },
      ...{ AGENT_ID: local.agentId, PROJECT_ID: local.projectId },
    };
    const total = { passed: 0, failed: 0 };
    for (const command of commands) {
      const { passed, failed } = await runCommand(command, env);
      total.passed += passed;
      total.failed += failed;
    }
    console.log(`\n${total.passed} passed, ${total.failed} failed`);
    return total.failed === 0 && total.passed > 0;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
