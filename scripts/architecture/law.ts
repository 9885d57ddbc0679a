/** What one workspace folder may import, and how its own folders lie on each other. */
export interface UnitLaw {
  /** Our packages it may name, without the scope. */
  readonly packages: readonly string[];
  /** Where `node:` modules are allowed: everywhere, nowhere, or in the folders listed. */
  readonly node: boolean | readonly string[];
  /**
   * Folders under `src`, lowest layer first; `ROOT_FILES` stands for the files beside them. A folder imports itself
   * and lower layers, never a neighbour in its own layer. Without layers, folders are free.
   */
  readonly layers?: readonly (readonly string[])[];
  /** The same for folders inside a folder, by its path under `src`. */
  readonly within?: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** Words its code may not contain, comments excepted. */
  readonly forbiddenWords?: RegExp;
}

/** The whole law: one entry per workspace folder, and the budgets they share. */
export interface ArchitectureLaw {
  readonly scope: string;
  readonly units: Readonly<Record<string, UnitLaw>>;
  readonly forbiddenFileNames: readonly string[];
  readonly budgets: Budgets;
  /** Folders of one kind of file each, which may hold more than the budget: path to reason. */
  readonly oneKindFolders: Readonly<Record<string, string>>;
  /** Entries that may hand out more names than the budget, or fewer. */
  readonly entryNames: Readonly<Record<string, number>>;
}

/** Upper limits per unit, over its non-test sources. */
export interface Budgets {
  readonly longestFile: number;
  readonly p90File: number;
  readonly medianFile: number;
  readonly filesPerFolder: number;
  readonly namesPerEntry: number;
  readonly castsPerThousandLines: number;
  readonly anyPerThousandLines: number;
}

/** The layer of the files directly under `src`. */
export const ROOT_FILES = ".";
