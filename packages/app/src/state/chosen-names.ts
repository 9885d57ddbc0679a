import type { StateFacts } from "./state-facts.ts";

type Warn = (text: string) => void;

/**
 * The classes that a state names. A list of whole numbers alone is a list of class ids; what the project does not have is
 * left out of it, as in the platform's app, but not without a word.
 */
export function chosenClasses(
  asked: readonly unknown[],
  known: StateFacts["classes"],
  warn: Warn,
): readonly string[] {
  if (asked.length === 0 || !asked.every((item) => Number.isInteger(item)))
    return names(
      asked,
      known?.map(({ title }) => title),
      "class",
      warn,
    );
  const chosen = (known ?? []).filter(({ id }) => asked.includes(id));
  for (const item of asked)
    if (!chosen.some(({ id }) => id === item))
      warn(`The project has no class with the id ${item}: it is left out.`);
  return chosen.map(({ title }) => title);
}

/** The tags that a state names. */
export function chosenTags(
  asked: readonly unknown[],
  known: StateFacts["tags"],
  warn: Warn,
): readonly string[] {
  return names(asked, known, "tag", warn);
}

function names(
  asked: readonly unknown[],
  known: readonly string[] | undefined,
  noun: string,
  warn: Warn,
): readonly string[] {
  return asked.filter((item): item is string => {
    const isName = typeof item === "string";
    if (!isName) warn(`${JSON.stringify(item)} is no name of a ${noun}: it is left out.`);
    else if (known?.includes(item) === false)
      warn(`The project has no ${noun} ${JSON.stringify(item)}: it is left out.`);
    return isName;
  });
}
