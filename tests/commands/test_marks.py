"""Marking and unmarking a file: what is put there, and that nothing of it stays."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment

from answers.sources import Upload, scan_book
from tests.answers.conftest import SCORED
from tests.commands.conftest import parts
from workbooks.files.book import Book
from workbooks.marks import MARK, without_marks
from workbooks.patch.parts import Patch
from workbooks.reconcile import check_book, check_file
from xl_addin.hosts.file import FileHost
from xl_addin.hosts.port import perform

FORMS = sorted(Path("tests/books/forms").glob("*.xlsx"))


def scanned(content: bytes) -> Book:
    return scan_book(Upload("book.xlsx", content))


def with_notes(path: Path) -> Path:
    """The same workbook, saved by another program, with notes of the official's own."""
    book = openpyxl.load_workbook(path)
    sheet = book["Chấm điểm"]
    sheet["B8"].comment = Comment("Chị Hoa xem lại", "Hoa")
    sheet["G20"].comment = Comment("Đã đối chiếu", "Hoa")
    noted = path.with_name("noted.xlsx")
    book.save(noted)
    return noted


def test_findings_become_notes_at_their_cells_and_a_sheet(book: Path) -> None:
    host = FileHost(book)
    said = perform("reconcile", host)
    findings = check_file(book).findings
    marked = scanned(host.content)
    for item in findings:
        if item.cell:
            notes = marked.by_name[item.sheet].comments
            assert any(item.message() in note for note in notes.values()), item
    listed = marked.by_name["Đối chiếu"]
    shown = {str(cell.value) for cell in listed.cells.values()}
    assert {item.message() for item in findings} <= shown
    assert {item.place for item in findings if item.cell} <= shown
    assert "Đối soát xong" in said


def test_a_click_in_the_list_leads_to_the_cell(book: Path) -> None:
    host = FileHost(book)
    perform("reconcile", host)
    sheet = next(
        content
        for name, content in parts(host.content).items()
        if name.startswith("xl/worksheets/")
        and b"<hyperlink " in content
        and MARK.strip().encode() in content
    ).decode()
    item = next(item for item in check_file(book).findings if item.cell)
    assert f"!{item.cell}" in sheet


def test_marks_removed_again_leave_every_part_as_it_was(book: Path) -> None:
    host = FileHost(book)
    before = book.read_bytes()
    for command in ("reconcile", "precheck", "reconcile"):
        perform(command, host)
    assert parts(host.content) != parts(before)
    said = perform("unmark", host)
    assert parts(host.content) == parts(before)
    assert "Đã bỏ" in said
    assert book.read_bytes() == before


@pytest.mark.parametrize("table_id", [SCORED])
def test_notes_of_the_official_stay(book: Path) -> None:
    noted = with_notes(book)
    host = FileHost(noted)
    perform("reconcile", host)
    marked = openpyxl.load_workbook(noted.with_name("noted.xlsx"))
    marked.close()
    own = scanned(noted.read_bytes()).by_name["Chấm điểm"].comments
    after = scanned(host.content).by_name["Chấm điểm"].comments
    assert {place: after[place] for place in own} == own
    assert any(text.startswith(MARK) for text in after.values())
    perform("unmark", host)
    assert parts(host.content) == parts(noted.read_bytes())


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_forms_of_others_are_marked_and_unmarked(form: Path) -> None:
    host = FileHost(form)
    perform("reconcile", host)
    before = check_file(form).findings
    assert [f.code for f in check_book(scanned(host.content)).findings] == [f.code for f in before]
    perform("unmark", host)
    assert parts(host.content) == parts(form.read_bytes())


def test_a_marked_workbook_says_what_it_said(book: Path) -> None:
    host = FileHost(book)
    perform("reconcile", host)
    marked = scanned(host.content)
    assert without_marks(marked).sheets == scanned(book.read_bytes()).sheets
    assert check_book(marked).findings == check_file(book).findings


def test_other_programs_read_what_was_marked(book: Path, tmp_path: Path) -> None:
    host = FileHost(book)
    perform("reconcile", host)
    path = tmp_path / "marked.xlsx"
    path.write_bytes(host.content)
    opened = openpyxl.load_workbook(path)
    notes = [
        cell.comment.text
        for sheet in opened
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    ]
    assert notes
    assert all(note.startswith(MARK) for note in notes)
    assert opened.sheetnames[-1] == "Đối chiếu"


@pytest.mark.parametrize("table_id", [SCORED])
def test_marks_are_removed_from_a_file_that_another_program_saved(book: Path) -> None:
    host = FileHost(book)
    perform("reconcile", host)
    saved = book.with_name("saved.xlsx")
    saved.write_bytes(host.content)
    openpyxl.load_workbook(saved).save(saved)
    again = FileHost(saved)
    perform("unmark", again)
    left = scanned(again.content)
    assert not any(sheet.comments for sheet in left.sheets)
    assert [s.name for s in left.sheets] == [s.name for s in scanned(book.read_bytes()).sheets]


def test_a_sheet_of_the_official_with_our_name_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.load_workbook(FORMS[0])
    book.create_sheet("Đối chiếu")["A1"] = "Bảng của tôi"
    book.save(path)
    host = FileHost(path)
    perform("reconcile", host)
    assert {"Đối chiếu", "Đối chiếu DTI"} <= set(scanned(host.content).by_name)
    perform("unmark", host)
    assert parts(host.content) == parts(path.read_bytes())


def test_nothing_to_unmark_changes_nothing(book: Path) -> None:
    host = FileHost(book)
    assert "không thay đổi" in perform("unmark", host)
    assert host.content == book.read_bytes()


def test_a_text_is_written_as_it_stands() -> None:
    from workbooks.patch.notes import put_notes
    from workbooks.patch.sheets import Line, Page, add_sheet

    patch = Patch(FORMS[0].read_bytes())
    name = next(iter(patch.sheets()))
    words = '=1+1 <b>"&\x00 \n]]>'
    put_notes(patch, name, {"C3": words})
    add_sheet(patch, Page("A & B's", (Line((MARK + words,), (name, "C3")),)))
    after = scanned(patch.saved())
    assert after.by_name[name].comments[3, 3].startswith('=1+1 <b>"&')
    assert after.by_name["A & B's"].cells[1, 1].formula == ""
