/** Where presets are in a team's files. */
export interface TeamPresets {
  readonly teamId: number;
  /** Folder in Team Files; default `/presets`. */
  readonly path?: string;
}

/** What a file of presets is called. */
export const presetFileName: RegExp = /\.presets\.(ya?ml|json)$/;
/** A file larger than this is no file of presets. */
export const maxPresetBytes: number = 1_000_000;

/** The folder without a slash at its end. */
export function presetFolder({ path = "/presets" }: TeamPresets): string {
  return `/${path.split("/").filter(Boolean).join("/")}`;
}
