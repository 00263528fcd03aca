"""What an unread row would be read as; never counted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.support.forms import FormBook
from workbooks.files.scan import scan
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
