"""Header: the rows that name the columns of a form, and what their words say a column holds."""

from __future__ import annotations

import re
from itertools import pairwise

from workbooks.files.book import Cell, CellKind, Sheet
from workbooks.forms.titles import key

# The first pattern that is found in the header's key decides.
ROLES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern))
    for role, pattern in (
        ("other", r"nam truoc|ky truoc|chenh lech|xep hang|thu hang|tang giam"),
        ("excluded", r"khong danh gia|khong xet"),
        ("max", r"toi da|diem chuan|thang diem|diem (theo )?quy dinh|cao nhat"),
        ("verified", r"tham dinh.*diem|diem.*(tham dinh|hoi dong|phuc tra|cham lai)|phuc tra"),
        ("verified", r"\b(so tt ?tt+|so khcn|hoi dong|cap tren|tinh|to tham dinh) (cham|danh gia)"),
        ("mixed", r"(ket qua|so lieu|thuc hien).*(kiem chung|minh chung|tai lieu|can cu)"),
        ("mixed", r"(kiem chung|minh chung|tai lieu|can cu).*(ket qua|so lieu)"),
        ("note", r"ghi chu|giai trinh|tai lieu|kiem chung|minh chung|can cu|duong link|\blink\b"),
        ("reason", r"^ly do"),
        ("unit", r"don vi tinh|^dvt$|^don vi$"),
        (
            "agency",
            r"co quan|chu tri|phoi hop|phu trach|bo phan"
            r"|don vi (tham dinh|cung cap|thuc hien|theo doi|danh gia|bao cao|thong ke)",
        ),
        ("require", r"^yeu cau|^muc tieu|ket qua can dat"),
        ("code", r"^(t t|tt|stt|s tt|so tt|so thu tu|ma|ma so|ma (so )?chi (so|tieu)|muc|so)$"),
        ("method", r"cach (xac dinh|tinh|cham)|phuong phap|cong thuc|huong dan|quy dinh cham"),
        ("level", r"^muc do|\bmuc do$|khoi dong|co ban|nang cao|toan dien"),
        ("num", r"\btu so\b"),
        ("den", r"\bmau so\b"),
        ("result", r"so lieu"),
        ("result", r"noi dung (thuc hien|dat duoc|tu danh gia)|ket qua (thuc hien|dat)"),
        ("score", r"diem|tu cham|tu danh gia"),
        ("name", r"chi so|tieu chi|chi tieu|noi dung|^ten\b"),
        ("result", r"ket qua|gia tri|thuc hien|thuc trang|hien trang|phuong an|lua chon|tra loi"),
        ("percent", r"^ty le"),
    )
)
_HEADER_LIMIT = 140
_HEADER_SPAN = 4


def role_of(text: str) -> str:
    """What a column under this header holds.

    >>> [role_of(t) for t in ("TT", "Điểm tối đa", "Kết quả/Số liệu", "Tự đánh giá", "Ghi chú")]
    ['code', 'max', 'result', 'score', 'note']
    """
    if len(text) > _HEADER_LIMIT:
        return ""
    words = key(text)
    return next((role for role, pattern in ROLES if pattern.search(words)), "")


def header_rows(sheet: Sheet, name: int, first: int) -> list[int]:
    """The rows of the header that stands closest above the first title."""
    like = [row for row in sheet.rows if row < first and _is_header(sheet, row)]
    if not like:
        return []
    top = like[-1]
    while top - 1 in sheet.rows and (top - 1 in like or _joined(sheet, top - 1, top)):
        top -= 1
    rows = [top]
    for row in range(top + 1, min(top + _HEADER_SPAN, first)):
        if row in like or _continues_header(sheet, row, name, top):
            rows.append(row)
        elif row in sheet.rows:
            break
    return rows


def _is_header(sheet: Sheet, row: int) -> bool:
    roles = {
        role_of(str(cell.value))
        for cell in sheet.rows[row]
        if cell.kind is CellKind.TEXT and not _is_wide(sheet, cell)
    } - {"", "other"}
    return len(roles) >= 3 or ("name" in roles and len(roles) == 2)


def _joined(sheet: Sheet, upper: int, lower: int) -> bool:
    """A merge runs from one row into the other."""
    return any(area[0] <= upper and lower <= area[2] for area in sheet.merged)


def _is_wide(sheet: Sheet, cell: Cell) -> bool:
    """The cell is a heading over most of the sheet, not a column."""
    area = sheet.merge_of(cell.row, cell.col)
    return area is not None and area[1] == 1 and area[3] - area[1] >= 3


def _continues_header(sheet: Sheet, row: int, name: int, top: int) -> bool:
    cells = sheet.rows.get(row, ())
    if not cells:
        return False
    if is_numbering(cells):
        return True
    title = sheet.at(row, name)
    if title is not None and title.row == row and key(str(title.value)):
        return False
    return all(cell.kind is CellKind.TEXT and len(str(cell.value)) <= 60 for cell in cells)


def is_numbering(cells: tuple[Cell, ...]) -> bool:
    """A row that numbers the columns: 1 2 3 4, (1) (2) (3), A B 1 2 or a) b).

    Two cells are too few to tell it from a pillar.
    """
    marks = [key(str(cell.value)) for cell in cells]
    if len(marks) < 3 or any(len(mark) > 7 for mark in marks):
        return False
    numbers = [int(mark) for mark in marks if mark.isdigit()]
    letters = [mark for mark in marks if not mark[:1].isdigit()]
    rising = all(b - a in (1, 2) for a, b in pairwise(numbers))
    return len(numbers) >= 2 and numbers[0] == 1 and rising and all(len(x) <= 1 for x in letters)


def header_texts(sheet: Sheet, header: list[int]) -> dict[int, tuple[str, str]]:
    """The header of each column: all its words, and the lowest ones."""
    texts: dict[int, tuple[str, str]] = {}
    if not header:
        return texts
    last = max((col for _, col in sheet.cells), default=0)
    for col in range(1, last + 1):
        parts: list[str] = []
        seen: set[str] = set()
        for row in header:
            cell = sheet.at(row, col)
            numbering = cell is not None and is_numbering(sheet.rows.get(row, ()))
            if cell is not None and cell.address not in seen and not numbering:
                seen.add(cell.address)
                parts.append(str(cell.value))
        if parts:
            texts[col] = (" ".join(parts), parts[-1])
    return texts


def repeated_rows(sheet: Sheet, header: list[int]) -> set[int]:
    """Rows that say the header again, after a page break."""
    patterns = [_row_key(sheet, row) for row in header]
    found = set()
    for row in sheet.rows:
        words = _row_key(sheet, row)
        for pattern in patterns:
            same = len(words & pattern)
            if pattern and same >= 2 and same * 5 >= len(pattern) * 4:
                found.add(row)
    return found


def _row_key(sheet: Sheet, row: int) -> frozenset[tuple[int, str]]:
    return frozenset((cell.col, key(str(cell.value))) for cell in sheet.rows.get(row, ()))
