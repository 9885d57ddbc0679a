/** An app that the platform's ecosystem has, and that training apps look up; it does not run here. */
export interface RelatedApp {
  readonly name: string;
  readonly slug: string;
}

/** What the SDK's TrainApp looks for on its page and in its report. Source: platform fact, the names it asks for. */
export const relatedApps: readonly RelatedApp[] = [
  ["Tensorboard Experiments Viewer", "tensorboard-experiments-viewer"],
  ["Predict App", "apply-nn"],
  ["Apply NN to Images Project", "nn-image-labeling/project-dataset"],
  ["NN Image Labeling", "nn-image-labeling/annotation-tool"],
  ["Apply NN to Videos Project", "apply-nn-to-videos-project"],
].map(([name = "", path]) => ({ name, slug: `supervisely-ecosystem/${path}` }));
