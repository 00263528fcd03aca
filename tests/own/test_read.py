"""Reading a workbook of ours: lost names, and what cannot be a figure in its cell."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from rulesets.laws import load_law, load_levels
from scoring.program import Wrong
from tests.support.cases import OFFICE, given, make, office, typed
from tests.support.level_units import best_values
from tests.support.spoil import Patch
from workbooks.design.names import INFO, NATIVE, SCORING, Key
from workbooks.files.scan import scan
from workbooks.own.identity import LayoutUnknown
from workbooks.own.read import read_own
from workbooks.statement import Statement

A31 = given("3.1", "a")
PERCENT, OPTION, ANSWER = (
    given("6.4", "percent"),
    given("1.1", "option"),
    given("1.3", "has_section"),
)


@pytest.fixture
def patch(tmp_path: Path) -> Patch:
    return Patch(make(tmp_path / "bieu.xlsx", office(info={"I.8": 7}), NATIVE))


def read(patch: Patch) -> Statement:
    return read_own(scan(patch.save()))


CELLS: list[tuple[str, Key, Any, Any]] = [
    # what is typed, where, and the figure: a number, or Wrong with its code and what was typed
    ("a number", A31, 41, 41),
    ("a decimal", A31, 2.5, Fraction(5, 2)),
    ("words", A31, "khoảng 45", ("input-not-a-number", "khoảng 45")),
    ("a number as text", A31, "45,0", ("number-as-text", "45,0")),
    ("an error", A31, "#DIV/0!", ("input-not-a-number", "#DIV/0!")),
    ("a percentage", PERCENT, 0.5, Fraction(1, 2)),
    ("a percentage as text", PERCENT, "85%", ("number-as-text", "85%")),
    ("the number of an option", OPTION, 2, 2),
    ("an option that is not there", OPTION, "9. Khác", ("option-unknown", "9. Khác")),
    ("an error for an option", OPTION, "#REF!", ("input-not-a-number", "#REF!")),
    ("yes", ANSWER, "Có", True),
    ("no as a number", ANSWER, 0, False),
    ("neither yes nor no", ANSWER, "có lẽ", ("option-unknown", "có lẽ")),
]


@pytest.mark.parametrize(
    ("key", "content", "wanted"), [row[1:] for row in CELLS], ids=[row[0] for row in CELLS]
)
def test_a_cell_is_read_for_its_slot(key: Key, content: Any, wanted: Any, patch: Patch) -> None:
    if isinstance(content, str) and content.startswith("#"):
        patch.error(key, content)
    else:
        (patch.text if isinstance(content, str) else patch.number)(key, content)
    figure = read(patch).submission.figures[key.code][key.slot]
    if isinstance(wanted, tuple):
        assert isinstance(figure, Wrong)
        assert (figure.code, figure.raw) == wanted
    else:
        assert figure == wanted
        assert isinstance(figure, bool) == isinstance(wanted, bool)


def test_a_date_is_told_with_what_it_was_probably_made_of(patch: Patch) -> None:
    """8/8 typed into Excel is the eighth of August."""
    figure = read(patch.date(A31, 45512)).submission.figures["3.1"]["a"]
    assert isinstance(figure, Wrong)
    assert (figure.code, figure.shown, figure.probably) == ("input-is-date", "08/08/2024", "08/08")
    assert figure.raw == "08/08"


def test_a_blank_cell_is_no_figure(patch: Patch) -> None:
    assert "a" not in read(patch.clear(A31)).submission.figures["3.1"]


def test_a_text_for_a_typed_score_is_no_score_and_stays_in_its_cell(patch: Patch) -> None:
    statement = read(patch.text(typed("3.1"), "chưa chấm"))
    assert "3.1" not in statement.submission.typed
    figure = statement.figure(typed("3.1"))
    assert figure is not None
    assert (figure.value, figure.text) == (None, "chưa chấm")


MARKS = [
    ("Có", True, []),
    ("Không", False, []),
    (" Có ", True, []),
    ("x", False, ["option-unknown"]),
]


@pytest.mark.parametrize(("mark", "excluded", "codes"), MARKS, ids=[repr(m[0]) for m in MARKS])
def test_a_mark_that_says_neither_yes_nor_no_is_told(
    mark: str, excluded: bool, codes: list[str], patch: Patch
) -> None:
    key = Key("excluded", "6.2")
    patch.text(key, mark)
    where = "!".join(patch.place(key))
    statement = read(patch)
    assert ("6.2" in statement.submission.excluded) == excluded
    assert [found.code for found in statement.findings] == codes
    assert all((f.place, f.indicator) == (where, "6.2") for f in statement.findings)


LOST = [
    ("dti_in_3_1_a", "3.1", SCORING, A31),
    ("dti_score_3_1", "3.1", SCORING, Key("score", "3.1")),
    ("dti_pillar_3", "", SCORING, Key("pillar", "3")),
    ("dti_total", "", SCORING, Key("total")),
    ("dti_index", "", "Tổng hợp", Key("index")),
]


@pytest.mark.parametrize(("name", "row", "sheet", "key"), LOST, ids=[row[0] for row in LOST])
def test_what_has_lost_its_name_is_not_looked_for(
    name: str, row: str, sheet: str, key: Key, patch: Patch
) -> None:
    whole = read(patch)
    statement = read(patch.unname(name))
    (found,) = statement.findings
    assert (found.code, found.indicator, found.place) == ("row-missing", row, sheet)
    assert key not in statement.places
    assert key in whole.places
    if key.what == "in":
        assert "a" not in statement.submission.figures["3.1"]
    assert statement.submission.figures["6.5"] == OFFICE["inputs"]["6.5"]


def test_a_name_of_no_row_that_is_lost_loses_its_field_only(patch: Patch) -> None:
    assert read(patch).submission.info == {"I.8": 7}
    statement = read(patch.unname("dti_info_I_8"))
    assert (statement.submission.info, statement.findings) == ({}, ())


@pytest.mark.parametrize("table_id", ["BTTTT-2024-XA", "VN-2023-KEHOACH"])
def test_the_input_of_another_kind_is_lost_with_its_name(table_id: str, tmp_path: Path) -> None:
    law = load_law(table_id)
    row = next(row for row in law.rows if [slot.name for slot in row.typed_slots] == [""])
    patch = Patch(make(tmp_path / "a.xlsx", {"table": table_id, "values": {row.code: 1}}, NATIVE))
    assert row.code in read(patch).submission.figures
    statement = read(patch.unname(f"dti_in_{row.code.replace('.', '_')}"))
    assert row.code not in statement.submission.figures
    assert [(f.code, f.indicator) for f in statement.findings] == [("row-missing", row.code)]


def test_every_name_gone_is_no_layout_of_ours(patch: Patch) -> None:
    patch.workbook.remove(patch.workbook.find("{*}definedNames"))
    with pytest.raises(LayoutUnknown) as caught:
        read(patch)
    assert caught.value.finding.data["why"].id == "own.columns"
    assert "«Chấm điểm»" in caught.value.finding.message()


def test_columns_that_were_moved_are_said(patch: Patch) -> None:
    for node in patch.workbook.iter("{*}definedName"):
        node.text = node.text.replace(f"'{SCORING}'!$G$", f"'{SCORING}'!$H$").replace("$D$", "$E$")
    with pytest.raises(LayoutUnknown, match="các cột của trang «Chấm điểm» đã bị dời chỗ"):
        read(patch)


def test_texts_come_from_their_cells(patch: Patch) -> None:
    patch.text(Key("name"), "  Sở Nội vụ ").text(Key("signing", "signer"), "Trần Thị B")
    patch.text(Key("attached", "3.1"), "BC-15.pdf").text(Key("words", "3.1"), "45 trên 50")
    submission = read(patch).submission
    assert submission.attached == {"3.1": "BC-15.pdf"}
    assert submission.words == {"3.1": "45 trên 50"}
    assert submission.signing == {"signer": "Trần Thị B"}
    assert submission.name.strip() == "Sở Nội vụ"
    assert INFO in {sheet for sheet, _ in read(patch).places.values()}


@pytest.mark.parametrize(
    ("content", "code"),
    [(6, "option-unknown"), (-1, "input-negative"), ("năm", "input-not-a-number")],
)
def test_a_level_of_a_commune_that_cannot_be_spoils_the_row_and_is_kept(
    content: Any, code: str, tmp_path: Path
) -> None:
    law = load_levels("BTTTT-2024-HUYEN")
    values = best_values(law) | {"I.1": {"commune_levels": [3, 4]}}
    patch = Patch(make(tmp_path / "a.xlsx", {"table": law.id, "values": values}, NATIVE))
    level = Key("commune", "1", "level")
    (patch.text if isinstance(content, str) else patch.number)(level, content)
    figure = read(patch).submission.figures["I.1"]["commune_levels"]
    assert isinstance(figure, Wrong)
    assert (figure.code, figure.raw) == (code, [3, content])
