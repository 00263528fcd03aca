"""Validation: what the yellow cells take — dropdowns, possible numbers, part within whole."""

from __future__ import annotations

from datetime import date
from typing import Any

from scoring.rules import Measured, Ratio
from scoring.slots import Slot, SlotKind
from workbooks.layout import LISTS, IndicatorPlace, Layout, PlacedCells


def validation(layout: Layout, place: IndicatorPlace, slot: Slot) -> dict[str, Any]:
    """The validation of one input cell, as XlsxWriter takes it."""
    if slot.kind is SlotKind.OPTION:
        return {
            "validate": "list",
            "source": f"={layout.lists[slot.options].range}",
            "error_title": "Không có lựa chọn này",
            "error_message": "Hãy chọn một trong danh sách.",
        }
    if slot.kind is SlotKind.ANSWER:
        return {
            "validate": "list",
            "source": f"={LISTS}!$A$1:$A$2",
            "error_title": "Có hoặc Không",
            "error_message": "Hãy chọn «Có» hoặc «Không».",
        }
    if slot.kind is SlotKind.PERCENT:
        return {
            "validate": "decimal",
            "criteria": "between",
            "minimum": 0,
            "maximum": 1,
            "error_title": "Tỷ lệ từ 0% đến 100%",
            "error_message": "Nhập tỷ lệ phần trăm, ví dụ 85%.",
        }
    if slot.kind is SlotKind.DATE:
        return {
            "validate": "date",
            "criteria": "between",
            "minimum": date(1900, 3, 1),
            "maximum": date(2199, 12, 31),
            "error_title": "Cần một ngày",
            "error_message": "Nhập ngày, tháng, năm; ví dụ 15/01/2025.",
        }
    if slot.signed:
        return {
            "validate": "decimal",
            "criteria": "between",
            "minimum": -1e15,
            "maximum": 1e15,
            "error_title": "Cần một số",
            "error_message": "Nhập số, có thể âm; số lẻ dùng dấu phẩy.",
        }
    own = PlacedCells(place, layout).address(slot.name)
    limits = _limits(layout, place, slot)
    if not limits:
        return {
            "validate": "decimal",
            "criteria": ">=",
            "value": 0,
            "error_title": "Cần một số không âm",
            "error_message": "Nhập số, không âm; số lẻ dùng dấu phẩy.",
        }
    return {
        "validate": "custom",
        "value": f"=AND(ISNUMBER({own}),{own}>=0,{limits})",
        "error_title": "Số liệu không thể có",
        "error_message": "Cần một số không âm, và phần không được lớn hơn tổng.",
    }


def _limits(layout: Layout, place: IndicatorPlace, slot: Slot) -> str:
    """`part ≤ whole` once all of them are there, where they are part and whole."""
    rule = place.indicator.rule
    if not isinstance(rule, Measured) or not isinstance(rule.measure, Ratio):
        return ""
    ratio = rule.measure
    if ratio.capped:
        return ""
    cells = PlacedCells(place, layout)
    part = [cells.address(s.name) for s, _ in ratio.part]
    whole = [cells.address(s.name) for s in ratio.whole]
    if slot.name not in {s.name for s, _ in ratio.part} | {s.name for s in ratio.whole}:
        return ""
    return (
        f"OR(COUNT({','.join((*part, *whole))})<{len(part) + len(whole)},"
        f"SUM({','.join(part)})<=SUM({','.join(whole)}))"
    )
