"""Logistic regression: weights of shape (pixels, classes), one bias per class."""

import pickle

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper


class Trainer:
    def __init__(self, pixels, classes, checkpoint=None):
        self.weights = np.zeros((pixels, classes), np.float32)
        self.bias = np.zeros(classes, np.float32)
        if checkpoint is not None:
            with open(checkpoint, "rb") as file:
                kept = pickle.load(file)
            if kept["weights"].shape == self.weights.shape:
                self.weights, self.bias = kept["weights"], kept["bias"]

    def scores(self, images):
        return 1 / (1 + np.exp(-(images @ self.weights + self.bias)))

    def step(self, images, labels, rate):
        """One pass down the gradient; gives the cross entropy before it."""
        scores = self.scores(images)
        gradient = (scores - labels) / len(images)
        self.weights -= rate * images.T @ gradient / images.shape[1]
        self.bias -= rate * gradient.sum(axis=0)
        return float(-np.mean(labels * np.log(scores + 1e-7) + (1 - labels) * np.log(1 - scores + 1e-7)))

    def accuracy(self, images, labels):
        return float(((self.scores(images) > 0.5) == labels).mean()) if len(images) else 0.0

    def save(self, path):
        with open(path, "wb") as file:
            pickle.dump({"weights": self.weights, "bias": self.bias}, file)
        return path


def write_onnx(checkpoint):
    with open(checkpoint, "rb") as file:
        kept = pickle.load(file)
    pixels, classes = kept["weights"].shape
    graph = helper.make_graph(
        [helper.make_node("Gemm", ["images", "weights", "bias"], ["logits"]), helper.make_node("Sigmoid", ["logits"], ["scores"])],
        "small",
        [helper.make_tensor_value_info("images", TensorProto.FLOAT, ["batch", pixels])],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["batch", classes])],
        [numpy_helper.from_array(kept["weights"], "weights"), numpy_helper.from_array(kept["bias"], "bias")],
    )
    path = checkpoint.rsplit(".", 1)[0] + ".onnx"
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8), path)
    return path
