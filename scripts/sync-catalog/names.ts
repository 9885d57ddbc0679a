/** How a framework is called in files and code. */
export interface Names {
  /** Folder in packages/presets/src, and start of its presets' ids: `rt-detrv2`. */
  readonly folder: string;
  /** Start of its constants: `rtDetrv2`. */
  readonly value: string;
  /** Start of its types: `RtDetrv2`. */
  readonly type: string;
}

/** The names of a framework, made from the platform's spelling of it. */
export function namesOf(framework: string): Names {
  const words = framework.split(/[^A-Za-z\d]+/).filter((word) => word !== "");
  if (words.length === 0) throw new Error(`${JSON.stringify(framework)} is no name of a framework.`);
  // Capitals in a row become one word, so MaskDINO is MaskDino and YOLO is Yolo.
  const type = words
    .map((word) => word.replace(/[A-Z]{2,}/g, (run) => `${run[0]}${run.slice(1).toLowerCase()}`))
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join("");
  return {
    folder: words.join("-").toLowerCase(),
    value: `${type.charAt(0).toLowerCase()}${type.slice(1)}`,
    type,
  };
}
