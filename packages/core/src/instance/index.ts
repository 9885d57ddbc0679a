/**
 * The platform's endpoints as functions of an instance: what training apps are written with.
 *
 * @module @trainyard/core/endpoints
 */
export type { Caller, CallOptions } from "./caller.ts";
export type { AnnotationJson, AnnotationRow } from "./endpoints/annotations-bulk-info.ts";
export { annotationsBulkInfo } from "./endpoints/annotations-bulk-info.ts";
export { collectionImages } from "./endpoints/collection-images.ts";
export { collectionsList } from "./endpoints/collections-list.ts";
export type { DatasetRow } from "./endpoints/datasets-list.ts";
export { datasetsList } from "./endpoints/datasets-list.ts";
export { fileStorageDownload } from "./endpoints/file-storage-download.ts";
export { fileStorageList } from "./endpoints/file-storage-list.ts";
export { fileStorageUpload } from "./endpoints/file-storage-upload.ts";
export { imagesDownload } from "./endpoints/images-download.ts";
export type { ImageRow } from "./endpoints/images-list.ts";
export { imagesList } from "./endpoints/images-list.ts";
export { projectsInfo } from "./endpoints/projects-info.ts";
export { projectsMeta } from "./endpoints/projects-meta.ts";
export { projectsStats } from "./endpoints/projects-stats.ts";
export type { TaskInfo } from "./endpoints/tasks-info.ts";
export { tasksInfo } from "./endpoints/tasks-info.ts";
export { tasksList, tasksListInfos } from "./endpoints/tasks-list.ts";
export { tasksLogsAdd } from "./endpoints/tasks-logs-add.ts";
export { tasksOutputSet } from "./endpoints/tasks-output-set.ts";
export { teamsList } from "./endpoints/teams-list.ts";
export { rememberedLookups } from "./remembered-lookups.ts";
