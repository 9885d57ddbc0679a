/**
 * The platform's endpoints as functions of an instance: what training apps are written with.
 *
 * @module @trainyard/core/endpoints
 */
export type { AnnotationJson, AnnotationRow } from "./instance/endpoints/annotations-bulk-info.ts";
export { annotationsBulkInfo } from "./instance/endpoints/annotations-bulk-info.ts";
export { collectionImages } from "./instance/endpoints/collection-images.ts";
export { collectionsList } from "./instance/endpoints/collections-list.ts";
export type { DatasetRow } from "./instance/endpoints/datasets-list.ts";
export { datasetsList } from "./instance/endpoints/datasets-list.ts";
export { fileStorageDownload } from "./instance/endpoints/file-storage-download.ts";
export { fileStorageList } from "./instance/endpoints/file-storage-list.ts";
export { fileStorageUpload } from "./instance/endpoints/file-storage-upload.ts";
export { imagesDownload } from "./instance/endpoints/images-download.ts";
export type { ImageRow } from "./instance/endpoints/images-list.ts";
export { imagesList } from "./instance/endpoints/images-list.ts";
export { projectsInfo } from "./instance/endpoints/projects-info.ts";
export { projectsMeta } from "./instance/endpoints/projects-meta.ts";
export type { TaskInfo } from "./instance/endpoints/tasks-info.ts";
export { tasksInfo } from "./instance/endpoints/tasks-info.ts";
export { tasksLogsAdd } from "./instance/endpoints/tasks-logs-add.ts";
export { tasksOutputSet } from "./instance/endpoints/tasks-output-set.ts";
export { teamsList } from "./instance/endpoints/teams-list.ts";
