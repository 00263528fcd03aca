"""Values of levels and plans: unit.json ↔ the yellow cells of our own workbooks.

A percentage is 0–100 in unit.json and 0–1 in a cell; everything else stands as it was given, so
that what is wrong stays wrong and is found by the engine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from scoring.expression import NO, YES
from scoring.thresholds import ValueKind
from workbooks.files.book import Cell, CellKind

Content = float | str | bool | None
"""What stands in a cell."""


def to_cells(kind: ValueKind, raw: Any) -> list[Content]:
    """The contents of the cells for a value: one, count and total, or one per commune.

    >>> to_cells(ValueKind.PERCENT, 62), to_cells(ValueKind.COUNT_OF_TOTAL, {"count": 2})
    ([0.62], [2.0, None])
    """
    if kind is ValueKind.PERCENT and _is_number(raw):
        return [float(Fraction(raw) / 100)]
    if kind is ValueKind.YES_NO and isinstance(raw, bool):
        return [YES if raw else NO]
    if kind is ValueKind.COUNT_OF_TOTAL:
        if raw is None or (isinstance(raw, Mapping) and set(raw) <= {"count", "total"}):
            pair: Mapping[str, Any] = raw or {}
            return [_content(pair.get("count")), _content(pair.get("total"))]
        return [str(raw), None]
    if kind is ValueKind.COMMUNES:
        if raw is None:
            return []
        given = raw.get("commune_levels") if isinstance(raw, Mapping) else raw
        if isinstance(raw, Mapping) and isinstance(given, Sequence) and not isinstance(given, str):
            return [_content(level) for level in given]
        return [] if given is None and not set(raw) - {"commune_levels"} else [f"«{raw}»"]
    return [_content(raw)]


def _content(raw: Any) -> Content:
    if _is_number(raw):
        return float(raw)
    if raw is None or raw == "":
        return None
    return raw if isinstance(raw, bool) else str(raw)


def _is_number(raw: Any) -> bool:
    return isinstance(raw, int | float | Decimal | Fraction) and not isinstance(raw, bool)


def from_cell(kind: ValueKind, cell: Cell | None) -> Any:
    """The value of one cell as unit.json writes it; a date and an error stay texts."""
    if cell is None or cell.value == "":
        return None
    if cell.kind is CellKind.NUMBER and not isinstance(cell.value, str):
        return Fraction(cell.value) * 100 if kind is ValueKind.PERCENT else cell.value
    if cell.kind is CellKind.BOOLEAN:
        return bool(cell.value)
    return str(cell.value)


def counted(count: Any, total: Any) -> dict[str, Any] | None:
    """A count and its total; None where both are blank."""
    given = {"count": count, "total": total}
    return {name: value for name, value in given.items() if value is not None} or None


def communes(rows: Sequence[tuple[str, Any]]) -> dict[str, Any] | None:
    """The levels of the communes; one that is named and has no level counts as missing.

    >>> communes([("Xã A", 3), ("", None), ("Xã B", None)])
    {'commune_levels': [3, None]}
    """
    levels = [level for name, level in rows if name or level is not None]
    return {"commune_levels": levels} if levels else None


def shown(value: Content) -> str:
    """A cell joined to a text, as formulas do it.

    >>> shown(2.0), shown(2.5), shown(None)
    ('2', '2.5', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return f"{value:.15g}" if isinstance(value, float) else value
