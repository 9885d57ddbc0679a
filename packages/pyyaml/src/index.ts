/**
 * YAML read, written and edited as PyYAML does.
 *
 * @module @trainyard/pyyaml
 */
export type { ContentNode, ListNode, MapNode, MapPair, YamlNode } from "./compose/node.ts";
export { resolvePlain } from "./compose/resolve-plain.ts";
export { constructFloat, constructInt } from "./construct/construct-number.ts";
export { Constructor } from "./construct/constructor.ts";
export { isMerge } from "./construct/flatten-merges.ts";
export type { PyEntry, PyList, PyMap, PyValue } from "./construct/py-value.ts";
export { pyEquals, pyKeyId } from "./construct/py-value.ts";
export { editPyYaml } from "./edit/edit-pyyaml.ts";
export type { EditValues, Json } from "./edit/find-changes.ts";
export { valueAt } from "./edit/step.ts";
export { parsePyYaml } from "./read/parse-pyyaml.ts";
export type { PyReading } from "./read/read-pyyaml.ts";
export { lines, longestText, placeOf, readPyYaml } from "./read/read-pyyaml.ts";
export type { YamlRefusal } from "./scan/pyyaml-error.ts";
export { PyYamlError } from "./scan/pyyaml-error.ts";
export { toPyValue } from "./write/to-py-value.ts";
export { writePyYaml } from "./write/write-pyyaml.ts";
export { writeFlow } from "./write/write-value.ts";
