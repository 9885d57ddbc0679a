"""Evaluates cases with pycocotools: JSON lines in, JSON lines out."""
import contextlib
import io
import json
import sys

from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval


def evaluate(case):
    truth, found = [], []
    for image, boxes in enumerate(case["images"], 1):
        for box in boxes["truth"]:
            x, y, w, h = box["box"]
            truth.append({"id": len(truth) + 1, "image_id": image, "category_id": box["class"] + 1, "bbox": [x, y, w, h],
                          "area": w * h, "iscrowd": int(box["crowd"])})
        for box in boxes["found"]:
            found.append({"image_id": image, "category_id": box["class"] + 1, "bbox": box["box"], "score": box["score"]})
    coco = COCO()
    coco.dataset = {"info": {}, "images": [{"id": at + 1} for at in range(len(case["images"]))],
                    "categories": [{"id": at + 1} for at in range(case["classes"])], "annotations": truth}
    coco.createIndex()
    if found:
        results = coco.loadRes(found)
    else:
        results = COCO()
        results.dataset = {**coco.dataset, "annotations": []}
        results.createIndex()
    run = COCOeval(coco, results, "bbox")
    run.evaluate()
    run.accumulate()
    # [threshold, recall, class] of all areas and 100 boxes an image.
    precision = run.eval["precision"][:, :, :, 0, 2]
    return {"curves": precision.transpose(2, 0, 1).tolist()}


for line in sys.stdin:
    with contextlib.redirect_stdout(io.StringIO()):
        answer = evaluate(json.loads(line))
    print(json.dumps(answer))
