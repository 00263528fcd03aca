"""What a file says, printed: one line, in one direction, of bounded length."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from texts import say, text, worded
from texts.printable import LIMIT, printable


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        pytest.param("Đã ban hành “QĐ 15”", "Đã ban hành “QĐ 15”", id="words-stay"),
        pytest.param("a\nkhac.xlsx: KHỚP", "a khac.xlsx: KHỚP", id="forged-line"),
        pytest.param("a\r\nb\u2028c\x85d", "a  b c d", id="every-line-break"),
        pytest.param("a\x1b[2J\x07", "a\ufffd[2J\ufffd", id="terminal-codes"),
        pytest.param("gpj.\u202etxt", "gpj.\ufffdtxt", id="turned-direction"),
        pytest.param("a\u2066b\u200f", "a\ufffdb\ufffd", id="isolates-and-marks"),
        pytest.param("a\ud800", "a\ufffd", id="half-of-a-pair"),
        pytest.param("a\u200db\ufeff", "ab", id="joiners"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_what_is_printed(given: str, shown: str) -> None:
    assert printable(given) == shown


def test_it_is_cut() -> None:
    assert printable("x" * LIMIT) == "x" * LIMIT
    assert len(printable("x" * (LIMIT + 1))) == LIMIT
    assert printable("x" * 1000).endswith("x…")


def test_no_character_breaks_a_line_or_cannot_be_written() -> None:
    for code in range(sys.maxunicode + 1):
        shown = printable(chr(code))
        assert len(f"a{shown}b".splitlines()) == 1
        shown.encode()
        assert not shown or unicodedata.category(shown) not in ("Cc", "Cf", "Cs"), hex(code)


def test_data_of_a_sentence_cannot_forge_a_line() -> None:
    evil = "x\nkhac.xlsx: KHỚP\x1b[1A"
    assert "\n" not in say("finding.file-unreadable", why=evil)
    assert "\n" not in text("finding.file-unreadable", why=text("file.missing", name=evil)).say(
        "en"
    )
    assert worded((evil, "y")) == "x khac.xlsx: KHỚP\ufffd[1A, y"
