"""Forms of levels, checked: the level that is stated, and values that cannot be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from scoring.levels import LevelAssessment
from tests.workbooks.test_adopt_levels import new_form, read
from workbooks.reconcile import Reconciliation, check_file


def checked(path: Path, said: tuple[Any, ...], **cells: Any) -> Reconciliation:
    return check_file(new_form(path, {k.replace("_", "."): v for k, v in cells.items()}, end=said))


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        ((None, "Kết luận: đơn vị tự đánh giá đạt Mức độ 5 - Toàn diện"), 5),
        ((None, "Xã đạt mức Toàn diện"), 5),
        (("Mức độ chuyển đổi số đạt được:", None, None, 5), 5),
        ((None, "Kết luận: phấn đấu đạt Mức độ 4"), None),
        ((None, "Kết luận: đạt Mức độ 4, chưa đạt Mức độ 5"), None),
        ((None, "Kết luận: đạt Mức độ 4 - Cơ bản"), None),
        ((), None),
    ],
)
def test_the_level_stated_is_the_level_computed(
    tmp_path: Path, said: tuple[Any, ...], typed: int | None
) -> None:
    result = checked(tmp_path / "f.xlsx", said)
    assert result.statement is not None
    assert result.statement.submission.typed.get("level") == typed
    assert isinstance(result.assessment, LevelAssessment)
    assert result.assessment.level == 5
    assert {found.code for found in result.findings} <= {"table-superseded", "reading-applied"}
    assert (result.verdict, result.exit_status) == ("match", 0)


def test_a_wrong_level_is_found_at_its_cell(tmp_path: Path) -> None:
    for stated in (1, 4, 5):
        said = (None, f"Kết luận: đơn vị tự đánh giá đạt mức độ {stated}")
        result = checked(tmp_path / "f.xlsx", said, I_2="36%")
        found = [f for f in result.findings if f.code == "level-mismatch"]
        assert len(found) == 1
        assert found[0].cell.startswith("B")
        assert found[0].words("expected") == "2 (Kết nối)"
        assert (result.verdict, result.exit_status) == ("mismatch", 1)


def test_a_level_is_not_accused_for_what_could_not_be_read(tmp_path: Path) -> None:
    said = (None, "Kết luận: đơn vị tự đánh giá đạt mức độ 3")
    result = checked(tmp_path / "f.xlsx", said, I_2="Khoảng một nửa")
    assert "level-mismatch" not in {found.code for found in result.findings}
    assert result.verdict == "incomplete"
    # A blank is not met: readings, BTTTT-2024.
    result = checked(tmp_path / "f.xlsx", said, I_2=None)
    assert "level-mismatch" in {found.code for found in result.findings}


def test_an_impossible_value_is_found_at_its_cell(tmp_path: Path) -> None:
    path = tmp_path / "f.xlsx"
    for code, typed in (("I.2", "120%"), ("II.4", "5/4 hợp tác xã")):
        result = check_file(new_form(path, {code: typed}))
        row = next(row for row in read(path).rows if row.code == code)
        found = [(f.code, f.indicator, f.cell) for f in result.findings if f.severity == "error"]
        assert found == [("part-exceeds-whole", code, row.cell)]
        assert result.exit_status == 1


def test_a_blank_is_missing_at_its_cell(tmp_path: Path) -> None:
    path = new_form(tmp_path / "f.xlsx", {"I.2": None, "II.4": "…"})
    rows = read(path).by_code
    result = check_file(path)
    assert (result.verdict, result.exit_status) == ("incomplete", 0)
    missing = {f.indicator: f.cell for f in result.findings if f.code == "input-missing"}
    assert missing == {"I.2": rows["I.2"].cell, "II.4": rows["II.4"].cell}
