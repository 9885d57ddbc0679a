import { isTrainyardError } from "../../errors/trainyard-error.ts";

/** Collects what could not be looked at, each as a sentence. */
export interface NotChecked {
  /** Runs a read that only finds more mistakes: its failure is noted, never thrown. */
  read<T>(what: string, read: (() => Promise<T>) | undefined): Promise<T | undefined>;
  note(sentence: string): void;
  readonly sentences: readonly string[];
}

/** An empty collection. Aborts and rejected tokens are still thrown. */
export function collectNotChecked(): NotChecked {
  const sentences: string[] = [];
  const note = (sentence: string) => {
    if (!sentences.includes(sentence)) sentences.push(sentence);
  };
  return {
    sentences,
    note,
    read: async (what, read) => {
      if (read === undefined) {
        note(`${what}: the instance is not asked for it.`);
        return undefined;
      }
      try {
        return await read();
      } catch (error) {
        if (!isTrainyardError(error) || error.code === "UNAUTHORIZED") throw error;
        const status = error.facts.status === undefined ? "" : ` (${error.facts.status})`;
        note(`${what}: the instance does not say${status}.`);
        return undefined;
      }
    },
  };
}
