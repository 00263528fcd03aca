"""A compound file (MS-CFB, version 3) from named streams: the container of a vbaProject.bin.

Nothing in it depends on the clock or on chance: same streams, same bytes.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field

Storage = Mapping[str, "bytes | Storage"]
"""A storage: streams and further storages by their names."""

_SECTOR, _MINI_SECTOR, _SMALL = 512, 64, 4096
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_NOBODY = 0xFFFFFFFF
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_RED, _BLACK = 0, 1
_IN_HEADER = 109
"""Sectors of the allocation table that the header itself can name."""


class TooLarge(ValueError):
    """More than the header's own list of table sectors can hold (7 MB)."""


@dataclass
class _Entry:
    """One entry of the directory; the entries of a storage form a balanced tree."""

    name: str
    kind: int
    data: bytes = b""
    left: int = _NOBODY
    right: int = _NOBODY
    child: int = _NOBODY
    colour: int = _BLACK
    start: int = 0

    def packed(self) -> bytes:
        name = self.name.encode("utf-16-le") + b"\0\0" if self.name else b""
        head = struct.pack("<HBB", len(name), self.kind, self.colour)
        links = struct.pack("<3I", self.left, self.right, self.child)
        return (
            name.ljust(64, b"\0")
            + head
            + links
            + bytes(36)  # class id, state, times
            + struct.pack("<IQ", self.start, len(self.data))
        )


@dataclass
class _Sectors:
    """Sectors of one size and the table that chains them."""

    size: int
    data: bytearray = field(default_factory=bytearray)
    table: list[int] = field(default_factory=list)

    def add(self, data: bytes, filler: bytes = b"\0") -> int:
        """Append a stream; gives its first sector."""
        if not data:
            return _END
        start, count = len(self.table), -(-len(data) // self.size)
        self.data += data.ljust(count * self.size, filler)
        self.table += [*range(start + 1, start + count), _END]
        return start

    def packed_table(self) -> bytes:
        return struct.pack(f"<{len(self.table)}I", *self.table)


def compound_file(root: Storage) -> bytes:
    """The bytes of the file. Raises TooLarge beyond 7 MB."""
    entries = [_Entry("Root Entry", _ROOT)]
    _enter(entries, 0, root)
    large, small = _Sectors(_SECTOR), _Sectors(_MINI_SECTOR)
    for entry in entries:
        if entry.kind == _STREAM:
            entry.start = (small if len(entry.data) < _SMALL else large).add(entry.data)
    entries[0].data = bytes(small.data)
    entries[0].start = large.add(entries[0].data)
    small_table = large.add(small.packed_table(), b"\xff")
    spare = [_Entry("", 0)] * (-len(entries) % 4)
    directory = large.add(b"".join(entry.packed() for entry in (*entries, *spare)))
    small_count = -(-len(small.table) * 4 // _SECTOR)
    places = _close_table(large)
    header = struct.pack(
        "<8s16x5H6x9I",
        bytes.fromhex("D0CF11E0A1B11AE1"),
        *(0x3E, 3, 0xFFFE, 9, 6),
        *(0, len(places), directory, 0, _SMALL, small_table, small_count, _END, 0),
    )
    listed = struct.pack(f"<{_IN_HEADER}I", *places, *[_FREE] * (_IN_HEADER - len(places)))
    return header + listed + bytes(large.data) + large.packed_table()


def _close_table(sectors: _Sectors) -> list[int]:
    """Let the table name its own sectors, which come last, and fill them; gives their numbers."""
    per_sector = _SECTOR // 4
    used, count = len(sectors.table), 1
    while count * per_sector < used + count:
        count += 1
    if count > _IN_HEADER:
        raise TooLarge(used * _SECTOR)
    sectors.table += [_TABLE] * count
    sectors.table += [_FREE] * (count * per_sector - len(sectors.table))
    return list(range(used, used + count))


def _enter(entries: list[_Entry], parent: int, storage: Storage) -> None:
    """Append what is in a storage and hang it below its entry."""
    numbers = []
    for name, content in storage.items():
        numbers.append(len(entries))
        if isinstance(content, bytes):
            entries.append(_Entry(name, _STREAM, content))
        else:
            entries.append(_Entry(name, _STORAGE))
            _enter(entries, numbers[-1], content)
    numbers.sort(key=lambda n: (len(entries[n].name), entries[n].name.upper()))
    # A tree split in halves: only its last, perhaps unfilled, level is red.
    entries[parent].child = _balanced(entries, numbers, 0, len(numbers).bit_length() - 1)


def _balanced(entries: list[_Entry], numbers: list[int], depth: int, deepest: int) -> int:
    if not numbers:
        return _NOBODY
    middle = len(numbers) // 2
    entry = entries[numbers[middle]]
    entry.left = _balanced(entries, numbers[:middle], depth + 1, deepest)
    entry.right = _balanced(entries, numbers[middle + 1 :], depth + 1, deepest)
    entry.colour = _RED if depth and depth == deepest else _BLACK
    return numbers[middle]
