import { seededRandom } from "@trainyard/rehearsal";

/** An image as a choice knows it. */
export interface ListedImage {
  readonly id: number;
  readonly name: string;
  /** Names of its dataset and those around it: `outer/inner`. */
  readonly dataset: string;
  readonly tags: readonly string[];
}
/** Which images of a project: those that pass all that is said; at least one thing must be. */
export interface ImageChoice {
  /** Ids and ranges of ids: `3,7,10-20`. */
  readonly images?: string | undefined;
  /** Names; `*` stands for any letters, `?` for one. */
  readonly names?: string | undefined;
  readonly dataset?: string | undefined;
  readonly withTag?: string | undefined;
  readonly withoutTag?: string | undefined;
  /** That share of what the others leave, 0 to 100, by chance. */
  readonly percent?: string | undefined;
  /** The same seed chooses the same images; default 0. */
  readonly seed?: string | undefined;
}

/** @throws Error for a choice that cannot be read, and for one that no image passes. */
export function selectImages(all: readonly ListedImage[], choice: ImageChoice): readonly ListedImage[] {
  const { images, names, dataset, withTag, withoutTag, percent, seed = "0" } = choice;
  const ids = images === undefined ? undefined : idTest(images);
  const pattern = names === undefined ? undefined : namePattern(names);
  const passing = all.filter(
    (image) =>
      ids?.(image.id) !== false &&
      pattern?.test(image.name) !== false &&
      (dataset === undefined || image.dataset === dataset || image.dataset.startsWith(`${dataset}/`)) &&
      (withTag === undefined || image.tags.includes(withTag)) &&
      (withoutTag === undefined || !image.tags.includes(withoutTag)),
  );
  const chosen = percent === undefined ? passing : share(passing, numberIn("percent", percent, 100), seed);
  if (chosen.length > 0) return chosen;
  throw new Error(`No image of ${all.length} is chosen by this.${known(all, choice)}`);
}

/** Whether anything says which images. */
export function saysWhich({ seed: _, ...choice }: ImageChoice): boolean {
  return Object.values(choice).some((value) => value !== undefined);
}

function idTest(text: string): (id: number) => boolean {
  const ranges = text.split(",").map((part) => {
    const [, from, to = from] = /^\s*(\d+)(?:-(\d+))?\s*$/.exec(part) ?? [];
    if (from === undefined) throw new Error(`--images ${text}: write ids and ranges, like 3,7,10-20.`);
    return [Number(from), Number(to)] as const;
  });
  return (id) => ranges.some(([from, to]) => id >= from && id <= to);
}

function namePattern(names: string): RegExp {
  const escaped = names.replaceAll(/[.+^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll(/\*+/g, ".*").replaceAll("?", ".")}$`, "su");
}

function share(images: readonly ListedImage[], percent: number, seed: string): readonly ListedImage[] {
  const random = seededRandom(numberIn("seed", seed, 2 ** 32));
  const drawn = images.map((image) => ({ image, at: random() })).sort((a, b) => a.at - b.at);
  const chosen = new Set(
    drawn.slice(0, Math.round((images.length * percent) / 100)).map(({ image }) => image),
  );
  return images.filter((image) => chosen.has(image));
}

function numberIn(name: string, text: string, most: number): number {
  const number = Number(text);
  if (text.trim() !== "" && number >= 0 && number <= most) return number;
  throw new Error(`--${name} ${text}: give a number from 0 to ${most}.`);
}

function known(all: readonly ListedImage[], { dataset, withTag }: ImageChoice): string {
  const datasets = [...new Set(all.map((image) => image.dataset))];
  if (dataset !== undefined && !datasets.includes(dataset)) return ` Its datasets: ${datasets.join(", ")}.`;
  const tags = [...new Set(all.flatMap((image) => image.tags))];
  if (withTag !== undefined && !tags.includes(withTag)) return ` Its tags: ${tags.join(", ") || "none"}.`;
  return "";
}
