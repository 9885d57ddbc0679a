import { compare } from "@trainyard/core/compare";
import * as v from "valibot";
import { defineRoute } from "../terms/define-route.ts";
import type { AnyRoute } from "../terms/route.ts";
import { idText } from "./number-text.ts";

/** Experiments side by side. */
export const compareRoute: AnyRoute = defineRoute({
  method: "POST",
  path: "/compare",
  action: "read",
  name: "compare_experiments",
  about:
    "What differs between experiments, then their metrics; ranked only where their files prove they may be.",
  input: v.object({
    tasks: v.pipe(v.array(idText), v.minLength(2, "expected two tasks or more"), v.maxLength(50)),
  }),
  execute: async ({ tasks }, { instance, signal }) => {
    const comparison = await compare(instance, tasks, { signal });
    return { text: String(comparison), comparison };
  },
});
