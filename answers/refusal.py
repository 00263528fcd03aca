"""Refusal: the one exception of every verb."""

from __future__ import annotations

from typing import Any

from texts import Text, text


class Unusable(Exception):
    """The file or the call cannot be used; `why` says what, where, why and what to do."""

    def __init__(self, why: Text) -> None:
        """Keep the text; `str()` is its Vietnamese."""
        super().__init__(why)
        self.why = why

    def __str__(self) -> str:
        return str(self.why)


def unusable(name: str, /, **data: Any) -> Unusable:
    """The refusal with a text of the catalogue.

    >>> str(unusable("answer.no-file", file="a.json"))
    'Không thấy tệp a.json. Hãy kiểm tra lại đường dẫn.'
    """
    return Unusable(text(name, **data))


def in_file(file: str, why: Any) -> Unusable:
    """The refusal of what a file holds: its name, then why."""
    return unusable("answer.in-file", file=file, why=why)
