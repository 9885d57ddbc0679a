"""Reads texts with PyYAML: one JSON string a line in, one JSON answer a line out."""
import datetime
import json
import struct
import sys

import yaml


def encode(value):
    if value is None:
        return ["null"]
    if isinstance(value, bool):
        return ["bool", value]
    if isinstance(value, int):
        return ["int", hex(value)]
    if isinstance(value, float):
        return ["float", "nan" if value != value else struct.pack(">d", value).hex()]
    if isinstance(value, str):
        return ["str", value]
    if isinstance(value, datetime.datetime):
        return ["datetime", value.isoformat()]
    if isinstance(value, datetime.date):
        return ["date", value.isoformat()]
    if isinstance(value, bytes):
        return ["bytes", value.hex()]
    if isinstance(value, list):
        return ["list", [encode(item) for item in value]]
    if isinstance(value, tuple):
        return ["tuple", [encode(item) for item in value]]
    if isinstance(value, set):
        return ["set", sorted((encode(item) for item in value), key=json.dumps)]
    return ["map", sorted(([encode(k), encode(v)] for k, v in value.items()), key=json.dumps)]


def answer(text):
    try:
        return {"value": encode(yaml.safe_load(text))}
    except yaml.MarkedYAMLError as error:
        marks = [mark for mark in (error.problem_mark, error.context_mark) if mark]
        return {"error": type(error).__name__, "lines": [mark.line + 1 for mark in marks]}
    except yaml.reader.ReaderError as error:
        return {"error": "ReaderError", "lines": []}
    except Exception as error:  # PyYAML lets Python's own errors through, e.g. for 2026-13-01.
        return {"error": type(error).__name__, "lines": []}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=False)
