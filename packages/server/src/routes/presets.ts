import { listPresets, presetName, presetRows } from "@trainyard/presets";
import * as v from "valibot";
import { defineRoute } from "../terms/define-route.ts";
import type { AnyRoute } from "../terms/route.ts";

/** The presets that can be named, with what each sets. */
export const presetsRoute: AnyRoute = defineRoute({
  method: "GET",
  path: "/presets",
  action: "read",
  name: "list_presets",
  about: "Named training configs: their names, what they are for, and what each sets.",
  input: v.object({ task: v.optional(v.string()), framework: v.optional(v.string()) }),
  execute: async ({ task, framework }, { presets }) => {
    const filter = {
      ...(task === undefined ? {} : { task }),
      ...(framework === undefined ? {} : { framework }),
    };
    return listPresets(filter, [...presets, ...listPresets()]).map((preset) => ({
      name: presetName(preset),
      about: preset.about,
      ...(preset.cost === undefined ? {} : { cost: preset.cost }),
      sets: presetRows(preset),
    }));
  },
});
