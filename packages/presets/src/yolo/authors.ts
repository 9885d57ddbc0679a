import type { AuthorsArguments } from "@trainyard/core/spec";
import { namedArguments } from "../named-arguments.ts";

/**
 * What ultralytics takes beyond the app's file and notes.ts; `null` is taken for each, as "not set".
 *
 * Source: ultralytics 8.4.6, which the app's image has: cfg/default.yaml, the kinds of its cfg module, `_handle_deprecation`
 * (dropped) and `check_dict_alignment` (a name that is in neither is a SyntaxError); the app's main.py (overwritten).
 * Compared with 8.2.0, 8.3.0, 8.3.100, 8.3.200 and 8.4.0: copy_paste_mode came by 8.3.0, compile and cutmix by 8.3.200,
 * rle and angle with 8.4.0; label_smoothing went by 8.3.100, save_hybrid and crop_fraction by 8.3.200.
 */
export const yoloAuthors: AuthorsArguments = {
  of: "ultralytics 8.4.6",
  unknown: "refused",
  arguments: [
    ...namedArguments("dropout", { kinds: ["float", "null"], min: 0, max: 1 }),
    ...namedArguments("workspace", { kinds: ["float", "null"] }),
    ...namedArguments("vid_stride line_width", { kinds: ["int", "null"] }),
    ...namedArguments(
      "exist_ok profile save_json half dnn visualize augment agnostic_nms retina_masks show save_frames save_txt save_conf save_crop show_labels show_conf show_boxes keras optimize int8 dynamic simplify nms",
      { kinds: ["bool", "null"] },
    ),
    ...namedArguments(
      "pretrained resume split source stream_buffer classes embed format opset rle angle auto_augment erasing cfg tracker",
      { kinds: [] },
    ),
    // Not in its file, and let through by its check.
    ...namedArguments("augmentations save_dir", { kinds: [] }),
    // Earlier names that it turns into today's.
    ...namedArguments("boxes hide_labels hide_conf line_thickness", { kinds: [] }),
  ],
  overwritten: ["task", "mode", "model", "data", "device", "project", "name", "cache", "save"],
  dropped: ["label_smoothing", "save_hybrid", "crop_fraction"],
};
