"""`dti rank`: a folder of units — provisional or final, tables apart, communes feed districts."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from rulesets.laws import load_law
from tests.support.cases import make, office
from tests.support.command import dti, state_of, write_unit
from tests.support.level_units import values_for
from workbooks.design.names import NATIVE

XA, HUYEN = "BTTTT-2024-XA", "BTTTT-2024-HUYEN"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two offices, one as a workbook, and a file that is none."""
    folder = tmp_path_factory.mktemp("tinh")
    make(folder / "noi-vu.xlsx", office(), NATIVE)
    low = {**office(), "name": "Sở Y tế", "inputs": {"1.1": {"option": 1}}, "typed": {}}
    write_unit(folder / "y-te.json", low)
    return folder


def named(path: Path, *names: str) -> Path:
    path.write_text("Đơn vị,Bảng\n" + "".join(f"{name},\n" for name in names), "utf-8")
    return path


def test_final_only_when_every_expected_unit_is_in(folder: Path, tmp_path: Path) -> None:
    before = state_of(folder)
    alone = dti("rank", folder, "--json")
    assert alone.status == 0
    assert alone.json["tables"][0]["provisional"] is True
    listed = named(tmp_path / "a.csv", "SỞ NỘI VỤ", "Sở  Y tế")
    final = dti("rank", folder, "--expected", listed, "--json").json["tables"][0]
    assert (final["provisional"], final["reasons"]) == (False, [])
    assert [(unit["rank"], unit["name"]) for unit in final["units"]] == [
        (1, "Sở Nội vụ"),
        (2, "Sở Y tế"),
    ]
    more = named(tmp_path / "b.csv", "Sở Nội vụ", "Sở Y tế", "Sở Công Thương")
    words = dti("rank", folder, "--expected", more).out
    assert "TẠM XẾP HẠNG" in words
    assert "Sở Công Thương" in words
    assert state_of(folder) == before


def test_a_file_that_cannot_be_used_is_one_line(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "hong.xlsx").write_bytes(b"PK\x03\x04")
    answer = dti("rank", folder, tmp_path / "hong.xlsx", "--json")
    assert answer.status == 1
    assert [one["file"] for one in answer.json["refused"]] == ["hong.xlsx"]
    assert len(answer.json["tables"][0]["units"]) == 2
    none = dti("rank", tmp_path / "hong.xlsx")
    assert (none.status, none.out) == (2, "")


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_comparison_workbook(folder: Path, tmp_path: Path, lang: str) -> None:
    target = tmp_path / "xh.xlsx"
    answer = dti("rank", folder, "-o", target, "--lang", lang)
    assert answer.status == 0
    book = openpyxl.load_workbook(io.BytesIO(target.read_bytes()))
    ranks, heat, _ = book.worksheets
    assert [ranks.cell(5, column).value for column in (1, 2)] == [1, "Sở Nội vụ"]
    assert ranks["C5"].value == pytest.approx(
        dti("score", folder / "noi-vu.xlsx", "--json").json["index"] / 100
    )
    assert heat.conditional_formatting
    assert len(ranks._charts) == 1  # type: ignore[attr-defined]
    again = dti("rank", folder, "-o", target)
    assert (again.status, "--force" in again.err) == (2, True)


def level(table: str, reached: int, name: str, **more: Any) -> dict[str, Any]:
    values = values_for(load_law(table), reached)  # type: ignore[arg-type]
    return {"table": table, "name": name, "values": {**values, **more.pop("values", {})}, **more}


def test_communes_feed_their_district(tmp_path: Path) -> None:
    district = tmp_path / "huyen"
    district.mkdir()
    given = level(
        HUYEN,
        3,
        "Huyện A",
        values={"I.1": {"commune_levels": [5, 2]}},
        communes=["Xã Một", "Xã Hai"],
    )
    write_unit(district / "huyen.json", given)
    for name, reached in (("Xã Một", 1), ("Xã Hai", 2), ("Xã Ba", 3)):
        write_unit(district / f"{reached}.json", level(XA, reached, name))
    found = dti("rank", tmp_path, "--json").json
    by_table = {table["table"]: table for table in found["tables"]}
    assert [unit["key"] for unit in by_table[XA]["units"]] == [3, 2, 1]
    notes = " ".join(by_table[HUYEN]["notes"])
    assert "3 xã" in notes
    assert "Xã Một mức 5" in notes
    # Levels 1, 2, 3: every commune at 1, two of three at 2 — so the district reaches 2 in I.1.
    assert by_table[HUYEN]["units"][0]["key"] == 2


def test_a_list_says_where_a_commune_belongs(tmp_path: Path) -> None:
    for name in ("A", "B"):
        write_unit(
            tmp_path / f"{name}.json", level(HUYEN, 2, f"Huyện {name}", values={"I.1": None})
        )
    write_unit(tmp_path / "x.json", level(XA, 4, "Xã Một"))
    listed = tmp_path / "ds.csv"
    listed.write_text("Đơn vị;Huyện\nXã Một;Huyện B\nHuyện A;\nHuyện B;\n", "utf-8")
    unsaid = {t["table"]: t for t in dti("rank", tmp_path, "--json").json["tables"]}
    assert unsaid[HUYEN]["notes"] == []
    tables = dti("rank", tmp_path, "--expected", listed, "--json").json["tables"]
    (huyen,) = [table for table in tables if table["table"] == HUYEN]
    assert [("Huyện B" in note) for note in huyen["notes"]] == [True]
    assert {unit["name"]: "I.1" in unit["missing"] for unit in huyen["units"]} == {
        "Huyện A": True,
        "Huyện B": False,
    }


def test_completed_workbooks_hold_the_cohort(tmp_path: Path) -> None:
    table, row = "HB-2023-HUYEN", _row()
    for name, value in (("A", 100), ("B", 400)):
        unit = {"table": table, "name": f"Huyện {name}", "inputs": {row: {"value": value}}}
        write_unit(tmp_path / f"{name}.json", unit)
    folder = tmp_path / "bo-sung"
    answer = dti("rank", tmp_path / "A.json", tmp_path / "B.json", "--completed", folder)
    assert answer.status == 0, answer.err
    scored = dti("score", folder / "B.xlsx", "--json").json
    (found,) = [one for one in scored["indicators"] if one["code"] == row]
    assert found["score"] == found["max"]


def _row() -> str:
    from scoring.ranking import cohort_rows

    (code,) = cohort_rows(load_law("HB-2023-HUYEN"))
    return code
