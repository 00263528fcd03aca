"""Scan: a user's file becomes frozen records. Nothing is executed and nothing is written."""

from __future__ import annotations

import stat
from pathlib import Path

from workbooks.files import limits
from workbooks.files.book import Book, Cell, CellKind, Sheet
from workbooks.files.refusals import Unreadable, too_large, unreadable

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_BIFF = (b"\x09\x00", b"\x09\x02", b"\x09\x04", b"\x09\x08")


def scan(path: Path) -> Book:
    """Read a workbook (.xlsx, .xlsm, .xls); what it is, its first bytes decide, not its name.

    Raises Unreadable, saying why: not a workbook, damaged, encrypted, empty, unsafe, too large.
    """
    path = Path(path)
    head = _head(path)
    if head.startswith(_ZIP) or head.startswith(b"PK\x05\x06"):
        from workbooks.files.scan_xlsx import scan_xlsx

        return scan_xlsx(path)
    if head == _OLE or head[:2] in _OLD_BIFF:
        from workbooks.files.scan_xls import scan_xls

        return scan_xls(path)
    raise unreadable(_what_it_is(head))


def _head(path: Path) -> bytes:
    """The first bytes of a regular file; nothing else is opened, since reading it may not end."""
    try:
        mode = path.stat()
        if stat.S_ISDIR(mode.st_mode):
            raise unreadable("folder")
        if not stat.S_ISREG(mode.st_mode):
            raise unreadable("not-regular")
        if mode.st_size > limits.FILE_BYTES:
            raise too_large("file", limits.FILE_BYTES)
        with path.open("rb") as file:
            head = file.read(8)
    except FileNotFoundError:
        raise unreadable("missing", name=path.name) from None
    except OSError as error:
        raise unreadable("not-opened", why=error.strerror or str(error)) from None
    except ValueError:  # a null character, or what the system's encoding does not have
        raise unreadable("wrong-name") from None
    if not head:
        raise unreadable("empty")
    return head


def _what_it_is(head: bytes) -> str:
    """The id of the reason why these first bytes are of no workbook."""
    start = head.lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith(b"<"):
        return "html"
    return "pdf" if start.startswith(b"%pdf") else "no-workbook"


__all__ = ["Book", "Cell", "CellKind", "Sheet", "Unreadable", "scan"]
