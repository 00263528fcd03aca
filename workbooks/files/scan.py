"""Scan: a user's file becomes frozen records. Nothing is executed and nothing is written."""

from __future__ import annotations

from pathlib import Path

from workbooks.files.book import Book, Cell, CellKind, Sheet, Unreadable, unreadable

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_BIFF = (b"\x09\x00", b"\x09\x02", b"\x09\x04", b"\x09\x08")


def scan(path: Path) -> Book:
    """Read a workbook (.xlsx, .xlsm, .xls); what it is, its first bytes decide, not its name.

    Raises Unreadable, saying why: not a workbook, damaged, encrypted, empty, unsafe.
    """
    path = Path(path)
    try:
        if path.is_dir():
            raise unreadable("đây là thư mục, không phải tệp")
        with path.open("rb") as file:
            head = file.read(8)
    except FileNotFoundError:
        raise unreadable(f"không có tệp {path.name}") from None
    except OSError as error:
        raise unreadable(f"không mở được tệp ({error.strerror or error})") from None
    if not head:
        raise unreadable("tệp rỗng (0 byte)")
    if head.startswith(_ZIP) or head.startswith(b"PK\x05\x06"):
        from workbooks.files.scan_xlsx import scan_xlsx

        return scan_xlsx(path)
    if head == _OLE or head[:2] in _OLD_BIFF:
        from workbooks.files.scan_xls import scan_xls

        return scan_xls(path)
    raise unreadable(_what_it_is(head))


def _what_it_is(head: bytes) -> str:
    start = head.lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith(b"<"):
        return (
            "tệp là trang HTML hoặc XML mang tên bảng tính; "
            "hãy mở bằng Excel rồi lưu lại thành .xlsx"
        )
    if start.startswith(b"%pdf"):
        return "tệp là PDF, không phải bảng tính"
    return "tệp không phải bảng tính Excel (.xlsx, .xlsm, .xls)"


__all__ = ["Book", "Cell", "CellKind", "Sheet", "Unreadable", "scan"]
