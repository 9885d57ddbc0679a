import type { Command } from "commander";
import type { WorkPlace } from "../work-place.ts";

/** `mcp`: the tools for assistants, over stdin and stdout. */
export function addMcp(program: Command, work: WorkPlace): void {
  program
    .command("mcp")
    .description("serves the tools to an assistant over stdin and stdout (Model Context Protocol)")
    .action(async () => {
      const [{ createTrainyard }, { serveMcp }] = await Promise.all([
        import("@trainyard/server"),
        import("@trainyard/server/mcp"),
      ]);
      serveMcp(createTrainyard({ instance: work.instance(), logger: (error) => work.err(String(error)) }));
      await new Promise<void>((done) => process.stdin.once("close", done));
    });
}
