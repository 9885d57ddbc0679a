"""One line per check, and at the end how many held."""

import sys
import time
import traceback

_passed = 0
_failed = 0


def check(name, body):
    """Runs a check; one that raises has failed, the others still run. Gives what the body gave, or None."""
    global _passed, _failed
    started = time.monotonic()
    try:
        result = body()
    except Exception:
        _failed += 1
        print(f"FAILED {name}", flush=True)
        traceback.print_exc(file=sys.stdout)
        return None
    _passed += 1
    print(f"ok     {name} ({time.monotonic() - started:.1f} s)", flush=True)
    return result


def finish():
    """The last line, and the exit code."""
    print(f"{_passed} passed, {_failed} failed", flush=True)
    sys.exit(1 if _failed or not _passed else 0)


def raised(kind, body):
    """The text of the error that the body raises, which must be of the kind."""
    try:
        body()
    except kind as error:
        return str(error)
    raise AssertionError(f"raised nothing, expected {kind.__name__}")
