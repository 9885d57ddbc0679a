import { leak } from "../network/conv.ts";
import type { Network } from "../network/network.ts";
import { gridSize, inputSize } from "../network/network.ts";
import { encodeModel } from "./onnx-messages.ts";

const float = 1;
const attributeFloat = 1;
const attributeInts = 7;

/**
 * Writes the network as an ONNX file: input `images` [N, 3, 64, 64] in 0..1, output `cells` [N, 5 + classes, 8, 8].
 * It computes what {@link Network.forward} computes.
 */
export function encodeOnnx(network: Network, standsInFor: string): Uint8Array<ArrayBuffer> {
  const nodes: Record<string, unknown>[] = [];
  let value = "images";
  for (const [at, { shape }] of network.layers.entries()) {
    const pad = (shape.kernel - 1) / 2;
    const ints = (name: string, values: number[]) => ({ name, ints: values, type: attributeInts });
    nodes.push({
      opType: "Conv",
      name: `conv${at}`,
      input: [value, `conv${at}.weight`, `conv${at}.bias`],
      output: [`conv${at}.out`],
      attribute: [
        ints("kernel_shape", [shape.kernel, shape.kernel]),
        ints("strides", [shape.stride, shape.stride]),
        ints("pads", [pad, pad, pad, pad]),
      ],
    });
    value = `conv${at}.out`;
    if (!shape.rectified) continue;
    const attribute = [{ name: "alpha", f: leak, type: attributeFloat }];
    nodes.push({
      opType: "LeakyRelu",
      name: `relu${at}`,
      input: [value],
      output: [`relu${at}.out`],
      attribute,
    });
    value = `relu${at}.out`;
  }
  nodes.push({ opType: "Sigmoid", name: "probabilities", input: [value], output: ["cells"], attribute: [] });
  return encodeModel({
    irVersion: 8,
    producerName: "trainyard rehearsal",
    producerVersion: "1",
    docString: `A rehearsal: a small network that stands in for ${standsInFor}. It is not that model.`,
    opsetImport: [{ domain: "", version: 13 }],
    metadataProps: [
      { key: "classes", value: JSON.stringify(network.classes) },
      { key: "stands_in_for", value: standsInFor },
    ],
    graph: {
      name: "rehearsal",
      node: nodes,
      initializer: network.parameters().map(({ name, value, dims }) => ({
        name,
        dims,
        dataType: float,
        rawData: new Uint8Array(value.buffer, value.byteOffset, value.byteLength),
      })),
      input: [tensorInfo("images", [3, inputSize, inputSize])],
      output: [tensorInfo("cells", [5 + network.classes.length, gridSize, gridSize])],
    },
  });
}

function tensorInfo(name: string, dims: readonly number[]): Record<string, unknown> {
  const dim = [{ dimParam: "N" }, ...dims.map((dimValue) => ({ dimValue }))];
  return { name, type: { tensorType: { elemType: float, shape: { dim } } } };
}
