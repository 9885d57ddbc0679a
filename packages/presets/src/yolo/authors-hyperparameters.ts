// Generated from authors.ts by `npx vitest run packages/presets/src/authors-hyperparameters --update`: edits are lost.

/** What ultralytics 8.4.6 takes beyond the app's file: `.tune()` offers it too. */
export interface YoloAuthorsHyperparameters {
  readonly agnostic_nms?: boolean | null;
  readonly angle?: unknown;
  readonly augment?: boolean | null;
  readonly augmentations?: unknown;
  readonly auto_augment?: unknown;
  readonly boxes?: unknown;
  /** @deprecated The app sets it. */
  readonly cache?: unknown;
  readonly cfg?: unknown;
  readonly classes?: unknown;
  /** @deprecated Taken and dropped. */
  readonly crop_fraction?: unknown;
  /** @deprecated The app sets it. */
  readonly data?: unknown;
  /** @deprecated The app sets it. */
  readonly device?: unknown;
  readonly dnn?: boolean | null;
  readonly dropout?: number | null;
  readonly dynamic?: boolean | null;
  readonly embed?: unknown;
  readonly erasing?: unknown;
  readonly exist_ok?: boolean | null;
  readonly format?: unknown;
  readonly half?: boolean | null;
  readonly hide_conf?: unknown;
  readonly hide_labels?: unknown;
  readonly int8?: boolean | null;
  readonly keras?: boolean | null;
  /** @deprecated Taken and dropped. */
  readonly label_smoothing?: unknown;
  readonly line_thickness?: unknown;
  readonly line_width?: number | null;
  /** @deprecated The app sets it. */
  readonly mode?: unknown;
  /** @deprecated The app sets it. */
  readonly model?: unknown;
  /** @deprecated The app sets it. */
  readonly name?: unknown;
  readonly nms?: boolean | null;
  readonly opset?: unknown;
  readonly optimize?: boolean | null;
  readonly pretrained?: unknown;
  readonly profile?: boolean | null;
  /** @deprecated The app sets it. */
  readonly project?: unknown;
  readonly resume?: unknown;
  readonly retina_masks?: boolean | null;
  readonly rle?: unknown;
  /** @deprecated The app sets it. */
  readonly save?: unknown;
  readonly save_conf?: boolean | null;
  readonly save_crop?: boolean | null;
  readonly save_dir?: unknown;
  readonly save_frames?: boolean | null;
  /** @deprecated Taken and dropped. */
  readonly save_hybrid?: unknown;
  readonly save_json?: boolean | null;
  readonly save_txt?: boolean | null;
  readonly show?: boolean | null;
  readonly show_boxes?: boolean | null;
  readonly show_conf?: boolean | null;
  readonly show_labels?: boolean | null;
  readonly simplify?: boolean | null;
  readonly source?: unknown;
  readonly split?: unknown;
  readonly stream_buffer?: unknown;
  /** @deprecated The app sets it. */
  readonly task?: unknown;
  readonly tracker?: unknown;
  readonly vid_stride?: number | null;
  readonly visualize?: boolean | null;
  readonly workspace?: number | null;
}
