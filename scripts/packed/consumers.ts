import type { PackedConsumer } from "./consumer.ts";
import { browser } from "./consumers/browser.ts";
import { bundlers } from "./consumers/bundler.ts";
import { firstGuide } from "./consumers/first-guide.ts";
import { manifestCheckers } from "./consumers/manifest-checkers.ts";
import { next } from "./consumers/next.ts";
import { nodeCjs } from "./consumers/node-cjs.ts";
import { nodeEsm } from "./consumers/node-esm.ts";
import { runtimes } from "./consumers/runtime.ts";
import { testRunners } from "./consumers/test-runner.ts";
import { twoCopies } from "./consumers/two-copies.ts";
import { typescript } from "./consumers/typescript.ts";

/** Everyone who uses the packed packages, quick ones first. */
const consumers: readonly PackedConsumer[] = [
  nodeEsm,
  nodeCjs,
  twoCopies,
  firstGuide,
  ...manifestCheckers,
  typescript,
  ...bundlers,
  ...testRunners,
  ...runtimes,
  browser,
  next,
];

/**
 * Reads `--only=a,b` and `--fast`.
 *
 * @throws Error on a name that is no consumer.
 */
export function chooseConsumers(args: readonly string[]): readonly PackedConsumer[] {
  const known = consumers.map(({ name }) => name);
  return args
    .filter((arg) => arg !== "--")
    .reduce<readonly PackedConsumer[]>((chosen, arg) => {
      if (arg === "--fast") return chosen.filter(({ fast }) => fast);
      const names = arg.startsWith("--only=") ? arg.slice("--only=".length).split(",") : [];
      if (names.length === 0 || names.some((name) => !known.includes(name)))
        throw new Error(
          `Cannot read "${arg}". Write --fast or --only=NAME,NAME; the names are ${known.join(", ")}.`,
        );
      return chosen.filter(({ name }) => names.includes(name));
    }, consumers);
}
