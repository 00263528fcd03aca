"""Patched files: well formed, clean by Microsoft's own validator, and nothing else changed."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from answers.sources import Upload, scan_book
from tests.commands.conftest import parts
from tests.excel.conftest import validator
from tests.excel.validator import violations
from workbooks.files.book import place_of
from workbooks.files.refusals import Unreadable
from workbooks.patch.cells import Held, put_cells
from workbooks.patch.parts import Patch, before_end, elements
from xl_addin.hosts.file import FileHost
from xl_addin.hosts.port import perform

__all__ = ["validator"]
FORMS = sorted(Path("tests/books/forms").glob("*.xlsx"))


def test_marked_and_filled_workbooks_are_clean(book: Path, validator: Path) -> None:
    host = FileHost(book, other=book)
    assert violations(host.content, ".xlsx") == []
    for command in ("reconcile", "precheck"):
        perform(command, host)
    assert violations(host.content, ".xlsx") == []
    empty = FileHost(FORMS[0])
    before = violations(empty.content, ".xlsx")
    perform("reconcile", empty)
    assert violations(empty.content, ".xlsx") == before


def with_sheet(data: str) -> bytes:
    """A workbook whose only sheet has these rows."""
    buffer = io.BytesIO()
    openpyxl.Workbook().save(buffer)
    patch = Patch(buffer.getvalue())
    part = patch.sheets()["Sheet"]
    content = patch.read(part)
    found = next(e for e in elements(content, part, 1) if e.name == "sheetData")
    patch.write(part, content[: found.start] + data.encode() + content[found.end :])
    return patch.saved()


ROWS = (
    '<sheetData><row r="2"><c r="B2" s="0"><v>1</v></c><c r="D2"><v>2</v></c></row>'
    '<row r="4"/><row r="6"><c r="A6"><f>1&gt;2</f><v>0</v></c></row></sheetData>'
)


@pytest.mark.parametrize("data", [ROWS, "<sheetData/>", "<sheetData></sheetData>"])
def test_cells_find_their_place(data: str) -> None:
    wanted: dict[str, Any] = {
        "A1": "đầu", "A2": 0.5, "B2": "thay", "C2": True, "E2": 7, "Z2": None, "AA3": "<&>",
        "B4": -1, "A6": 3, "C9": "cuối",
    }  # fmt: skip
    patch = Patch(with_sheet(data))
    put_cells(patch, "Sheet", {where: Held(value) for where, value in wanted.items()})
    sheet = scan_book(Upload("a.xlsx", patch.saved())).by_name["Sheet"]
    for where, value in wanted.items():
        cell = sheet.cells.get(place_of(where))
        assert (cell.value if cell else None) == value, where
        assert cell is None or cell.formula == ""
    content = patch.read(patch.sheets()["Sheet"])
    rows = [int(e.attributes["r"]) for e in elements(content, "x", 2, "sheetData")]
    assert rows == sorted(rows)
    for row in set(rows):
        cells = [e.attributes["r"] for e in elements(content, "x", 3, "row")]
        columns = [place_of(c)[1] for c in cells if place_of(c)[0] == row]
        assert columns == sorted(columns)


def test_only_the_part_of_the_sheet_changes(book: Path) -> None:
    before = book.read_bytes()
    patch = Patch(before)
    name = next(iter(patch.sheets()))
    put_cells(patch, name, {"C4": Held("Tên khác")})
    after = parts(patch.saved())
    changed = {part for part, content in parts(before).items() if after[part] != content}
    assert changed == {patch.sheets()[name]}
    assert list(after) == list(parts(before))


def test_the_same_plan_gives_the_same_bytes(book: Path) -> None:
    one, other = FileHost(book), FileHost(book)
    perform("reconcile", one)
    perform("reconcile", other)
    assert one.content == other.content


def test_a_prefixed_part_is_patched_too() -> None:
    data = with_sheet(ROWS)
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("sheet1.xml"):
                text = content.decode().replace("</", "</§").replace("<", "<x:")
                text = text.replace("<x:/§", "</x:").replace("<x:?", "<?")
                content = text.replace(" xmlns=", " xmlns:x=", 1).encode()
            new.writestr(name, content)
    patch = Patch(buffer.getvalue())
    put_cells(patch, "Sheet", {"B2": Held("thay"), "A9": Held(1)})
    sheet = scan_book(Upload("a.xlsx", patch.saved())).by_name["Sheet"]
    assert sheet.cells[2, 2].value == "thay"
    assert sheet.cells[9, 1].value == 1
    assert sheet.cells[2, 4].value == 2


@pytest.mark.parametrize("name", ["03-ubnd-xa-yen-thuong.xls"])
def test_what_is_no_xlsx_is_refused(name: str) -> None:
    with pytest.raises(Unreadable):
        Patch((Path("tests/books/forms") / name).read_bytes())


def test_something_more_at_the_end() -> None:
    assert before_end(b"<a><b/></a>\n", b"<c/>") == b"<a><b/><c/></a>\n"
    assert before_end(b"<a/>", b"<c/>") == b"<a><c/></a>"
