import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Turns a folder of recordings (cases.json, worlds.json) into the fixtures of test/fixtures/recordings. */
const [from] = process.argv.slice(2);
if (from === undefined || from === "--help") {
  console.log("Usage: tsx scripts/make-recordings.ts FOLDER   (a folder with cases.json and worlds.json)");
  process.exit(from === undefined ? 1 : 0);
}
type Values = Record<string, unknown>;
const to = join(import.meta.dirname, "../test/fixtures/recordings");
const read = <T>(name: string): T => JSON.parse(readFileSync(join(from, name), "utf8"));
const cases = read<Values[]>("cases.json");
const worlds = read<Record<string, Values>>("worlds.json");

const counts = new Map<unknown, number>();
for (const { world } of cases) counts.set(world, (counts.get(world) ?? 0) + 1);
const [baseKey = ""] = [...counts].sort((a, b) => b[1] - a[1]).map(([key]) => String(key));
const base = worlds[baseKey] ?? {};

/** What values by name say otherwise than the base's; of files and tasks, the entries that differ. */
function differences(values: Values, from: Values): Values {
  const gone = Object.keys(from).filter((key) => !(key in values));
  if (gone.length > 0) throw new Error(`A world lacks ${gone.join(", ")}, which a difference cannot say.`);
  return Object.fromEntries(
    Object.entries(values)
      .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(from[key]))
      .map(([key, value]) => {
        const laidOver = key === "files" || key === "tasks";
        return [key, laidOver ? differences(Object(value), Object(from[key])) : value];
      }),
  );
}

/** What the test needs: no order of requests, no empty inputs, and the body of a start only where it is right. */
function compact({ sequence: _, startBodies, result, input, faults, ...rest }: Values): Values {
  const body = rest.expect === "same-start-body" && Array.isArray(startBodies) ? startBodies[0] : undefined;
  const said = Object.entries({ ...Object(input) }).filter(
    ([, value]) => Object.keys(Object(value)).length > 0,
  );
  return {
    ...rest,
    input: { method: Object(input).method, ...Object.fromEntries(said) },
    ...(Array.isArray(faults) && faults.length > 0 ? { faults } : {}),
    ...(result === undefined || result === null ? {} : { result: { id: Object(result).id } }),
    ...(body === undefined ? {} : { startBody: body }),
  };
}

const lines = (rows: readonly string[], [open, close]: string) => `${open}\n${rows.join(",\n")}\n${close}\n`;
writeFileSync(
  join(to, "cases.json"),
  lines(
    cases.map((item) => JSON.stringify(compact(item))),
    "[]",
  ),
);
const rows = Object.entries(worlds).map(([key, world]) => {
  const value = key === baseKey ? { ...world } : { base: baseKey, ...differences(world, base) };
  return `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
});
writeFileSync(join(to, "worlds.json"), lines(rows, "{}"));
console.log(`${cases.length} cases, ${rows.length} worlds`);
