import { suggest } from "./closest.ts";
import type { ProjectMeta } from "./facts.ts";
import type { Problem } from "./problem.ts";

/** The classes to train on, in the project's order, and what is wrong with those that were asked for. */
export function planClasses(
  asked: readonly string[] | undefined,
  meta: ProjectMeta,
): { classes: readonly string[]; problems: readonly Problem[] } {
  const all = meta.classes.map((item) => item.title);
  const path = "classes";
  if (all.length === 0) {
    const hint = "Annotate the project, or name another one.";
    const message = "The project has no classes.";
    return {
      classes: [],
      problems: [{ code: "PROJECT_HAS_NO_CLASSES", severity: "error", path, message, hint }],
    };
  }
  if (asked === undefined || asked.length === 0) return { classes: all, problems: [] };
  const unknown = asked.filter((name) => !all.includes(name));
  const classes = all.filter((name) => asked.includes(name));
  const problems = unknown.map(
    (name): Problem => ({
      code: "CLASS_UNKNOWN",
      severity:
        classes.length === 0 || all.some((known) => known.toLowerCase() === name.toLowerCase())
          ? "error"
          : "warning",
      path,
      message: `The project has no class ${JSON.stringify(name)}; the platform would drop it silently.`,
      hint: suggest(name, all, "class"),
      value: name,
      allowed: all,
    }),
  );
  return { classes, problems };
}
