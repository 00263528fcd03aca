"""Our VBA, run by LibreOffice: what cells get, and what happens when the server does not answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from rulesets.laws import load_law
from tests.excel.calc import (
    book_of_calls,
    by_extension,
    by_vba,
    carried_by_extension,
    carried_by_vba,
    log,
    ole_extension,
    rows_of,
    same,
    with_vba,
)
from tests.excel.golden import CALLS, LEFT_OUT, Call, column
from tests.excel.wine import ROOT
from tests.libreoffice.office import Book, Office
from tests.support.build import write_unit
from workbooks.design.book import design_of
from workbooks.design.names import UDF, Key
from xl_addin.excel.xlsm import as_xlsm

pytestmark = [pytest.mark.libreoffice, pytest.mark.usefixtures("calc")]

SCORE = Call("DTI_SCORE", ("HB-2023-XA", "3.4", column(600.0, 1000.0)))


@contextmanager
def opened(folder: Path, calls: Sequence[Call], **settings: Any) -> Iterator[tuple[Book, Path]]:
    """A workbook of calls with our VBA inside, recalculated; and the extension that answers."""
    extension = ole_extension(folder / "ole", **{"app": str(ROOT), **settings})
    path = with_vba(book_of_calls(folder / "calls.xlsx", calls))
    with Office(extension) as office, office.open(path, macros=True) as book:
        book.recalculate()
        yield book, extension


def test_golden_calls_through_our_vba(tmp_path: Path) -> None:
    calls = [call for call in CALLS if carried_by_vba(call)]
    assert len(calls) > 100
    with opened(tmp_path, calls) as (book, _):
        cells = book.read(f"A1:A{rows_of(calls)[-1]}")
    found = {call: by_vba(cells[row - 1]) for call, row in zip(calls, rows_of(calls), strict=True)
             if not same(by_vba(cells[row - 1]), call.expected())}  # fmt: skip
    assert found == {}


def test_golden_calls_through_the_extension(office: Office, tmp_path: Path) -> None:
    calls = [call for call in CALLS if carried_by_extension(call)]
    assert len(calls) > 100
    with office.open(book_of_calls(tmp_path / "calls.xlsx", calls)) as book:
        book.recalculate()
        cells = book.read(f"A1:A{rows_of(calls)[-1]}")
    found = [(call, cells[row - 1]) for call, row in zip(calls, rows_of(calls), strict=True)
             if not same(by_extension(cells[row - 1]), call.expected())]  # fmt: skip
    assert found == []


def test_a_failing_first_call_is_tried_again(tmp_path: Path) -> None:
    with opened(tmp_path, [SCORE], fail=1) as (book, extension):
        assert book.cell("A1").value == pytest.approx(600 / 850 * 10)
    calls = [line[0] for line in log(extension)]
    # A new object is made for the second try.
    assert calls[:4] == ["CreateObject", "Compute", "CreateObject", "Compute"]


def test_where_nobody_answers_cells_say_that_they_do_not_know_the_name(tmp_path: Path) -> None:
    calls = [Call("DTI_MAX", ("HB-2023-XA", f"3.{n}")) for n in range(1, 30)]
    with opened(tmp_path, calls, nobody=True) as (book, extension):
        cells = book.read("A1:A29")
    assert {str(by_vba(cell)) for cell in cells} == {str({"error": 2029})}
    # Two tries, and then no cell waits for the next ten seconds.
    assert 2 <= len(log(extension)) <= 6


def test_a_server_that_keeps_failing_is_not_asked_by_every_cell(tmp_path: Path) -> None:
    calls = [Call("DTI_MAX", ("HB-2023-XA", f"3.{n}")) for n in range(1, 30)]
    with opened(tmp_path, calls, fail=1000) as (book, extension):
        assert by_vba(book.cell("A29")) == {"error": 2029}
    assert len(log(extension)) <= 12


def test_whole_columns_end_where_the_sheet_is_used(tmp_path: Path) -> None:
    with opened(tmp_path, [SCORE]) as (book, extension):
        book.set("A9", '=DTI_INDEX("HB-2023-XA";C:C;H:H)')
        book.recalculate()
        assert book.cell("A9").error == 0
    given = [line[2] for line in log(extension) if line[:2] == ["Compute", "DTI_INDEX"]]
    assert given
    for _, used, unused in given:
        assert 2 <= len(used) < 100
        assert unused is None


def test_what_was_left_out_at_the_end_is_not_handed_on(tmp_path: Path) -> None:
    index = Call("DTI_INDEX", ("HB-2023-XA", column("1.1", "1.2"), column(20.0, 10.0)))
    name = Call("DTI_TIER_NAME", (3.0,))
    with opened(tmp_path, [index, name]) as (_, extension):
        given = [line[2] for line in log(extension) if line[0] == "Compute"]
    assert {len(arguments) for arguments in given} == {3, 1}


def test_the_xlsm_edition_computes_its_scores(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    unit = {"table": "HB-2023-XA", "inputs": {"3.4": {"a": 600, "b": 1000}}}
    write_unit(path, "HB-2023-XA", unit, edition=UDF)
    macros = tmp_path / "a.xlsm"
    macros.write_bytes(as_xlsm(path.read_bytes()))
    extension = ole_extension(tmp_path / "ole", app=str(ROOT))
    with Office(extension) as office, office.open(macros, macros=True) as book:
        book.recalculate()
        score = design_of(load_law("HB-2023-XA"), UDF).formulas[Key("score", "3.4")].place
        assert book.cell(f"{score.sheet}!{score.address}").value == pytest.approx(600 / 850 * 10)
    asked = {line[1] for line in log(extension) if line[0] == "Compute"}
    assert "DTI_SCORE" in asked


def test_without_leave_no_macro_runs(tmp_path: Path) -> None:
    extension = ole_extension(tmp_path / "ole", app=str(ROOT))
    path = with_vba(book_of_calls(tmp_path / "calls.xlsx", [SCORE]))
    with Office(extension) as office, office.open(path) as book:
        book.recalculate()
    assert log(extension) == []


def test_left_out_arguments_are_known_not_to_be_carried() -> None:
    assert not carried_by_vba(Call("DTI_MAX", ("HB-2023-XA", LEFT_OUT)))
