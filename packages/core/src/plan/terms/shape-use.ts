/** What a model's task does with a class of some shape. */
export type ShapeUse = "as it is" | "converted" | "unusable";
