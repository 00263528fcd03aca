"""Validation: what the yellow cells take, as XlsxWriter writes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from texts import say
from workbooks.design.names import LISTS

Rule = Mapping[str, Any]
ANSWERS = f"{LISTS}!$A$1:$A$2"
"""Có and Không on the hidden sheet of lists."""


def one_of(area: str, message: str) -> Rule:
    """One of the texts of an area. `message`: the id of the text, in «valid.»."""
    return {
        "validate": "list",
        "source": f"={area}",
        "error_title": say(f"valid.{message}-title"),
        "error_message": say(f"valid.{message}"),
    }


def one_of_answers() -> Rule:
    """Có or Không."""
    return one_of(ANSWERS, "answer")
