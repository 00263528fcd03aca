"""Results: what a function puts into its cell."""

from __future__ import annotations

from enum import Enum


class CellError(Enum):
    """An error value of a cell."""

    VALUE = "#VALUE!"
    NA = "#N/A"


CellResult = float | str | CellError
"""What a function puts into its cell."""
