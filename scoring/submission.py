"""Submission: what one unit has sent in, whatever it was read from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from scoring.documents import Document, Entry
from scoring.numbers import Rational
from scoring.program import Figures
from texts import Text


class UnusableInput(ValueError):
    """The call itself cannot be used; the text says what, why and what to do."""

    def __init__(self, why: Text) -> None:
        """Keep the text; `str()` is its Vietnamese."""
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, kw_only=True)
class Submission:
    """The figures of one unit for one table, whatever its kind: row → slot → figure.

    `typed`: scores typed by hand by row or pillar, "total", or the "level" of a levels table.
    `communes`: their names, in the order of their levels. `explanations` and `attached`: what the
    office wrote beside a row.
    """

    table: str
    name: str = ""
    period: str = ""
    figures: Mapping[str, Figures] = field(default_factory=dict)
    excluded: Mapping[str, str] = field(default_factory=dict)
    no_online_services: bool = False
    typed: Mapping[str, Rational] = field(default_factory=dict)
    verified: Mapping[str, Rational] = field(default_factory=dict)
    explanations: Mapping[str, str] = field(default_factory=dict)
    attached: Mapping[str, str] = field(default_factory=dict)
    info: Mapping[str, Any] = field(default_factory=dict)
    communes: tuple[str, ...] = ()
    signing: Mapping[str, str] = field(default_factory=dict)
    """Who prepares and signs the page: superior, place, date, preparer, signer_title, signer."""
    words: Mapping[str, str] = field(default_factory=dict)
    """The office's own words, from a form that was adopted."""
    documents: tuple[Document, ...] = ()
    """The evidence that is listed, in the order of its rows; a row left blank is a blank one."""
    journal: tuple[Entry, ...] = ()
    """Who typed what, where workbooks of several agencies were merged."""
    share: str = ""
    """What one agency was given of a workbook that was split (see `workbooks.design.shares`)."""
