"""What an unread row would be read as, and how an adopted form is exported."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.forms import FormBook
from workbooks.files.scan import scan
from workbooks.forms.adopt import adopt
from workbooks.forms.export import form_json
from workbooks.forms.proposals import Proposal, propose
from workbooks.forms.state import state

PARTS = "ô này đọc được, các số liệu khác của dòng chưa có"
PERCENT = "con số không ghi %, hiểu là phần trăm"
FIGURE = "con số duy nhất trong lời ghi"
OPTION = "lựa chọn gần với lời ghi nhất"


@pytest.mark.parametrize(
    ("code", "typed", "proposed"),
    [
        ("9.5", 75, [("percent", 75, PERCENT)]),
        ("9.5", "khoảng 12%", [("percent", 12, FIGURE)]),
        ("9.5", "12% hoặc 13%", []),
        ("9.5", "rất cao", []),
        ("1.2", "khoảng 3 cuộc", [("x", 3, FIGURE)]),
        ("3.1", "a=4", [("a", 4, PARTS)]),
        ("3.1", "4", []),
        ("3.2", "Đã có thực hiện nhưng còn chậm", [("option", 1, OPTION)]),
        ("9.5", "30/40", []),
    ],
)
def test_proposals(tmp_path: Path, code: str, typed: Any, proposed: list[Any]) -> None:
    form = FormBook()
    form.put(code, {"D": typed})
    read = form.read(tmp_path)
    assert [(p.slot, p.value, str(p.why)) for p in propose(read)] == proposed
    assert all(isinstance(item, Proposal) and item.code == code for item in propose(read))
    # A proposal is no figure.
    given = state(scan(tmp_path / "form.xlsx"), read).submission
    assert given.figures.get(code, {}) == ({} if typed != "30/40" else given.figures[code])


def test_export(tmp_path: Path) -> None:
    form = FormBook("HD-2024-SO")
    form.put("1.1", {"D": "Có lẽ", "E": 10})
    form.put("5.3", {"D": "3/4", "E": "7,5"})
    form.sheet.append([None, "TỔNG CỘNG", 300, None, 17.5])
    form.read(tmp_path)
    data = form_json(adopt(scan(tmp_path / "form.xlsx"), form.law), "en")
    assert list(data) == [
        *("file", "table", "rows", "typed_total", "typed_pillars", "excluded", "findings")
    ]
    rows = {row["code"]: row for row in data["rows"]}
    assert rows["5.3"] == {
        "code": "5.3",
        "cell": f"Sheet!D{form.rows['5.3']}",
        "text": "3/4",
        "inputs": {"a": 3, "b": 4},
        "typed_score": 7.5,
        "status": "read",
        "why": "",
    }
    assert rows["1.1"]["status"] == "unread"
    assert rows["1.1"]["why"] == "“Có lẽ” is clearly none of the printed options"
    assert data["typed_total"] == 17.5
    assert [(f["code"], f["cell"]) for f in data["findings"]] == [
        ("row-unread", f"D{form.rows['1.1']}"),
        ("number-as-text", f"E{form.rows['5.3']}"),
    ]
