import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import * as v from "valibot";

/** What a training app's `config.json` says. */
export interface AppConfig {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly framework: string;
  readonly categories: readonly string[];
  /** Its command, in words. */
  readonly entrypoint: readonly string[];
  /** The port written in the command. */
  readonly port: number;
  /** Paths of the app's own files from the checkout's root, by key. */
  readonly files: Readonly<Record<string, string>>;
  /** The whole file. */
  readonly whole: Readonly<Record<string, unknown>>;
}

const schema = v.looseObject({
  type: v.optional(v.string(), "app"),
  name: v.string(),
  version: v.optional(v.string(), "dev"),
  description: v.optional(v.string(), ""),
  categories: v.array(v.string()),
  entrypoint: v.string(),
  port: v.optional(v.number(), 8000),
  framework: v.optional(v.looseObject({ name: v.string() })),
  files: v.optional(v.record(v.string(), v.string()), {}),
});

/** How deep below a checkout's root an app may lie, and how far above an app its root. */
const reach = 3;

/**
 * Finds a checkout's training app: the root that its paths start from, and its folder from there.
 *
 * @throws Error when there is none, or more than one.
 */
export function findAppConfig(dir: string): { readonly root: string; readonly app: string } {
  if (!existsSync(dir)) throw new Error(`There is no folder ${dir}.`);
  const found = existsSync(join(dir, "config.json")) ? [dir] : below(dir, reach);
  const apps = found.filter((folder) => isTrainApp(folder));
  const [app, ...others] = apps.length === 0 ? found.slice(0, 1) : apps;
  if (app === undefined)
    throw new Error(`${dir} holds no config.json of a training app. Name the checkout's folder.`);
  if (others.length > 0)
    throw new Error(
      `${dir} holds ${apps.length} training apps. Name one of them: ${apps.map((one) => relative(dir, one)).join(", ")}.`,
    );
  const root = rootOf(app, dir);
  return { root, app: relative(root, app).replaceAll("\\", "/") };
}

/**
 * Reads an app's `config.json`.
 *
 * @throws Error naming the file and the place in it that is wrong.
 */
export function readAppConfig(root: string, app: string): AppConfig {
  const path = join(root, app, "config.json");
  const config = parseConfig(path);
  const category = config.categories.find((item) => item.startsWith("framework:"));
  const framework = category?.slice("framework:".length) ?? config.framework?.name;
  if (framework === undefined)
    throw new Error(`${path} names no framework: add "framework:NAME" to its categories.`);
  const options = [app, "app_options.yaml"].filter((part) => part !== "").join("/");
  const extra = existsSync(join(root, options)) ? { app_options: options } : {};
  return {
    name: config.name,
    version: config.version,
    description: config.description,
    framework,
    // The platform finds training apps by these two.
    categories: [...new Set([...config.categories, "train", `framework:${framework}`])],
    entrypoint: config.entrypoint.trim().split(/\s+/),
    port: config.port,
    files: { ...extra, ...config.files },
    whole: config,
  };
}

function parseConfig(path: string): v.InferOutput<typeof schema> {
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), readFileSync(path, "utf8"));
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(`${path}: ${v.getDotPath(issue) ?? "the file"}: ${issue.message}`);
}

function isTrainApp(folder: string): boolean {
  try {
    return parseConfig(join(folder, "config.json")).categories.includes("train");
  } catch {
    return false;
  }
}

function below(dir: string, depth: number): readonly string[] {
  if (depth === 0) return [];
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && entry.name !== "node_modules")
    .flatMap((entry) => {
      const folder = join(dir, entry.name);
      return existsSync(join(folder, "config.json")) ? [folder] : below(folder, depth - 1);
    });
}

/** An app's paths start at its repository's root, which may lie above the folder that was named. */
function rootOf(app: string, dir: string): string {
  if (app !== dir) return dir;
  let root = dir;
  for (let up = 0; up <= reach; up++, root = dirname(root)) if (existsSync(join(root, ".git"))) return root;
  return dir;
}
