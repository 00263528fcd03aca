"""Work on a file that goes wrong as files do: endless, too large, fatal, raising."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

MB = 1024 * 1024


def odd(file: Path) -> dict[str, Any]:
    """What the name of the file says; the name alone for any other."""
    match file.stem:
        case "endless":
            while True:
                pass
        case "large":
            held = []
            while True:
                held.append(bytearray(16 * MB))
        case "fatal":
            os._exit(3)
        case "raising":
            raise TypeError("ô lạ")
    return {"name": file.name, "worker": os.getpid()}


def failed(file: Path, why: object) -> dict[str, Any]:
    """The answer of a file that was ended."""
    return {"name": file.name, "why": str(why)}
