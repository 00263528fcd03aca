"""How many cells an .xls holds, counted in its records before anything is made of them.

A record is two bytes of kind, two of length, then its content; those of cells begin with row and
column. (Excel Binary File Format, [MS-XLS] 2.1.4, 2.4.)
"""

from __future__ import annotations

from struct import Struct

_HEAD = Struct("<HH")
_MULRK, _MULBLANK = 0x00BD, 0x00BE
_BLANKS = frozenset({0x0001, 0x0201, _MULBLANK})
_CELLS = frozenset(
    {
        *(0x0001, 0x0002, 0x0003, 0x0004, 0x0005, 0x0006),  # as BIFF2 wrote them
        *(0x0201, 0x0203, 0x0204, 0x0205, 0x0206, 0x0406, 0x027E, 0x00FD, 0x00D6),
        _MULRK,
        _MULBLANK,
    }
)
_BEGINNINGS = frozenset({0x0009, 0x0209, 0x0409, 0x0809})


def cells_of(stream: bytes) -> tuple[int, int]:
    """Cells that hold something, and places up to the last cell of each row, of all sheets.

    >>> number = bytes.fromhex("0302 0e00 0500 0200 0f00 0000000000000000")
    >>> cells_of(number + number)
    (2, 3)
    """
    filled = places = 0
    widths: dict[int, int] = {}
    at, end = 0, len(stream) - 8
    while at <= end:
        kind, length = _HEAD.unpack_from(stream, at)
        if kind in _CELLS and length >= 6:
            row, col = _HEAD.unpack_from(stream, at + 4)
            if kind in (_MULRK, _MULBLANK):
                last = int.from_bytes(stream[at + 2 + length : at + 4 + length], "little")
                filled += 0 if kind == _MULBLANK else max(last - col + 1, 0)
                col = last
            elif kind not in _BLANKS:
                filled += 1
            widths[row] = max(widths.get(row, 0), col + 1)
        elif kind in _BEGINNINGS:
            places += sum(widths.values())
            widths.clear()
        at += 4 + length
    return filled, places + sum(widths.values())
