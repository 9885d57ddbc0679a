import { runCommand } from "../run-command.ts";

/** Runs a command that must succeed and print what is expected; gives what is wrong. */
export function expectOutput(
  folder: string,
  command: readonly [string, ...string[]],
  expected = "",
): readonly string[] {
  const { code, output } = runCommand(folder, command);
  if (code === 0 && output.includes(expected)) return [];
  const said = output
    .split("\n")
    .map((line) => line.slice(0, 300))
    .slice(-30)
    .join("\n");
  return [`${command.join(" ")} ${code === 0 ? `does not print "${expected}"` : "fails"}:\n${said}`];
}
