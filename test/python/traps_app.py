"""What the training app of the pinned SDK does with a state. Its own widgets and its own validator run here, on the
project of the embedded instance; where a whole app would be needed, the source is read instead, and the check says so."""

import inspect
import json
import os
from types import SimpleNamespace

import supervisely as sly
from supervisely.app.widgets import PretrainedModelsSelector
from supervisely.nn.training.gui import gui as gui_module
from supervisely.nn.training.gui.gui import TrainGUI
from supervisely.nn.training.gui.hyperparameters_selector import HyperparametersSelector
from supervisely.nn.training.gui.model_selector import ModelSelector
from supervisely.nn.training.gui.train_val_splits_selector import TrainValSplitsSelector
from supervisely.nn.training.train_app import TrainApp

from checks import check, finish, raised

TEAM, PROJECT = int(os.environ["TEAM_ID"]), int(os.environ["PROJECT_ID"])
api = sly.Api(os.environ["SERVER_ADDRESS"], os.environ["API_TOKEN"])
RANDOM = {"method": "random", "split": "train", "percent": 80}
MODELS = [
    {"Model": name, "meta": {"task_type": "object detection", "model_name": name, "model_files": {}}}
    for name in ("first", "second")
]


def equal(actual, expected):
    assert actual == expected, f"{actual!r}, expected {expected!r}"


# --- the validator of a state ---------------------------------------------------------------------------------------


def validate(splits_selector=True, **state):
    """The validator with the parts of the page it looks at."""
    page = SimpleNamespace(
        show_train_val_splits_selector=splits_selector,
        show_classes_selector=True,
        show_tags_selector=False,
        project_id=PROJECT,
        _api=api,
    )
    whole = {"model": {"source": "Pretrained models", "model_name": "first"}, "classes": [], **state}
    return TrainGUI.validate_app_state(page, whole)


def refused(kind, **state):
    return raised(kind, lambda: validate(**state))


def validator():
    validate(train_val_split=RANDOM)
    equal(refused(ValueError, train_val_split={**RANDOM, "percent": "80.0"}), "percent must be an integer in range 1 to 99")
    message = refused(ValueError, train_val_split=RANDOM, options={})
    equal(message, "app_state['options']['cache_project'] must be a boolean")
    validate(train_val_split=RANDOM, hyperparameters="epochs: [", experiment_name="a/b", model={"source": "no such"})


def unknown_method():
    message = refused(ValueError, train_val_split={"method": "by luck"})
    assert message.startswith("Unknown train/val split method: 'by luck'"), message


def long_names():
    message = refused(ValueError, train_val_split={"method": "based on datasets", "train_datasets": [9], "val_datasets": []})
    assert message.startswith("Datasets with ids: 9 not found"), message


def without_selector():
    message = raised(ValueError, lambda: validate(splits_selector=False))
    equal(message, "split must be 'train' or 'val'")


def both_sides():
    datasets = [row.id for row in api.dataset.get_list(PROJECT)]
    validate(train_val_split={"method": "datasets", "train_datasets": datasets, "val_datasets": datasets[:1]})


# --- the splits card ------------------------------------------------------------------------------------------------


def tags_split():
    card = TrainValSplitsSelector(api, PROJECT)
    card.train_val_splits.set_tags_splits("train", "val", "ignore")
    equal(card.validate_step(), True)
    equal(card.validator_text.get_value(), "Train and val tags are selected")


def equal_tags_pass():
    card = TrainValSplitsSelector(api, PROJECT)
    card.train_val_splits.set_tags_splits("train", "train", "ignore")
    equal(card.validate_step(), True)


def random_split_always_passes():
    card = TrainValSplitsSelector(api, PROJECT)
    card.train_val_splits.set_random_splits("train", 99)
    equal(card.validate_step(), True)


def methods_option():
    options = {"train_val_splits_selector": {"methods": ["Random", "Based on tags"]}}
    equal(TrainValSplitsSelector(api, PROJECT, options).available_split_methods, ["Random", "Based on item tags"])


def saved_split():
    ids = [row.id for row in api.dataset.get_list(PROJECT)]

    def saved(fill):
        card = TrainValSplitsSelector(api, PROJECT)
        fill(card.train_val_splits)
        own = SimpleNamespace(gui=SimpleNamespace(train_val_splits_selector=card), _has_splits_selector=True)
        return TrainApp._get_train_val_splits_for_app_state(own)

    equal(
        saved(lambda widget: widget.set_datasets_splits(ids[:1], ids[1:])),
        {"method": "datasets", "train_datasets": ids[:1], "val_datasets": ids[1:]},
    )
    equal(
        saved(lambda widget: widget.set_tags_splits("train", "val", "ignore")),
        {"method": "tags", "train_tag": "train", "val_tag": "val", "untagged_action": "ignore"},
    )


# --- the other cards ------------------------------------------------------------------------------------------------


def export():
    card = HyperparametersSelector("a: 1", {})
    for state in (True, False):
        message = raised(AttributeError, lambda: card.set_export_onnx_checkbox_value(state))
        assert message.startswith("'NoneType' object has no attribute"), message
    with_onnx = HyperparametersSelector("a: 1", {"export_onnx_supported": True})
    with_onnx.set_export_onnx_checkbox_value(True)
    raised(AttributeError, lambda: with_onnx.set_export_tensorrt_checkbox_value(False))


def no_custom_model():
    card = ModelSelector(api, "NoSuchFramework", MODELS)
    card.set_model_source("Custom models")
    message = raised(AttributeError, card.get_model_info)
    assert "'NoneType' object has no attribute 'to_json'" in message, message


def unknown_model():
    table = PretrainedModelsSelector(json.loads(json.dumps(MODELS)))
    table.set_by_model_name("Second")
    equal(table.get_selected_row()["meta"]["model_name"], "second")
    fresh = PretrainedModelsSelector(json.loads(json.dumps(MODELS)))
    fresh.set_by_model_name("thrid")
    equal(fresh.get_selected_row()["meta"]["model_name"], "first")


def state_from_environment():
    def read(**leaves):
        names = {f"modal.state.{key}": value for key, value in leaves.items()}
        os.environ.update(names)
        try:
            return TrainGUI._extract_state_from_env(None)
        finally:
            for name in names:
                del os.environ[name]

    equal(read(experiment_name="12345"), {"experiment_name": 12345})
    equal(read(experiment_name="true"), {"experiment_name": True})
    equal(read(percent="80.0"), {"percent": "80.0"})
    raised(SyntaxError, lambda: read(experiment_name="[v2] x"))


# --- what only a whole app would show: the source is read -----------------------------------------------------------


def status_suffix():
    source = inspect.getsource(TrainApp)
    assert 'if status == "Training is in progress...":' in source
    assert '"Status: "' in source or 'f"Status: {' in source, "statuses have no prefix now"


def division_by_zero():
    start = inspect.getsource(TrainApp._wrapped_start_training)
    handler = start[start.index("except ZeroDivisionError") :]
    handler = handler[: handler.index("except Exception")]
    assert "return" in handler and "raise" not in handler, handler


def model_files():
    source = inspect.getsource(TrainApp._preprocess_artifacts)
    assert "for file in files:" in source and "if isfile:" in source, "model_files are moved otherwise now"


def never_unchecked():
    source = inspect.getsource(TrainGUI._init_classes)
    assert "convert_class_shapes_checkbox.check()" in source and "uncheck" not in source


def failed_step():
    source = inspect.getsource(gui_module)
    assert "failed to validate" in source
    endpoint = inspect.getsource(TrainApp.__init__)
    assert "self.gui.load_from_app_state(app_state)\n" in endpoint, "/train_from_api looks at the result now"


def main():
    print(f"supervisely {sly.__version__}", flush=True)
    check("the validator: whole percents, cache_project with options; no YAML, name or source", validator)
    check("an unknown split method is refused", unknown_method)
    check("a split's title is read like its short name", long_names)
    check("an app without the splits card refuses its own default", without_selector)
    check("a dataset on both sides passes", both_sides)
    check("TagsSplit passes the splits card", tags_split)
    check("one tag for both sides passes", equal_tags_pass)
    check("a random split of 99 % passes", random_split_always_passes)
    check("app_options: the list of split methods is followed", methods_option)
    check("app_state.json: the split is written as it is read", saved_split)
    check("options.export crashes an app without that export, false too", export)
    check("get_model_info raises while no experiment is chosen", no_custom_model)
    check("an unknown model leaves the default row chosen", unknown_model)
    check("texts of the state change their type on the way", state_from_environment)
    check("the epoch in /train_status is dead code [read]", status_suffix)
    check("/train_from_api calls a ZeroDivisionError a success [read]", division_by_zero)
    check("model files other than config break the end of a training [read]", model_files)
    check("convert_class_shapes: false never unchecks [read]", never_unchecked)
    check("a failed step is only logged; /train_from_api goes on [read]", failed_step)
    finish()


main()
