/**
 * What the embedded instance tells its own page: types only.
 *
 * @module @trainyard/local/page
 */
export type {
  PageAgent,
  PageApp,
  PageExperiment,
  PageExperimentDetail,
  PageFile,
  PageImage,
  PageLogLine,
  PageObject,
  PageProgress,
  PageProject,
  PageProjectDetail,
  PageSeries,
  PageTask,
} from "./page-data.ts";
