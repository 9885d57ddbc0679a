import type { CodeEntry, ProblemEntry } from "@trainyard/core/errors";

const repeated: Readonly<Record<CodeEntry["retryable"], string>> = {
  no: "The same call would fail again.",
  safe: "The same call may be made again freely.",
  ambiguous: "Make the same call again only with the same key: it may have taken effect.",
};

/** The page of an error's code. */
export function renderErrorPage(code: string, entry: CodeEntry): string {
  return `# ${code}

An error: \`error.code === "${code}"\`.

${entry.text}

**Mend it.** ${entry.hint}

**Again?** ${repeated[entry.retryable]}
`;
}

/** The page of a problem's code. */
export function renderProblemPage(code: string, entry: ProblemEntry): string {
  return `# ${code}

${entry.severity === "error" ? "A problem that stops a start" : "A warning"}, found by ${entry.afterCreation === true ? "`start()` once its task is there" : "`check()`, `plan()` or `start()`"}.

${entry.text}

**Why it matters.** ${entry.why}

**Mend it.** ${entry.mend}

**Let it pass.** ${passing(code, entry)}

**How it comes about:**

\`\`\`text
${entry.example.includes(".model(") ? "train().on(12).project(101)" : 'train().on(12).project(101).model("YOLO/YOLO26s-det")'}${entry.example}
\`\`\`
`;
}

function passing(code: string, { severity, judgement, afterCreation }: ProblemEntry): string {
  if (afterCreation === true)
    return "It stops nothing, strict or not: the task goes on, and `run.warnings` tells of it.";
  if (severity === "warning")
    return `It does not stop a start; with \`start({ strict: true })\` it does, unless \`ignore: ["${code}"]\` names it.`;
  return judgement
    ? `It is a judgement: \`start({ ignore: ["${code}"] })\` starts all the same.`
    : "It cannot be ignored: such a training cannot work.";
}

/** The index of all pages. */
export function renderIndex(
  errors: Readonly<Record<string, CodeEntry>>,
  problems: Readonly<Record<string, ProblemEntry>>,
): string {
  const row = (code: string, text: string) => `- [${code}](${code}.md): ${text}`;
  const errorRows = Object.entries(errors).map(([code, { text }]) => row(code, text));
  const of = (severity: ProblemEntry["severity"]) =>
    Object.entries(problems)
      .filter(([, entry]) => entry.severity === severity)
      .map(([code, { text }]) => row(code, text));
  return `# Codes

Every error and every problem has a stable code; programs may branch on it. Generated from
\`packages/core/src/errors\`; \`pnpm vitest run test/src/errors --update\` writes these pages anew.

## Errors

What a call throws.

${errorRows.join("\n")}

## Problems that stop a start

Several at once are thrown as \`SPEC_INVALID\`, each with its code in \`error.facts.problems\`.

${of("error").join("\n")}

## Warnings

They stand in \`plan.warnings\` and \`run.warnings\`.

${of("warning").join("\n")}
`;
}
