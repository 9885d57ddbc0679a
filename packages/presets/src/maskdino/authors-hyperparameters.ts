// Generated from authors.ts by `npx vitest run packages/presets/src/authors-hyperparameters --update`: edits are lost.

/** What the app of MaskDINO takes beyond the app's file: `.tune()` offers it too. */
export type MaskDinoAuthorsHyperparameters = Readonly<Record<never, never>>;
