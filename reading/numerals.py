"""Numerals: the number that digits, or Vietnamese number words, mean — where that is certain."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

from scoring.numbers import Rational

_GROUPED = re.compile(r"([1-9][0-9]{0,2}([., ])[0-9]{3}(?:\2[0-9]{3})*)(?:(?!\2)[.,]([0-9]+))?")
PLAIN = re.compile(r"([0-9]+)(?:([.,])([0-9]+))?")
"""Digits with at most one sign between them: whole part, sign, decimals."""
_CODE = re.compile(r"0[0-9]{3}|0[0-9]+\.|(?:[1-9]|1[0-2])\.(?:19|20)[0-9]{2}$")
# Look-alikes: Icelandic eth for đ, full-width signs, invisible characters.
_SAME = str.maketrans(
    "Ðð％／⁄０１２３４５６７８９",
    "Đđ%//0123456789",
    "\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff",
)


_MARKS = 4
"""As many combining marks in a row are kept; a Vietnamese letter has two at most."""


def clean(text: str) -> str:
    """Lower-case letters, composed, with single spaces; look-alikes made alike."""
    composed = unicodedata.normalize("NFC", _few_marks(text))
    return " ".join(composed.translate(_SAME).lower().split())


def _few_marks(text: str) -> str:
    """Normalising takes the square of the longest run of marks: no run is long."""
    if text.isascii():
        return text
    kept, run = [], 0
    for char in text:
        run = run + 1 if unicodedata.combining(char) else 0
        if run <= _MARKS:
            kept.append(char)
    return "".join(kept)


def exact(whole: str, part: str | None) -> Rational:
    """The number of two strings of digits, before and after the decimal sign."""
    value = Fraction(f"{whole}.{part or 0}")
    return value.numerator if value.denominator == 1 else value


def read_numeral(text: str) -> Rational | None:
    """Return the number a Vietnamese or plain numeral means, None where that is not certain.

    >>> read_numeral("1.234"), read_numeral("85,5"), read_numeral("1.234,5"), read_numeral("0.500")
    (1234, Fraction(171, 2), Fraction(2469, 2), Fraction(1, 2))
    >>> read_numeral("1,234") is None, read_numeral("12.03.2024") is None
    (True, True)
    """
    digits = clean(text)
    if re.match("[-−][0-9]", digits):
        value = read_numeral(digits[1:])
        return None if value is None else -value
    if len(digits) > 30 or _CODE.match(digits):
        return None  # a telephone number, a code or a month, not a count
    if grouped := _GROUPED.fullmatch(digits):
        whole, sign, part = grouped.groups()
        # Three digits after the only comma are decimals here, thousands elsewhere.
        unsure = sign == "," and part is None and whole.count(",") == 1
        return None if unsure else exact(re.sub(r"[., ]", "", whole), part)
    plain = PLAIN.fullmatch(digits)
    return exact(plain[1], plain[3]) if plain else None


_DIGITS = {
    word: value
    for value, words in enumerate(
        ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy bẩy", "tám", "chín"]
    )
    for word in words.split()
}
_AFTER_TENS = _DIGITS | {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}
_SCALES = ((10**9, ("tỷ", "tỉ")), (10**6, ("triệu",)), (10**3, ("nghìn", "ngàn")))
_ODD = ("linh", "lẻ")
_VOCABULARY = {
    *_AFTER_TENS, *_ODD, "mười", "mươi", "trăm", "phẩy", *(w for _, ws in _SCALES for w in ws)
}  # fmt: skip
_LONGEST = 20


def is_number_words(text: str) -> bool:
    """Whether every word is one that numbers are said with."""
    words = text.split(" ", _LONGEST)
    return len(words) <= _LONGEST and _VOCABULARY.issuperset(words)


def read_words(text: str) -> Rational | None:
    """Return the number that Vietnamese words say; None where they are not a full number.

    >>> read_words("tám"), read_words("mười hai"), read_words("một nghìn hai trăm")
    (8, 12, 1200)
    >>> read_words("tám mươi lăm phẩy năm"), read_words("hai trăm năm") is None
    (Fraction(171, 2), True)
    """
    whole, comma, decimals = text.partition(" phẩy ")
    value = _integer(whole.split(" ", _LONGEST))
    if value is None or not comma:
        return value
    digits = [_DIGITS.get(word) for word in decimals.split(" ", _LONGEST)]
    if None in digits:
        return None
    return exact(str(value), "".join(map(str, digits)))


def _integer(words: list[str]) -> int | None:
    total, begun = 0, False
    for scale, names in _SCALES:
        place = next((n for n, word in enumerate(words) if word in names), None)
        if place is None:
            continue
        # Before a scale a short group is plain: «một triệu hai nghìn».
        head = _below_thousand(words[:place], False)
        if head is None and begun:
            head = _below_thousand(words[:place], True)
        if not head:
            return None
        total, begun, words = total + head * scale, True, words[place + 1 :]
        if not words:
            return total
    rest = _below_thousand(words, begun)
    return None if rest is None else total + rest


def _below_thousand(words: list[str], begun: bool) -> int | None:
    """A group of three digits. `begun`: thousands stand before it, so that it must be whole."""
    hundreds = 0
    if words[1:2] == ["trăm"] and words[0] in _DIGITS and (begun or words[0] != "không"):
        hundreds, begun, words = _DIGITS[words[0]] * 100, True, words[2:]
        if not words:
            return hundreds or None
    if begun and len(words) == 2 and words[0] in _ODD:
        ones = _DIGITS.get(words[1])
        return hundreds + ones if ones else None
    if words[:1] == ["mười"]:
        tens, words = 10, words[1:]
    elif words[1:2] == ["mươi"] and _DIGITS.get(words[0], 0) > 1:
        tens, words = _DIGITS[words[0]] * 10, words[2:]
    else:
        # «hai trăm năm» is 205 to some and 250 to others.
        return _DIGITS.get(words[0]) if len(words) == 1 and not begun else None
    if not words:
        return hundreds + tens
    last = _AFTER_TENS.get(words[0]) if len(words) == 1 else None
    return hundreds + tens + last if last else None
