import protobuf from "protobufjs";

const field = (type: string, id: number, rule?: "repeated") => ({
  type,
  id,
  ...(rule === undefined ? {} : { rule }),
});

/** The part of ONNX's protocol that a chain of convolutions needs. Source: onnx.proto, IR version 8. */
const messages = protobuf.Root.fromJSON({
  nested: {
    ModelProto: {
      fields: {
        irVersion: field("int64", 1),
        producerName: field("string", 2),
        producerVersion: field("string", 3),
        docString: field("string", 6),
        graph: field("GraphProto", 7),
        opsetImport: field("OperatorSetIdProto", 8, "repeated"),
        metadataProps: field("StringStringEntryProto", 14, "repeated"),
      },
    },
    OperatorSetIdProto: { fields: { domain: field("string", 1), version: field("int64", 2) } },
    StringStringEntryProto: { fields: { key: field("string", 1), value: field("string", 2) } },
    GraphProto: {
      fields: {
        node: field("NodeProto", 1, "repeated"),
        name: field("string", 2),
        initializer: field("TensorProto", 5, "repeated"),
        input: field("ValueInfoProto", 11, "repeated"),
        output: field("ValueInfoProto", 12, "repeated"),
      },
    },
    NodeProto: {
      fields: {
        input: field("string", 1, "repeated"),
        output: field("string", 2, "repeated"),
        name: field("string", 3),
        opType: field("string", 4),
        attribute: field("AttributeProto", 5, "repeated"),
      },
    },
    AttributeProto: {
      fields: {
        name: field("string", 1),
        f: field("float", 2),
        ints: field("int64", 8, "repeated"),
        type: field("int32", 20),
      },
    },
    TensorProto: {
      fields: {
        dims: field("int64", 1, "repeated"),
        dataType: field("int32", 2),
        name: field("string", 8),
        rawData: field("bytes", 9),
      },
    },
    ValueInfoProto: { fields: { name: field("string", 1), type: field("TypeProto", 2) } },
    TypeProto: { fields: { tensorType: field("TensorType", 1) } },
    TensorType: { fields: { elemType: field("int32", 1), shape: field("TensorShapeProto", 2) } },
    TensorShapeProto: { fields: { dim: field("Dimension", 1, "repeated") } },
    Dimension: { fields: { dimValue: field("int64", 1), dimParam: field("string", 2) } },
  },
});

/** Writes a model's message as an ONNX file. */
export function encodeModel(model: Record<string, unknown>): Uint8Array<ArrayBuffer> {
  const type = messages.lookupType("ModelProto");
  return new Uint8Array(type.encode(type.fromObject(model)).finish());
}
