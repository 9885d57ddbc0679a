import { isTrainyardError } from "@trainyard/core";
import type { Difference } from "./difference.ts";
import { differences, endingOf } from "./differences.ts";
import type { Fault, Recording } from "./recording.ts";
import { recordingNamed, recordings } from "./recording.ts";
import type { Outcome } from "./replay.ts";
import { replay } from "./replay.ts";

const intro = `# Fidelity

How \`TrainApi\` differs from the platform's Python SDK (6.74.28), on purpose. Generated from the recordings of that
SDK in \`test/fixtures/recordings\` and from what this library does with the same calls: \`pnpm fidelity\` writes it anew,
and a test fails when it is out of date.
`;

/** The document of all deliberate differences, with what is really printed. */
export async function renderFidelity(): Promise<string> {
  const chapters = [...new Set(differences.map(({ chapter }) => chapter))];
  const same = recordings.filter(({ name }) => !differences.some(({ ends }) => name in ends));
  const parts: string[] = [
    intro,
    `Of ${recordings.length} recorded calls, ${same.length} send the same request and end the same way. The others follow.\n`,
  ];
  for (const chapter of chapters) {
    parts.push(`## ${chapter}\n`);
    for (const difference of differences.filter((item) => item.chapter === chapter))
      parts.push(await section(difference));
  }
  return parts.join("\n");
}

async function section({ title, why, ends }: Difference): Promise<string> {
  const rows = await Promise.all(
    Object.keys(ends).map(async (name) => {
      const recording = recordingNamed(name);
      return `| ${[callOf(recording), sdkOf(recording), hereOf(await replay(recording), recording)].map(cell).join(" | ")} |`;
    }),
  );
  return [`### ${title}\n`, `${why}\n`, "| Call | The SDK | Here |", "| --- | --- | --- |", ...rows, ""].join(
    "\n",
  );
}

function callOf({ name, input, faults = [], note }: Recording): string {
  const usual: Readonly<Record<string, unknown>> = {
    project_id: 101,
    model: "YOLO/YOLO26s-det",
    agent_id: 12,
    task_id: 265,
  };
  const kwargs = Object.entries(input.kwargs ?? {})
    .filter(([key, value]) => usual[key] !== value)
    .map(([key, value]) => `${key}=${pythonOf(value)}`);
  const missing =
    input.method === "run" ? ["project_id", "model"].filter((key) => !(key in (input.kwargs ?? {}))) : [];
  const without = (input.args ?? []).length === 0 ? missing.map((key) => `, without ${key}`) : [];
  const args = [...(input.args ?? []).map(pythonOf), ...kwargs].join(", ");
  const env = Object.entries(input.env ?? {})
    .filter(([key]) => key === "TEAM_ID" || key === "CONTEXT_TEAMID")
    .map(([key, value]) => `, with ${key}=${JSON.stringify(value)}`);
  const told = note === undefined ? "" : ` (${note})`;
  return `**${name}** \`${input.method}(${args})\`${[...without, ...env].join("")}${faults.map(faultOf).join("")}${told}`;
}

function faultOf({ method, action, status, process, times = 1 }: Fault): string {
  const what =
    action === "status" ? `answers ${status}` : action === "reset" ? "is cut off" : "answers otherwise";
  const acted = process === true ? " after it acted" : "";
  return `; ${method} ${what}${acted}${times === 1 ? "" : times > 50 ? ", always" : `, ${times} times`}`;
}

/** A value as Python writes it. */
function pythonOf(value: unknown): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Array.isArray(value)) return `[${value.map(pythonOf).join(", ")}]`;
  if (typeof value !== "object") return JSON.stringify(value);
  const { $split, ...rest }: Readonly<Record<string, unknown>> = { ...value };
  const pairs = Object.entries(rest);
  return typeof $split === "string"
    ? `${$split}(${pairs.map(([key, item]) => `${key}=${pythonOf(item)}`).join(", ")})`
    : `{${pairs.map(([key, item]) => `${JSON.stringify(key)}: ${pythonOf(item)}`).join(", ")}}`;
}

function sdkOf({ error, tasksCreated, result }: Recording): string {
  const tasks = tasksCreated === 1 ? "one task" : `${tasksCreated} tasks`;
  if (error === undefined) return tasksCreated === 0 ? `returns id ${result?.id ?? "None"}` : tasks;
  const said = `${error.type}: ${error.message}`.replace(/http:\/\/127\.0\.0\.1:PORT/g, "https://HOST");
  const short = said.length > 170 ? `${said.slice(0, 170)}…` : said;
  return tasksCreated === 0 ? short : `${tasks}, then ${short}`;
}

function hereOf({ run, error }: Outcome, { name }: Recording): string {
  if (run === undefined) {
    if (!isTrainyardError(error)) throw error;
    return `\`${error.code}\` ${error.message}`;
  }
  const { ends } = endingOf(name);
  const how = ends === "adopted" ? ", adopted" : ends === "sent again" ? ", sent again" : "";
  const said = run.warnings.map((warning) => `; \`${warning.code}\` ${warning.message} ${warning.hint}`);
  return `one task${how}${said.join("")}`;
}

function cell(text: string): string {
  return text.replace(/\s+/g, " ").replaceAll("|", "\\|").replaceAll("<", "&lt;").trim();
}
