import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Instance } from "@trainyard/core";
import { connect } from "@trainyard/core";
import { fileStorageUpload, tasksOutputSet } from "@trainyard/core/endpoints";
import { type LocalInstance, startLocalInstance, writeSampleProject } from "@trainyard/local";

/** An instance with two projects, and experiments that earlier trainings left. */
export interface StepsWorld extends AsyncDisposable {
  readonly dir: string;
  readonly local: LocalInstance;
  readonly instance: Instance;
  /** Boxes, the tags train and val, one dataset. */
  readonly scenes: number;
  /** Cars and trees as polygons, no tags, a dataset with another nested in it. */
  readonly outlines: number;
}

const experiments = 12;

export async function makeStepsWorld(): Promise<StepsWorld> {
  const dir = await mkdtemp(join(tmpdir(), "trainyard-steps-"));
  const scenes = join(dir, "scenes");
  await writeSampleProject(scenes, { images: 8 });
  const outlines = join(dir, "outlines");
  await writeOutlines(scenes, outlines);
  for (let at = 0; at < experiments; at++) await writeTask(join(dir, "instance", "tasks"), 901 + at);
  const local = await startLocalInstance({ dir: join(dir, "instance") });
  const [{ id }, { id: other }] = [await local.importProject(scenes), await local.importProject(outlines)];
  const instance = connect({ address: local.address, token: local.token });
  await leaveExperiments(instance, id);
  return {
    ...{ dir, local, instance, scenes: id, outlines: other },
    async [Symbol.asyncDispose]() {
      await local.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** The scenes again: cars and trees are polygons, nothing is tagged, and half of the images lie in a nested dataset. */
async function writeOutlines(from: string, to: string): Promise<void> {
  const meta = JSON.parse(await readFile(join(from, "meta.json"), "utf8"));
  const polygons = ["car", "tree"];
  for (const item of meta.classes) if (polygons.includes(item.title)) item.shape = "polygon";
  await mkdir(to);
  await writeFile(join(to, "meta.json"), JSON.stringify({ ...meta, tags: [] }));
  for (const [dataset, first] of [
    ["day", 1],
    ["day/datasets/night", 5],
  ] as const)
    for (let at = first; at < first + 4; at++) {
      const name = `scene-00${at}.png`;
      await cp(join(from, "scenes", "img", name), join(to, dataset, "img", name));
      const annotation = JSON.parse(await readFile(join(from, "scenes", "ann", `${name}.json`), "utf8"));
      for (const object of annotation.objects)
        if (polygons.includes(object.classTitle)) {
          const [[left, top], [right, bottom]] = object.points.exterior;
          object.geometryType = "polygon";
          object.points.exterior = [
            [left, top],
            [right, top],
            [right, bottom],
          ];
        }
      await mkdir(join(to, dataset, "ann"), { recursive: true });
      await writeFile(join(to, dataset, "ann", `${name}.json`), JSON.stringify({ ...annotation, tags: [] }));
    }
}

/** A task as the instance keeps one that finished. */
async function writeTask(tasks: string, id: number): Promise<void> {
  const time = "2026-11-01T10:00:00.000Z";
  await mkdir(join(tasks, String(id)), { recursive: true });
  await writeFile(
    join(tasks, String(id), "task.json"),
    JSON.stringify({
      ...{ id, status: "finished", moduleId: 1001, agentId: 1, workspaceId: 1, teamId: 1, userId: 1 },
      ...{ name: "", description: "", createdAt: time, startedAt: time, finishedAt: time },
      ...{ state: {}, output: {} },
    }),
  );
}

/** Experiments of the tasks; the last one's project is gone, the first one has a report. */
async function leaveExperiments(instance: Instance, projectId: number): Promise<void> {
  const html = new TextEncoder().encode("<!doctype html><title>Report</title><h1>Evaluated</h1>");
  const report = await fileStorageUpload(instance, 1, "/model-benchmark/scenes/report.html", html);
  for (let at = 0; at < experiments; at++) {
    const id = 901 + at;
    const data = {
      experiment_name: `trial ${at + 1}`,
      framework_name: "YOLO",
      model_name: at % 2 === 0 ? "YOLO26n-det" : "YOLO26s-seg",
      task_type: at % 2 === 0 ? "object detection" : "instance segmentation",
      project_id: at === experiments - 1 ? 999 : projectId,
      task_id: id,
      model_files: {},
      checkpoints: ["checkpoints/last.pt", "checkpoints/best.pt"],
      best_checkpoint: "best.pt",
      artifacts_dir: `/experiments/${projectId}_scenes/${id}_YOLO`,
      datetime: "2026-11-01 10:00:00",
      evaluation_report_link: at === 0 ? `${instance.address}/model-benchmark?id=${report.id}` : null,
    };
    await tasksOutputSet(instance, id, { experiment: { data } });
  }
}
