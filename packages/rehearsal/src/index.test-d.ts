import type { TrainAppDefinition } from "@trainyard/app";
import { yolo } from "@trainyard/presets/yolo";
import { expectTypeOf } from "expect-type";
import { rehearsalApp, rehearsalModule } from "./index.ts";

expectTypeOf(rehearsalApp(yolo)).toEqualTypeOf<TrainAppDefinition>();
expectTypeOf(rehearsalModule()).toEqualTypeOf<string>();
