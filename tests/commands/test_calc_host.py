"""The commands in a real LibreOffice: sent to its window as the menu does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from answers.explain import explain
from answers.sources import read_source, scan_book
from tests.answers.conftest import SCORED
from tests.libreoffice.conftest import extension, office
from tests.libreoffice.office import Book, Office
from workbooks.design.names import Key
from workbooks.files.book import place_of
from workbooks.marks import MARK
from workbooks.own.read import read_own
from workbooks.patch.cells import Calls, put_cells
from workbooks.patch.parts import Patch
from workbooks.reconcile import check_file
from xl_addin.libreoffice.commands import PREFIX

pytestmark = pytest.mark.libreoffice
__all__ = ["extension", "office"]
Write = Callable[..., Path]


def do(book: Book, command: str, **given: Any) -> str:
    """Carry out a command; what it says."""
    said = book.dispatch(f"{PREFIX}{command}", Silent=True, Lang="vi", **given)
    assert isinstance(said, str)
    return said


def state(book: Book, path: Path) -> Any:
    """Everything of a document but our marks, as another file says it."""
    found = scan_book(book.save(path))
    return found.sheets, found.names


@pytest.fixture
def path(write: Write) -> Path:
    return write(SCORED)


@pytest.fixture
def book(office: Office, path: Path) -> Iterator[Book]:
    with office.open(path) as opened:
        yield opened


def test_marks_are_put_and_go_again(book: Book, path: Path, tmp_path: Path) -> None:
    before = state(book, tmp_path / "before.xlsx")
    said = do(book, "reconcile")
    assert "Đối soát xong" in said
    findings = [item for item in check_file(path).findings if item.cell]
    notes = book.notes()
    assert notes
    assert all(note.startswith(MARK) for note in notes.values())
    said_at = "\n".join(notes.values())
    assert [item for item in findings if item.message() not in said_at] == []
    assert "Đối chiếu" in book.sheets()
    marked = book.save(tmp_path / "marked.xlsx")
    # LibreOffice recalculated beside it, and says what the engines say.
    assert [f.code for f in check_file(marked).findings] == [
        f.code for f in check_file(path).findings
    ]
    do(book, "reconcile")
    assert book.sheets().count("Đối chiếu") == 1
    assert "Đã bỏ" in do(book, "unmark")
    assert book.notes() == {}
    assert state(book, tmp_path / "after.xlsx") == before


def test_the_list_leads_to_the_cells(book: Book, path: Path, tmp_path: Path) -> None:
    import openpyxl

    do(book, "reconcile")
    marked = openpyxl.load_workbook(book.save(tmp_path / "marked.xlsx"))
    links = {
        cell.hyperlink.location
        for row in marked["Đối chiếu"].iter_rows()
        for cell in row
        if cell.hyperlink
    }
    item = next(item for item in check_file(path).findings if item.cell)
    assert any(str(link).endswith(item.cell) for link in links), links


def test_the_selected_row_is_explained(book: Book, path: Path) -> None:
    sheet, cell = read_own(scan_book(path)).places[Key("row", "6.5")]
    book.select(f"{sheet}!{cell}")
    expected = explain(read_source(path), "6.5").words()
    assert " ".join(expected.split()) in " ".join(do(book, "explain").split())


def test_what_hinders_signing_is_listed(book: Book) -> None:
    assert "trước khi ký" in do(book, "precheck")
    assert "Trước khi ký" in book.sheets()
    do(book, "improve")
    assert "Việc cần làm" in book.sheets()


def test_a_folder_is_ranked(book: Book, path: Path, tmp_path: Path) -> None:
    target = tmp_path / "hang.xlsx"
    said = do(book, "rank", Folder=path.parent.as_uri(), Target=target.as_uri())
    assert "Sở Nội vụ" in said or str(target) in said
    assert target.is_file()


def test_figures_are_taken_over(office: Office, path: Path, write: Write, tmp_path: Path) -> None:
    empty = write(SCORED, {"table": SCORED}, name="new.xlsx")
    with office.open(empty) as book:
        assert path.name in do(book, "adopt", File=path.as_uri())
        after = read_own(scan_book(book.save(tmp_path / "after.xlsx")))
    assert after.submission == read_own(scan_book(path)).submission


def test_files_of_their_own(book: Book, path: Path, tmp_path: Path) -> None:
    for command, name in (("report", "a.html"), ("convert", "a.xlsx")):
        target = tmp_path / name
        assert str(target) in do(book, command, Target=target.as_uri())
        assert target.is_file()


@pytest.mark.parametrize("prefix", ["_xldudf_DTI_", "_xll."])
def test_calls_from_elsewhere_get_their_plain_name(prefix: str, office: Office, path: Path) -> None:
    where = read_own(scan_book(path)).places[Key("score", "6.5")]
    place = "!".join(where)
    with office.open(path) as book:
        plain = book.cell(place)
    formula = scan_book(path).by_name[where[0]].cells[place_of(where[1])].formula
    patch = Patch(path.read_bytes())
    put_cells(patch, where[0], {where[1]: Calls(formula.replace("DTI_", f"{prefix}DTI_"))})
    path.write_bytes(patch.saved())
    with office.open(path) as book:
        assert book.cell(place).error
        assert "1 ô" in do(book, "relink")
        book.recalculate()
        # A range stays a range, so that a blank stays a blank.
        assert book.cell(place) == plain


def test_an_unknown_command_does_nothing_and_says_so(
    book: Book, path: Path, tmp_path: Path
) -> None:
    before = state(book, tmp_path / "before.xlsx")
    assert do(book, "no-such").startswith("Không có lệnh")
    assert "Chưa chọn gì" in do(book, "rank")
    assert state(book, tmp_path / "after.xlsx") == before
