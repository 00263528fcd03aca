"""The built workbook holds what its design says: names, formulas, printed texts, stored values."""

from __future__ import annotations

import re
import zipfile
from fractions import Fraction
from pathlib import Path

import pytest

from rulesets.laws import load_law
from scoring.assess import ScoredAssessment
from scoring.read_unit import read_submission
from tests.support.built import EVERY, Built, built_once
from tests.support.cases import TOTAL, office
from tests.support.recalculated import plain, scanned
from workbooks.build import build
from workbooks.design.book import design_of, first_values
from workbooks.design.contents import contents_of
from workbooks.design.names import MAP, NATIVE, UDF, VERSION, Key

AGREED = {
    "IF", "AND", "OR", "MIN", "MAX", "SUM", "COUNT", "COUNTA", "ISNUMBER", "ROUND", "INDEX",
    "MATCH", "INT", "SUMPRODUCT",
}  # fmt: skip


@pytest.fixture(scope="module", params=EVERY, ids="-".join)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built_once(tmp_path_factory.getbasetemp(), *request.param)


def test_every_name_points_where_it_says(built: Built) -> None:
    names = built.formulas.defined_names
    ours = {name: area.fixed for name, area in built.design.names.items()}
    assert {name: names[name].attr_text for name in ours} == ours
    assert {name for name in names if name.startswith("dti_")} == set(ours)


def test_every_formula_and_field_stands_in_its_place(built: Built) -> None:
    design = built.design
    for key, formula in design.formulas.items():
        assert built.cell(formula.place).value == f"={formula.text}", key
    contents = contents_of(design, built.submission)
    for key, place in design.fields.items():
        held = built.cell(place).value
        wanted = contents.get(key)
        if isinstance(wanted, float):
            assert held == pytest.approx(wanted, rel=1e-12, abs=1e-12), key
        else:
            assert held == wanted, key


def test_stored_values_are_the_engines(built: Built) -> None:
    expected = first_values(built.design, built.result)
    assert set(expected) == set(built.design.formulas)
    errors = 0
    for key, formula in built.design.formulas.items():
        stored, wanted = plain(built.cell(formula.place, stored=True).value), plain(expected[key])
        errors += wanted == "#ERROR"
        assert stored == (pytest.approx(wanted, abs=1e-12) if isinstance(wanted, float) else wanted)
    if isinstance(built.result, ScoredAssessment):
        assert errors, "the unit has impossible figures"


@pytest.mark.parametrize("edition", [UDF, NATIVE])
def test_stored_sums_of_a_clean_unit(edition: str) -> None:
    """The numbers that are worked out by hand, in the cells of their names."""
    table = load_law("HD-2024-SO")
    book = scanned(build(table, read_submission(office(), table), edition))
    design = design_of(table, edition)
    for key, value in ((Key("total"), TOTAL), (Key("index"), TOTAL / 3)):
        sheet, row, column = design.formulas[key].place.target
        stored = book.sheet(sheet).cells[row, column].value
        assert isinstance(stored, int | Fraction)
        assert abs(stored - value) < Fraction(1, 10**9)


def test_an_empty_result_is_an_empty_text_not_a_missing_value(tmp_path: Path) -> None:
    """A formula without a value is recalculated on opening, and the file counts as changed."""
    table = load_law("HD-2024-SO")
    (tmp_path / "a.xlsx").write_bytes(build(table, edition=NATIVE))
    place = design_of(table, NATIVE).formulas[Key("score", "1.1")].place
    number = [sheet.name for sheet in design_of(table, NATIVE).sheets].index(place.sheet) + 1
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        xml = archive.read(f"xl/worksheets/sheet{number}.xml").decode()
    match = re.search(rf'<c r="{place.address}"[^>]*>.*?</c>', xml)
    assert match is not None
    assert ' t="str"' in match.group(0)
    assert match.group(0).endswith("<v></v></c>")


def test_map_says_what_it_is(built: Built) -> None:
    said = {r[0].value: r[1].value for r in built.values[MAP].iter_rows() if r[0].value}
    assert said == {
        "dti-excel": VERSION,
        "table": built.law.id,
        "edition": built.edition,
        "ruleset": built.law.digest,
        "kind": built.law.kind,
    }


def test_formulas_use_the_agreed_functions_only(built: Built) -> None:
    used = set()
    for cell, formula, tokens in built.calls():
        names = {t.value.rstrip("(") for t in tokens if t.type == "FUNC" and t.subtype == "OPEN"}
        ours = {name for name in names if name.startswith("DTI_")}
        assert names - ours <= AGREED, (cell.coordinate, formula)
        used |= ours
    assert bool(used) == (built.edition == UDF)


def test_our_functions_always_get_a_range(built: Built) -> None:
    """A blank survives as blank in every host only inside a range."""
    seen = 0
    for _, formula, _ in built.calls():
        for name, inside in re.findall(r"(DTI_[A-Z_]+)\(([^()]*)\)", formula):
            given = [text for text in inside.split(",") if '"' not in text]
            seen += 1
            if name == "DTI_TARGET":  # takes one value; a blank one is asked for before
                code = inside.split(",")[1].strip('"')
                judged = built.law.by_code[code].takes is not None  # type: ignore[attr-defined]
                assert ("COUNTA(" in formula) == judged, formula
                continue
            assert given or name == "DTI_MAX", formula
            assert all(":" in text for text in given), formula
    assert bool(seen) == (built.edition == UDF)


def test_the_same_arguments_give_the_same_bytes() -> None:
    table = load_law("BTTTT-2024-XA")
    assert build(table) == build(table)


def test_an_unknown_edition_raises() -> None:
    with pytest.raises(ValueError, match="web"):
        build(load_law("HD-2024-SO"), edition="web")
