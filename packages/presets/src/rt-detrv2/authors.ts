import type { AuthorsArguments } from "@trainyard/core/spec";
import { detrArguments, detrOverwritten } from "../detr-arguments.ts";
import { namedArguments } from "../named-arguments.ts";

/**
 * What RT-DETRv2's configuration takes beyond the app's file. A name that no module has stays in the configuration
 * unread.
 *
 * Source: rtdetrv2_pytorch of the app's release v1.0.62, and its main.py.
 */
export const rtDetrv2Authors: AuthorsArguments = {
  of: "RT-DETRv2",
  unknown: "ignored",
  arguments: [
    ...detrArguments,
    ...namedArguments("RTDETR RTDETRTransformer RTDETRCriterion RTDETRCriterionv2 RTDETRPostProcessor", {
      kinds: ["map"],
    }),
  ],
  overwritten: detrOverwritten,
  dropped: [],
};
