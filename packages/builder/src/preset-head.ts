import type { PresetInput } from "@trainyard/presets";

/** What a preset made of a chain says of itself. */
export type PresetHead = Partial<Omit<PresetInput, "id" | "spec" | "extends">>;
