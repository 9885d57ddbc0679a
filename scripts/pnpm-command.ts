/** How to start pnpm: the one that runs this script, or the pinned one through npx. */
export function pnpmCommand(env: NodeJS.ProcessEnv = process.env): readonly [string, ...string[]] {
  const running = env.npm_execpath ?? "";
  return /pnpm\.c?js$/.test(running) ? [process.execPath, running] : ["npx", "-y", "pnpm@10.34.9"];
}
