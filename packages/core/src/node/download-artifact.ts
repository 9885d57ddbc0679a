import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { TrainyardError } from "../errors/trainyard-error.ts";
import type { Instance } from "../instance/connect.ts";
import { tasksInfo } from "../instance/endpoints/tasks-info.ts";
import type { Experiment } from "../run/state/experiment.ts";

/** How an artifact is downloaded. */
export interface DownloadOptions {
  readonly signal?: AbortSignal;
  /** Told after each piece; `total` is undefined where the instance does not say it. In bytes. */
  readonly onProgress?: (done: number, total: number | undefined) => void;
}

const runtimes: Readonly<Record<string, string>> = { onnx: "ONNXRuntime", tensorrt: "TensorRT" };

/**
 * Writes an artifact of an experiment to disk, piece by piece; its team is found by itself. The file is there when it is
 * whole, and not before.
 *
 * @param what `best`, `onnx`, `tensorrt`, the name of a checkpoint, or a path in Team Files.
 * @param to a file, or a folder that takes the artifact's own name.
 * @returns the path that was written.
 * @throws INPUT_INVALID when the experiment has no such artifact, with those that it has; NOT_FOUND; the signal's reason.
 * @example
 * ```ts
 * import type { Experiment, Instance } from "@trainyard/core";
 * import { downloadArtifact } from "@trainyard/core/node";
 * const keep = (instance: Instance, experiment: Experiment) => downloadArtifact(instance, experiment, "best", "./models/");
 * ```
 */
export async function downloadArtifact(
  instance: Instance,
  experiment: Experiment,
  what: string,
  to: string,
  { signal, onProgress }: DownloadOptions = {},
): Promise<string> {
  const path = artifactOf(experiment, what);
  const task = await tasksInfo(instance, experiment.taskId, { signal });
  const teamId = task?.teamId ?? instance.teamId;
  if (typeof teamId !== "number")
    throw new TrainyardError("NOT_FOUND", `The team of task ${experiment.taskId} is not known.`, {
      facts: { taskId: experiment.taskId },
    });
  const isFolder =
    /[\\/]$/.test(to) ||
    (await stat(to).then(
      (at) => at.isDirectory(),
      () => false,
    ));
  const file = isFolder ? join(to, basename(path)) : to;
  const { size, bytes } = await instance.open(teamId, path, signal);
  const part = `${file}.${randomUUID().slice(0, 8)}.part`;
  let done = 0;
  const count = new Transform({
    transform(piece: Uint8Array, _, next) {
      done += piece.byteLength;
      onProgress?.(done, size);
      next(null, piece);
    },
  });
  try {
    await mkdir(dirname(file), { recursive: true });
    const options = signal === undefined ? {} : { signal };
    await pipeline(Readable.from(bytes), count, createWriteStream(part), options);
    if (size !== undefined && done !== size)
      throw new TrainyardError("INSTANCE_UNREACHABLE", `${path} broke off after ${done} of ${size} bytes.`);
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    signal?.throwIfAborted();
    throw error;
  }
  return file;
}

function artifactOf(experiment: Experiment, what: string): string {
  const { bestCheckpoint, checkpoints, exports } = experiment;
  if (what === "best") return bestCheckpoint;
  const exported = exports[runtimes[what.toLowerCase()] ?? what];
  const found = exported ?? checkpoints.find((path) => path === what || basename(path) === what);
  if (found !== undefined) return found;
  if (what.startsWith(`${experiment.artifactsDir}/`)) return what;
  const there = ["best", ...Object.keys(exports), ...checkpoints.map((path) => basename(path))];
  throw new TrainyardError(
    "INPUT_INVALID",
    `The experiment ${experiment.name} has no artifact ${JSON.stringify(what)}.`,
    {
      hint: `It has ${there.join(", ")}; or give a path below ${experiment.artifactsDir}.`,
      facts: { taskId: experiment.taskId },
    },
  );
}
