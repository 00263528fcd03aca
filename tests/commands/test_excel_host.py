"""The host of Excel against a stand-in for its object model."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from answers.explain import explain
from answers.sources import Upload, read_source, scan_book
from tests.answers.conftest import SCORED
from tests.commands.fake_excel import Refused, Sheet, Workbook
from texts import say
from workbooks.design.names import Key
from workbooks.marks import MARK
from workbooks.own.read import read_own
from xl_addin.excel.com_server import Functions
from xl_addin.hosts.excel import run
from xl_addin.hosts.file import FileHost
from xl_addin.hosts.port import perform

Write = Callable[..., Path]


@pytest.fixture
def excel(write: Write) -> Workbook:
    return Workbook(write(SCORED))


def state(book: Workbook) -> dict[str, Any]:
    """Everything that the official sees or has set: cells, styles, notes, protection, names."""
    found: dict[str, Any] = {"names": sorted(book.book.defined_names)}
    for sheet in book.book:
        cells = {
            cell.coordinate: (cell.value, cell.style_id, cell.comment and cell.comment.text)
            for row in sheet.iter_rows()
            for cell in row
        }
        found[sheet.title] = (cells, dict(sheet.protection), sheet.sheet_state)
    return found


def notes(book: Workbook) -> dict[str, str]:
    return {
        f"{sheet.title}!{cell.coordinate}": cell.comment.text
        for sheet in book.book
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }


def test_marks_are_those_of_the_file_and_go_again(excel: Workbook) -> None:
    excel.book["Chấm điểm"]["B8"].comment = openpyxl.comments.Comment("Chị Hoa xem lại", "Hoa")
    before = state(excel)
    (excel.path.parent / "copy").mkdir()
    saved = excel.path.parent / "copy" / excel.path.name
    excel.book.save(saved)
    host = FileHost(saved)
    perform("reconcile", host)
    said = run("reconcile", excel)
    assert "Đối soát xong" in said
    file = scan_book(Upload("a.xlsx", host.content))
    in_file = {
        f"{sheet.name}!{openpyxl.utils.get_column_letter(at[1])}{at[0]}": text
        for sheet in file.sheets
        for at, text in sheet.comments.items()
    }
    assert notes(excel) == in_file
    listed = excel.book["Đối chiếu"]
    shown = {at: str(c.value) for at, c in file.by_name["Đối chiếu"].cells.items() if c.value}
    texts = {at: str(listed.cell(*at).value) for at in shown}
    assert {at: t for at, t in texts.items() if not t[:1].isdigit()} == {
        at: t for at, t in shown.items() if not t[:1].isdigit()
    }
    assert any(c.hyperlink and c.hyperlink.location for row in listed.iter_rows() for c in row)
    assert excel.active == ("Đối chiếu", "A1")
    run("reconcile", excel)
    assert [n for n in excel.book.sheetnames if n.startswith("Đối chiếu")] == ["Đối chiếu"]
    assert "Đã bỏ" in run("unmark", excel)
    assert state(excel) == before
    assert excel.Application.DisplayAlerts is True


def test_our_sheet_stands_after_the_last_one_that_is_seen(excel: Workbook) -> None:
    run("reconcile", excel)
    sheets = excel.book.worksheets
    seen = [sheet.title for sheet in sheets if sheet.sheet_state == "visible"]
    assert seen[-1] == "Đối chiếu"


def test_a_sheet_with_a_password_is_left_alone_and_said(excel: Workbook) -> None:
    excel.password = "bí mật"
    before = state(excel)
    said = run("reconcile", excel)
    assert "khóa bằng mật khẩu" in said
    after = state(excel)
    assert {name: after[name] for name in before} == before
    assert not any(text.startswith(MARK) for text in notes(excel).values())


def test_protection_is_put_back_where_writing_fails(
    excel: Workbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.commands import fake_excel

    def refuse(self: Any, text: str) -> None:
        raise Refused("no")

    monkeypatch.setattr(fake_excel.Cells, "AddComment", refuse)
    with pytest.raises(Refused):
        run("reconcile", excel)
    for sheet in excel.book:
        if sheet.title != "Đối chiếu" and sheet.sheet_state == "visible":
            assert sheet.protection.sheet, sheet.title
    assert excel.Application.ScreenUpdating is True


def test_the_selected_row_is_explained(excel: Workbook) -> None:
    sheet, cell = read_own(scan_book(excel.path)).places[Key("row", "6.5")]
    excel.active = (sheet, cell)
    said = run("explain", excel)
    assert " ".join(explain(read_source(excel.path), "6.5").words().split()) in " ".join(
        said.split()
    )


def test_figures_of_an_old_form_are_taken_over(write: Write) -> None:
    old = write(SCORED, name="old.xlsx")
    excel = Workbook(write(SCORED, {"table": SCORED}, name="new.xlsx"))
    assert run("adopt", excel) == say("command.cancelled", command=say("command.adopt"))
    excel.Application.opens = str(old)
    assert "old.xlsx" in run("adopt", excel)
    saved = old.with_name("after.xlsx")
    excel.book.save(saved)
    after, wanted = read_own(scan_book(saved)), read_own(scan_book(old))
    assert after.submission == wanted.submission
    assert Sheet(excel, excel.book["Chấm điểm"]).ProtectContents


def test_a_report_goes_where_the_official_wants_it(excel: Workbook) -> None:
    target = excel.path.with_name("bc.html")
    assert say("command.not-saved") in run("report", excel)
    excel.Application.saves = str(target)
    assert str(target) in run("report", excel)
    assert target.read_bytes().startswith(b"<!")
    excel.Application.saves = str(excel.path)
    before = excel.path.read_bytes()
    run("convert", excel)
    assert excel.path.read_bytes() == before


def test_formulas_get_their_plain_name(excel: Workbook) -> None:
    plain = {}
    for sheet in excel.book:
        for row in sheet.iter_rows():
            for cell in row:
                if (
                    isinstance(cell.value, str)
                    and "DTI_" in cell.value
                    and cell.value.startswith("=")
                ):
                    plain[sheet.title, cell.coordinate] = cell.value
                    cell.value = cell.value.replace("DTI_", "[1]!DTI_")
    assert plain
    run("relink", excel)
    assert {(s, c): excel.book[s][c].value for s, c in plain} == plain


def test_an_xlwings_book_is_taken_too(excel: Workbook) -> None:
    book = type("Book", (), {"api": excel})()
    assert "Không cần làm gì" in run("update", book)


def test_the_com_object_carries_commands_out(excel: Workbook) -> None:
    assert "Không cần làm gì" in Functions().Run("update", excel)
    assert Functions().Run("no such", object()).startswith("Không có lệnh")


def test_a_folder_is_asked_for(excel: Workbook, tmp_path: Path) -> None:
    assert "Chưa chọn gì" in run("rank", excel)
    excel.Application.folder = str(excel.path.parent)
    excel.Application.saves = str(tmp_path / "hang.xlsx")
    assert "hang.xlsx" in run("rank", excel)
    assert (tmp_path / "hang.xlsx").is_file()
