import { spawn } from "node:child_process";
import { once } from "node:events";
import { text as readText } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

/** A value as safe_load.py encodes it. */
export type Encoded = readonly unknown[];
/** What PyYAML made of a text. */
export interface PyAnswer {
  readonly value?: Encoded;
  readonly error?: string;
  /** Lines it names for an error: the problem's and, where there is one, its context's. */
  readonly lines?: readonly number[];
}

const script = fileURLToPath(new URL("./safe_load.py", import.meta.url));

/** Reads texts with the PyYAML of a Python interpreter, all in one process. */
export async function readWithPyYaml(python: string, texts: readonly string[]): Promise<readonly PyAnswer[]> {
  const child = spawn(python, [script], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, PYTHONUTF8: "1" },
  });
  const output = readText(child.stdout);
  const closed = once(child, "close");
  child.stdin.end(texts.map((text) => `${JSON.stringify(text)}\n`).join(""));
  const [code]: unknown[] = await closed;
  if (code !== 0) throw new Error(`${python} ended with ${String(code)}`);
  const answers: readonly PyAnswer[] = (await output)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  if (answers.length !== texts.length) throw new Error("PyYAML did not answer every text");
  return answers;
}
