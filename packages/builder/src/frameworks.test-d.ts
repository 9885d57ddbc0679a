import { deimEpochs, rtDetrv2Presets } from "@trainyard/presets";
import { expectTypeOf } from "expect-type";
import { train } from "./begin-chain.ts";
import type { ExportOf, TuneOf } from "./model-types.ts";

const chain = train().on(1).project(2);

// YOLO: flat keys.
chain
  .model("YOLO/YOLO11x-seg")
  .tune({ epochs: 5, imgsz: [640, 480], freeze: "None", cutmix: 0.1 })
  .export("tensorrt");
expectTypeOf<TuneOf<"YOLO/YOLOv8n-det (COCO)">["optimizer"]>().extract<"SGD">().toEqualTypeOf<"SGD">();

// RT-DETRv2: nested keys as dotted paths and as objects; null removes.
const detr = chain.model("RT-DETRv2/RT-DETRv2-M*");
detr.tune({ epoches: 20, "optimizer.lr": 1e-4, "lr_scheduler.milestones": [14, 18], use_ema: null });
detr.tune({ optimizer: { lr: 1e-4, betas: [0.9, 0.99] }, lr_scheduler: { milestones: [14], gamma: 0.1 } });
// @ts-expect-error a learning rate is a number
detr.tune({ "optimizer.lr": "1e-4" });
// @ts-expect-error a learning rate is a number in an object, too
detr.tune({ optimizer: { lr: "1e-4" } });
// @ts-expect-error the app knows no such optimizer
detr.tune({ optimizer: { type: "Adagrad" } });
detr.tune({ HybridEncoder: { depth_mult: 1 }, optimizer: { mine: true } });

// DEIM: keys four levels deep, and values that the app's file leaves to the model.
const deim = chain.model("DEIM/DEIMv2 DINOv3 S").tune(deimEpochs(20)).tune({ "optimizer.lr": 2e-4 });
deim.tune({ train_dataloader: { dataset: { transforms: { policy: { epoch: [4, 8, 12] } } } } });
deim.tune({ DEIMCriterion: { matcher: { matcher_change_epoch: 9 } } });
// @ts-expect-error epochs of the policy are a list
deim.tune({ train_dataloader: { dataset: { transforms: { policy: { epoch: 4 } } } } });

// SparseInst: two of its five models can be exported.
chain.model("SparseInst/SparseInst R-50-vd").tune({ n_iterations: 100, use_fp16: true }).export("onnx");
expectTypeOf<ExportOf<"SparseInst/SparseInst (G-IAM) R-50">>().toEqualTypeOf<"onnx" | "tensorrt">();
expectTypeOf<ExportOf<"SparseInst/SparseInst (G-IAM) R-50-DCN">>().toBeNever();
// @ts-expect-error this model cannot be exported
chain.model("SparseInst/SparseInst (G-IAM) PVTv2-B2-li").export("onnx");

// MaskDINO and MVD: no exports at all.
const dino = chain.model("MaskDINO/MaskDINO-R50-90k").tune({ base_lr: 1e-4, optimizer: "SGD" });
// @ts-expect-error the app exports nothing
dino.export("onnx");
expectTypeOf<ExportOf<"MVD/MVD ViT-S">>().toBeNever();
chain.model("MVD/MVD ViT-L").tune({ lr: "6e-4", opt_betas: "0.9 0.99" }).tune({ lr: 6e-4 });
// @ts-expect-error videos have whole frames
chain.model("MVD/MVD ViT-L").tune({ num_frames: "16" });

// A preset by name or as a value; another's name is possible, since teams have presets of their own.
chain
  .use("yolo/segmentation/fast")
  .use("maskdino/streets/balanced")
  .use(rtDetrv2Presets.edge)
  .use("acme/own");
expectTypeOf(chain.use).parameter(0).extract<"rt-detrv2/edge">().toEqualTypeOf<"rt-detrv2/edge">();
expectTypeOf(chain.use).parameter(0).extract<"yolo/segmentation">().toBeNever();
