"""Workbooks of scored tables: every formula gives its first value, in two independent engines."""

from __future__ import annotations

import re
from typing import Any

import pytest

from rulesets.laws import load_scored
from scoring.assess import assess_scores
from scoring.read_unit import read_submission
from tests.shapes.units import FULL, HUYEN, SO, random_units
from tests.support.recalculated import ENGINES, differing, scanned
from tests.support.scored_books import assessed, book, design, drawn, shown
from tests.support.scored_units import SCORED, assessed_unit
from workbooks.design.contents import contents_of
from workbooks.design.grid import Shifts
from workbooks.design.names import EDITIONS, NATIVE, SCORING, UDF, Key, defined_name, input_name
from workbooks.design.scored.scoring import FIELDS
from workbooks.design.scored.values import scored_values
from workbooks.own.read import read_own

ALLOWED = {
    *("IF", "AND", "OR", "MIN", "MAX", "SUM", "COUNT", "COUNTA", "ISNUMBER", "ROUND"),
    *("INDEX", "MATCH", "INT", "SUMPRODUCT"),
}


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("table_id", SCORED)
def test_every_formula_gives_its_first_value(table_id: str, edition: str, seed: int) -> None:
    made = design(table_id, edition)
    values, data = book(made, assessed_unit(load_scored(table_id), seed))
    assert values.keys() == made.formulas.keys()
    for engine in ENGINES if edition == NATIVE else ("formualizer",):
        assert differing(made, values, data, engine) == []


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("table_id", [SO, HUYEN])
def test_every_shape_of_a_rule(invented: None, table_id: str, edition: str) -> None:
    table = load_scored(table_id)
    made = drawn(table, edition)
    units: list[dict[str, Any]] = [{"inputs": FULL}, *random_units(table, 6, 3, 0.4)]
    for number, unit in enumerate(units):
        more: dict[str, Any] = {"typed": {"2.1": -6, "1.1": 4.5, "2": 12, "total": 30}}
        if number % 3 == 1:
            more["verified"] = {"1.1": 5, "4.4": 3, "2.1": -6}
        elif number % 3 == 2:
            more["excluded"] = {"4.2": "", "1.1": "không có"}
        result = assess_scores(table, read_submission({**unit, **more}, table))
        values, data = book(made, result)
        for engine in ENGINES if edition == NATIVE else ("formualizer",):
            assert differing(made, values, data, engine) == []


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("table_id", SCORED)
def test_the_names_of_the_contract_are_there(table_id: str, edition: str) -> None:
    made, table = design(table_id, edition), load_scored(table_id)
    wanted = {"dti_total", "dti_total_typed", "dti_total_verified", "dti_max_assessed"}
    wanted |= {"dti_index", "dti_index_self", "dti_unit_name", "dti_unit_period"}
    wanted |= {defined_name("pillar", pillar.code) for pillar in table.pillars}
    wanted |= {defined_name("info", line.code) for line in table.info}
    for row in table.indicators:
        for what in ("score", "typed", "verified", "excluded", "max"):
            wanted.add(defined_name(what, row.code))
        wanted |= {input_name(row.code, slot.name) for slot in row.slots if not slot.row}
        wanted |= {input_name(row.code, slot.input) for slot in row.slots if slot.place}
    assert wanted <= made.names.keys()


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("table_id", SCORED)
def test_names_lead_to_what_they_say(table_id: str, edition: str) -> None:
    made = design(table_id, edition)
    for key in (*made.formulas, *made.fields):
        name = defined_name(*key)
        if key.what in ("in", "score", "typed", "verified", "excluded", "pillar", "index", "total"):
            place, area = made.place(key), made.names.get(name)
            if key.what == "typed" and "." not in key.code and key.code != "total":
                continue  # a pillar's typed subtotal has no name of its own
            assert area is not None, name
            assert place is not None, name
            assert (area.sheet, area.row, area.column) == (place.sheet, place.row, place.column)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("table_id", SCORED)
def test_no_place_is_used_twice(table_id: str, edition: str) -> None:
    made = design(table_id, edition)
    taken = [formula.place for formula in made.formulas.values()]
    taken += [*made.fields.values(), *made.printed]
    assert len(taken) == len(set(taken))
    merged = {
        (area.sheet, row, column)
        for sheet in made.sheets
        for area, _ in sheet.merges
        for row in range(area.row, area.last_row + 1)
        for column in range(area.column, area.last_column + 1)
        if (row, column) != (area.row, area.column)
    }
    assert not merged & {(place.sheet, place.row, place.column) for place in taken}


@pytest.mark.parametrize("table_id", SCORED)
def test_native_formulas_keep_to_what_every_program_computes(table_id: str) -> None:
    for key, formula in design(table_id, NATIVE).formulas.items():
        words = re.sub(r'"[^"]*"', "", formula.text)
        assert set(re.findall(r"([A-Z_]+)\(", words)) <= ALLOWED, key
        assert len(formula.text) < 8192, key


@pytest.mark.parametrize("edition", EDITIONS)
def test_formulas_follow_inserted_rows(edition: str) -> None:
    """The design of a file with three more rows is the built one with its addresses moved."""
    table, at, more = load_scored("HB-2023-XA"), 20, 3
    built = design("HB-2023-XA", edition)
    moved = Shifts(rows={(SCORING, row): row + more for row in range(at, 400)})
    now = drawn(table, edition, moved)

    def shifted(match: re.Match[str]) -> str:
        row = int(match[2])
        return f"{match[1]}{row + more if row > at else row}"

    for key, formula in built.formulas.items():
        there = now.formulas[key]
        if formula.place.sheet == SCORING:
            wanted = re.sub(
                r"(?<!!)(?<![A-Za-z0-9_$!])([A-Z]{1,2})(\d+)(?![\d(])", shifted, formula.text
            )
            assert _plain(there.text) == _plain(wanted), key
        assert there.place.row == formula.place.row + (
            more if formula.place.sheet == SCORING and formula.place.row >= at else 0
        )


def _plain(formula: str) -> str:
    """Without texts, ids and addresses on other sheets."""
    return re.sub(
        r"('[^']*'|\w+)!\$?\w+\$?\d+(:\$?\w+\$?\d+)?", "", re.sub(r'"[^"]*"', "", formula)
    )


# --- What the official sees -------------------------------------------------------------------

WRONG = {"inputs": {"3.4": {"a": 9, "b": 5}, "1.1": {"option": 1}}}


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("verified", [{}, {"3.4": 2}, {"1.1": 3}, {"1.1": 3, "3.4": 2}])
@pytest.mark.parametrize("excluded", [{}, {"3.4": "không có"}, {"1.1": "không có"}])
@pytest.mark.parametrize("wrong", [False, True])
def test_nothing_false_is_official(
    edition: str, verified: dict[str, int], excluded: dict[str, str], wrong: bool
) -> None:
    """The official figures are errors exactly while a row that they use is one."""
    table_id = "HB-2023-XA"
    unit: dict[str, Any] = WRONG if wrong else {"inputs": {"1.1": {"option": 1}}}
    result = assessed(table_id, {**unit, "verified": verified, "excluded": excluded})
    contents = contents_of(design(table_id, edition), result.submission)
    keys = (Key("index"), Key("index_self"), Key("total"), Key("appraised_total"))
    cells = shown(table_id, edition, contents, *keys)
    own_wrong = wrong and "3.4" not in excluded
    official_wrong = own_wrong and "3.4" not in verified
    assert (cells[Key("total")] == "#ERROR") == own_wrong
    assert (cells[Key("index_self")] == "#ERROR") == own_wrong
    assert (cells[Key("index")] == "#ERROR") == official_wrong
    if verified:
        assert (cells[Key("appraised_total")] == "#ERROR") == official_wrong
    else:
        assert cells[Key("appraised_total")] == ""


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("table_id", SCORED)
def test_a_book_that_is_read_and_written_again_shows_the_same(table_id: str, seed: int) -> None:
    """What was typed comes back as it was, also what cannot be a figure; the general one too."""
    made = design(table_id, NATIVE)
    first = assessed_unit(load_scored(table_id), seed)
    values, data = book(made, first)
    again = assess_scores(load_scored(table_id), read_own(scanned(data)).submission)
    assert contents_of(made, again.submission) == contents_of(made, first.submission)
    assert dict(scored_values(made, again)) == pytest.approx(dict(values), abs=1e-9)


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_figure_of_the_general_information_is_taken_over(edition: str) -> None:
    """Live, only beside another figure of the row; a typed one wins and is held against it."""
    score, status = Key("score", "3.4"), Key("status", "3.4")
    hint, taken = Key("hint", "3.4", "b"), Key("taken", "3.4", "b")
    part, whole, line = Key("in", "3.4", "a"), Key("in", "3.4", "b"), Key("info", "1.4")

    def see(**typed: float | str) -> dict[Key, float | str]:
        keys = {"a": part, "b": whole, "info": line}
        contents = {keys[name]: value for name, value in typed.items()}
        return shown("HB-2023-XA", edition, contents, score, status, hint, taken)

    full = see(a=600.0, info=1000.0)
    assert full[score] == pytest.approx(600 / 1000 / 0.85 * 10)
    assert full[hint] == "Lấy theo mục 1.4: 1.000"
    alone = see(info=1000.0)
    assert (alone[score], alone[status], alone[taken]) == ("", "thiếu số liệu", "")
    blank = see(a=600.0)
    assert (blank[score], blank[taken], blank[hint]) == ("", "", "Theo mục 1.4 (chưa nhập)")
    words = see(a=600.0, info="nhiều")
    assert (words[score], words[hint]) == ("", "Theo mục 1.4 (chưa nhập)")
    typed = see(a=600.0, b=800.0, info=1000.0)
    assert typed[score] == pytest.approx(600 / 800 / 0.85 * 10)
    assert typed[hint] == "Khác mục 1.4: 1.000"
    assert see(a=600.0, b=1000.0, info=1000.0)[hint] == "Khớp mục 1.4"
    negative = see(a=600.0, info=-5.0)
    assert (negative[score], negative[status]) == ("#ERROR", "số liệu sai")


def test_a_cell_that_is_taken_over_stays_blank() -> None:
    """The workbook of a unit whose figure is that of its general information keeps it live."""
    made = design("HB-2023-XA", UDF)
    unit = {"inputs": {"3.4": {"a": 600}}, "info": {"1.4": 1000}}
    result = assessed("HB-2023-XA", unit)
    assert result.row("3.4").score is not None
    contents = contents_of(made, result.submission)
    assert Key("in", "3.4", "a") in contents
    assert Key("in", "3.4", "b") not in contents
    other = assessed("HB-2023-XA", {**unit, "inputs": {"3.4": {"a": 600, "b": 900}}})
    assert contents_of(made, other.submission)[Key("in", "3.4", "b")] == 900
    lone = assessed("HB-2023-XA", {**unit, "inputs": {"3.4": {"b": 1000}}})
    assert contents_of(made, lone.submission)[Key("in", "3.4", "b")] == 1000


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (7.06, "Khớp"),
        (7.1, "Khớp"),
        (7.0, "Khớp"),
        (7.05, "Lệch −0,01"),
        (7.057, "Lệch dưới 0,01"),
        (6.0, "Lệch −1,06"),
        (10.0, "Lệch +2,94"),
        ("bảy", "Điểm không phải là số"),
    ],
)
def test_the_difference_speaks(edition: str, typed: float | str, words: str) -> None:
    contents = {Key("in", "3.4", "a"): 600.0, Key("in", "3.4", "b"): 1000.0}
    cells = shown(
        "HB-2023-XA", edition, {**contents, Key("typed", "3.4"): typed}, Key("check", "3.4")
    )
    assert cells == {Key("check", "3.4"): words}


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        (None, None, "Thiếu: a · b · 10 điểm"),
        (600.0, None, "Thiếu: b · 10 điểm"),
        (600.0, 0.0, "Sai: a > b · b = 0 · 10 điểm"),
        (600.0, 500.0, "Sai: a > b · 10 điểm"),
        (-1.0, 500.0, "Sai: a âm · 10 điểm"),
        ("có", 500.0, "Sai: a không phải là số · 10 điểm"),
        (600.0, 1000.0, "Chưa đạt 2,94 điểm"),
        (1000.0, 1000.0, "Đạt điểm tối đa"),
    ],
)
def test_the_sheet_says_what_is_missing_or_wrong_and_what_it_costs(
    edition: str, a: float | str | None, b: float | None, words: str
) -> None:
    contents = {Key("in", "3.4", "a"): a, Key("in", "3.4", "b"): b}
    cells = shown("HB-2023-XA", edition, contents, Key("detail", "3.4"))
    assert cells == {Key("detail", "3.4"): words}


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize(("figure", "doubted"), [(45638.0, True), (45638.5, False), (60.0, False)])
def test_a_count_that_looks_like_a_date_is_doubted(
    edition: str, figure: float, doubted: bool
) -> None:
    key = Key("hint", "3.4", "a")
    cells = shown("HB-2023-XA", edition, {Key("in", "3.4", "a"): figure}, key)
    assert str(cells[key]).startswith("Giống ngày tháng") == doubted


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_line_on_top_says_where_to_begin(edition: str) -> None:
    key = Key("line", SCORING, "status")
    table = load_scored("HB-2023-XA")
    rows = len(table.indicators)
    empty = shown(table.id, edition, {}, key)[key]
    assert empty == f"Còn {rows} dòng chưa nhập, trước hết 1.1."
    some = shown(
        table.id, edition, {Key("in", "1.1", "option"): 1.0, Key("in", "3.4", "a"): -1.0}, key
    )
    assert some[key] == f"Còn {rows - 2} dòng chưa nhập, trước hết 1.2; 1 dòng sai: 3.4."


@pytest.mark.parametrize("edition", EDITIONS)
def test_both_indices_are_named(edition: str) -> None:
    printed = set(design("HD-2024-SO", edition).printed.values())
    assert {"Chỉ số tự chấm (%)", "Chỉ số chính thức (%)"} <= printed


def test_the_status_stands_on_every_row_of_a_block() -> None:
    made = design("HD-2024-SO", NATIVE)
    for row in load_scored("HD-2024-SO").indicators:
        own = made.formulas[Key("status", row.code)].place
        for slot in row.typed_slots:
            place = made.fields[Key("in", row.code, slot.name)]
            if place.row != own.row:
                repeated = made.formulas[Key("status", row.code, slot.name)]
                assert (repeated.place.row, repeated.text) == (place.row, own.address)


def test_the_working_view_fits_one_screen() -> None:
    """A head of at most 20% of the 408 points that 1366×768 leaves, and the status in view."""
    made = design("HB-2023-XA", UDF)
    sheet = next(sheet for sheet in made.sheets if sheet.name == SCORING)
    assert sheet.page.freeze == (3, 2)
    assert sum(sheet.heights[row] for row in range(3)) <= 0.2 * 408
    assert sum(sheet.page.widths[:9]) <= 150
    assert [s.name for s in made.sheets if s.page.active] == ["Thông tin chung"]
    assert all("sort" not in sheet.page.free for sheet in made.sheets)


def test_what_is_typed_beside_a_row_is_named_by_its_key() -> None:
    made = design("HD-2024-SO", UDF)
    for row in load_scored("HD-2024-SO").indicators:
        assert {Key(what, row.code) for what in FIELDS} <= made.fields.keys()
