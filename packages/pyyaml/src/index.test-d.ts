import { expectTypeOf } from "expect-type";
import type { PyReading, PyValue, YamlRefusal } from "./index.ts";
import { editPyYaml, parsePyYaml, readPyYaml, writePyYaml } from "./index.ts";

// Reading gives tagged data, or throws; the other reader gives the refusal as a value.
expectTypeOf(parsePyYaml("a: 1")).toEqualTypeOf<PyValue>();
const reading: PyReading = readPyYaml("a: 1");
if (reading.ok) expectTypeOf(reading.value).toEqualTypeOf<PyValue>();
else expectTypeOf(reading.refusal).toEqualTypeOf<YamlRefusal>();
expectTypeOf<Extract<PyValue, { kind: "int" }>["value"]>().toEqualTypeOf<bigint>();

expectTypeOf(writePyYaml({ on: true })).toEqualTypeOf<string>();
expectTypeOf(editPyYaml("a: 1\n", { a: 2, "b.c": [1], d: null })).toEqualTypeOf<string>();
// @ts-expect-error an edit sets data, not functions
editPyYaml("a: 1\n", { a: () => 2 });
