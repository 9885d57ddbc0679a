"""How many tasks one start of the pinned SDK makes when the answer to it is spoiled.

Each start is a TrainApi.run through a proxy that spoils the first answer ("once") or every answer ("always"). The SDK is
as it comes; only the pause between its repetitions is shortened, by its own variable. Prints a table.
An argument N repeats every start N times, and spoils every answer for all kinds; without it the run is kept short.
"""

import os
import sys
import threading

os.environ["SUPERVISELY_PUBLIC_API_RETRY_SLEEP_SEC"] = "0"

import supervisely as sly  # noqa: E402
from supervisely.api.nn.train_api import TrainApi  # noqa: E402

from checks import check, finish  # noqa: E402
from fault_proxy import FAULTS, FaultProxy  # noqa: E402

ADDRESS, TOKEN = os.environ["SERVER_ADDRESS"], os.environ["API_TOKEN"]
PROJECT, AGENT = int(os.environ["PROJECT_ID"]), int(os.environ["AGENT_ID"])
MODEL = "YOLO/YOLO26n-det"
PATIENCE = 8

# Tasks that one start makes: when the first answer is spoiled, and when every answer is.
EXPECTED = {
    "none": (1, 1),
    "reset before": (1, 0),
    "reset": (2, 10),
    "500": (2, 10),
    "502": (2, 10),
    "503": (2, 10),
    "504": (2, 10),
    "429": (2, 10),
    "garbage": (1, 1),
    "empty list": (1, 1),
    "refused before": (0, 0),
    "hang": (1, 1),
}
SHORT_ALWAYS = ("reset before", "503")
REPEATS = int(sys.argv[1]) if len(sys.argv) > 1 else 1
rows = []


def start(fault, times):
    """One start; gives the tasks it made and what its caller got."""
    with FaultProxy(ADDRESS, [fault] * times) as proxy:
        outcome = ["no answer"]

        def run():
            try:
                task = TrainApi(sly.Api(proxy.address, TOKEN)).run(PROJECT, MODEL, agent_id=AGENT, autostart=False)
                outcome[0] = f"the task made {ordinal(proxy.created.index(task['id']))}"
            except Exception as error:
                outcome[0] = type(error).__name__

        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        thread.join(PATIENCE if fault == "hang" else 120)
        created, got = list(proxy.created), outcome[0]
    direct = sly.Api(ADDRESS, TOKEN)
    for task_id in created:
        direct.task.stop(task_id)
    return len(created), got


def ordinal(index):
    return ("first", "second", "third")[index] if index < 3 else f"{index + 1}th"


def counts(fault, always):
    results = [start(fault, 99 if always else 1) for _ in range(REPEATS)]
    made, got = sorted({tasks for tasks, _ in results}), sorted({text for _, text in results})
    rows.append((fault, "always" if always else "once", len(results), "–".join(map(str, made)), ", ".join(got)))
    assert made == [EXPECTED[fault][always]], f"{made} tasks, expected {EXPECTED[fault][always]}"


def main():
    for fault in (*FAULTS, "hang"):
        both = fault in SHORT_ALWAYS or (len(sys.argv) > 1 and fault not in ("none", "hang"))
        for always in (False, True) if both else (False,):
            name = f"{fault}, {'always' if always else 'once'}: tasks {EXPECTED[fault][always]}"
            check(name, lambda: counts(fault, always))
    print(f"\nsupervisely {sly.__version__}")
    print("| answer | spoiled | starts | tasks per start | the caller got |\n|---|---|---|---|---|")
    for row in rows:
        print(f"| {' | '.join(map(str, row))} |")
    print()
    finish()


main()
