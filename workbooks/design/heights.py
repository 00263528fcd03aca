"""Heights: how much room wrapped texts take, for merged rows; all other rows size themselves."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=4096)
def lines_needed(text: str, width: float) -> int:
    """How many lines a wrapped text takes in a column of a given width (in characters)."""
    # Column widths count digits; running text in Times New Roman is narrower.
    room = max(1.0, width * 1.25 - 1)
    return sum(max(1, -int(-len(line) // room)) for line in text.split("\n"))


def row_height(*cells: tuple[str, float]) -> float:
    """The height in points of a row with wrapped texts: a little too high beats cut off."""
    lines = max((lines_needed(text, width) for text, width in cells), default=1)
    return min(409.0, 14.5 * lines + 4)
