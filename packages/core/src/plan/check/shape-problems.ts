import type { Problem } from "../../spec/problem.ts";
import type { ProjectMeta } from "../terms/facts.ts";

/** Source: platform fact, the geometries of its SDK. */
const shapes = [
  "alpha_mask",
  "any",
  "bitmap",
  "closed_surface_mesh",
  "cuboid",
  "cuboid_2d",
  "cuboid_3d",
  "graph",
  "line",
  "mask_3d",
  "mesh",
  "multichannelBitmap",
  "multipolygon",
  "oriented_bbox",
  "point",
  "point_3d",
  "point_cloud",
  "polygon",
  "polyline_3d",
  "rectangle",
];

/** Warns of classes whose shape the platform is not known to have: a training app may be unable to read them. */
export function shapeProblems(meta: ProjectMeta, classes: readonly string[]): readonly Problem[] {
  return meta.classes
    .filter(({ title, shape }) => classes.includes(title) && !shapes.includes(shape))
    .map(({ title, shape }) => ({
      code: "SHAPE_UNKNOWN",
      severity: "warning",
      path: "classes",
      message: `The class ${JSON.stringify(title)} has the shape ${JSON.stringify(shape)}, which is not one of the platform's.`,
      hint: "Check the class in the project, or leave it out.",
      value: shape,
    }));
}
