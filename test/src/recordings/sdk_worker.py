"""Makes calls of the platform's SDK: a line of JSON in for each, a line with what came of it out."""

import json
import os
import sys
import time

os.environ["SUPERVISELY_SKIP_HTTPS_USER_HELPER_CHECK"] = "true"
time.sleep = lambda seconds: None
answers, sys.stdout = sys.stdout, sys.stderr

from supervisely.api.api import Api  # noqa: E402
from supervisely.api.nn import train_api  # noqa: E402


def value_of(value):
    """A split object where the call names one."""
    if not isinstance(value, dict) or "$split" not in value:
        return value
    arguments = {name: item for name, item in value.items() if name != "$split"}
    return getattr(train_api, value["$split"])(**arguments)


def outcome_of(call):
    given = call["input"]
    places = {"$MOCK": call["address"], "$TOKEN": call["token"]}
    os.environ.update({name: places.get(text, text) for name, text in given.get("env", {}).items()})
    try:
        api = train_api.TrainApi(Api(call["address"], call["token"], **given.get("api", {})))
        kwargs = {name: value_of(value) for name, value in given.get("kwargs", {}).items()}
        return {"result": getattr(api, given["method"])(*given.get("args", []), **kwargs)}
    except Exception as error:
        message = str(error).replace(call["address"].split(":")[-1], "PORT")
        return {"error": {"type": type(error).__name__, "message": message}}


before = dict(os.environ)
for line in sys.stdin:
    os.environ.clear()
    os.environ.update(before)
    print(json.dumps(outcome_of(json.loads(line))), file=answers, flush=True)
