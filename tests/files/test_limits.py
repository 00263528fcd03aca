"""Files made to hold a machine up: refused in one line, in little time and memory.

Each is scanned in a process that may use 512 MB and 10 seconds of processor time; a file beyond a
limit of `limits` is refused, one within it is read.
"""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.workbooks.test_scan import MAIN, raw_book
from texts import LANGS
from workbooks.files import limits
from workbooks.files.book import column_letters
from workbooks.files.scan import Unreadable, scan

ROOT = Path(__file__).parents[2]
SHEET = "xl/worksheets/sheet1.xml"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"

_BOUNDED = """
import json, resource, sys
from pathlib import Path
from workbooks.files.scan import Unreadable, scan
resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
resource.setrlimit(resource.RLIMIT_AS, (512 << 20, 512 << 20))
try:
    answer = ["read", sum(len(sheet.cells) for sheet in scan(Path(sys.argv[1])).sheets)]
except Unreadable as error:
    answer = [error.code, error.why.id, str(error)]
print(json.dumps(answer))
"""


def bounded(path: Path) -> list[str | int]:
    """What scanning gives within 10 seconds and 512 MB; an AssertionError beyond."""
    done = subprocess.run(
        [sys.executable, "-c", _BOUNDED, str(path)], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-500:]
    answer: list[str | int] = json.loads(done.stdout)
    return answer


def stored(path: Path) -> Path:
    """The same package, nothing packed: the guard against zip bombs sees nothing."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def sheet(path: Path, inner: str) -> Path:
    return stored(raw_book(path, "", extra={SHEET: f'<worksheet xmlns="{MAIN}">{inner}'}))


def plain_numbers(count: int) -> str:
    columns = [column_letters(col) for col in range(1, 21)]
    return "".join(
        f'<row r="{row}">'
        + "".join(f'<c r="{col}{row}"><v>{row % 977}.5</v></c>' for col in columns)
        + "</row>"
        for row in range(1, count // 20 + 1)
    )


def many_numbers(path: Path) -> Path:
    return raw_book(path, plain_numbers(400_000))


def empty_styled(path: Path) -> Path:
    columns = [column_letters(col) for col in range(1, 21)]
    rows = "".join(
        f'<row r="{row}">' + "".join(f'<c r="{col}{row}" s="1"/>' for col in columns) + "</row>"
        for row in range(1, 65_001)
    )
    return raw_book(path, rows)


def large_sheet(path: Path) -> Path:
    text = "0123456789abcdef" * 2000
    return sheet(path, "<sheetData>" + f'<row><c t="str"><v>{text}</v></c></row>' * 3000)


def deep(path: Path) -> Path:
    return sheet(path, "<a>" * 3_000_000)


def nested_cells(path: Path) -> Path:
    return sheet(path, '<sheetData><row r="1">' + '<c r="A1">' * 1_000_000)


def many_rows(path: Path) -> Path:
    return sheet(path, "<sheetData>" + "<row/>" * 1_500_000 + "</sheetData></worksheet>")


def wide_columns(path: Path) -> Path:
    col = '<col min="-2000000000" max="2000000000" hidden="1"/>'
    return sheet(path, f"<cols>{col * 16_000}</cols><sheetData/></worksheet>")


def whole_merges(path: Path) -> Path:
    merge = '<mergeCell ref="A1:XFD1048576"/>'
    return sheet(path, f"<sheetData/><mergeCells>{merge * 15_000}</mergeCells></worksheet>")


def tall_merges(path: Path) -> Path:
    merges = "".join(f'<mergeCell ref="A{row}:J{row + 90}"/>' for row in range(1, 15_000))
    return sheet(path, f"<sheetData/><mergeCells>{merges}</mergeCells></worksheet>")


def whole_names(path: Path) -> Path:
    names = "".join(
        f'<definedName name="n{i}">Trang!$A$1:$XFD$1048576</definedName>' for i in range(15_000)
    )
    return raw_book(path, "", workbook=f"<definedNames>{names}</definedNames>")


def one_sheet_often(path: Path) -> Path:
    sheets = "".join(f'<sheet name="s{i}" sheetId="{i}" r:id="r1"/>' for i in range(2, 300))
    return raw_book(path, "", workbook=f"<sheets>{sheets}</sheets>")


def shared_formulas(path: Path) -> Path:
    first = "+".join(f"B{row}" for row in range(1, 200))
    rest = "".join(
        f'<row r="{row}"><c r="A{row}"><f t="shared" si="0"/></c></row>' for row in range(2, 60_000)
    )
    return raw_book(
        path, f'<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A9">{first}</f></c></row>{rest}'
    )


def lying_size(path: Path) -> Path:
    """A part says that it unpacks to 500 bytes and unpacks to megabytes."""
    raw_book(path, plain_numbers(100_000))
    content = bytearray(path.read_bytes())
    at = content.find(b"PK\x01\x02")
    while content[at + 46 : at + 46 + len(SHEET)] != SHEET.encode():
        at = content.find(b"PK\x01\x02", at + 4)
    content[at + 24 : at + 28] = struct.pack("<I", 500)
    path.write_bytes(content)
    return path


def many_parts(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(30_000):
            archive.writestr(f"part{number}", "")
    return path


def bzip_bomb(path: Path) -> Path:
    raw_book(path, "")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_BZIP2) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def many_texts(path: Path) -> Path:
    return stored(raw_book(path, "", shared="<si><t>ab</t></si>" * 550_000))


def long_text(path: Path) -> Path:
    return stored(raw_book(path, "", shared=f"<si><t>{'x' * 40_000}</t></si>"))


def long_number(path: Path) -> Path:
    return stored(raw_book(path, f'<row r="1"><c r="A1"><v>{"1234567890" * 200_000}</v></c></row>'))


def many_comments(path: Path) -> Path:
    relation = '<Relationship Id="r1" Type="x/comments" Target="../c.xml"/>'
    comments = '<comment ref="A1"><text><t>x</t></text></comment>' * 60_000
    extra = {
        "xl/worksheets/_rels/sheet1.xml.rels": f'<Relationships xmlns="{RELATIONS}">{relation}'
        "</Relationships>",
        "xl/c.xml": f'<comments xmlns="{MAIN}">{comments}</comments>',
    }
    return stored(raw_book(path, "", extra=extra))


def record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def old_book(path: Path, cells: bytes) -> Path:
    """A BIFF8 stream without its container, as xlrd takes it."""
    start = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    start += record(0x42, struct.pack("<H", 1200))
    start += record(0x31, struct.pack("<HHHHHBBBB", 200, 0, 0, 400, 0, 0, 0, 0, 0) + b"\x01\0A") * 4
    start += b"".join(
        record(0xE0, struct.pack("<HHH", 0, 0, 0xFFF5 if i < 15 else 1) + bytes(14))
        for i in range(16)
    )
    end = record(0x0A, b"")
    name = struct.pack("<BB", 0, 0) + b"\x01\0S"
    at = len(start) + 4 + 4 + len(name) + len(end)
    sheet_start = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    bound = record(0x85, struct.pack("<I", at) + name)
    path.write_bytes(start + bound + end + sheet_start + cells + end)
    return path


def old_numbers(path: Path) -> Path:
    one = struct.pack("<Hi", 15, 6) * 256 + struct.pack("<H", 255)
    return old_book(
        path, b"".join(record(0xBD, struct.pack("<HH", r, 0) + one) for r in range(9000))
    )


def old_corners(path: Path) -> Path:
    return old_book(
        path,
        b"".join(record(0x203, struct.pack("<HHHd", row, 255, 15, 1.0)) for row in range(65_000)),
    )


HOSTILE: list[tuple[Callable[[Path], Path], str]] = [
    (many_numbers, "file.too-much"),
    (empty_styled, "read"),
    (large_sheet, "file.too-large"),
    (deep, "file.too-much"),
    (nested_cells, "file.damaged.content"),
    (many_rows, "file.damaged.place"),
    (wide_columns, "read"),
    (whole_merges, "file.too-much"),
    (tall_merges, "file.too-much"),
    (whole_names, "read"),
    (one_sheet_often, "file.too-much"),
    (shared_formulas, "file.too-much"),
    (lying_size, "file.damaged.part"),
    (many_parts, "file.too-large"),
    (bzip_bomb, "file.damaged.part"),
    (many_texts, "file.too-much"),
    (long_text, "file.too-much"),
    (long_number, "read"),
    (many_comments, "read"),
    (old_numbers, "file.too-much"),
    (old_corners, "file.too-much"),
]


@pytest.mark.parametrize(("make", "expected"), HOSTILE, ids=[make.__name__ for make, _ in HOSTILE])
def test_within_ten_seconds_and_512_mb(
    tmp_path: Path, make: Callable[[Path], Path], expected: str
) -> None:
    suffix = ".xls" if make.__name__.startswith("old") else ".xlsx"
    answer = bounded(make(tmp_path / f"a{suffix}"))
    assert expected in answer[:2], answer
    assert "\n" not in str(answer[-1])


def test_an_old_book_within_the_limits_is_read(tmp_path: Path) -> None:
    cells = b"".join(record(0x203, struct.pack("<HHHd", r, 2, 15, 1.5)) for r in range(10))
    book = scan(old_book(tmp_path / "a.xls", cells))
    assert [cell.address for cell in book.sheets[0].cells.values()][:2] == ["C1", "C2"]


def pipe(path: Path) -> Path:
    os.mkfifo(path)
    return path


@pytest.mark.parametrize(
    ("make", "why"),
    [
        pytest.param(pipe, "file.not-regular", id="pipe"),
        pytest.param(lambda _: Path("/dev/zero"), "file.not-regular", id="device"),
        pytest.param(lambda p: p.parent, "file.folder", id="folder"),
        pytest.param(lambda p: p, "file.missing", id="missing"),
        pytest.param(lambda p: Path(f"{p}\0"), "file.wrong-name", id="null-character"),
        pytest.param(lambda p: p / "x", "file.missing", id="below-nothing"),
    ],
)
def test_regular_files_only(tmp_path: Path, make: Callable[[Path], Path], why: str) -> None:
    with pytest.raises(Unreadable) as caught:
        scan(make(tmp_path / "a.xlsx"))
    assert caught.value.why.id == why


def test_a_file_name_that_is_not_utf8(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.xlsx"))
    raw_book(path, '<row r="1"><c r="A1"><v>1</v></c></row>')
    assert scan(path).path == path
    path.unlink()
    with pytest.raises(Unreadable) as caught:
        scan(path)
    for lang in LANGS:
        caught.value.why.say(lang).encode()


def test_a_file_larger_than_any_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with path.open("wb") as file:
        file.truncate(limits.FILE_BYTES + 1)
    with pytest.raises(Unreadable) as caught:
        scan(path)
    assert caught.value.why.id == "file.too-large"
