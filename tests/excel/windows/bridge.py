"""A client of the COM object for programs on Linux: a line of JSON in, a line out, through pipes.

`["compute", name, arguments]` gives the result, `["version"]` who answers, `["time", n]` the
seconds of n calls, `["engine", n]` those of n calls of the engine itself in this process.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))  # this Python looks nowhere by itself

from com_client import Server

CALL = ("DTI_SCORE", ["HB-2023-XA", "3.4", [[600.0], [1000.0]]])


def seconds(count: int, call: Any) -> float:
    started = time.perf_counter()
    for _ in range(count):
        call()
    return time.perf_counter() - started


def engine(count: int) -> float:
    from udfs.registry import call

    name, (table, code, cells) = CALL
    rows = tuple(map(tuple, cells))
    call(name, table, code, rows)
    return seconds(count, lambda: call(name, table, code, rows))


def main() -> None:
    started = time.perf_counter()
    server = Server("DTI.Functions")
    print(json.dumps({"ready": time.perf_counter() - started}), flush=True)
    answers = {
        "compute": server.compute,
        "version": lambda: server.call("Version"),
        "time": lambda count: seconds(count, lambda: server.compute(*CALL)),
        "engine": engine,
    }
    for line in sys.stdin:
        verb, *rest = json.loads(line)
        print(json.dumps(answers[verb](*rest)), flush=True)
    server.close()


if __name__ == "__main__":
    main()
