import { mkdirSync } from "node:fs";
import { Server } from "node:http";
import { join, resolve } from "node:path";
import type { ServerType } from "@hono/node-server";
import { serve } from "@hono/node-server";
import { localAgentRow, rehearsalDevice } from "../agent/agent-row.ts";
import { GpuWatch } from "../agent/gpu-watch.ts";
import { IdleRunner } from "../agent/idle-runner.ts";
import { LocalAgent } from "../agent/local-agent.ts";
import type { LocalTrainApp } from "../agent/local-train-app.ts";
import { AppList } from "../ecosystem/app-list.ts";
import { localTrainApps } from "../ecosystem/local-train-apps.ts";
import type { Context } from "../http/context.ts";
import { createInstanceApp } from "../http/create-instance-app.ts";
import { PageSession } from "../http/page-session.ts";
import { mountSocketProxy } from "../http/socket-proxy.ts";
import { withSource } from "../import-formats/read-source.ts";
import { mountInstancePage } from "../page/mount-instance-page.ts";
import { diskFailure } from "../store/disk-failure.ts";
import type { FolderLock } from "../store/folder-lock.ts";
import { lockFolder } from "../store/folder-lock.ts";
import { defaults, InstanceFile } from "../store/instance-file.ts";
import { moveImages } from "../store/move-images.ts";
import { ProjectStore } from "../store/project-store.ts";
import { tagImages } from "../store/tag-images.ts";
import { TaskStore } from "../store/task-store.ts";
import { TeamFiles } from "../store/team-files.ts";
import { TeamStore } from "../store/team-store.ts";
import { VersionStore } from "../store/version-store.ts";

/** Where and how an embedded instance runs. */
export interface LocalInstanceOptions {
  /** Folder of its state; made when it does not exist. One instance at a time. */
  readonly dir: string;
  /** Default: a free one. */
  readonly port?: number;
  /** Default: the one it had before, or a fresh one. */
  readonly token?: string;
  /** Default: a rehearsal of every framework in `@trainyard/presets`. */
  readonly trainApps?: readonly LocalTrainApp[];
  /** Training apps of one's own, beside the rehearsals, and taken before them: {@link pythonApp}. */
  readonly apps?: readonly LocalTrainApp[];
  /** Whether it has an agent that runs tasks; default true. */
  readonly agentEnabled?: boolean;
  /** Whether its tasks only stand as started until they are stopped, without any app: to try clients out. */
  readonly idle?: boolean;
  /** The clock. */
  readonly now?: () => Date;
  /** Told of failures of the instance itself; default `console.error`. */
  readonly log?: (error: unknown) => void;
}
/** How a project is taken in. */
export interface ImportOptions {
  /** Default: the folder's name. */
  readonly name?: string;
  /** Default: the instance's own workspace. */
  readonly workspaceId?: number;
  readonly signal?: AbortSignal;
  /** Called after each image, with how many of all are read. */
  readonly onProgress?: (images: number, total: number) => void;
}
/** What an import gave. */
export interface ImportedProject {
  readonly id: number;
  readonly name: string;
  readonly images: number;
  readonly datasets: readonly { readonly id: number; readonly name: string }[];
  readonly classes: readonly string[];
  readonly tags: readonly string[];
  /** How many files lay among the images and are none: they were passed over. */
  readonly skipped: number;
  /** What could not be carried over from a YOLO or COCO data set, each kind as a sentence with its count. */
  readonly leftOut: readonly string[];
}
/** A project of an embedded instance. */
export interface LocalProject {
  readonly id: number;
  readonly name: string;
  readonly images: number;
  /** Undefined for a project that was not imported. */
  readonly importedFrom?: string;
}
/** A running embedded instance. */
export interface LocalInstance extends AsyncDisposable {
  /** E.g. `http://127.0.0.1:41234`. */
  readonly address: string;
  readonly token: string;
  /** Ids of its one team, workspace, agent and user. */
  readonly defaults: typeof defaults;
  /**
   * Takes in a project: a folder in Supervisely's on-disk format, a YOLO folder (`data.yaml`, `images/`, `labels/`), COCO
   * files with their images, or a .zip, .tar or .tar.gz of one of them. Whole or not at all.
   *
   * @throws ProjectFormatError naming the file that is wrong.
   */
  importProject(folder: string, options?: ImportOptions): Promise<ImportedProject>;
  /** Its projects, oldest first, and what path each was imported from. */
  projects(): readonly LocalProject[];
  /** Writes a project as such a folder, which must be empty or not exist. */
  exportProject(id: number, folder: string): Promise<void>;
  /** Makes a collection of images of a project. */
  addCollection(projectId: number, name: string, imageIds: readonly number[]): { readonly id: number };
  /** Gives images of a project a tag without a value, which is made where the project has none of this name. */
  addTag(projectId: number, name: string, imageIds: readonly number[]): void;
  /** Moves images of a project into a dataset at its top, which is made where there is none of this name. */
  addDataset(projectId: number, name: string, imageIds: readonly number[]): { readonly id: number };
  /** An address that signs a browser in, once, within ten minutes, and leads on to a page; default the front page. */
  pageLink(path?: string): string;
  /** Stops the tasks and the server. */
  close(): Promise<void>;
}

/**
 * Starts an embedded instance: the platform's API on loopback over a folder, with an agent that runs training apps.
 * What it holds survives a restart; a task that ran when its process died is an error then.
 *
 * @example
 * ```ts
 * import { connect } from "@trainyard/core";
 * import { startLocalInstance } from "@trainyard/local";
 * const local = await startLocalInstance({ dir: "./instance" });
 * const { id } = await local.importProject("./my-project");
 * const instance = connect({ address: local.address, token: local.token });
 * ```
 */
export async function startLocalInstance(options: LocalInstanceOptions): Promise<LocalInstance> {
  const dir = resolve(options.dir);
  try {
    const lock = lockFolder(dir);
    try {
      return await start(dir, options, lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    const failure = diskFailure(error);
    if (failure === undefined) throw error;
    throw new Error(`${dir}: ${failure.message}`, { cause: error });
  }
}

async function start(dir: string, options: LocalInstanceOptions, lock: FolderLock): Promise<LocalInstance> {
  const now = () => (options.now?.() ?? new Date()).toISOString();
  const instance = new InstanceFile(dir, options.token);
  const teams = new TeamStore(dir);
  const projects = new ProjectStore(dir, instance);
  const tasks = new TaskStore(dir, instance);
  const files = new TeamFiles(dir);
  const log = options.log ?? console.error;
  const versions = new VersionStore(dir, instance);
  const own = options.apps ?? [];
  const list = new AppList({ dir, instance, own, rehearsals: options.trainApps ?? localTrainApps(), log });
  let address = "";
  const gpus = new GpuWatch();
  await gpus.read();
  const cache = join(dir, "apps-cache");
  mkdirSync(cache, { recursive: true });
  const runner = new LocalAgent({
    ...{ tasks, instance, now, cache },
    ...{ address: () => address, gpu: () => gpus.best() },
    get apps() {
      return list.current;
    },
  });
  runner.recover();
  const agent = options.idle === true ? new IdleRunner(tasks, now) : runner;
  const devices = () => {
    const found = gpus.current();
    return found.length > 0 || list.hasOwn ? found : [rehearsalDevice()];
  };
  const agents = () => (options.agentEnabled === false ? [] : [localAgentRow(devices())]);
  const pages = new PageSession(instance.token);
  const context: Context = {
    ...{ instance, teams, projects, tasks, files, versions },
    ...{ pages, agent, agents, now, log },
    get apps() {
      return list.current;
    },
  };
  const importProject: LocalInstance["importProject"] = async (
    folder,
    { name, workspaceId = defaults.workspaceId, ...read } = {},
  ) => {
    teams.workspace(workspaceId);
    return withSource(folder, read, async (source) => {
      const project = await projects.add(source, name ?? source.name, workspaceId, now(), read.signal);
      projects.setCustomData(project.id, { importedFrom: resolve(folder) });
      return {
        id: project.id,
        name: project.name,
        images: project.images.length,
        datasets: project.datasets.map(({ id, name }) => ({ id, name })),
        classes: source.meta.classes.map((item) => item.title),
        tags: source.meta.tags.map((tag) => tag.name),
        skipped: source.skipped,
        leftOut: source.leftOut,
      };
    });
  };
  const app = createInstanceApp(context);
  mountInstancePage(app, context, (path, signal) => importProject(path, { signal }));
  const { server, port } = await listen(app.fetch, options.port ?? 0);
  if (server instanceof Server) mountSocketProxy(server, { agent, tasks, pages });
  address = `http://127.0.0.1:${port}`;
  lock.tell(address);

  const close = async () => {
    await runner.close();
    if (!server.listening) return;
    const closed = new Promise((done) => server.close(done));
    if ("closeAllConnections" in server) server.closeAllConnections();
    await closed;
    lock.release();
  };
  return {
    address,
    token: instance.token,
    defaults,
    pageLink: (path = "/") => `${address}${pages.link(path)}`,
    importProject,
    projects: () =>
      projects.list().map(({ id, name, images, customData: { importedFrom } }) => ({
        ...{ id, name, images: images.length },
        ...(typeof importedFrom === "string" ? { importedFrom } : {}),
      })),
    exportProject: (id, folder) => projects.export(id, resolve(folder)),
    addCollection: (projectId, name, imageIds) => projects.addCollection(projectId, name, imageIds),
    addTag: (projectId, name, imageIds) => tagImages(projects, projectId, name, imageIds, now()),
    addDataset: (projectId, name, imageIds) => moveImages(context, projectId, name, imageIds),
    close,
    [Symbol.asyncDispose]: close,
  };
}

function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
): Promise<{ server: ServerType; port: number }> {
  return new Promise((resolvePort, reject) => {
    const server = serve({ fetch, port, hostname: "127.0.0.1" }, (info) =>
      resolvePort({ server, port: info.port }),
    );
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new Error(
              `The port ${port} is taken by another program. Choose another, or leave it out for a free one.`,
            )
          : error,
      ),
    );
  });
}
