"""Scan: what a file holds, exactly; and files that are refused, with the reason."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName

from workbooks.files.scan import Book, CellKind, Unreadable, scan

FORMS = Path(__file__).parents[1] / "books" / "forms"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"


def raw_book(
    path: Path,
    rows: str,
    *,
    ns: str = MAIN,
    rel: str = RELATIONS,
    shared: str = "",
    workbook: str = "",
    before: str = "",
    extra: dict[str, str] | None = None,
) -> Path:
    """Write a minimal workbook whose `sheetData` is given."""
    parts = {
        "_rels/.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships"><Relationship Id="r1" Type="{rel}/officeDocument" '
        f'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{ns}" xmlns:r="{rel}">{workbook}<sheets>'
        f'<sheet name="Trang" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/'
        f'package/2006/relationships"><Relationship Id="r1" Type="{rel}/worksheet" '
        f'Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{rel}/sharedStrings" '
        f'Target="/xl/sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'{before}<worksheet xmlns="{ns}"><sheetData>{rows}'
        f"</sheetData></worksheet>",
        "xl/sharedStrings.xml": f'<sst xmlns="{ns}">{shared}</sst>',
        **(extra or {}),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def made(path: Path, edit: Callable[[Workbook], None]) -> Book:
    book = Workbook()
    edit(book)
    book.save(path)
    return scan(path)


def test_kinds_and_exact_values(tmp_path: Path) -> None:
    path = raw_book(
        tmp_path / "a.xlsx",
        '<row r="2"><c r="A2"><v>0.30000000000000004</v></c><c><v>12</v></c>'
        '<c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#DIV/0!</v></c>'
        '<c r="F2" t="str"><f>A1&amp;"x"</f><v>có</v></c><c r="G2" t="s"><v>0</v></c>'
        '<c r="H2" t="inlineStr"><is><r><t>Đã </t></r><r><t>có</t></r></is></c>'
        '<c r="I2"><f>A2*2</f></c><c r="J2" t="s"><v>1</v></c><c r="K2" s="3"/></row>'
        "<row><c><v>7</v></c></row>",
        shared='<si><r><t>Hồ </t></r><r><t>sơ</t></r><rPh sb="0" eb="1"><t>GHI</t></rPh></si>'
        "<si><t></t></si>",
    )
    cells = {cell.address: cell for cell in scan(path).sheets[0].cells.values()}
    assert {name: cell.value for name, cell in cells.items()} == {
        "A2": Fraction(3, 10), "B2": 12, "D2": True, "E2": "#DIV/0!", "F2": "có",
        "G2": "Hồ sơ", "H2": "Đã có", "I2": "", "A3": 7,
    }  # fmt: skip
    assert [cells[a].kind for a in ("A2", "D2", "E2", "F2")] == [
        CellKind.NUMBER,
        CellKind.BOOLEAN,
        CellKind.ERROR,
        CellKind.TEXT,
    ]
    assert cells["F2"].formula == 'A1&"x"'
    assert (cells["I2"].formula, cells["I2"].cached, cells["F2"].cached) == ("A2*2", False, True)


def test_strict_namespace_and_1904(tmp_path: Path) -> None:
    path = raw_book(
        tmp_path / "a.xlsx",
        '<row r="1"><c r="A1" t="d"><v>2024-08-08</v></c><c r="B1"><v>5</v></c></row>',
        ns=STRICT,
        rel=STRICT_RELATIONS,
        workbook='<workbookPr date1904="1"/>',
    )
    sheet = scan(path).sheets[0]
    assert sheet.cells[1, 1].kind is CellKind.DATE
    assert (sheet.cells[1, 1].value, sheet.cells[1, 2].value) == (45512, 5)


def test_shared_and_array_formulas(tmp_path: Path) -> None:
    path = raw_book(
        tmp_path / "a.xlsx",
        '<row r="1"><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$D$1</f><v>1</v></c></row>'
        '<row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>'
        '<row r="3"><c r="B3"><f t="shared" si="0"/><v>3</v></c>'
        '<c r="C3"><f t="array" ref="C3">SUM(A1:A3*B1:B3)</f><v>9</v></c></row>',
    )
    sheet = scan(path).sheets[0]
    assert [sheet.cells[row, 2].formula for row in (1, 2, 3)] == ["A1*$D$1", "A2*$D$1", "A3*$D$1"]
    assert sheet.cells[3, 3].formula == "SUM(A1:A3*B1:B3)"


def test_dates_percents_merges_names_comments_and_what_is_hidden(tmp_path: Path) -> None:
    def edit(book: Workbook) -> None:
        sheet = book.worksheets[0]
        sheet.title = "Chấm điểm"
        sheet["A1"] = date(2024, 8, 8)
        sheet["A2"], sheet["A2"].number_format = 0.85, "0%"
        sheet["A3"], sheet["A3"].number_format = 5, '#,##0 "đồng"'
        sheet["B1"] = "gộp"
        sheet["B1"].comment = Comment("xem lại", "Sở")
        sheet.merge_cells("B1:C3")
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["D"].hidden = True
        book.create_sheet("ẩn").sheet_state = "veryHidden"
        book.defined_names["dti_total"] = DefinedName("dti_total", attr_text="'Chấm điểm'!$A$2")
        book.defined_names["vung"] = DefinedName("vung", attr_text="'Chấm điểm'!$A$1:$A$2")
        book.defined_names["khac"] = DefinedName("khac", attr_text="SUM(1,2)")

    book = made(tmp_path / "a.xlsx", edit)
    sheet = book.sheet("Chấm điểm")
    kinds = [sheet.cells[row, 1].kind for row in (1, 2, 3)]
    assert kinds == [CellKind.DATE, CellKind.NUMBER, CellKind.NUMBER]
    assert (sheet.cells[1, 1].value, sheet.cells[2, 1].value) == (45512, Fraction(17, 20))
    assert sheet.cells[2, 1].is_percent
    assert sheet.merged == ((1, 2, 3, 3),)
    shown = sheet.at(3, 3)
    assert shown is not None
    assert shown.value == "gộp"
    assert sheet.at(4, 4) is None
    assert (set(sheet.hidden_rows), set(sheet.hidden_cols)) == ({2}, {4})
    assert sheet.comments == {(1, 2): "xem lại"}
    assert [(s.name, s.state) for s in book.sheets][1] == ("ẩn", "veryHidden")
    assert book.names == {
        "dti_total": ("Chấm điểm", "A2"),
        "vung": ("Chấm điểm", "A1:A2"),
    }
    with pytest.raises(KeyError):
        book.sheet("không có")


def test_old_xls() -> None:
    sheet = scan(FORMS / "03-ubnd-xa-yen-thuong.xls").sheets[0]
    merged = sheet.at(8, 6)
    assert merged is not None
    assert (merged.address, merged.value, merged.number_format) == ("F7", 12, "0.00")
    assert sheet.cells[5, 1].value == "I"
    assert merged.font == "Times New Roman"


def refusal(path: Path) -> tuple[str, str]:
    with pytest.raises(Unreadable) as caught:
        scan(path)
    return caught.value.code, str(caught.value.why)


def test_files_that_are_no_workbooks(tmp_path: Path) -> None:
    cases = {
        "empty.xlsx": (b"", "rỗng"),
        "page.xls": (b"<html><table></table></html>", "HTML"),
        "text.xlsx": (b"abc", "không phải bảng tính"),
        "cut.xlsx": ((FORMS / "12-huyen-tan-son.xlsx").read_bytes()[:9000], "hỏng"),
        "cut.xls": ((FORMS / "03-ubnd-xa-yen-thuong.xls").read_bytes()[:9000], "hỏng"),
    }
    for name, (content, word) in cases.items():
        (tmp_path / name).write_bytes(content)
        code, why = refusal(tmp_path / name)
        assert code == "file-unreadable", name
        assert word in why, name
    assert "thư mục" in refusal(tmp_path)[1]
    assert "không có tệp" in refusal(tmp_path / "none.xlsx")[1]


def test_encrypted_workbook_says_so(tmp_path: Path) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    (tmp_path / "locked.xlsx").write_bytes(ole + "EncryptedPackage".encode("utf-16-le"))
    code, why = refusal(tmp_path / "locked.xlsx")
    assert code == "file-unreadable"
    assert "mật khẩu" in why


def test_other_zips(tmp_path: Path) -> None:
    for name, parts, word in (
        ("a.ods", {"content.xml": "<x/>"}, "OpenDocument"),
        ("a.zip", {"a.txt": "a"}, "không chứa bảng tính"),
    ):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            for part, content in parts.items():
                archive.writestr(part, content)
        code, why = refusal(tmp_path / name)
        assert code == "file-unreadable"
        assert word in why


@pytest.mark.parametrize(
    ("before", "extra"),
    [
        ('<!DOCTYPE x [<!ENTITY a "aaaa">]>', {}),
        ('<!DOCTYPE x SYSTEM "http://example.invalid/x.dtd">', {}),
        ("", {"../evil.xml": "<x/>"}),
        ("", {"/etc/evil.xml": "<x/>"}),
        ("", {"xl/media/big.bin": "0" * 3_000_000}),
    ],
    ids=["entities", "external-dtd", "parent-folder", "absolute", "bomb"],
)
def test_unsafe_files(tmp_path: Path, before: str, extra: dict[str, str]) -> None:
    path = raw_book(tmp_path / "a.xlsx", "", before=before, extra=extra)
    code, why = refusal(path)
    assert code == "file-unsafe"
    assert why


def test_damaged_content(tmp_path: Path) -> None:
    path = raw_book(tmp_path / "a.xlsx", '<row r="1"><c r="A1" t="s"><v>99</v></c></row>')
    assert refusal(path)[0] == "file-unreadable"


def test_macros_and_links(tmp_path: Path) -> None:
    path = raw_book(tmp_path / "a.xlsm", "", extra={"xl/vbaProject.bin": "x"})
    assert scan(path).has_macros
    assert not scan(FORMS / "12-huyen-tan-son.xlsx").has_macros
