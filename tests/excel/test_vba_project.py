"""The container of the macros: read back by programs that are not ours."""

from __future__ import annotations

import io
import random

import olefile
import pytest

from tests.excel.olevba import decompressed, modules_of
from xl_addin.excel.compound_file import TooLarge, compound_file
from xl_addin.excel.vba_compress import compress
from xl_addin.excel.vba_project import Module, ModuleKind, obscured, vba_project
from xl_addin.excel.vba_source import addin_modules

# The examples of MS-OVBA 3.2.
SPECIFIED = {
    b"abcdefghijklmnopqrstuv.": "0119b000616263646566676800696a6b6c6d6e6f70007172737475762e",
    b"#aaabcdefaaaaghijaaaaaklaaamnopqaaaaaaaaaaaarstuvwxyzaaa": (
        "012fb00023616161626364658266007061676869 6a0138 08616b6c0030 6d6e6f70 06710270 0410"
        "7273747576107778797a003c"
    ).replace(" ", ""),
    b"a" * 73: "0103b002614500",
}


@pytest.mark.parametrize("plain", SPECIFIED, ids=["nothing twice", "as usual", "one letter"])
def test_compression_is_that_of_the_specification(plain: bytes) -> None:
    # Which of equally long runs is copied is free.
    assert len(compress(plain)) == len(bytes.fromhex(SPECIFIED[plain]))
    assert decompressed(compress(plain)) == decompressed(bytes.fromhex(SPECIFIED[plain])) == plain


@pytest.mark.parametrize("size", [0, 1, 2, 15, 16, 17, 4095, 4096, 4097, 9000, 50_000])
@pytest.mark.parametrize("letters", [b"a", b"ab", bytes(range(97, 123))])
def test_compressed_text_is_read_back(size: int, letters: bytes) -> None:
    plain = bytes(random.Random(size).choices(letters, k=size))
    # What does not get smaller is filled up with zeros, says the specification.
    assert decompressed(compress(plain)).rstrip(b"\0") == plain


def test_a_chunk_that_does_not_get_smaller_is_stored() -> None:
    plain = random.Random(1).randbytes(4096)
    assert len(compress(plain)) == 1 + 2 + 4096
    assert decompressed(compress(plain)) == plain


@pytest.mark.parametrize("size", [0, 1, 63, 64, 65, 4095, 4096, 4097, 70_000, 3_000_000])
def test_streams_of_every_size_are_read_back(size: int) -> None:
    data = random.Random(size).randbytes(size)
    names = [f"s{number:02}" for number in range(20)]
    file = compound_file({"A": dict.fromkeys(names, b"small"), "B": data, "C": b"x"})
    with olefile.OleFileIO(io.BytesIO(file)) as opened:
        assert not opened.parsing_issues
        assert (opened.openstream("B").read() if size else b"") == data
        assert [opened.openstream(["A", name]).read() for name in names] == [b"small"] * 20


def test_more_than_the_header_can_name_is_refused() -> None:
    with pytest.raises(TooLarge):
        compound_file({"A": bytes(8_000_000)})


def test_modules_are_read_back_as_written() -> None:
    modules = [Module("ThisWorkbook", kind=ModuleKind.WORKBOOK), *addin_modules()]
    found = modules_of(vba_project("DTI", modules))
    sources = {name.rpartition(".")[0]: code for name, code in found.items()}
    assert list(sources) == [module.name for module in modules]
    for module in modules[1:]:
        assert sources[module.name].split("\n", 1)[1].split() == module.code.split()


def test_same_source_same_bytes_and_other_source_other_identity() -> None:
    one, same, other = (vba_project("DTI", [Module("A", code)]) for code in ("x", "x", "y"))
    assert one == same
    with olefile.OleFileIO(io.BytesIO(one)) as opened:
        first = opened.openstream("PROJECT").read()
    with olefile.OleFileIO(io.BytesIO(other)) as opened:
        assert opened.openstream("PROJECT").read() != first


def test_letters_beyond_ascii_are_our_mistake() -> None:
    with pytest.raises(UnicodeEncodeError):
        vba_project("DTI", [Module("A", "' điểm")])


@pytest.mark.parametrize("data", [bytes(4), bytes(1), b"\xff", b"anything at all"])
def test_what_is_obscured_can_be_read_as_the_specification_says(data: bytes) -> None:
    identity = "{917DED54-440B-4FD1-A5C1-74ACF261E600}"
    coded = bytes.fromhex(obscured(identity, data))
    seed, version, key = coded[0], coded[1] ^ coded[0], coded[2] ^ coded[0]
    assert (version, key) == (2, sum(identity.encode()) & 0xFF)
    clear, last, before, plain = key, coded[2], coded[1], b""
    for byte in coded[3 + ((seed & 6) >> 1) :]:
        clear = byte ^ ((before + clear) & 0xFF)
        last, before = byte, last
        plain += bytes([clear])
    assert plain == len(data).to_bytes(4, "little") + data
