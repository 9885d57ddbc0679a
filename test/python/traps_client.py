"""What the pinned SDK does as a client that a caller would not expect. A check that fails after a bump of the pin
tells what the SDK has mended, or broken: change docs/platform-notes.md with it."""

import inspect
import os
import subprocess
import sys
import tempfile
from types import SimpleNamespace

import supervisely as sly
from supervisely.api.app_api import AppApi
from supervisely.api.nn import utils
from supervisely.api.nn.train_api import RandomSplit, TrainApi
from supervisely.nn.experiments import ExperimentInfo, get_experiment_infos

from checks import check, finish, raised
from fault_proxy import FaultProxy

ADDRESS, TOKEN = os.environ["SERVER_ADDRESS"], os.environ["API_TOKEN"]
TEAM, PROJECT, AGENT = (int(os.environ[name]) for name in ("TEAM_ID", "PROJECT_ID", "AGENT_ID"))
MODEL = "YOLO/YOLO26n-det"
api = sly.Api(ADDRESS, TOKEN)
train = TrainApi(api)


def sent(project=PROJECT, model=MODEL, **options):
    """The state that run() sends; the start is refused before a task exists."""
    with FaultProxy(ADDRESS, ["refused before"]) as proxy:
        own = TrainApi(sly.Api(proxy.address, TOKEN))
        raised(Exception, lambda: own.run(project, model, agent_id=AGENT, **options))
        return proxy.bodies[0]["params"]["state"]["guiState"]


def equal(actual, expected):
    assert actual == expected, f"{actual!r}, expected {expected!r}"


# --- what run() makes of its arguments ------------------------------------------------------------------------------


def docstring_examples():
    agent_id, project_id = 1, 1
    message = raised(TypeError, lambda: train.finetune(agent_id, project_id, task_id=123))
    assert "multiple values for argument 'task_id'" in message, message
    message = raised(TypeError, lambda: train.rerun_from_task_id(agent_id, project_id, task_id=123))
    assert "multiple values for argument 'task_id'" in message, message
    message = raised(TypeError, lambda: train.run(agent_id, project_id, model=MODEL))
    assert "multiple values for argument 'model'" in message, message


def unknown_framework():
    message = raised(KeyError, lambda: train.run(PROJECT, "YOLLO/YOLO26n-det"))
    assert "No modules found in ecosystem" in message, message


def unknown_model():
    equal(sent(model="YOLO/YOLO26n-dett")["model"]["model_name"], "YOLO26n-dett")


def classes():
    everything = sent()["classes"]
    assert len(everything) > 1
    equal(sent(classes=[])["classes"], everything)
    equal(sent(classes=["car", "Tree"])["classes"], ["car"])
    equal(sent(classes=["no such"])["classes"], [])
    equal(sent(classes="xcarx")["classes"], ["car"])


def operands():
    options = sent(enable_benchmark="yes", export_onnx=1)["options"]
    equal(options["model_benchmark"]["enable"], "yes")
    equal(options["export"]["enable"], 1)


def split_of_another_kind():
    split = {"method": "random", "split": "train", "percent": 80}
    message = raised(AttributeError, lambda: train.run(PROJECT, MODEL, train_val_split=split))
    assert "'dict' object has no attribute 'app_state'" in message, message


def percent_is_not_checked():
    equal(sent(train_val_split=RandomSplit(400, "both"))["train_val_split"]["percent"], 400)


def hyperparameters_are_not_checked():
    equal(sent(hyperparameters="epochs: [")["hyperparameters"], "epochs: [")


def no_slash():
    message = raised(ValueError, lambda: train.run(PROJECT, "YOLO26n-det"))
    assert "not enough values to unpack" in message, message


def missing_project():
    message = raised(AttributeError, lambda: train.run(4711, MODEL))
    assert "'NoneType' object has no attribute" in message, message


def missing_task():
    message = raised(AttributeError, lambda: train.finetune(4711))
    assert "'NoneType' object has no attribute 'get'" in message, message


def timeout_collides():
    message = raised(TypeError, lambda: train.run(PROJECT, MODEL, agent_id=AGENT, timeout=300))
    assert "multiple values for keyword argument 'timeout'" in message, message


# --- checkpoints ----------------------------------------------------------------------------------------------------

FOLDER = "/experiments/1_traps/1_YOLO"


def put_checkpoint(path=f"{FOLDER}/checkpoints/best.pt"):
    with tempfile.TemporaryDirectory() as folder:
        local = os.path.join(folder, "best.pt")
        with open(local, "wb") as file:
            file.write(b"x")
        api.file.upload(TEAM, local, path)


def without_team():
    team = os.environ.pop("TEAM_ID")
    try:
        message = raised(ValueError, lambda: train.run(PROJECT, f"{FOLDER}/checkpoints/best.pt"))
    finally:
        os.environ["TEAM_ID"] = team
    equal(message, "Checkpoint not found")


def formats():
    parse = utils.get_artifacts_dir_and_checkpoint_name
    equal(parse(f"{FOLDER}/export/best.onnx"), (FOLDER, "best.onnx"))
    equal(parse(f"{FOLDER}/export/best.engine"), (FOLDER, "best.engine"))
    message = raised(ValueError, lambda: parse(f"{FOLDER}/checkpoints/best.safetensors"))
    assert message.startswith("Unknown model format"), message


def legacy_paths():
    path = "/yolov8_train/object detection/1_x/1/weights/best.pt"
    put_checkpoint(path)
    message = raised(Exception, lambda: train.run(PROJECT, path))
    assert "should start with '/experiments'" in message, message


def experiments_by_ending():
    """An app named `LO` would list what `YOLO` trained."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "experiment_info.json")
        keys = "experiment_name framework_name model_name task_type model_meta best_checkpoint hyperparameters artifacts_dir"
        info = {**{key: "x" for key in keys.split()}, "project_id": 1, "task_id": 1, "model_files": {}, "checkpoints": []}
        sly.json.dump_json_file(info, path)
        api.file.upload(TEAM, path, f"{FOLDER}/experiment_info.json")
    assert len(get_experiment_infos(api, TEAM, "LO")) >= 1


def dropped_fields():
    names = {name for name in ExperimentInfo.__dataclass_fields__}
    equal(names & {"device", "training_duration", "primary_metric", "has_report", "project_preview"}, set())


# --- agents ---------------------------------------------------------------------------------------------------------


def agents():
    def found(*rows):
        listed = SimpleNamespace(get_list_available=lambda *_, **__: [SimpleNamespace(**row) for row in rows])
        return utils.find_agent(SimpleNamespace(agent=listed), TEAM)

    def agent(id, gpu, type="sly_agent"):
        return {"id": id, "type": type, "gpu_info": gpu}

    gpu = {"device_memory": [{"available": 1}]}
    message = raised(TypeError, lambda: found(agent(1, gpu), agent(2, None)))
    assert "subscriptable" in message, message
    raised(IndexError, lambda: found(agent(1, gpu), agent(2, {"device_memory": []})))
    equal(found(agent(1, None, "another")), None)
    equal(found(agent(1, {"device_memory": [{"available": 0}]}), agent(2, None, "kubernetes")), 1)
    equal(found(agent(1, {"device_memory": [{"available": 1}, {"available": 99}]}), agent(2, {"device_memory": [{"available": 2}]})), 2)


# --- waiting and repeating ------------------------------------------------------------------------------------------


def hundred_polls():
    polls = []
    stub = SimpleNamespace(
        task=SimpleNamespace(start=lambda **_: {"id": 1}),
        app=SimpleNamespace(wait_until_ready_for_api_calls=lambda *asked: polls.append(asked) or False),
    )
    raised(TimeoutError, lambda: utils.run_train_app(stub, 1, 1, 1, {}))
    equal(polls, [(1, 100, 1)])


def interrupt_swallowed():
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    of = SimpleNamespace(_api=SimpleNamespace(app=SimpleNamespace(send_request=interrupted)))
    equal(AppApi.is_ready_for_api_calls(of, 1), False)


def with_environment(**variables):
    code = f"import supervisely as sly; api = sly.Api({ADDRESS!r}, 'x'); print(api.retry_count, api.retry_sleep_sec)"
    output = subprocess.run([sys.executable, "-c", code], env={**os.environ, **variables}, capture_output=True, text=True)
    return output.stdout.split()


def retries_variable():
    equal(
        with_environment(SUPERVISELY_PUBLIC_API_RETRIES="2", SUPERVISELY_PUBLIC_API_RETRY_SLEEP_SEC="3"), ["10", "3"]
    )


def start_is_repeated():
    with FaultProxy(ADDRESS, ["503", "reset"]) as proxy:
        own = sly.Api(proxy.address, TOKEN, retry_sleep_sec=0)
        task = own.task.start(AGENT, workspace_id=1, module_id=module(), params={"state": {"slyProjectId": PROJECT}})
        created = list(proxy.created)
    for task_id in created:
        api.task.stop(task_id)
    equal(len(created), 3)
    equal(task["id"], created[-1])


def module():
    return utils.find_apps_by_framework(api, "YOLO", ["train"])[0]["id"]


def no_client_timeout():
    source = inspect.getsource(sly.Api.post)
    assert "timeout" not in source, "Api.post speaks of a timeout now"


def main():
    print(f"supervisely {sly.__version__}", flush=True)
    check("the docstrings' examples of run, finetune and rerun_from_task_id raise TypeError", docstring_examples)
    check("an unknown framework is a KeyError, not the documented ValueError", unknown_framework)
    check("an unknown model is sent as it stands", unknown_model)
    check("unknown classes are dropped; [] is all; text is searched for names", classes)
    check("operands that are no booleans are sent as they are", operands)
    check("a split given as a dict is an AttributeError", split_of_another_kind)
    check("percent and side of a random split are not checked", percent_is_not_checked)
    check("hyperparameters that are no YAML are sent", hyperparameters_are_not_checked)
    check("a model without a slash fails in an unpacking", no_slash)
    check("a missing project is an AttributeError on None", missing_project)
    check("a missing task is an AttributeError on None", missing_task)
    check("run(timeout=…) collides with the SDK's own", timeout_collides)
    put_checkpoint()
    check("a checkpoint with a leading slash is not found without TEAM_ID", without_team)
    check("exported files are taken for checkpoints; other endings are refused", formats)
    check("checkpoints of the first generation's frameworks always fail", legacy_paths)
    check("experiments are found by the ending of their folder", experiments_by_ending)
    check("ExperimentInfo loses device, duration and the primary metric", dropped_fields)
    check("find_agent: no GPU list raises; one of an unknown type is None; only the first GPU counts", agents)
    check("readiness is asked for 100 times, a second apart", hundred_polls)
    check("Ctrl-C in a readiness check is swallowed", interrupt_swallowed)
    check("SUPERVISELY_PUBLIC_API_RETRIES is without effect, …_RETRY_SLEEP_SEC works", retries_variable)
    check("tasks.run.app is repeated after it created a task", start_is_repeated)
    check("Api.post has no timeout [read]", no_client_timeout)
    finish()


main()
