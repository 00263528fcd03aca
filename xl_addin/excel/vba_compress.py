"""Compression of VBA source as MS-OVBA 2.4.1 defines it (runs of what stood before in a chunk)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

_CHUNK = 4096
_SHORTEST = 3
_TRIED = 64
"""How many earlier places are compared; source code gains nothing from more."""


def compress(data: bytes) -> bytes:
    """The compressed container of any bytes.

    >>> compress(b"#aaabcdefaaaaghijaaaaaklaaamnopqaaaaaaaaaaaarstuvwxyzaaa").hex()[:24]
    '012fb0002361616162636465'
    """
    chunks = (data[start : start + _CHUNK] for start in range(0, len(data), _CHUNK))
    return b"\x01" + b"".join(map(_chunk, chunks))


def _chunk(plain: bytes) -> bytes:
    """One chunk with its header: 12 bits of size, the mark 011, and whether it is packed."""
    packed = _packed(plain)
    if len(packed) <= _CHUNK:
        return struct.pack("<H", 0xB000 | (len(packed) - 1)) + packed
    return struct.pack("<H", 0x3000 | (_CHUNK - 1)) + plain.ljust(_CHUNK, b"\0")


def _packed(plain: bytes) -> bytes:
    """Tokens in groups of eight, each group behind a byte that says which are copies."""
    result = bytearray()
    tokens = list(_tokens(plain))
    for start in range(0, len(tokens), 8):
        group = tokens[start : start + 8]
        result.append(sum(1 << bit for bit, token in enumerate(group) if len(token) == 2))
        result += b"".join(group)
    return bytes(result)


def _tokens(plain: bytes) -> Iterator[bytes]:
    """A byte as it is (1 byte), or a copy of what stood before (2 bytes)."""
    seen: dict[bytes, list[int]] = {}
    place = 0
    while place < len(plain):
        offset_bits = max(4, (place - 1).bit_length())
        longest = (0xFFFF >> offset_bits) + _SHORTEST
        length, back = _best(plain, place, longest, seen)
        if length >= _SHORTEST:
            token = ((back - 1) << (16 - offset_bits)) | (length - _SHORTEST)
            yield struct.pack("<H", token)
        else:
            length = 1
            yield plain[place : place + 1]
        for passed in range(place, place + length):
            seen.setdefault(plain[passed : passed + _SHORTEST], []).append(passed)
        place += length


def _best(plain: bytes, place: int, longest: int, seen: dict[bytes, list[int]]) -> tuple[int, int]:
    """The longest run at `place` that an earlier place begins too: (length, how far back)."""
    most, back = 0, 0
    limit = min(longest, len(plain) - place)
    for earlier in reversed(seen.get(plain[place : place + _SHORTEST], [])[-_TRIED:]):
        same = 0
        while same < limit and plain[earlier + same] == plain[place + same]:
            same += 1
        if same > most:
            most, back = same, place - earlier
    return most, back
