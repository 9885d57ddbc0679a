"""A training app on the platform's own TrainApp: which classes an image has, by logistic regression in numpy."""

import os

import numpy as np
import supervisely as sly
from supervisely.nn.training.train_app import TrainApp
import pickled_checkpoints  # noqa: F401, after the SDK
from trainer import Trainer, write_onnx

train = TrainApp("Small", "models.json", "hyperparameters.yaml", "app_options.yaml")


def dataset(folder):
    """Images as rows of numbers between 0 and 1, and which classes each has."""
    classes, size = train.classes, train.hyperparameters["image_size"]
    pixels, labels = [], []
    project = sly.Project(train.project_dir, sly.OpenMode.READ)
    for part in (part for part in project.datasets if os.path.abspath(part.directory) == os.path.abspath(folder)):
        for name in part.get_items_names():
            image = sly.image.read(part.get_img_path(name))
            pixels.append(sly.image.resize(image, (size, size)).reshape(-1) / 255.0)
            annotation = sly.Annotation.load_json_file(part.get_ann_path(name), project.meta)
            present = {label.obj_class.name for label in annotation.labels}
            labels.append([float(title in present) for title in classes])
    return np.array(pixels, np.float32), np.array(labels, np.float32)


@train.start
def start():
    parameters = train.hyperparameters
    start_from = train.model_files.get("checkpoint") if train.model_source == "Custom models" else None
    trainer = Trainer(3 * parameters["image_size"] ** 2, len(train.classes), start_from)
    images, labels = dataset(train.train_dataset_dir)
    val = dataset(train.val_dataset_dir)
    sly.logger.info(f"Trains on {len(images)} images, validates on {len(val[0])}")
    with train.progress_bar_main(message="Epochs", total=parameters["epochs"]) as progress:
        train.progress_bar_main.show()
        for epoch in range(parameters["epochs"]):
            loss = trainer.step(images, labels, parameters["learning_rate"])
            sly.logger.info(f"Epoch {epoch + 1}: loss {loss:.4f}, accuracy {trainer.accuracy(*val):.3f}")
            progress.update(1)
    folder = os.path.join(train.work_dir, "weights")
    os.makedirs(folder, exist_ok=True)
    path = trainer.save(os.path.join(folder, "best.pth"))
    return {
        "model_name": train.model_name,
        "task_type": train.task_type,
        "model_files": {},
        "checkpoints": [path],
        "best_checkpoint": "best.pth",
    }


@train.export_onnx
def to_onnx(experiment_info):
    return write_onnx(experiment_info["best_checkpoint"])


@train.export_tensorrt
def to_tensorrt(experiment_info):
    raise RuntimeError("TensorRT needs a GPU.")


if train.auto_start:
    train.start_in_thread()
