// Generated from the training app's models.json.
import type { FrameworkModel } from "../framework.ts";

/** The pretrained models of the YOLO training app, in its table's order. */
export const yoloModels: readonly FrameworkModel[] = [
  {
    name: "YOLO26n-det",
    task: "object detection",
    size: 640,
    mAP: 40.9,
    paramsM: 2.4,
    flopsB: 5.4,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.4.0/yolo26n.pt",
  },
  {
    name: "YOLO26s-det",
    task: "object detection",
    size: 640,
    mAP: 48.6,
    paramsM: 9.5,
    flopsB: 20.7,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.4.0/yolo26s.pt",
  },
  {
    name: "YOLO26m-det",
    task: "object detection",
    size: 640,
    mAP: 53.1,
    paramsM: 20.4,
    flopsB: 68.2,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.4.0/yolo26m.pt",
  },
  {
    name: "YOLO26l-det",
    task: "object detection",
    size: 640,
    mAP: 55.0,
    paramsM: 24.8,
    flopsB: 86.4,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.4.0/yolo26l.pt",
  },
  {
    name: "YOLO26x-det",
    task: "object detection",
    size: 640,
    mAP: 57.5,
    paramsM: 55.7,
    flopsB: 193.9,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.4.0/yolo26x.pt",
  },
  {
    name: "YOLO26n-seg",
    task: "instance segmentation",
    size: 640,
    mAP: 39.6,
    paramsM: 2.7,
    flopsB: 9.1,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.4.0/yolo26n-seg.pt",
  },
  {
    name: "YOLO26s-seg",
    task: "instance segmentation",
    size: 640,
    mAP: 47.3,
    paramsM: 10.4,
    flopsB: 34.2,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.4.0/yolo26s-seg.pt",
  },
  {
    name: "YOLO26m-seg",
    task: "instance segmentation",
    size: 640,
    mAP: 52.5,
    paramsM: 23.6,
    flopsB: 121.5,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.4.0/yolo26m-seg.pt",
  },
  {
    name: "YOLO26l-seg",
    task: "instance segmentation",
    size: 640,
    mAP: 54.4,
    paramsM: 28.0,
    flopsB: 139.8,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.4.0/yolo26l-seg.pt",
  },
  {
    name: "YOLO26x-seg",
    task: "instance segmentation",
    size: 640,
    mAP: 56.5,
    paramsM: 62.8,
    flopsB: 313.5,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.4.0/yolo26x-seg.pt",
  },
  {
    name: "YOLO12n",
    task: "object detection",
    size: 640,
    mAP: 40.6,
    paramsM: 2.6,
    flopsB: 6.5,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.3.0/yolo12n.pt",
  },
  {
    name: "YOLO12s",
    task: "object detection",
    size: 640,
    mAP: 48.0,
    paramsM: 9.3,
    flopsB: 21.4,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.3.0/yolo12s.pt",
  },
  {
    name: "YOLO12m",
    task: "object detection",
    size: 640,
    mAP: 52.5,
    paramsM: 20.2,
    flopsB: 67.5,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.3.0/yolo12m.pt",
  },
  {
    name: "YOLO12l",
    task: "object detection",
    size: 640,
    mAP: 53.7,
    paramsM: 26.4,
    flopsB: 88.9,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.3.0/yolo12l.pt",
  },
  {
    name: "YOLO12x",
    task: "object detection",
    size: 640,
    mAP: 55.2,
    paramsM: 59.1,
    flopsB: 199.0,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.3.0/yolo12x.pt",
  },
  {
    name: "YOLO11n-det",
    task: "object detection",
    size: 640,
    mAP: 39.5,
    paramsM: 2.6,
    flopsB: 6.5,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.3.0/yolo11n.pt",
  },
  {
    name: "YOLO11s-det",
    task: "object detection",
    size: 640,
    mAP: 47.0,
    paramsM: 9.4,
    flopsB: 21.5,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.3.0/yolo11s.pt",
  },
  {
    name: "YOLO11m-det",
    task: "object detection",
    size: 640,
    mAP: 51.5,
    paramsM: 20.1,
    flopsB: 68.0,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.3.0/yolo11m.pt",
  },
  {
    name: "YOLO11l-det",
    task: "object detection",
    size: 640,
    mAP: 53.4,
    paramsM: 25.3,
    flopsB: 86.9,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.3.0/yolo11l.pt",
  },
  {
    name: "YOLO11x-det",
    task: "object detection",
    size: 640,
    mAP: 54.7,
    paramsM: 56.9,
    flopsB: 194.9,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.3.0/yolo11x.pt",
  },
  {
    name: "YOLO11n-seg",
    task: "instance segmentation",
    size: 640,
    mAP: 38.9,
    paramsM: 2.9,
    flopsB: 10.4,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.3.0/yolo11n-seg.pt",
  },
  {
    name: "YOLO11s-seg",
    task: "instance segmentation",
    size: 640,
    mAP: 46.6,
    paramsM: 10.1,
    flopsB: 35.5,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.3.0/yolo11s-seg.pt",
  },
  {
    name: "YOLO11m-seg",
    task: "instance segmentation",
    size: 640,
    mAP: 51.5,
    paramsM: 22.4,
    flopsB: 123.3,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.3.0/yolo11m-seg.pt",
  },
  {
    name: "YOLO11l-seg",
    task: "instance segmentation",
    size: 640,
    mAP: 53.4,
    paramsM: 27.6,
    flopsB: 142.2,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.3.0/yolo11l-seg.pt",
  },
  {
    name: "YOLO11x-seg",
    task: "instance segmentation",
    size: 640,
    mAP: 54.7,
    paramsM: 62.1,
    flopsB: 319.0,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.3.0/yolo11x-seg.pt",
  },
  {
    name: "YOLOv10n-det",
    task: "object detection",
    size: 640,
    mAP: 39.5,
    paramsM: 2.3,
    flopsB: 6.7,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.2.0/yolov10n.pt",
  },
  {
    name: "YOLOv10s-det",
    task: "object detection",
    size: 640,
    mAP: 46.8,
    paramsM: 7.2,
    flopsB: 21.6,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.2.0/yolov10s.pt",
  },
  {
    name: "YOLOv10m-det",
    task: "object detection",
    size: 640,
    mAP: 51.3,
    paramsM: 15.4,
    flopsB: 59.1,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.2.0/yolov10m.pt",
  },
  {
    name: "YOLOv10l-det",
    task: "object detection",
    size: 640,
    mAP: 53.4,
    paramsM: 24.4,
    flopsB: 120.3,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.2.0/yolov10l.pt",
  },
  {
    name: "YOLOv10x-det",
    task: "object detection",
    size: 640,
    mAP: 54.4,
    paramsM: 29.5,
    flopsB: 160.4,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.2.0/yolov10x.pt",
  },
  {
    name: "YOLOv9c-det",
    task: "object detection",
    size: 640,
    mAP: 53.0,
    paramsM: 25.5,
    flopsB: 102.8,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.2.0/yolov9c.pt",
  },
  {
    name: "YOLOv9e-det",
    task: "object detection",
    size: 640,
    mAP: 55.6,
    paramsM: 58.1,
    flopsB: 192.5,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.2.0/yolov9e.pt",
  },
  {
    name: "YOLOv9c-seg",
    task: "instance segmentation",
    size: 640,
    mAP: 52.4,
    paramsM: 27.9,
    flopsB: 159.4,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.2.0/yolov9c-seg.pt",
  },
  {
    name: "YOLOv9e-seg",
    task: "instance segmentation",
    size: 640,
    mAP: 55.1,
    paramsM: 60.5,
    flopsB: 248.4,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.2.0/yolov9e-seg.pt",
  },
  {
    name: "YOLOv8n-det (COCO)",
    task: "object detection",
    size: 640,
    mAP: 37.3,
    paramsM: 3.2,
    flopsB: 8.7,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.2.0/yolov8n.pt",
  },
  {
    name: "YOLOv8n-det (Open Images V7)",
    task: "object detection",
    size: 640,
    mAP: 18.4,
    paramsM: 3.5,
    flopsB: 10.5,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.2.0/yolov8n-oiv7.pt",
  },
  {
    name: "YOLOv8s-det (COCO)",
    task: "object detection",
    size: 640,
    mAP: 44.9,
    paramsM: 11.2,
    flopsB: 28.6,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.2.0/yolov8s.pt",
  },
  {
    name: "YOLOv8s-det (Open Images V7)",
    task: "object detection",
    size: 640,
    mAP: 27.7,
    paramsM: 11.4,
    flopsB: 29.7,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.2.0/yolov8s-oiv7.pt",
  },
  {
    name: "YOLOv8m-det (COCO)",
    task: "object detection",
    size: 640,
    mAP: 50.2,
    paramsM: 25.9,
    flopsB: 78.9,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.2.0/yolov8m.pt",
  },
  {
    name: "YOLOv8m-det (Open Images V7)",
    task: "object detection",
    size: 640,
    mAP: 33.6,
    paramsM: 26.2,
    flopsB: 80.6,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.2.0/yolov8m-oiv7.pt",
  },
  {
    name: "YOLOv8l-det (COCO)",
    task: "object detection",
    size: 640,
    mAP: 52.9,
    paramsM: 43.7,
    flopsB: 165.2,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.2.0/yolov8l.pt",
  },
  {
    name: "YOLOv8l-det (Open Images V7)",
    task: "object detection",
    size: 640,
    mAP: 34.9,
    paramsM: 44.1,
    flopsB: 167.4,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.2.0/yolov8l-oiv7.pt",
  },
  {
    name: "YOLOv8x-det (COCO)",
    task: "object detection",
    size: 640,
    mAP: 53.9,
    paramsM: 68.2,
    flopsB: 257.8,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.2.0/yolov8x.pt",
  },
  {
    name: "YOLOv8x-det (Open Images V7)",
    task: "object detection",
    size: 640,
    mAP: 36.3,
    paramsM: 68.7,
    flopsB: 260.6,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.2.0/yolov8x-oiv7.pt",
  },
  {
    name: "YOLOv8n-seg",
    task: "instance segmentation",
    size: 640,
    mAP: 36.7,
    paramsM: 3.4,
    flopsB: 12.6,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.2.0/yolov8n-seg.pt",
  },
  {
    name: "YOLOv8s-seg",
    task: "instance segmentation",
    size: 640,
    mAP: 44.6,
    paramsM: 11.8,
    flopsB: 42.6,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.2.0/yolov8s-seg.pt",
  },
  {
    name: "YOLOv8m-seg",
    task: "instance segmentation",
    size: 640,
    mAP: 49.9,
    paramsM: 27.3,
    flopsB: 110.2,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.2.0/yolov8m-seg.pt",
  },
  {
    name: "YOLOv8l-seg",
    task: "instance segmentation",
    size: 640,
    mAP: 52.3,
    paramsM: 46.0,
    flopsB: 220.5,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.2.0/yolov8l-seg.pt",
  },
  {
    name: "YOLOv8x-seg",
    task: "instance segmentation",
    size: 640,
    mAP: 53.4,
    paramsM: 71.8,
    flopsB: 344.1,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.2.0/yolov8x-seg.pt",
  },
  {
    name: "YOLOv5nu",
    task: "object detection",
    size: 640,
    mAP: 34.3,
    paramsM: 2.6,
    flopsB: 7.7,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.3.0/yolov5nu.pt",
  },
  {
    name: "YOLOv5su",
    task: "object detection",
    size: 640,
    mAP: 43.0,
    paramsM: 9.1,
    flopsB: 24.0,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.3.0/yolov5su.pt",
  },
  {
    name: "YOLOv5mu",
    task: "object detection",
    size: 640,
    mAP: 49.0,
    paramsM: 25.1,
    flopsB: 64.2,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.3.0/yolov5mu.pt",
  },
  {
    name: "YOLOv5lu",
    task: "object detection",
    size: 640,
    mAP: 52.2,
    paramsM: 43.2,
    flopsB: 135.0,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.3.0/yolov5lu.pt",
  },
  {
    name: "YOLOv5xu",
    task: "object detection",
    size: 640,
    mAP: 53.2,
    paramsM: 97.2,
    flopsB: 246.4,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.3.0/yolov5xu.pt",
  },
  {
    name: "YOLOv5n6u",
    task: "object detection",
    size: 1280,
    paramsM: 4.3,
    flopsB: 7.8,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.3.0/yolov5n6u.pt",
  },
  {
    name: "YOLOv5s6u",
    task: "object detection",
    size: 1280,
    paramsM: 15.3,
    flopsB: 24.6,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.3.0/yolov5s6u.pt",
  },
  {
    name: "YOLOv5m6u",
    task: "object detection",
    size: 1280,
    paramsM: 41.2,
    flopsB: 65.7,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.3.0/yolov5m6u.pt",
  },
  {
    name: "YOLOv5l6u",
    task: "object detection",
    size: 1280,
    paramsM: 86.1,
    flopsB: 137.4,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.3.0/yolov5l6u.pt",
  },
  {
    name: "YOLOv5x6u",
    task: "object detection",
    size: 1280,
    paramsM: 155.4,
    flopsB: 250.7,
    checkpoint: "https://github.com/ultralytics/assets/releases/download/v8.3.0/yolov5x6u.pt",
  },
];

/** The name of a YOLO model. */
export type YoloModelName =
  | "YOLO26n-det"
  | "YOLO26s-det"
  | "YOLO26m-det"
  | "YOLO26l-det"
  | "YOLO26x-det"
  | "YOLO26n-seg"
  | "YOLO26s-seg"
  | "YOLO26m-seg"
  | "YOLO26l-seg"
  | "YOLO26x-seg"
  | "YOLO12n"
  | "YOLO12s"
  | "YOLO12m"
  | "YOLO12l"
  | "YOLO12x"
  | "YOLO11n-det"
  | "YOLO11s-det"
  | "YOLO11m-det"
  | "YOLO11l-det"
  | "YOLO11x-det"
  | "YOLO11n-seg"
  | "YOLO11s-seg"
  | "YOLO11m-seg"
  | "YOLO11l-seg"
  | "YOLO11x-seg"
  | "YOLOv10n-det"
  | "YOLOv10s-det"
  | "YOLOv10m-det"
  | "YOLOv10l-det"
  | "YOLOv10x-det"
  | "YOLOv9c-det"
  | "YOLOv9e-det"
  | "YOLOv9c-seg"
  | "YOLOv9e-seg"
  | "YOLOv8n-det (COCO)"
  | "YOLOv8n-det (Open Images V7)"
  | "YOLOv8s-det (COCO)"
  | "YOLOv8s-det (Open Images V7)"
  | "YOLOv8m-det (COCO)"
  | "YOLOv8m-det (Open Images V7)"
  | "YOLOv8l-det (COCO)"
  | "YOLOv8l-det (Open Images V7)"
  | "YOLOv8x-det (COCO)"
  | "YOLOv8x-det (Open Images V7)"
  | "YOLOv8n-seg"
  | "YOLOv8s-seg"
  | "YOLOv8m-seg"
  | "YOLOv8l-seg"
  | "YOLOv8x-seg"
  | "YOLOv5nu"
  | "YOLOv5su"
  | "YOLOv5mu"
  | "YOLOv5lu"
  | "YOLOv5xu"
  | "YOLOv5n6u"
  | "YOLOv5s6u"
  | "YOLOv5m6u"
  | "YOLOv5l6u"
  | "YOLOv5x6u";
