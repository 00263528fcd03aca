"""Macros as olevba, a reader that is not ours, finds them."""

from __future__ import annotations

import warnings

with warnings.catch_warnings():
    # It uses names of its parser library that were renamed.
    warnings.simplefilter("ignore")
    from oletools.olevba import VBA_Parser, decompress_stream


def modules_of(data: bytes) -> dict[str, str]:
    """Module → source of a workbook or of a vbaProject.bin."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = VBA_Parser("book.xlsm", data).extract_macros()
        return {name: code for _, _, name, code in found}


def decompressed(data: bytes) -> bytes:
    """What a compressed stream holds."""
    return bytes(decompress_stream(bytearray(data)))
