import { expectTypeOf } from "expect-type";
import type { ImportedProject, LocalInstance, LocalTrainApp } from "./index.ts";
import { localTrainApps, startLocalInstance } from "./index.ts";

expectTypeOf(startLocalInstance({ dir: "./instance" })).resolves.toEqualTypeOf<LocalInstance>();
// @ts-expect-error an instance lives in a folder
startLocalInstance({});
expectTypeOf<LocalInstance["importProject"]>().returns.resolves.toEqualTypeOf<ImportedProject>();
expectTypeOf<LocalInstance>().toExtend<AsyncDisposable>();
expectTypeOf(localTrainApps()).toEqualTypeOf<readonly LocalTrainApp[]>();
