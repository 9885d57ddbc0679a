/**
 * The rehearsal: a training app that goes through a framework's whole training with a small network on the CPU.
 *
 * @module @trainyard/rehearsal
 */
export type { DrawnObject, Scene } from "./data/draw-scene.ts";
export { drawScene, sceneClasses, sceneSize } from "./data/draw-scene.ts";
export type { OpenedImage } from "./data/open-image.ts";
export { openImage } from "./data/open-image.ts";
export { seededRandom } from "./network/seeded-random.ts";
export { rehearsalApp } from "./rehearsal-app.ts";
export { rehearsalModule } from "./rehearsal-module.ts";
