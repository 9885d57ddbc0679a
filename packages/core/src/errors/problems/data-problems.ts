import type { ProblemEntry } from "../problem-entry.ts";

/** Codes of problems with the project's data. */
export type DataProblem =
  | "PROJECT_EMPTY"
  | "PROJECT_HAS_NO_CLASSES"
  | "CLASS_UNKNOWN"
  | "SHAPE_UNKNOWN"
  | "CLASS_HIDDEN"
  | "CLASS_SHAPE_UNUSABLE"
  | "CLASS_CONVERTED_ANYWAY"
  | "CLASS_WITHOUT_OBJECTS"
  | "TAG_UNKNOWN"
  | "TAG_WITHOUT_IMAGES"
  | "DATASET_UNKNOWN"
  | "DATASET_EMPTY"
  | "DATASET_CHILDREN_LEFT_OUT"
  | "COLLECTION_UNKNOWN"
  | "COLLECTION_EMPTY"
  | "SPLIT_SIDE_EMPTY";

/** What is wrong with the data, as the instance has it. */
export const dataProblems: Readonly<Record<DataProblem, ProblemEntry>> = {
  PROJECT_EMPTY: {
    severity: "error",
    text: "The project has no images.",
    why: "The app would download nothing and fail while it prepares the data.",
    mend: "Upload images, or name another project.",
    example: ".project(empty.id)",
    judgement: false,
  },
  PROJECT_HAS_NO_CLASSES: {
    severity: "error",
    text: "The project has no classes.",
    why: "The app's step Classes fails, and the task then sits idle on its GPU.",
    mend: "Annotate the project, or name another one.",
    example: ".project(unlabelled.id)",
    judgement: false,
  },
  CLASS_UNKNOWN: {
    severity: "error",
    text: "The project has no class of this name.",
    why: "The platform drops unknown names silently. It is a warning while other classes remain, unless the name is a slip of case.",
    mend: "Use a class of the project; names are compared letter by letter.",
    example: '.classes("Car")',
    judgement: true,
  },
  SHAPE_UNKNOWN: {
    severity: "warning",
    text: "The class has a shape that the platform is not known to have.",
    why: "A training app may be unable to read such a class.",
    mend: "Check the class in the project, or leave it out.",
    example: '.classes("odd-shape")',
    judgement: true,
  },
  CLASS_HIDDEN: {
    severity: "warning",
    text: "The app does not list classes of this shape, and drops them silently.",
    why: "The app's table of classes shows only shapes of its models' tasks: rectangles for detection, masks and polygons for segmentation. It is an error when no class remains.",
    mend: "Take a framework whose app also has models for these shapes, or change the class's shape.",
    example: '.model("DETECTION-ONLY/MODEL").classes("polygon-class")',
    judgement: true,
  },
  CLASS_SHAPE_UNUSABLE: {
    severity: "error",
    text: "The model's task cannot use classes of this shape.",
    why: "Rectangles cannot become masks: the app's step Classes fails, and the task then sits idle on its GPU.",
    mend: "Name only classes that the task can use.",
    example: '.model("FRAMEWORK/MODEL-seg").classes("rectangle-class")',
    judgement: true,
  },
  CLASS_CONVERTED_ANYWAY: {
    severity: "warning",
    text: "These classes are converted to the task's shape although conversion is off.",
    why: "The app ticks its checkbox by itself, and a false in the state never clears it.",
    mend: "Leave the classes out, or convertClassShapes on.",
    example: ".convertClassShapes(false)",
    judgement: true,
  },
  CLASS_WITHOUT_OBJECTS: {
    severity: "warning",
    text: "No object of this class is annotated.",
    why: "The model cannot learn what it is not shown. It is an error when no class has any object.",
    mend: "Annotate it, or leave the class out.",
    example: '.classes("never-drawn")',
    judgement: true,
  },
  TAG_UNKNOWN: {
    severity: "error",
    text: "The project has no tag of this name.",
    why: "The app raises while it splits, after the task has taken its GPU.",
    mend: "Use a tag of the project; names are compared letter by letter.",
    example: '.split(tags("trian", "val"))',
    judgement: false,
  },
  TAG_WITHOUT_IMAGES: {
    severity: "warning",
    text: "No image carries this tag.",
    why: "The side gets only images that the option for untagged ones sends there.",
    mend: "Tag images with it, or split another way.",
    example: '.split(tags("train", "unused", { untagged: "val" }))',
    judgement: true,
  },
  DATASET_UNKNOWN: {
    severity: "error",
    text: "The project has no dataset of this id.",
    why: "The app refuses unknown ids while it loads its state.",
    mend: "Use a dataset of this project.",
    example: ".split(datasets([11], [4711]))",
    judgement: false,
  },
  DATASET_EMPTY: {
    severity: "warning",
    text: "The dataset has no images.",
    why: "The app shows an error for it but goes on; the dataset adds nothing.",
    mend: "Leave it out, or upload images into it.",
    example: ".split(datasets([11, empty.id], [12]))",
    judgement: true,
  },
  DATASET_CHILDREN_LEFT_OUT: {
    severity: "warning",
    text: "Datasets nested in this one hold images and are on neither side.",
    why: "The split takes the datasets that are named, without what is nested in them.",
    mend: "Name the nested datasets too.",
    example: ".split(datasets([parent.id], [12]))",
    judgement: true,
  },
  COLLECTION_UNKNOWN: {
    severity: "error",
    text: "The project has no collection of this id.",
    why: "The app refuses unknown ids while it loads its state.",
    mend: "Use a collection of this project.",
    example: ".split(collections([51], [4711]))",
    judgement: false,
  },
  COLLECTION_EMPTY: {
    severity: "warning",
    text: "The collection has no images.",
    why: "The app shows an error for it but goes on; the collection adds nothing.",
    mend: "Leave it out, or add images to it.",
    example: ".split(collections([51, empty.id], [52]))",
    judgement: true,
  },
  SPLIT_SIDE_EMPTY: {
    severity: "error",
    text: "The split leaves one side without images.",
    why: "A training without images fails, and one without validation images fails at its end or measures nothing.",
    mend: "Change the split so that both sides get images.",
    example: '.split(tags("train", "unused"))',
    judgement: true,
  },
};
