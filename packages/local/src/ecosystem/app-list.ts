import type { LocalTrainApp } from "../agent/local-train-app.ts";
import type { InstanceFile } from "../store/instance-file.ts";
import { registeredAppsMark } from "./registered-apps.ts";
import { usableApps } from "./usable-apps.ts";

/** Ids of apps of one's own begin here, below those of the rehearsals: the first listed is taken. */
const ownApps = 101;

/** What an instance's list of apps is made from. */
export interface AppSources {
  /** The instance's folder. */
  readonly dir: string;
  readonly instance: InstanceFile;
  /** Named in code, before the registered ones. */
  readonly own: readonly LocalTrainApp[];
  readonly rehearsals: readonly LocalTrainApp[];
  readonly log: (error: unknown) => void;
}

/** The training apps of an instance. What `app add` and `app remove` change is taken by the next request. */
export class AppList {
  readonly #sources: AppSources;
  #mark: string | undefined;
  #apps: ReadonlyMap<number, LocalTrainApp> = new Map();
  #hasOwn = false;

  constructor(sources: AppSources) {
    this.#sources = sources;
    this.#refresh();
  }

  /** By module id; an app keeps its id when others come and go. */
  get current(): ReadonlyMap<number, LocalTrainApp> {
    this.#refresh();
    return this.#apps;
  }

  /** Whether there are apps beside the rehearsals. */
  get hasOwn(): boolean {
    this.#refresh();
    return this.#hasOwn;
  }

  #refresh(): void {
    const { dir, instance, own: named, rehearsals, log } = this.#sources;
    const mark = registeredAppsMark(dir);
    if (mark === this.#mark) return;
    const own = [...named, ...this.#registered(dir, log)];
    this.#mark = mark;
    const taken = new Set(own.map(({ slug }) => slug));
    this.#hasOwn = own.length > 0;
    this.#apps = new Map([
      ...own.map((app) => [instance.moduleId(`app:${app.slug}`, ownApps), app] as const),
      ...rehearsals.map(
        (app) => [instance.moduleId(app.slug), taken.has(app.slug) ? rehearsalOf(app) : app] as const,
      ),
    ]);
  }

  /** A file that somebody spoiled stops an instance from starting, never one that runs: that keeps what it has. */
  #registered(dir: string, log: (error: unknown) => void): readonly LocalTrainApp[] {
    try {
      return usableApps(dir, log);
    } catch (error) {
      if (this.#mark === undefined) throw error;
      log(error);
      const others = new Set([...this.#sources.own, ...this.#sources.rehearsals].map(({ slug }) => slug));
      return [...this.#apps.values()].filter((app) => app.rehearsal !== true && !others.has(app.slug));
    }
  }
}

/** A slug names one app: the real one has it. */
function rehearsalOf(app: LocalTrainApp): LocalTrainApp {
  return { ...app, slug: `${app.slug}/rehearsal` };
}
