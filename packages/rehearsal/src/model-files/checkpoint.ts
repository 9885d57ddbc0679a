import * as v from "valibot";
import type { Network } from "../network/network.ts";

/** What a rehearsal's checkpoint holds. */
export interface Checkpoint {
  readonly classes: readonly string[];
  /** The model that the rehearsal stood in for. */
  readonly standsInFor: string;
  readonly weights: ReadonlyMap<string, Float32Array>;
}

const maxHeader = 2 ** 20;
const tensor = v.object({
  dtype: v.literal("F32"),
  shape: v.array(v.number()),
  data_offsets: v.tuple([v.number(), v.number()]),
});
const metadata = v.object({
  trainyard: v.literal("rehearsal"),
  classes: v.string(),
  stands_in_for: v.string(),
});

/** Writes a checkpoint in the safetensors layout: header length, JSON header, raw little-endian float32. */
export function encodeCheckpoint(network: Network, standsInFor: string): Uint8Array<ArrayBuffer> {
  const parameters = network.parameters();
  let at = 0;
  const entries = parameters.map(({ name, value, dims }) => {
    const begin = at;
    at += value.byteLength;
    return [name, { dtype: "F32", shape: dims, data_offsets: [begin, at] }];
  });
  const about = {
    trainyard: "rehearsal",
    classes: JSON.stringify(network.classes),
    stands_in_for: standsInFor,
  };
  const text = JSON.stringify({ __metadata__: about, ...Object.fromEntries(entries) });
  const header = new TextEncoder().encode(text.padEnd(Math.ceil(text.length / 8) * 8));
  const bytes = new Uint8Array(8 + header.length + at);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(header.length), true);
  bytes.set(header, 8);
  let offset = 8 + header.length;
  for (const { value } of parameters) {
    bytes.set(new Uint8Array(value.buffer, value.byteOffset, value.byteLength), offset);
    offset += value.byteLength;
  }
  return bytes;
}

/**
 * Reads a checkpoint of a rehearsal.
 *
 * @throws Error when the file is something else, e.g. a real framework's checkpoint.
 */
export function decodeCheckpoint(bytes: Uint8Array): Checkpoint {
  const fail = () =>
    new Error("The checkpoint is not of a rehearsal; only those can be trained further here.");
  if (bytes.length < 16) throw fail();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = Number(view.getBigUint64(0, true));
  if (length > maxHeader || 8 + length > bytes.length) throw fail();
  try {
    const { __metadata__, ...tensors } = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)));
    const about = v.parse(metadata, __metadata__);
    const weights = Object.entries(v.parse(v.record(v.string(), tensor), tensors)).map(
      ([name, { data_offsets }]) => {
        const [begin, end] = data_offsets;
        // A Buffer's slice shares its memory, which begins elsewhere: copied, so that the floats begin at 0.
        const data = Uint8Array.from(bytes.subarray(8 + length + begin, 8 + length + end));
        return [name, new Float32Array(data.buffer)] as const;
      },
    );
    const classes = v.parse(v.array(v.string()), JSON.parse(about.classes));
    return { classes, standsInFor: about.stands_in_for, weights: new Map(weights) };
  } catch {
    throw fail();
  }
}
