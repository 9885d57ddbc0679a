import type { PyValue } from "@trainyard/pyyaml";
import type { Encoded } from "./read-with-pyyaml.ts";

/** The same form of a value that safe_load.py writes, so that both can be compared as text. */
export function encodePyValue(value: PyValue): Encoded {
  switch (value.kind) {
    case "null":
      return ["null"];
    case "int":
      return ["int", hex(value.value)];
    case "float":
      return ["float", floatBits(value.value)];
    case "bytes":
      return ["bytes", Buffer.from(value.value, "base64").toString("hex")];
    case "list":
      return ["list", value.items.map(encodePyValue)];
    case "set":
      return ["set", sorted(value.items.map(encodePyValue))];
    case "pairs":
      return ["list", value.entries.map((entry) => ["tuple", entry.map(encodePyValue)])];
    case "map":
      return ["map", sorted(value.entries.map((entry) => entry.map(encodePyValue)))];
    default:
      return [value.kind, value.value];
  }
}

function hex(value: bigint): string {
  return value < 0n ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
}

function floatBits(value: number): string {
  if (Number.isNaN(value)) return "nan";
  const bits = Buffer.alloc(8);
  bits.writeDoubleBE(value);
  return bits.toString("hex");
}

/** Both sides are sorted by this function, since Python and JavaScript order text differently. */
function sorted(items: readonly Encoded[]): readonly Encoded[] {
  return items
    .map((item) => [JSON.stringify(item), item] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, item]) => item);
}

/** An answer of Python with its sets and mappings in our order. */
export function inOurOrder(value: Encoded): Encoded {
  const [kind, content] = value;
  if (!Array.isArray(content)) return value;
  const items: readonly Encoded[] = content.map((item: Encoded) =>
    kind === "map" ? item.map((side) => inOurOrder(side as Encoded)) : inOurOrder(item),
  );
  return [kind, kind === "map" || kind === "set" ? sorted(items) : items];
}
