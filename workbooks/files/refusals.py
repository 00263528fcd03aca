"""Refusals: why a file is not opened."""

from __future__ import annotations

from typing import Any

from texts import Text, text
from texts.printable import printable
from workbooks.files.limits import MB


class Unreadable(Exception):
    """The file is not opened. `code`: `file-unreadable` or `file-unsafe`; `why`: the reason.

    `str()` is the reason in Vietnamese.
    """

    def __init__(self, code: str, why: Text) -> None:
        """Keep the code and the reason."""
        super().__init__(str(why))
        self.code = code
        self.why = why


def _shown(data: dict[str, Any]) -> dict[str, Any]:
    """The data of a reason, names and words from the file as they can be printed."""
    return {
        key: printable(value) if isinstance(value, str) else value for key, value in data.items()
    }


def unreadable(name: str, /, **data: Any) -> Unreadable:
    """The refusal of a file that is no workbook, damaged or encrypted, by the id of its reason."""
    return Unreadable("file-unreadable", text(f"file.{name}", **_shown(data)))


def unsafe(name: str, /, **data: Any) -> Unreadable:
    """The refusal of a file that could harm the machine."""
    return Unreadable("file-unsafe", text(f"file.{name}", **_shown(data)))


def too_much(name: str, limit: int) -> Unreadable:
    """The refusal of a file that is larger, in some respect, than what is read."""
    return unsafe("too-much", what=text(f"file.what.{name}"), limit=limit)


def too_large(name: str, limit: int, /, **data: Any) -> Unreadable:
    """The refusal of a file or a part of it that has more bytes than are read."""
    return unsafe("too-large", what=text(f"file.what.{name}", **_shown(data)), limit=limit // MB)
