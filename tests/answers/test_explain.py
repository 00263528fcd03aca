"""A row of any kind is explained: what it asks for, whether that is met, by which clause."""

from __future__ import annotations

from pathlib import Path

from tests.answers.conftest import LEVELS, PLAN, SCORED, UNITS
from tests.support.command import dti, write_unit


def test_an_indicator(tmp_path: Path) -> None:
    unit = write_unit(tmp_path / "u.json", UNITS[SCORED])
    data = dti("explain", unit, "6.5", "--json").json
    assert (data["score"], data["max"], data["status"]) == (40 / 3, 20, "Đủ")
    assert "2/3" in data["explanation"]
    english = dti("explain", unit, "6.5", "--lang", "en").out
    assert "6.5: a = 2, b = 3 → 13.33 of 20 points" in english
    assert "the document says: «" in english
    assert "không đánh giá" in dti("explain", unit, "6.2").out
    assert "not assessed" in dti("explain", unit, "6.2", "--lang", "en").out


def test_a_criterion(tmp_path: Path) -> None:
    unit = write_unit(tmp_path / "u.json", UNITS[LEVELS])
    data = dti("explain", unit, "I.1", "--json").json
    assert (data["score"], data["highest"]) == (None, 2)
    assert [level["met"] for level in data["levels"]] == [True, True, False, False, False]
    assert data["levels"][2] == {"level": 3, "name": "Cơ bản", "asked": "70%", "met": False}
    assert data["place"] == "Phụ lục I, mục I.1"
    words = dti("explain", unit, "I.1").out
    assert ": 62% (Phụ lục I, mục I.1)" in words
    assert "mức 2 (Kết nối) cần ≥ 60%: Đạt" in words
    assert "mức 3 (Cơ bản) cần ≥ 70%: Chưa đạt" in words
    english = dti("explain", unit, "II.4", "--lang", "en").out
    assert "level 1 (Khởi động): not applicable" in english
    assert "level 5 (Toàn diện) asks for ≥ 3 or 100%: met" in english
    assert "no figure yet" in dti("explain", unit, "I.3", "--lang", "en").out


def test_a_criterion_with_a_value_that_cannot_be(tmp_path: Path) -> None:
    unit = write_unit(tmp_path / "u.json", {"table": LEVELS, "values": {"I.1": 250}})
    answer = dti("explain", unit, "I.1", "--json")
    assert answer.status == 1
    assert [found["code"] for found in answer.json["findings"]] == ["part-exceeds-whole"]


def test_a_target(tmp_path: Path) -> None:
    unit = write_unit(tmp_path / "u.json", UNITS[PLAN])
    data = dti("explain", unit, "III.19.1", "--json").json
    assert (data["requirement"], data["result"]) == (">=10%", "Đạt")
    words = dti("explain", unit, "III.19.1").out
    assert ": 10% → Đạt (" in words
    assert "yêu cầu: «>=10%»" in words
    assert ": no → not met (" in dti("explain", unit, "II.2", "--lang", "en").out
