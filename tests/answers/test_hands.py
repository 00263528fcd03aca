"""Split and merge: nothing lost, nothing overwritten silently."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from answers.merge import merge
from answers.merging import Hand, merge_cells, same
from answers.refusal import Unusable
from answers.sources import Source, Upload, read_source
from answers.split import split
from rulesets.laws import load_law
from scoring.agencies import rows_by_agency
from scoring.documents import Document
from scoring.law import Law
from scoring.program import Figures
from scoring.read_unit import read_submission
from scoring.submission import Submission
from tests.support.any_units import random_unit_of
from tests.support.command import dti
from tests.support.recalculated import scanned
from workbooks.build import build
from workbooks.design.contents import contents_of
from workbooks.design.draft import Content
from workbooks.design.names import JOURNAL, NATIVE, SCORING, SLIPS, UDF, Key
from workbooks.design.shares import Share, share_of
from workbooks.own.read import read_own
from workbooks.reconcile import check_book

TABLE = "VN-2024-HUYEN"
VALUES = (None, None, 1.0, 2.0, "Có", "x")


def random_case(rng: random.Random) -> tuple[dict[Key, Content], list[Hand]]:
    """A book and files, split from it or not, each edited at random, the book edited meanwhile."""
    codes = [f"1.{n}" for n in range(1, 6)]
    keys = [Key("in", c, s) for c in codes for s in "ab"] + [Key("attached", c) for c in codes]
    start: dict[Key, Content] = {
        key: value for key in keys if (value := rng.choice(VALUES)) is not None
    }
    hands = []
    for number in range(rng.randint(1, 4)):
        rows = tuple(code for code in codes if rng.random() < 0.5)
        share = Share(f"Cơ quan {number}", "a.xlsx", rows)
        base = {key: value for key, value in start.items() if share.opens(key)}
        share = replace(share, base=base)
        whole = rng.random() < 0.2
        held = dict(start) if whole else dict(base)
        for key in keys:
            if rng.random() < 0.3 and (value := rng.choice(VALUES)) is not None:
                held[key] = value
            elif rng.random() < 0.1:
                held.pop(key, None)
        hands.append(Hand(f"{number}.xlsx", held, None if whole else share))
    book: dict[Key, Content] = dict(start)
    for key in keys:
        if rng.random() < 0.1:
            book[key] = 9.0
    return book, hands


def test_a_thousand_merges_lose_no_cell() -> None:
    rng = random.Random(8)
    taken = conflicts = 0
    for _ in range(1000):
        book, hands = random_case(rng)
        merged = merge_cells(book, hands)
        told = {(c.key, s.file): s.value for c in merged.conflicts for s in c.others}
        closed = {(s.key, s.file) for s in merged.closed}
        for hand in hands:
            for key, value in hand.contents.items():
                kept = same(merged.contents.get(key), value)
                before = hand.before(key) if hand.opens(key) else book.get(key)
                unchanged = same(before, value)
                assert kept or unchanged or (key, hand.file) in {*told, *closed}, (key, hand)
                if (key, hand.file) in told:
                    assert same(told[key, hand.file], value)
        for key, value in book.items():
            now = merged.contents.get(key)
            given = {hand.before(key) for hand in hands if hand.opens(key)}
            assert now not in (None, "")
            assert same(now, value) or value in given, key
        taken += len(merged.taken)
        conflicts += len(merged.conflicts)
    assert taken > 1000
    assert conflicts > 1000


def whole(law: Law, edition: str = NATIVE, **unit: object) -> Source:
    submission = read_submission({"table": law.id, "name": "Huyện A", "period": "2024"} | unit, law)
    return read_source(Upload("chinh.xlsx", build(law, submission, edition)))


def filled(law: Law, content: bytes, rng: random.Random) -> tuple[Submission, bytes]:
    """The file of an agency, with its rows filled in."""
    part = read_own(scanned(content)).submission
    share = share_of(part)
    assert share is not None
    unit = random_unit_of(law, rng, dirty=0)
    more = read_submission({"table": law.id, "inputs": unit["inputs"]}, law)
    figures = {code: f for code, f in more.figures.items() if code in share.rows}
    document = Document(row=share.rows[0], number=f"{share.agency}/1", name="a.pdf")
    done = replace(part, figures=figures, documents=(*part.documents, document))
    return done, build(law, done, NATIVE)


def test_twenty_agencies_and_back_through_real_files() -> None:
    law = load_law("HB-2023-XA")
    codes = [row.code for row in law.rows]
    assigned = {code: f"Cơ quan {n % 20}" for n, code in enumerate(codes)}
    source = whole(law)
    result = split(source, assigned)
    assert len(result.parts) == 20
    assert result.left == ()
    rng, files = random.Random(1), []
    expected: dict[str, Figures] = {}
    for part in result.parts:
        done, content = filled(law, part.content, rng)
        files.append(Upload(part.file, content))
        expected |= {code: done.figures[code] for code in part.rows if code in done.figures}
    merged = merge(source, files)
    assert not merged.wrong
    again = read_own(scanned(merged.build().content)).submission
    assert again.figures == expected
    assert len(again.documents) == 20
    assert {entry.agency for entry in again.journal} == set(assigned.values())
    assert {entry.row for entry in again.journal} == set(expected)
    assert again.share == ""
    # A second merge of the same files brings nothing and breaks nothing.
    twice = merge(Source("m.xlsx", law, again), files)
    assert not twice.cells.taken
    assert not twice.cells.conflicts
    assert twice.submission.documents == again.documents


def test_a_part_opens_its_rows_only(tmp_path: Path) -> None:
    law = load_law(TABLE)
    source = whole(law, UDF, inputs={"1.1": {"option": 1}, "1.5": {"option": 1}})
    part = next(p for p in split(source).parts if p.agency == "Phòng Nội vụ")
    path = tmp_path / part.file
    path.write_bytes(part.content)
    book = openpyxl.load_workbook(path)
    names = book.defined_names
    for code in law.by_code:
        ((sheet, area),) = names[f"dti_typed_{code.replace('.', '_')}"].destinations
        cell = book[sheet][area.replace("$", "")]
        mine = code in part.rows
        assert cell.protection.locked != mine, code
        assert bool(book[SCORING].row_dimensions[cell.row].hidden) != mine, code
    statement = read_own(scanned(part.content))
    assert set(statement.submission.figures) <= set(part.rows)
    found = check_book(scanned(part.content)).findings
    assert not [item for item in found if item.code == "row-hidden"]


def test_conflicts_are_listed_with_both_values_and_their_files() -> None:
    law = load_law(TABLE)
    source = whole(law, inputs={"1.2": {"x": 3}})
    part = next(p for p in split(source).parts if "1.2" in p.rows)
    given = read_own(scanned(part.content)).submission
    ours = replace(given, figures={"1.2": {"x": 4}}, attached={"1.3": "BC-1"})
    later = replace(source.submission, figures={"1.2": {"x": 5}})
    merged = merge(Source("chinh.xlsx", law, later), [Upload("pn.xlsx", build(law, ours, NATIVE))])
    assert merged.wrong
    (conflict,) = merged.cells.conflicts
    assert (conflict.kept, conflict.others[0].value) == (5.0, 4.0)
    assert merged.submission.figures["1.2"] == {"x": 5}
    assert merged.submission.attached == ({"1.3": "BC-1"} if "1.3" in part.rows else {})
    for lang in ("vi", "en"):
        assert "pn.xlsx" in merged.words(lang)
        assert "1.2 x" in merged.words(lang)
    assert merged.to_json()["conflicts"][0]["kept"] == 5.0
    assert any("x = 4" in entry.words for entry in merged.submission.journal)


def test_agencies_are_one_by_their_spellings() -> None:
    by_agency = rows_by_agency(load_law(TABLE))
    assert "Phòng Văn hóa và Thông tin" in by_agency or "Phòng Văn hoá và Thông tin" in by_agency
    assert not {"Phòng Văn hóa và Thông tin", "Phòng Văn hoá và Thông tin"} <= set(by_agency)
    given = [code for rows in by_agency.values() for code in rows]
    named = [row.code for row in load_law(TABLE).rows if row.lead_agency]
    assert set(given) == set(named)


def test_a_table_without_agencies_asks_for_assignments(tmp_path: Path) -> None:
    law = load_law("HB-2023-XA")
    with pytest.raises(Unusable):
        split(whole(law))
    path = tmp_path / "a.xlsx"
    path.write_bytes(build(law, None, NATIVE))
    assign = tmp_path / "giao.json"
    assign.write_text(json.dumps({"1": "Văn phòng", "2.1": "Công an"}), encoding="utf-8")
    answer = dti("split", path, "-o", tmp_path / "ra", "--assign", assign)
    assert answer.status == 0, answer.err
    assert {file.name for file in (tmp_path / "ra").iterdir()} == {"van-phong.xlsx", "cong-an.xlsx"}
    assert dti("split", path, "-o", tmp_path / "ra", "--assign", assign).status == 2
    assign.write_text(json.dumps({"99": "Văn phòng"}), encoding="utf-8")
    assert dti("split", path, "-o", tmp_path / "ra2", "--assign", assign).status == 2
    assert not (tmp_path / "ra2").exists()


def test_the_verbs_split_and_merge(tmp_path: Path) -> None:
    law = load_law("HD-2024-SO")
    path = tmp_path / "so.xlsx"
    path.write_bytes(build(law, None, NATIVE))
    answer = dti("split", path, "-o", tmp_path / "ra", "--json")
    assert answer.status == 0, answer.err
    assert len(answer.json["parts"]) == len(list((tmp_path / "ra").iterdir()))
    first = sorted((tmp_path / "ra").iterdir())[0]
    first.write_bytes(filled(law, first.read_bytes(), random.Random(2))[1])
    (tmp_path / "ra" / "khac.xlsx").write_bytes(build(load_law("HB-2023-XA"), None, NATIVE))
    answer = dti("merge", path, tmp_path / "ra", "-o", tmp_path / "gop.xlsx")
    assert answer.status == 1  # one file is of another table, and that is said
    assert "khac.xlsx" in answer.out
    merged = read_source(tmp_path / "gop.xlsx").submission
    assert merged.figures
    assert merged.journal
    sheet = openpyxl.load_workbook(tmp_path / "gop.xlsx")[JOURNAL]
    assert any(first.name in str(cell.value) for row in sheet.iter_rows() for cell in row)
    assert dti("split", first, "-o", tmp_path / "x").status == 2  # a share is not split again


def test_each_agency_has_its_slip_on_a_page_of_its_own() -> None:
    law = load_law(TABLE)
    book = scanned(build(law, None, NATIVE))
    texts = [str(cell.value) for cell in book.sheet(SLIPS).cells.values()]
    for agency, codes in rows_by_agency(law).items():
        assert f"Kính gửi: {agency}" in texts
        assert set(codes) <= set(texts)
    assert SLIPS not in scanned(build(load_law("HB-2023-XA"), None, NATIVE)).by_name


def test_what_is_shared_is_what_is_open() -> None:
    law = load_law(TABLE)
    source = whole(law, inputs={"1.1": {"option": 1}, "1.5": {"option": 1}}, info={"1": 3})
    for part in split(source).parts:
        statement = read_own(scanned(part.content))
        share = share_of(statement.submission)
        assert share is not None
        assert share.rows == part.rows
        assert statement.design is not None
        now = contents_of(statement.design, statement.submission)
        opened = {key: value for key, value in now.items() if share.opens(key)}
        assert opened == dict(share.base or {})
