"""The platform's own SDK, unmodified, as a client of an embedded instance.

Reads SERVER_ADDRESS, API_TOKEN, TEAM_ID and PROJECT_ID, which `pnpm test:python` sets.
"""

import os
import tempfile
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import supervisely as sly
from supervisely.api.nn.train_api import (
    CollectionsSplit,
    DatasetsSplit,
    RandomSplit,
    TagsSplit,
    TrainApi,
)
from supervisely.nn.experiments import ExperimentInfo

from checks import check, finish, raised

TEAM = int(os.environ["TEAM_ID"])
PROJECT = int(os.environ["PROJECT_ID"])
MODEL = "YOLO/YOLO26n-det"
Status = sly.api.task_api.TaskApi.Status


def connect():
    """An Api of its own for each thread."""
    return sly.Api(os.environ["SERVER_ADDRESS"], os.environ["API_TOKEN"])


api = connect()


def hyperparameters(epochs):
    return f"epochs: {epochs}\nbatch: 4\nseed: 3\n"


# --- what a project holds -------------------------------------------------------------------------------------------


def project_info():
    info = api.project.get_info_by_id(PROJECT)
    assert (info.id, info.team_id, info.items_count) == (PROJECT, TEAM, 24), info


def project_meta():
    meta = sly.ProjectMeta.from_json(api.project.get_meta(PROJECT))
    assert {"train", "val"} <= {tag.name for tag in meta.tag_metas}
    assert "car" in [item.name for item in meta.obj_classes]
    assert all(item.geometry_type is sly.Rectangle for item in meta.obj_classes)
    return meta


def datasets():
    rows = api.dataset.get_list(PROJECT, recursive=True)
    assert sorted(row.name for row in rows) == ["more", "scenes"], rows
    assert sum(row.items_count for row in rows) == 24
    return {row.name: row.id for row in rows}


def images(dataset_id):
    rows = api.image.get_list(dataset_id)
    assert len(rows) == 16 and rows[0].name.startswith("scene-"), rows
    return rows


def make_collections(rows):
    made = []
    for name, part in (("for train", rows[:8]), ("for val", rows[8:12])):
        collection = api.entities_collection.create(PROJECT, name)
        missing = api.entities_collection.add_items(
            collection.id, [sly.api.entities_collection_api.CollectionItem(row.id) for row in part]
        )
        assert missing is not None
        made.append(collection.id)
    listed = api.entities_collection.get_list(PROJECT)
    assert [row.id for row in listed] == made, listed
    kind = sly.api.entities_collection_api.CollectionTypeFilter.DEFAULT
    items = api.entities_collection.get_items(made[1], kind)
    assert sorted(item.id for item in items) == sorted(row.id for row in rows[8:12]), items
    return made


def pixels(rows):
    one = api.image.download_np(rows[0].id)
    assert one.shape == (rows[0].height, rows[0].width, 3) and one.dtype == np.uint8
    several = api.image.download_nps(rows[0].dataset_id, [row.id for row in rows[:5]])
    assert len(several) == 5 and (several[0] == one).all()


def annotations(meta, rows):
    one = api.annotation.download(rows[0].id)
    annotation = sly.Annotation.from_json(one.annotation, meta)
    assert annotation.img_size == (rows[0].height, rows[0].width)
    batch = api.annotation.download_batch(rows[0].dataset_id, [row.id for row in rows])
    assert len(batch) == len(rows)
    assert sum(len(sly.Annotation.from_json(item.annotation, meta).labels) for item in batch) > 0


def whole_project():
    with tempfile.TemporaryDirectory() as folder:
        sly.download_project(api, PROJECT, folder, log_progress=False)
        project = sly.Project(folder, sly.OpenMode.READ)
        assert project.total_items == 24 and len(project.meta.obj_classes) == 3
        dataset = project.datasets.get("scenes")
        name = dataset.get_items_names()[0]
        assert len(dataset.get_ann(name, project.meta).img_tags) == 1


def agents():
    rows = api.agent.get_list_available(TEAM, has_gpu=True)
    assert len(rows) == 1 and rows[0].type == "sly_agent", rows
    assert rows[0].gpu_info["device_memory"][0]["available"] > 0
    return rows[0].id


def models():
    rows = api.nn.ecosystem_models_api.list_models()
    assert "YOLO26n-det" in [row["name"] for row in rows if row["framework"] == "YOLO"]


# --- trainings ------------------------------------------------------------------------------------------------------


def wait(task_id):
    """Until the task is over, as the SDK waits; an error of the task raises."""
    own = connect()
    own.task.wait(task_id, Status.FINISHED, wait_attempts=240, wait_attempt_timeout_sec=0.5)
    status = own.task.get_status(task_id)
    assert status == Status.FINISHED, status


def run(wait_for_end=True, **options):
    """A training through TrainApi.run, to its experiment."""
    own = connect()
    arguments = {"model": MODEL, "hyperparameters": hyperparameters(2), "enable_benchmark": True}
    task = TrainApi(own).run(PROJECT, **{**arguments, **options})
    if not wait_for_end:
        return task["id"]
    wait(task["id"])
    return experiment(task["id"])


def experiment(task_id):
    info = api.nn.get_experiment_info(task_id)
    assert isinstance(info, ExperimentInfo)
    assert (info.task_id, info.project_id, info.framework_name) == (task_id, PROJECT, "YOLO")
    assert info.task_type == "object detection"
    assert info.checkpoints == [f"checkpoints/{info.best_checkpoint}"]
    for path in (*info.checkpoints, info.hyperparameters, info.model_meta, info.app_state):
        assert api.file.exists(TEAM, f"{info.artifacts_dir}/{path}"), path
    return info


def sizes(train, val, **options):
    def body():
        info = run(**options)
        assert (info.train_size, info.val_size) == (train, val), (info.train_size, info.val_size)
        return info

    return body


def by_classes():
    info = run(classes=["car", "no such class"], train_val_split=RandomSplit(75))
    meta = sly.ProjectMeta.from_json(read_json(info, info.model_meta))
    assert [item.name for item in meta.obj_classes] == ["car"], meta


def exported():
    info = run(export_onnx=True, enable_speedtest=True, experiment_name="Exported by the SDK")
    assert info.experiment_name == "Exported by the SDK"
    assert info.export == {"ONNXRuntime": "export/best.onnx"}, info.export
    assert info.evaluation_metrics["AP50"] >= 0
    return info


def waits_for_start():
    task_id = run(wait_for_end=False, autostart=False, train_val_split=RandomSplit(50))
    assert api.app.is_ready_for_api_calls(task_id)
    assert api.task.get_status(task_id) == Status.STARTED
    assert api.app.send_request(task_id, "train_status", {})["status"] == ""
    state = api.task.get_info_by_id(task_id)["meta"]["params"]["state"]["guiState"]
    assert state["start_training"] is False
    answer = api.app.send_request(task_id, "train_from_api", {"app_state": state}, timeout=100)
    assert answer == {"result": "model was successfully trained"}, answer
    wait(task_id)
    assert experiment(task_id).train_size == 12


def stops():
    task_id = run(wait_for_end=False, hyperparameters=hyperparameters(25))
    status = api.task.stop(task_id)
    assert status == Status.STOPPED, status
    assert api.task.get_status(task_id) == Status.STOPPED
    api.task.wait(task_id, Status.FINISHED, wait_attempts=3, wait_attempt_timeout_sec=1)
    message = raised(ValueError, lambda: api.nn.get_experiment_info(task_id))
    assert "does not contain experiment data" in message, message


# --- what a training leaves -----------------------------------------------------------------------------------------


def read_json(info, name):
    return api.file.get_json_file_content(TEAM, f"{info.artifacts_dir}/{name}")


def logs(info):
    rows = api.task.get_logs(info.task_id)
    texts = [row["message"] for row in rows]
    assert any("rehearsal" in text for text in texts), texts[:5]
    epochs = [row for row in rows if row.get("subtask") == "Epochs"]
    assert (epochs[-1]["current"], epochs[-1]["total"]) == (2, 2), epochs
    later = api.task.get_logs(info.task_id, since_time=rows[-1]["timestamp"], limit=2)
    assert 1 <= len(later) <= 2, later


def files(info):
    listed = api.file.list(TEAM, info.artifacts_dir, recursive=True, return_type="fileinfo")
    names = {file.path[len(info.artifacts_dir) + 1 :] for file in listed}
    expected = {"checkpoints/best.pt", "export/best.onnx", "experiment_info.json", "app_state.json"}
    assert expected <= names, names
    shallow = api.file.list2(TEAM, info.artifacts_dir, recursive=False)
    assert "checkpoints" in {file.name for file in shallow if file.is_dir}, shallow
    best = api.file.get_info_by_path(TEAM, f"{info.artifacts_dir}/checkpoints/best.pt")
    assert best.sizeb > 0 and api.file.get_info_by_id(best.id).path == best.path
    assert api.file.get_info_by_path(TEAM, f"{info.artifacts_dir}/no.pt") is None
    assert api.file.dir_exists(TEAM, f"{info.artifacts_dir}/export/")
    return best.sizeb


def downloads(info):
    with tempfile.TemporaryDirectory() as folder:
        one = os.path.join(folder, "best.pt")
        api.file.download(TEAM, f"{info.artifacts_dir}/checkpoints/best.pt", one)
        whole = os.path.join(folder, "whole")
        api.file.download_directory(TEAM, f"{info.artifacts_dir}/", whole)
        with open(one, "rb") as a, open(os.path.join(whole, "checkpoints", "best.pt"), "rb") as b:
            assert a.read() == b.read() != b""
        assert os.path.isfile(os.path.join(whole, "export", "best.onnx"))


def uploads():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "note.txt")
        with open(path, "w") as file:
            file.write("hello")
        info = api.file.upload(TEAM, path, "/notes/note.txt")
        assert info.path == "/notes/note.txt" and info.sizeb == 5
        free = api.file.get_free_dir_name(TEAM, "/notes")
        assert free.startswith("/notes_") and not api.file.dir_exists(TEAM, f"{free}/"), free
        api.file.remove(TEAM, "/notes/note.txt")
        assert not api.file.exists(TEAM, "/notes/note.txt")


def experiments_of_team():
    found = sly.nn.experiments.get_experiment_infos(api, TEAM, "YOLO")
    assert len(found) >= 4 and all(isinstance(info, ExperimentInfo) for info in found), found


# --- trainings that go on from another ------------------------------------------------------------------------------


def custom_checkpoint(info):
    def body():
        path = f"{info.artifacts_dir}/checkpoints/{info.best_checkpoint}"
        again = run(model=path, hyperparameters=hyperparameters(1))
        assert again.model_name == info.model_name == "YOLO26n-det"
        assert again.base_checkpoint == "best.pt"

    return body


def goes_on(info, verb, source):
    """finetune and rerun fill the settings in and wait; their state can be read and started."""

    def body():
        own = connect()
        task = getattr(TrainApi(own), verb)(info.task_id)
        task_id = task["id"]
        assert own.task.get_status(task_id) == Status.STARTED
        loaded = own.app.send_request(task_id, "app_state", {})["app_state"]
        assert loaded["model"]["source"] == source, loaded
        # What it shows is what the experiment's own app_state.json says, but for the model.
        saved = own.file.get_json_file_content(TEAM, f"{info.artifacts_dir}/{info.app_state}")
        assert {**loaded, "model": 0} == {**saved, "model": 0}, (loaded, saved)
        texts = [row["message"] for row in own.task.get_logs(task_id)]
        assert any("loaded from the experiment" in text for text in texts), texts
        answer = own.app.send_request(task_id, "train_from_api", {"app_state": loaded, "wait": False})
        assert answer == {"result": "model training started"}, answer
        wait(task_id)
        again = experiment(task_id)
        assert (again.train_size, again.val_size) == (info.train_size, info.val_size)
        return again

    return body


def main():
    print(f"supervisely {sly.__version__}", flush=True)
    check("project.get_info_by_id", project_info)
    meta = check("project.get_meta", project_meta)
    ids = check("dataset.get_list", datasets)
    rows = check("image.get_list", lambda: images(ids["scenes"]))
    pair = check("entities_collection.create, add_items, get_list, get_items", lambda: make_collections(rows))
    check("image.download_np, download_nps", lambda: pixels(rows))
    check("annotation.download, download_batch", lambda: annotations(meta, rows))
    check("download_project, read back by sly.Project", whole_project)
    agent = check("agent.get_list_available", agents)
    check("nn.ecosystem_models_api.list_models", models)
    check("file.upload, get_free_dir_name, remove", uploads)

    with ThreadPoolExecutor(3) as pool:
        trainings = {
            "run: ONNX export, a name, speed test": exported,
            "run: RandomSplit": sizes(18, 6, train_val_split=RandomSplit(75)),
            "run: DatasetsSplit": sizes(
                16, 8, train_val_split=DatasetsSplit([ids["scenes"]], [ids["more"]]), agent_id=agent
            ),
            "run: TagsSplit": sizes(18, 6, train_val_split=TagsSplit("train", "val", "ignore")),
            "run: CollectionsSplit": sizes(8, 4, train_val_split=CollectionsSplit([pair[0]], [pair[1]])),
            "run: some of the classes": by_classes,
            "run: autostart=False, then train_from_api": waits_for_start,
            "task.stop": stops,
        }
        results = {name: pool.submit(check, name, body) for name, body in trainings.items()}
        first = results["run: ONNX export, a name, speed test"].result()
        if first is not None:
            more = {
                "run: a custom checkpoint": custom_checkpoint(first),
                "finetune": goes_on(first, "finetune", "Custom models"),
                "rerun_from_task_id": goes_on(first, "rerun_from_task_id", "Pretrained models"),
            }
            results.update({name: pool.submit(check, name, body) for name, body in more.items()})
        for result in results.values():
            result.result()

    check("task.get_logs", lambda: logs(first))
    check("file.list, list2, get_info_by_path, dir_exists", lambda: files(first))
    check("file.download, download_directory", lambda: downloads(first))
    check("nn.experiments.get_experiment_infos", experiments_of_team)
    finish()


main()
