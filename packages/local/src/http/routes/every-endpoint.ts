import type { Endpoints } from "../endpoint.ts";
import { accountEndpoints } from "./account.ts";
import { agentEndpoints } from "./agents.ts";
import { annotationEndpoints } from "./annotations.ts";
import { appEndpoints } from "./apps.ts";
import { collectionEndpoints } from "./collections.ts";
import { datasetEndpoints } from "./datasets.ts";
import { ecosystemEndpoints } from "./ecosystem.ts";
import { figureEndpoints } from "./figures.ts";
import { fileStorageEndpoints } from "./file-storage.ts";
import { fileUploadEndpoints } from "./file-uploads.ts";
import { imageEndpoints } from "./images.ts";
import { projectVersionEndpoints } from "./project-versions.ts";
import { projectEndpoints } from "./projects.ts";
import { taskLogEndpoints } from "./task-logs.ts";
import { taskPageEndpoints } from "./task-page.ts";
import { taskEndpoints } from "./tasks.ts";
import { workflowEndpoints } from "./workflow.ts";

/** Every endpoint the embedded instance answers. */
export const everyEndpoint: Endpoints = {
  ...accountEndpoints,
  ...agentEndpoints,
  ...annotationEndpoints,
  ...appEndpoints,
  ...collectionEndpoints,
  ...datasetEndpoints,
  ...ecosystemEndpoints,
  ...fileStorageEndpoints,
  ...fileUploadEndpoints,
  ...figureEndpoints,
  ...imageEndpoints,
  ...projectEndpoints,
  ...projectVersionEndpoints,
  ...taskEndpoints,
  ...taskLogEndpoints,
  ...taskPageEndpoints,
  ...workflowEndpoints,
};
