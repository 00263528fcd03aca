"""The workbook of a levels table: formulas against the engine, printed cells, the screen."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from rulesets.laws import load_levels
from scoring.assess import assess
from scoring.levels import LevelAssessment
from scoring.submission import UnusableInput
from scoring.thresholds import LEVELS, NotApplicable, ValueKind
from tests.support.designs import book_of, parity, read
from tests.support.level_units import best_values, values_for
from tests.support.recalculated import ENGINES, unlike
from texts import say
from workbooks.design.book import design_of, first_values
from workbooks.design.contents import contents_of
from workbooks.design.draft import Content
from workbooks.design.grid import Shifts
from workbooks.design.heights import lines_needed
from workbooks.design.levels.rows import ALL_ROW, COLUMNS, FIRST_ROW, METHODS
from workbooks.design.names import COMMUNES, EDITIONS, LEVELS_SHEET, NATIVE, SUMMARY, UDF, Key
from workbooks.files.scan import scan

TABLES = ("BTTTT-2024-XA", "BTTTT-2024-HUYEN")
XA, HUYEN = TABLES


def shown(table_id: str, values: dict[str, Any], **more: Any) -> Mapping[Key, Content]:
    """What every formula shows at first."""
    law = load_levels(table_id)
    return first_values(design_of(law, NATIVE), assess(law, read(law, values=values, **more)))


@pytest.mark.parametrize("table_id", TABLES)
def test_native_formulas_equal_the_engine_in_two_engines(table_id: str, tmp_path: Path) -> None:
    law = load_levels(table_id)
    assert parity(law, NATIVE, 20, tuple(ENGINES), tmp_path / "a.xlsx") == []


@pytest.mark.parametrize("table_id", TABLES)
def test_calls_of_the_addin_equal_the_engine(table_id: str, tmp_path: Path) -> None:
    law = load_levels(table_id)
    assert parity(law, UDF, 15, ("formualizer",), tmp_path / "a.xlsx") == []


@pytest.mark.parametrize("table_id", TABLES)
def test_without_wrong_figures_the_sheet_says_the_level_of_the_engine(table_id: str) -> None:
    law = load_levels(table_id)
    for values in ({}, best_values(law), *(values_for(law, level) for level in LEVELS)):
        assessment = assess(law, read(law, values=values))
        assert isinstance(assessment, LevelAssessment)
        found = shown(table_id, values)
        assert found[Key("level")] == assessment.level
        assert found[Key("level_name")] == assessment.level_name
        assert found[Key("blockers")] == ", ".join(assessment.blocking)


@pytest.mark.parametrize("edition", EDITIONS)
def test_one_wrong_figure_stays_in_its_row(edition: str, tmp_path: Path) -> None:
    law = load_levels(XA)
    good = values_for(law, 3)
    bad = good | {"I.2": 250}
    drawn = design_of(law, edition)
    before, after = (first_values(drawn, assess(law, read(law, values=v))) for v in (good, bad))
    assert [key for key, value in after.items() if value == "#VALUE!"] == [Key("highest", "I.2")]
    assert after[Key("level")] == "chưa xác định: I.2 sai"
    assert after[Key("status", "I.2")] == say("sheet.value.above-100")
    assert str(after[Key("blockers")]).split(", ") == [
        code for code in str(before[Key("blockers")]).split(", ") if code != "I.2"
    ]
    rows = {key for key in after if key.code in law.by_code and key.code != "I.2"}
    marks = {key for key in rows if key.what.startswith(("met", "status", "highest", "block"))}
    assert {key: after[key] for key in marks} == {key: before[key] for key in marks}
    book = book_of(drawn, read(law, values=bad), tmp_path / "a.xlsx")
    assert unlike(drawn, book, after, "formualizer") == []


def test_two_wrong_figures_are_counted_and_all_listed() -> None:
    found = shown(XA, {"I.1": -1, "I.4": "có lẽ", "II.4": {"count": 3, "total": 2}})
    assert found[Key("level")] == "chưa xác định: I.1 và 2 tiêu chí khác sai"
    assert found[Key("answer", "wrong")] == "I.1, I.4, II.4"
    assert "3 tiêu chí sai, trước hết I.1" in str(found[Key("status_line", LEVELS_SHEET)])


@pytest.mark.parametrize("engine", list(ENGINES))
@pytest.mark.parametrize("code", ["I.1", "I.4", "II.4"])
def test_an_error_in_a_yellow_cell_is_a_wrong_figure_of_its_row(
    code: str, engine: str, tmp_path: Path
) -> None:
    law = load_levels(XA)
    drawn = design_of(law, NATIVE)
    book_of(drawn, read(law, values=values_for(law, 3)), tmp_path / "a.xlsx")
    slot = "count" if code == "II.4" else ""
    place = drawn.fields[Key("in", code, slot)]
    changed = openpyxl.load_workbook(tmp_path / "a.xlsx")
    changed[place.sheet][place.address] = "=1/0"
    changed.save(tmp_path / "b.xlsx")
    keys = (Key("level"), Key("status_line", SUMMARY))
    level, line = (drawn.formulas[key].place.target for key in keys)
    got = ENGINES[engine](scan(tmp_path / "b.xlsx"), [level, line])
    assert got[level] == f"chưa xác định: {code} sai"
    assert f"1 tiêu chí sai: {code}" in got[line]


@pytest.mark.parametrize("table_id", TABLES)
def test_an_empty_book_is_grey_and_counts_what_is_missing(table_id: str) -> None:
    law, found = load_levels(table_id), shown(table_id, {})
    rows = len(law.criteria)
    assert found[Key("level")] == 0
    marks = {v for k, v in found.items() if k.what.startswith("met") and k.code in law.by_code}
    assert marks == {"·"}
    assert {v for k, v in found.items() if k.what == "status"} == {say("sheet.value.missing")}
    line = f"Còn {rows} tiêu chí chưa nhập, trước hết I.1."
    assert str(found[Key("status_line", LEVELS_SHEET)]).endswith(line)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({}, "sheet.result.not-registered"),
        ({"level": 3}, "sheet.result.agrees"),
        ({"level": 7}, "sheet.result.bad-level"),
    ],
)
def test_the_registered_level_is_compared(typed: dict[str, Any], words: str) -> None:
    found = shown(XA, values_for(load_levels(XA), 3), typed=typed)
    assert found[Key("check", "level")] == say(words)


def test_what_blocks_the_registered_level_is_listed() -> None:
    law = load_levels(XA)
    found = shown(XA, values_for(law, 3), typed={"level": 5})
    assessment = assess(law, read(law, values=values_for(law, 3)))
    assert isinstance(assessment, LevelAssessment)
    assert found[Key("answer", "stopped")] == ", ".join(assessment.not_met(5))
    assert found[Key("check", "level")] == "Lệch: tự nhận mức 5, tính được mức 3"
    assert found[Key("answer_count", "stopped")] == f"mức 5: {len(assessment.not_met(5))}"


def test_progress_is_counted_by_group_at_the_next_level() -> None:
    law = load_levels(XA)
    values = values_for(law, 2) | {"I.1": None, "III.1": -5}
    found = shown(XA, values)
    for group in (*law.pillars, None):
        code = group.code if group else ""
        states = [found[Key("group", code, s)] for s in ("met", "not", "missing", "wrong")]
        assert sum(float(state or 0) for state in states) == found[Key("group", code, "asked")]
    assert found[Key("group", "I", "missing")] == 1
    assert found[Key("group", "III", "wrong")] == 1


def test_communes_say_in_their_row_what_is_wrong_or_missing() -> None:
    values = {"I.1": {"commune_levels": [3, None, 6, 4]}}
    found = shown(HUYEN, values, communes=["A", "B", "C", "D", "E"])
    said = [found[Key("commune_row", str(n), "status")] for n in range(6)]
    names = ("full", "no-level", "wrong", "full")
    assert said[:4] == [say(f"sheet.communes.{name}") for name in names]
    assert said[4:] == [say("sheet.communes.no-level"), ""]
    line = str(found[Key("status_line", COMMUNES)])
    assert "2 xã chưa nhập mức độ, trước hết dòng 2; 1 mức độ sai, trước hết dòng 3" in line


def test_levels_beside_a_missing_or_wrong_one_are_kept() -> None:
    law = load_levels(HUYEN)
    drawn = design_of(law, NATIVE)
    for levels in ([3, None, 4], [3, 6, 4]):
        contents = contents_of(drawn, read(law, values={"I.1": {"commune_levels": levels}}))
        cells = [contents.get(Key("commune", str(n), "level")) for n in range(3)]
        assert cells == levels


def test_a_named_commune_without_a_level_is_missing() -> None:
    law = load_levels(HUYEN)
    values = {"I.1": {"commune_levels": [3, 4]}}
    assert "I.1" not in assess(law, read(law, values=values, communes=["A", "B"])).missing
    assert "I.1" in assess(law, read(law, values=values, communes=["A", "B", "C"])).missing


def test_more_communes_than_rows_are_refused() -> None:
    with pytest.raises(UnusableInput, match="60 dòng xã, số liệu có 61"):
        shown(HUYEN, {"I.1": {"commune_levels": [1] * 61}})


@pytest.mark.parametrize("table_id", TABLES)
def test_every_value_has_its_name(table_id: str) -> None:
    law, drawn = load_levels(table_id), design_of(load_levels(table_id), NATIVE)
    names = {name: area.fixed for name, area in drawn.names.items()}
    for row in law.criteria:
        name = f"dti_in_{row.code.replace('.', '_')}"
        assert name in names
        if row.kind is ValueKind.COUNT_OF_TOTAL:
            first, last = (drawn.fields[Key("in", row.code, s)] for s in ("count", "total"))
            assert names[name] == first.to(last).fixed
            assert names[f"{name}_count"] == first.fixed
            assert names[f"{name}_total"] == last.fixed
    for name in ("dti_level", "dti_level_name", "dti_level_typed", "dti_typed_level"):
        assert name in names
    assert names["dti_level_blockers"] == drawn.formulas[Key("blockers")].place.fixed
    if table_id == HUYEN:
        assert names["dti_in_I_1"] == f"'{COMMUNES}'!$C$4:$C$63"


@pytest.mark.parametrize("table_id", TABLES)
def test_every_printed_cell_is_the_document_s(table_id: str) -> None:
    law, drawn = load_levels(table_id), design_of(load_levels(table_id), NATIVE)
    by_row: dict[int, dict[int, Content]] = {}
    methods: dict[int, list[Content]] = {}
    for place, content in drawn.printed.items():
        if place.sheet == LEVELS_SHEET and place.row >= FIRST_ROW:
            by_row.setdefault(place.row, {})[place.column] = content
        if place.sheet == METHODS and place.row > 2:
            methods.setdefault(place.row, []).append(content)
    columns = ["code", "name", "unit", *(f"text{k}" for k in LEVELS)]
    lines = {
        tuple(row.get(COLUMNS[key]) for key in columns): row
        for row in by_row.values()
        if COLUMNS["text1"] in row
    }
    assert list(lines) == [(r.code, r.name, r.unit, *r.levels) for r in law.criteria]
    for (code, *_), line in lines.items():
        for level, threshold in zip(LEVELS, law.by_code[str(code)].thresholds, strict=True):
            mark = line.get(COLUMNS[f"met{level}"])
            assert (mark == "–") == isinstance(threshold, NotApplicable)
    groups = [(g.code, g.name) for g in law.pillars]
    assert [(row[0], row[1]) for row in by_row.values() if len(row) == 2 and row.get(0)] == groups
    printed = [tuple(row) for row in methods.values() if len(row) == 4]
    assert printed == [(r.code, r.name, r.method, r.basis) for r in law.criteria]


def test_fields_are_those_that_a_submission_holds() -> None:
    kinds = {key.what for key in design_of(load_levels(HUYEN), NATIVE).fields}
    held = {"document", "journal", "seal", "share"}
    assert kinds - held == {
        *("name", "period", "signing", "typed", "commune", "in", "explanation", "attached"),
    }
    assert held <= kinds


GRID = 544
"""The pixels of rows that LibreOffice shows at 1366×768 and 100%; a line takes 15.8 of them."""


@pytest.mark.parametrize("table_id", TABLES)
def test_the_head_leaves_room_for_six_criteria(table_id: str) -> None:
    drawn = design_of(load_levels(table_id), NATIVE)
    sheet = next(s for s in drawn.sheets if s.name == LEVELS_SHEET)
    assert sheet.page.freeze is not None
    assert sheet.page.freeze[0] == ALL_ROW
    head = sum(sheet.heights[row] for row in range(ALL_ROW)) * 96 / 72
    assert head <= 0.2 * GRID
    room, seen = GRID - head, 0
    lines: dict[int, list[int]] = {}
    for place, content in drawn.printed.items():
        wraps = place.column <= COLUMNS["text5"] and drawn.styles[place] != "band"
        if place.sheet == LEVELS_SHEET and place.row >= ALL_ROW and wraps:
            # `lines_needed` is cautious: LibreOffice takes a sixth less (measured).
            width = sheet.page.widths[place.column] * 7 / 6
            lines.setdefault(place.row, []).append(lines_needed(str(content), width))
    codes = {p.row for k, p in drawn.fields.items() if k.what == "explanation"}
    for row in sorted(lines):
        room -= max(lines[row]) * 15.8 + 4
        seen += room >= 0 and row in codes
    assert seen >= 6


def test_the_status_stands_beside_the_yellow_cell_on_every_row() -> None:
    drawn = design_of(load_levels(XA), NATIVE)
    beside = {f.place for k, f in drawn.formulas.items() if k.what == "status"}
    for key, place in drawn.fields.items():
        if key.what == "in":
            assert any((p.row, p.column) == (place.row, place.column + 1) for p in beside)


def test_prompts_and_messages_fit_and_name_the_criterion() -> None:
    for table_id in TABLES:
        for sheet in design_of(load_levels(table_id), NATIVE).sheets:
            for _, rule in sheet.validations:
                assert len(rule.get("input_title", "")) <= 32
                assert 0 < len(rule["error_title"]) <= 32
                assert len(rule.get("input_message", "")) <= 255
                assert 0 < len(rule["error_message"]) <= 255


@pytest.mark.parametrize("edition", EDITIONS)
def test_inserted_rows_take_their_formulas_along(edition: str, tmp_path: Path) -> None:
    law = load_levels(HUYEN)
    moved = {(LEVELS_SHEET, row): row + (2 if row >= 12 else 0) for row in range(80)}
    moved |= {(COMMUNES, row): row + 1 for row in range(3, 80)}
    drawn = design_of(law, edition, Shifts(sheets={LEVELS_SHEET: "Bảng 1"}, rows=moved))
    submission = read(law, values=values_for(law, 2) | {"II.2": 300})
    book = book_of(drawn, submission, tmp_path / "a.xlsx")
    values = first_values(drawn, assess(law, submission))
    assert unlike(drawn, book, values, "formualizer") == []


def test_where_the_addin_is_not_there_the_sheet_says_so(tmp_path: Path) -> None:
    law = load_levels(XA)
    drawn = design_of(law, UDF)
    book = book_of(drawn, read(law, values=best_values(law)), tmp_path / "a.xlsx")
    line = drawn.formulas[Key("status_line", SUMMARY)].place.target
    got = ENGINES["IronCalc"](book, [line])[line]
    assert say("sheet.value.no-addin") in got
    assert "Đã nhập đủ 38 tiêu chí." in got


def test_what_to_do_is_listed_with_what_the_next_level_asks() -> None:
    law = load_levels(XA)
    found = shown(XA, values_for(law, 2) | {"I.1": None})
    assert found[Key("need", "1", "criterion")] == f"I.1 {law.by_code['I.1'].name}"
    assert found[Key("need", "1", "state")] == say("sheet.value.missing")
    assert found[Key("need", "1", "asked")] == law.by_code["I.1"].levels[0]
    assert found[Key("need", "2", "criterion")] == ""
    empty = shown(XA, {})
    assert "6 tiêu chí khác" in str(empty[Key("needs", "more")])
