import { inspect } from "node:util";
import { tags, train } from "@trainyard/builder";
import { connect, TrainyardError } from "@trainyard/core";
import type { Lookups } from "@trainyard/core/plan";
import { startBody } from "@trainyard/core/wire";
import { definePreset } from "@trainyard/presets";
import { describe, expect, it } from "vitest";
import { instanceOf, world } from "./world.ts";

const preset = definePreset({
  id: "acme/detect",
  version: "2.1.0",
  about: "Our line cameras.",
  spec: { tune: { epochs: 120, batch: 8 }, split: tags("train", "val") },
});
const chain = (lookups: Partial<Lookups> = {}) =>
  train(instanceOf(lookups))
    .on("auto")
    .project(101)
    .model("YOLO/YOLO26s-det")
    .classes("kiwi", "lemon")
    .use(preset)
    .tune({ epochs: 50 });

describe("a plan", () => {
  it("prints as a table: every value, and who said it", async () => {
    const plan = await chain().plan();
    expect(String(plan)).toMatchInlineSnapshot(`
      "Plan 01543d62d414: nothing is started yet
        project          101 Fruit                                                 chain .project()
        agent            4 large: most free GPU memory (20.0 GiB) of 2             chain .on()
        app              Train YOLO v1.0.40 (module 1001)
        model            YOLO/YOLO26s-det                                          chain .model()
        classes          kiwi, lemon (polygon → rectangle)                         chain .classes()
        split            tags train | val, untagged: train: 16 train, 4 val of 20  acme/detect@2.1.0
        hyperparameters  the app's own file with 2 values changed                  default
          epochs         50 (100 in the app's file)                                chain .tune() (over acme/detect@2.1.0: 120)
          batch          8 (16 in the app's file)                                  acme/detect@2.1.0
        experiment       named by the app                                          default
        convert shapes   on                                                        default
        benchmark        on                                                        default
        speed test       off                                                       default
        cache            on                                                        default
        export           none                                                      default
        autostart        on                                                        default"
    `);
    expect(inspect(plan)).toBe(String(plan));
    expect(`${JSON.stringify({ plan })}`).toContain('"hash"');
  });

  it("holds the exact request, and its hash names it", async () => {
    const [plan, same, other] = await Promise.all([
      chain().plan(),
      chain().plan(),
      chain().cache(false).plan(),
    ]);
    expect(startBody(plan, "KEY")).toEqual(plan.request);
    expect(plan.request.params.state).toMatchObject({
      guiState: { classes: ["kiwi", "lemon"], hyperparameters: "epochs: 50\nbatch: 8\noptimizer: auto\n" },
    });
    expect(plan.hash).toMatch(/^[0-9a-f]{64}$/);
    expect([same.hash === plan.hash, other.hash === plan.hash]).toEqual([true, false]);
  });

  it("keeps its hash: equal requests have it in every version", async () => {
    const plan = await chain().plan();
    const web = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(sorted(plan.request)));
    expect(plan.hash).toBe(Buffer.from(web).toString("hex"));
  });

  it("compares value by value, and the comparison prints", async () => {
    const [before, after] = await Promise.all([
      chain().plan(),
      chain().cache(false).tune({ batch: 4 }).plan(),
    ]);
    const diff = before.diff(after);
    expect(diff.changes).toContainEqual({ path: "training.cacheProject", before: true, after: false });
    expect(diff.changes).toContainEqual({ path: "hyperparameters.batch", before: 8, after: 4 });
    expect(String(diff)).toContain("hyperparameters.batch: 8 → 4");
    expect(inspect(diff)).toBe(String(diff));
    expect(before.diff(await chain().plan())).toMatchObject({ same: true, changes: [] });
  });

  it("shows itself in a notebook, with every name escaped", async () => {
    const evil = "<img src=x onerror=alert(1)>";
    const plan = await chain({
      project: async (id) => ({ ...(await world.project(id)), name: evil }),
    }).plan();
    const display: unknown = Reflect.get(plan, Symbol.for("Jupyter.display"));
    if (typeof display !== "function") throw new Error("The plan does not show itself.");
    const shown: Record<string, string> = display();
    expect(shown["text/plain"]).toBe(String(plan));
    expect(shown["text/html"]).toContain("&lt;img src=x onerror=alert(1)&gt;");
    expect(shown["text/html"]).not.toContain("<img");
  });

  it("holds no token in any of its forms", async () => {
    const token = "very-secret-token-1234567890";
    const instance = { ...connect({ address: "http://127.0.0.1:9", token }), lookups: world };
    const plan = await train(instance).on(4).project(101).model("YOLO/YOLO26s-det").classes("kiwi").plan();
    const html = Reflect.get(plan, Symbol.for("Jupyter.display"));
    const forms = [
      String(plan),
      JSON.stringify(plan),
      inspect(plan, { depth: 20, showHidden: true, customInspect: false }),
      JSON.stringify(html()),
      inspect(plan.diff(plan), { depth: 20 }),
    ];
    for (const form of forms) expect(form).not.toContain(token);
  });

  it("says what it could not look at, and goes on", async () => {
    const { projectStats: _, agent: __, ...bare } = world;
    const missing = () => Promise.reject(new TrainyardError("NOT_FOUND"));
    const instance = { ...instanceOf(), lookups: { ...bare, appFile: missing } };
    const plan = await train(instance).on(4).project(101).model("YOLO/YOLO26s-det").classes("kiwi").plan();
    expect(plan.details.notChecked).toEqual(
      expect.arrayContaining([
        expect.stringContaining("The project's statistics"),
        expect.stringContaining("The agent"),
        expect.stringContaining("The app's models"),
      ]),
    );
    expect(plan.details.images).toEqual({ train: 16, val: 4, ignored: 0, total: 20 });
  });
});

describe("plan.start()", () => {
  it("starts nothing when the request would be another one by now, and says what differs", async () => {
    let classes = ["kiwi", "lemon"];
    const lookups: Partial<Lookups> = {
      projectMeta: async () => ({
        classes: classes.map((title) => ({ title, shape: "rectangle" })),
        tags: [{ name: "train" }, { name: "val" }],
      }),
    };
    const plan = await chain(lookups).allClasses().plan();
    classes = ["kiwi", "lemon", "plum"];
    await expect(plan.start()).rejects.toMatchObject({
      code: "PLAN_STALE",
      message: expect.stringContaining('classes: ["kiwi","lemon"] → ["kiwi","lemon","plum"]'),
    });
  });

  it("starts nothing when something is wrong by now", async () => {
    let status = "running";
    const plan = await chain({
      agent: async (id) => ({ id, name: "large", type: "sly_agent", status, freeMemory: [2 ** 34] }),
    }).plan();
    status = "waiting";
    await expect(plan.start()).rejects.toMatchObject({ facts: { problem: "AGENT_NOT_RUNNING" } });
  });
});

describe("mistakes that look-ups find", () => {
  it("are told together with the others", async () => {
    const error = await chain({ agents: async () => [] })
      .model("YOLLO/x")
      .split(tags("trian", "val"))
      .plan()
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({
      code: "SPEC_INVALID",
      facts: {
        problems: [{ code: "TRAIN_APP_NOT_FOUND" }, { code: "AGENT_NOT_FOUND" }, { code: "TAG_UNKNOWN" }],
      },
    });
    expect(String(error)).toContain('Did you mean "YOLO"?');
  });

  it("name every team that has a checkpoint's path, and a folder without its experiment", async () => {
    const path = "/experiments/101_Fruit/77_YOLO/checkpoints/best.pt";
    const twice = chain({
      teams: async () => [
        { id: 9, name: "ours" },
        { id: 10, name: "theirs" },
      ],
    });
    await expect(twice.model(path).plan()).rejects.toMatchObject({ code: "CHECKPOINT_AMBIGUOUS" });
    const broken = chain({ experimentAt: () => Promise.reject(new TrainyardError("EXPERIMENT_NOT_FOUND")) });
    await expect(broken.model(path).plan()).rejects.toMatchObject({ code: "EXPERIMENT_NOT_FOUND" });
  });
});

/** The canonical form, written down a second time: keys in order, no spaces. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${pairs.map(([key, inner]) => `${JSON.stringify(key)}:${sorted(inner)}`).join(",")}}`;
}
