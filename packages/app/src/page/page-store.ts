import type { Patch } from "immer";
import { enablePatches, produceWithPatches } from "immer";
import { derivePage } from "./derive-page.ts";
import { firstForm } from "./first-form.ts";
import type { PageAction, PageForm, PageRun, PageState } from "./page-state.ts";
import type { PageWorld } from "./page-world.ts";
import type { PageSayings } from "./plan-page.ts";
import { type PageHistory, type PageMoment, PageRefusal, passable, reduceMoment } from "./reduce-page.ts";
import { idleRun } from "./run-news.ts";

/** How a state came from the one before it. */
export interface PagePatch {
  readonly version: number;
  readonly patches: readonly Patch[];
}

type Listener = (patch: PagePatch) => void;

const maxPast = 200;

/** The one writer of a page's state: frozen values, told to everybody who listens as patches. */
export class PageStore {
  readonly #world: PageWorld;
  readonly #listeners = new Set<Listener>();
  #history: PageHistory = { past: [], future: [] };
  #state: PageState;
  readonly #first: PageForm;
  #code: PageForm | undefined;

  constructor(world: PageWorld) {
    enablePatches();
    this.#world = world;
    const form = firstForm(world);
    this.#first = form;
    const { taskId, instance, app, project, experiments } = world;
    const derived = derivePage(form, world);
    const first: PageState = {
      ...{ version: 0, taskId, instance, app, project, experiments, form, passed: 0, derived },
      ...{ undo: false, redo: false, run: idleRun },
    };
    this.#state = produceWithPatches(first, () => undefined)[0];
  }

  get state(): PageState {
    return this.#state;
  }

  /** What the page shows, and who said it. */
  get sayings(): PageSayings {
    return { first: this.#first, code: this.#code, form: this.#state.form };
  }

  /** Told of every change from now on; gives what ends it. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** @throws PageRefusal when the page cannot do this now. */
  act(action: Exclude<PageAction, { type: "start" | "stop" | "resume" }>): void {
    if (action.type === "undo" || action.type === "redo") {
      this.#travel(action.type);
      return;
    }
    const next = reduceMoment(this.#state, action, this.#world);
    this.#remember();
    this.#show(next);
  }

  /** Takes over a form that was set from code. Steps stand selected as far as they hold. */
  load(form: PageForm): void {
    const passed = passable(form, this.#world);
    // The page's own start comes back as what it shows already.
    if (passed === this.#state.passed && sameValue(form, this.#state.form)) return;
    this.#code = form;
    this.#remember();
    this.#show({ form, passed });
  }

  /** The training's own news. */
  run(change: (run: PageRun) => PageRun): void {
    this.#commit((draft) => ({ ...draft, run: change(draft.run) }));
  }

  #remember(): void {
    const { form, passed } = this.#state;
    this.#history = { past: [...this.#history.past, { form, passed }].slice(-maxPast), future: [] };
  }

  #travel(way: "undo" | "redo"): void {
    const { past, future } = this.#history;
    const { form, passed, run } = this.#state;
    if (run.phase === "running" || run.phase === "stopping")
      throw new PageRefusal("A training is under way.");
    const to = way === "undo" ? past.at(-1) : future.at(-1);
    if (to === undefined) throw new PageRefusal(`There is nothing to ${way}.`);
    const now: PageMoment = { form, passed };
    this.#history =
      way === "undo"
        ? { past: past.slice(0, -1), future: [...future, now] }
        : { past: [...past, now], future: future.slice(0, -1) };
    this.#show(to);
  }

  #show({ form, passed }: PageMoment): void {
    const derived = derivePage(form, this.#world);
    const { past, future } = this.#history;
    this.#commit((state) => ({
      ...state,
      ...{ form, passed, derived, undo: past.length > 0, redo: future.length > 0 },
    }));
  }

  #commit(change: (state: PageState) => PageState): void {
    const next = change(this.#state);
    const version = this.#state.version + 1;
    const [state, patches] = produceWithPatches(this.#state, (draft) => {
      draft.version = version;
      assignChanged(draft, this.#state, next);
    });
    this.#state = state;
    for (const listener of this.#listeners) listener({ version, patches });
  }
}

/** Writes what differs into a draft, value by value, so that the patches are small. */
function assignChanged(draft: object, before: object, after: object): void {
  for (const [key, value] of Object.entries(after)) {
    const old: unknown = Reflect.get(before, key);
    if (key === "version" || old === value || JSON.stringify(old) === JSON.stringify(value)) continue;
    const inner: unknown = Reflect.get(draft, key);
    if (Array.isArray(value) && Array.isArray(old) && Array.isArray(inner) && value.length >= old.length)
      for (const [at, item] of value.entries()) {
        if (old[at] !== item && JSON.stringify(old[at]) !== JSON.stringify(item)) inner[at] = item;
      }
    else if (isObject(value) && isObject(old) && isObject(inner) && sameKeys(value, old))
      assignChanged(inner, old, value);
    else Reflect.set(draft, key, value);
  }
}

/** Whether two values hold the same, in whatever order their keys stand. */
function sameValue(a: unknown, b: unknown): boolean {
  if (!isObject(a) || !isObject(b)) return JSON.stringify(a) === JSON.stringify(b);
  return sameKeys(a, b) && Object.keys(a).every((key) => sameValue(Reflect.get(a, key), Reflect.get(b, key)));
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sameKeys(a: object, b: object): boolean {
  return Object.keys(a).sort().join("\0") === Object.keys(b).sort().join("\0");
}
