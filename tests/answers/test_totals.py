"""One set of totals, named alike: score, check and the page; JSON and words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.answers.conftest import SCORED, UNITS
from tests.support.command import dti, write_unit

KEYS = ("total", "total_verified", "total_official", "max", "index", "index_self")
NAMES = ("Tổng điểm tự chấm", "Tổng điểm thẩm định", "Tổng điểm chính thức",
         "Chỉ số tự chấm", "Chỉ số chính thức")  # fmt: skip


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    unit = write_unit(tmp_path / "u.json", UNITS[SCORED])
    book = tmp_path / "b.xlsx"
    dti("new", SCORED, "--data", unit, "-o", book)
    return unit, book


def test_both_indices_by_name(files: tuple[Path, Path], tmp_path: Path) -> None:
    unit, book = files
    scored = [dti("score", file, "--json").json for file in files]
    checked = dti("check", book, "--json", "--report", tmp_path / "r.html").json
    wanted = {key: scored[0][key] for key in KEYS}
    assert wanted["total"] > wanted["total_official"] == wanted["total_verified"]
    assert wanted["index_self"] > wanted["index"]
    for data in (scored[1], checked):
        assert {key: data[key] for key in KEYS} == pytest.approx(wanted)
    page = (tmp_path / "r.html").read_text("utf-8")
    lines = dict(
        line.split(": ") for line in dti("score", unit).out.splitlines() if line.startswith(NAMES)
    )
    assert tuple(lines) == NAMES
    text = dti("check", book).out
    for name, value in lines.items():
        assert f"{name}: {value}" in text
        assert f"<div>{name}<b>{value}</b></div>" in page


def test_without_an_appraisal_the_official_one_is_the_units_own(tmp_path: Path) -> None:
    given = {key: value for key, value in UNITS[SCORED].items() if key != "verified"}
    data = dti("score", write_unit(tmp_path / "u.json", given), "--json").json
    assert data["total_verified"] is None
    assert data["total_official"] == data["total"]
    assert data["index"] == data["index_self"]
    assert "Tổng điểm thẩm định" not in dti("score", tmp_path / "u.json").out
