"""Files that are refused whole, and workbooks of ours that another version made."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.cases import EDITIONS, make, office
from tests.support.spoil import Patch
from workbooks.design.names import MAP, SCORING, VERSION
from workbooks.reconcile import Totals, Verdict, check_file

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def encrypted(path: Path) -> None:
    path.write_bytes(OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(512))


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-2000])


def broken_sheet(path: Path) -> None:
    patch = Patch(path)
    patch.parts["xl/worksheets/sheet2.xml"] = b"<worksheet><sheetData><row></sheetData>"
    patch.save()


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * (8 * 1024 * 1024))


def entities(path: Path) -> None:
    patch = Patch(path)
    patch.parts["xl/sharedStrings.xml"] = (
        b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>'
    )
    patch.save()


def escaping(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../xl/workbook.xml", "<workbook/>")


def pages(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


REFUSED: list[tuple[str, Callable[[Path], object], str, str]] = [
    ("encrypted", encrypted, "file-unreadable", "mật khẩu"),
    ("truncated", truncated, "file-unreadable", "hỏng"),
    ("broken XML", broken_sheet, "file-unreadable", "XML sai trong xl/worksheets/sheet2.xml"),
    ("empty", lambda path: path.write_bytes(b""), "file-unreadable", "rỗng"),
    ("a note", lambda path: path.write_text("Kính gửi"), "file-unreadable", "không phải bảng tính"),
    ("HTML", lambda path: path.write_text("<html>"), "file-unreadable", "HTML"),
    ("PDF", lambda path: path.write_bytes(b"%PDF-1.7 "), "file-unreadable", "PDF"),
    ("another Office file", pages, "file-unreadable", "không chứa bảng tính"),
    ("no file", lambda path: path.unlink(), "file-unreadable", "không có tệp bieu.xlsx"),
    ("a folder", folder, "file-unreadable", "thư mục"),
    ("bomb", bomb, "file-unsafe", "bom nén"),
    ("entities", entities, "file-unsafe", "xl/sharedStrings.xml"),
    ("a name that escapes", escaping, "file-unsafe", "thoát khỏi thư mục"),
]


@pytest.mark.parametrize(("spoil", "code", "why"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])  # fmt: skip  # noqa: E501
def test_refused(spoil: Callable[[Path], object], code: str, why: str, tmp_path: Path) -> None:
    path = make(tmp_path / "bieu.xlsx", office(), EDITIONS[0])
    spoil(path)
    result = check_file(path)
    assert [found.code for found in result.findings] == [code]
    assert why in result.findings[0].message()
    assert (result.verdict, result.exit_status, result.totals) == (Verdict.UNREADABLE, 2, Totals())
    assert (result.law, result.statement, result.assessment) == (None, None, None)


def say(row: int, value: str) -> Callable[[Patch], object]:
    """Change a line of the hidden map."""
    return lambda patch: patch.text(f"B{row}", value, MAP)


OTHER_VERSIONS = [
    ("layout version", say(1, "1"), "layout-unknown", f"phiên bản bố cục «1», cần «{VERSION}»"),
    ("no layout version", lambda patch: patch.clear("B1", MAP), "layout-unknown", "«»"),
    ("table", say(2, "XX-2030-SO"), "table-unknown", "XX-2030-SO"),
    ("another of our tables", say(2, "HB-2023-XA"), "layout-unknown", "HB-2023-XA"),
    ("edition", say(3, "web"), "layout-unknown", "ấn bản «web»"),
    ("ruleset", say(4, "0123456789abcdef"), "layout-unknown", "mã 0123456789ab"),
]


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize(
    ("spoil", "code", "why"),
    [row[1:] for row in OTHER_VERSIONS],
    ids=[r[0] for r in OTHER_VERSIONS],
)
def test_another_version(
    spoil: Callable[[Patch], object], code: str, why: str, edition: str, tmp_path: Path
) -> None:
    patch = Patch(make(tmp_path / "bieu.xlsx", office(), edition))
    spoil(patch)
    result = check_file(patch.save())
    assert [found.code for found in result.findings] == [code]
    assert why in result.findings[0].message()
    assert (result.verdict, result.exit_status, result.totals) == (Verdict.UNREADABLE, 1, Totals())


def test_the_scoring_sheet_is_gone(tmp_path: Path) -> None:
    """A spreadsheet program that deletes a sheet leaves its names without a place."""
    patch = Patch(make(tmp_path / "bieu.xlsx", office(), EDITIONS[0]))
    for node in patch.workbook.iter("{*}sheet"):
        if node.get("name") == SCORING:
            node.getparent().remove(node)
    for node in patch.workbook.iter("{*}definedName"):
        if SCORING in node.text:
            node.text = "#REF!"
    result = check_file(patch.save())
    assert [found.code for found in result.findings] == ["layout-unknown"]
    assert "không còn trang «Chấm điểm»" in result.findings[0].message()
    assert (result.verdict, result.exit_status) == (Verdict.UNREADABLE, 1)


def test_a_workbook_about_something_else(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.worksheets[0].append(["Danh sách cán bộ", "Năm sinh"])
    book.save(tmp_path / "khac.xlsx")
    result = check_file(tmp_path / "khac.xlsx")
    assert [found.code for found in result.findings] == ["layout-unknown"]
    assert result.exit_status == 1
