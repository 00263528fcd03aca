"""The page to sign: what NĐ 30/2020 asks for, the figures in words, and the seal."""

from __future__ import annotations

import random
import zipfile
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest

from answers.check import check
from answers.convert import convert
from answers.sources import Upload
from benchmarks.parity import ENGINES
from rulesets.files import table_ids
from rulesets.laws import load_law
from scoring.law import Law
from scoring.read_unit import read_submission
from scoring.submission import Submission
from tests.support.any_units import random_submission, random_unit_of
from tests.support.parity import differences
from tests.support.recalculated import scanned
from workbooks.build import build
from workbooks.design.book import design_of
from workbooks.design.contents import contents_of
from workbooks.design.grid import Shifts
from workbooks.design.names import EDITIONS, NATIVE, SIGNED, UDF, Key
from workbooks.design.seal import SEAL, seal_of
from workbooks.own.read import read_own
from workbooks.own.seal import seal_in
from workbooks.sheets.styles import FONT, STYLES

MM = 1 / 25.4
NS = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
TABLES = table_ids()


def submission_of(law: Law, seed: int = 3, dirty: float = 0.1) -> Submission:
    return random_submission(law, random.Random(f"{law.id}{seed}"), dirty)


def sheet_xml(data: bytes, name: str) -> ElementTree.Element:
    with zipfile.ZipFile(BytesIO(data)) as package:
        book = ElementTree.fromstring(package.read("xl/workbook.xml"))
        names = [sheet.get("name") for sheet in book.iterfind("m:sheets/m:sheet", NS)]
        number = names.index(name) + 1
        return ElementTree.fromstring(package.read(f"xl/worksheets/sheet{number}.xml"))


@pytest.mark.parametrize("table_id", TABLES)
def test_the_page_is_that_of_the_decree(table_id: str) -> None:
    law = load_law(table_id)
    page = sheet_xml(build(law, submission_of(law), NATIVE), SIGNED)
    margins = page.find("m:pageMargins", NS)
    assert margins is not None
    sides = {side: float(margins.get(side, "0")) for side in ("left", "right", "top", "bottom")}
    assert 30 * MM <= sides["left"] <= 35 * MM
    assert 15 * MM <= sides["right"] <= 20 * MM
    assert all(20 * MM <= sides[side] <= 25 * MM for side in ("top", "bottom"))
    heads = page.find("m:headerFooter", NS)
    assert heads is not None
    assert heads.get("differentFirst") == "1"
    words = {part.tag.partition("}")[2]: part.text or "" for part in heads}
    assert words["oddHeader"].startswith("&C")
    assert words["oddHeader"].endswith("&P")
    assert words["firstHeader"] == ""
    seal = seal_of(contents_of(design_of(law, NATIVE), submission_of(law)))
    for foot in (words["oddFooter"], words["firstFooter"]):
        assert law.id in foot
        assert law.digest[:12] in foot
        assert seal in foot
    # 252 mm between the margins, at 7 pixels a digit.
    cols = page.find("m:cols", NS)
    assert cols is not None
    pixels = 0.0
    for col in cols:
        count = int(col.get("max", 0)) - int(col.get("min", 0)) + 1
        pixels += count * float(col.get("width", 0)) * 7.35 * (col.get("hidden") is None)
    assert 0.9 * 252 * MM * 96 <= pixels <= 252 * MM * 96


@pytest.mark.parametrize("table_id", TABLES)
def test_nothing_is_smaller_than_nine_points_and_every_row_stands_once(table_id: str) -> None:
    law = load_law(table_id)
    design = design_of(law, NATIVE)
    shown = {p: s for p, s in design.styles.items() if p.sheet == SIGNED and s != "plain"}
    assert {STYLES[style].get("font_size", FONT["font_size"]) >= 9 for style in shown.values()} == {
        True
    }
    rows = [place for place in sorted(shown) if shown[place] == "signed_code"]
    assert [design.printed[place] for place in rows] == [row.code for row in law.rows]
    sheet = next(sheet for sheet in design.sheets if sheet.name == SIGNED)
    assert not {place.row for place in rows} & set(sheet.heights)  # they size themselves


@pytest.mark.parametrize("edition", EDITIONS)
def test_figures_are_in_words_of_the_table(edition: str) -> None:
    law = load_law("HB-2023-SO")
    unit = {"table": law.id, "inputs": {"2.4": {"a": 9258, "b": 1234567.5}, "2.3": {"a": 3}}}
    submission = read_submission(unit, law)
    design = design_of(law, edition)
    surface = ENGINES["formualizer"](design)
    assert list(differences(surface, submission)) == []
    shown = surface.values()
    assert shown[Key("signed", "2.4", "figures")] == "a = 9.258; b = 1.234.567,5"
    assert shown[Key("signed", "2.3", "figures")] == "a = 3; b = chưa có số liệu"


@pytest.mark.parametrize("table_id", ["VN-2024-HUYEN", "BTTTT-2024-HUYEN", "VN-2023-KEHOACH"])
def test_numbers_of_every_size_are_said_alike_everywhere(table_id: str) -> None:
    law = load_law(table_id)
    design = design_of(law, NATIVE)
    rng = random.Random(table_id)
    for engine in ENGINES.values():
        surface = engine(design)
        for _ in range(3):
            unit = random_unit_of(law, rng)
            key = "inputs" if law.kind == "scored" else "values"
            for code, given in unit[key].items():
                for name in given if isinstance(given, dict) else ():
                    if len(name) == 1:
                        given[name] = rng.choice([0, 0.05, 1999.999, 12345678901.25, 1000000, 999])
                unit[key][code] = given
            assert list(differences(surface, read_submission(unit, law))) == []


@pytest.mark.parametrize("table_id", TABLES)
def test_a_seal_is_that_of_what_is_typed_in_both_editions(table_id: str, tmp_path: Path) -> None:
    law = load_law(table_id)
    submission = submission_of(law)
    seals = set()
    for edition in EDITIONS:
        statement = read_own(scanned(build(law, submission, edition)))
        seal = seal_in(statement)
        assert seal is not None
        assert seal.state == "same"
        seals.add(seal.stored)
    assert len(seals) == 1
    file = Upload("a.xlsx", build(law, submission, NATIVE))
    other = read_own(scanned(convert(file, UDF).content))
    assert {seal.stored for seal in [seal_in(other)] if seal} == seals


def test_an_empty_book_is_not_sealed_and_any_change_shows() -> None:
    law = load_law("HB-2023-XA")
    design = design_of(law, NATIVE)
    empty = Submission(table=law.id, name="Xã A")
    assert SEAL not in contents_of(design, empty)
    one = contents_of(design, submission_of(law))
    for key, value in one.items():
        if key.what in ("seal", "signing", "verified", "explanation", "words", "journal"):
            continue
        changed = {**one, key: f"{value} khác"}
        assert seal_of(changed) != seal_of(one), key


def test_the_sheet_and_the_check_say_that_figures_were_changed() -> None:
    law = load_law("HB-2023-XA")
    submission = submission_of(law, dirty=0)
    design = design_of(law, NATIVE)
    contents = contents_of(design, submission)
    surface = ENGINES["formualizer"](design)
    surface.type(contents)
    place = Key("signed_head", "", "seal")
    assert str(contents[SEAL]) in str(surface.values()[place])
    number = next(k for k, v in contents.items() if k.what == "in" and isinstance(v, float))
    surface.type({**contents, number: 7777.0})
    assert "đã thay đổi" in str(surface.values()[place])
    content = build(law, submission, NATIVE)
    told = check([Upload("a.xlsx", content)])
    assert told.to_json()["seal"]["same"] is True
    assert str(contents[SEAL]) in told.words()
    assert "The seal" not in told.words("en") or str(contents[SEAL]) in told.words("en")


def test_a_renamed_sheet_is_found_by_its_name() -> None:
    law = load_law("HB-2023-XA")
    design = design_of(law, NATIVE, Shifts(sheets={SIGNED: "Ký"}))
    assert design.names["dti_signed"].sheet == "Ký"
    assert all(sheet.name != SIGNED for sheet in design.sheets)
