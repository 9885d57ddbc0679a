import type { ShapeUse } from "../terms/shape-use.ts";
/**
 * What becomes of a class's shape in a task.
 *
 * Source: platform fact, the shape rules of the app's step Classes.
 */
export function shapeUse(shape: string, task: string): ShapeUse {
  if (task.endsWith("detection")) return shape === "rectangle" ? "as it is" : "converted";
  if (task.endsWith("segmentation")) {
    if (shape === "bitmap") return "as it is";
    return shape === "polygon" ? "converted" : "unusable";
  }
  if (task === "pose estimation") return shape === "graph" ? "as it is" : "unusable";
  return "as it is";
}

/** The shape that a task trains on. */
export function shapeOf(task: string): string {
  if (task.endsWith("detection")) return "rectangle";
  return task.endsWith("segmentation") ? "bitmap" : "graph";
}

/**
 * Shapes that the app's table of classes shows; undefined when it shows all. It drops the others silently.
 *
 * Source: platform fact, the table shows the shapes of its models' tasks; `any` is of none.
 */
export function listedShapes(tasks: readonly string[]): ReadonlySet<string> | undefined {
  const shapes = tasks.flatMap((task) => {
    if (task.endsWith("detection")) return ["rectangle"];
    if (task.endsWith("segmentation")) return ["bitmap", "polygon"];
    return task === "pose estimation" ? ["graph"] : [];
  });
  return shapes.length === 0 ? undefined : new Set(shapes);
}
