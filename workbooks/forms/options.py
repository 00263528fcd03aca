"""Options: which printed option an official's words name, if they name one for sure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from reading.typed import ReadKind, read
from workbooks.files.book import Cell, CellKind
from workbooks.forms.titles import key

_ORDINAL = re.compile(
    r"\s*(?:(?:mức|phương án|lựa chọn|p\.?a\.?|lc)\s*)?\(?(\d{1,2})\)?\s*[.):-]?\s*$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s*(?:\((\d{1,2})\)|(\d{1,2})[.)])\s+(?=\S)")
# What the clause says after a label: «: 1/2 * điểm tối đa», «: 0 điểm», «: Không có điểm».
_POINTS = re.compile(
    r"\s*[:;(–-]\s*(?:không có |[\d½][\d/.,%]*\s*[*x×]?\s*)?(?:điểm(?: tối đa)?|đ)\s*\)?\s*$",
    re.IGNORECASE,
)
_YES = ("co", "da", "duoc")
_NO = ("khong", "chua")
# In the words after a matching label these may turn it round.
_DOUBT = frozenset(
    re.findall(
        r"\w+",
        "khong chua nhung tru tuy rieng con mot phan kien thao dang se tre cham muon hoac trinh"
        " sau thieu neu khoang gan",
    )
)
_TICKS = ("x", "✓", "✔", "√", "☑", "v", "(x)", "[x]")
_LONGEST_REST = 15
_CLOSE = 0.9
_MARGIN = 0.08


def is_tick(cell: Cell) -> bool:
    """A mark that means «this one»: x, ✓, TRUE."""
    if cell.kind is CellKind.BOOLEAN:
        return bool(cell.value)
    return cell.kind is CellKind.TEXT and str(cell.value).strip().casefold() in _TICKS


def match_option(text: str, options: Sequence[str]) -> int | None:
    """The ordinal of the option, from 1; None where the words do not name just one.

    >>> match_option("Chưa có", ("Đã ban hành", "Chưa ban hành"))
    2
    >>> match_option("Đã ban hành", ("Đã ban hành kịp thời", "Đã ban hành nhưng trễ")) is None
    True
    """
    labels = [key(_POINTS.sub("", label)) for label in options]
    bare = _ORDINAL.fullmatch(text)
    if bare:
        return _by_ordinal(int(bare[1]), options)
    numbered = _NUMBERED.match(text)
    if numbered:
        ordinal = int(numbered[1] or numbered[2])
        named = _by_words(text[numbered.end() :], labels)
        return named if named in (ordinal, None) and named else None
    return _by_words(text, labels)


def _by_ordinal(ordinal: int, options: Sequence[str]) -> int | None:
    digits = any(char.isdigit() for label in options for char in label)
    return ordinal if 1 <= ordinal <= len(options) and not digits else None


def _by_words(text: str, labels: list[str]) -> int | None:
    plain = re.sub(r"^\s*[-–+•*]\s*", "", _POINTS.sub("", text))
    words = key(plain)
    if not words:
        return None
    for find in (_exact, _alternative, _close, _longer):
        found = find(words, labels)
        if found:
            return found[0] if len(found) == 1 else None
    return _by_answer(plain, labels)


def _exact(words: str, labels: list[str]) -> list[int]:
    return [n for n, label in enumerate(labels, 1) if label == words]


def _alternative(words: str, labels: list[str]) -> list[int]:
    """One of the cases that a label joins with «hoặc»."""
    return [n for n, label in enumerate(labels, 1) if words in label.split(" hoac ")]


def _close(words: str, labels: list[str]) -> list[int]:
    """A label with a slip of the pen: the same negations and digits, no other label near."""
    ranked = sorted(
        ((SequenceMatcher(None, words, label, autojunk=False).ratio(), n, label)
         for n, label in enumerate(labels, 1)),
        reverse=True,
    )  # fmt: skip
    ratio, ordinal, label = ranked[0]
    if ratio < _CLOSE or (len(ranked) > 1 and ratio - ranked[1][0] < _MARGIN):
        return []
    return [ordinal] if _turns(words) == _turns(label) else []


def _turns(words: str) -> Counter[str]:
    return Counter(word for word in words.split() if word in _DOUBT or word.isdigit())


def _longer(words: str, labels: list[str]) -> list[int]:
    """A label of several words that goes on with something harmless."""
    fits = [
        (len(label), n)
        for n, label in enumerate(labels, 1)
        if " " in label and words.startswith(f"{label} ")
    ]
    if not fits:
        return []
    length, ordinal = max(fits)
    rest = words[length:].split()
    if len(rest) > _LONGEST_REST or _DOUBT & set(rest):
        return []
    # «Đã ban hành …» must not be the beginning of another label too.
    shared = [label for label in labels if label.startswith(words[:length])]
    return [ordinal] if len(shared) == 1 else []


def _by_answer(text: str, labels: list[str]) -> int | None:
    """Có or Không, where just one option says so and the others say the contrary."""
    said = read(text)
    positive = [n for n, label in enumerate(labels, 1) if label.split()[0] in _YES]
    negative = [n for n, label in enumerate(labels, 1) if label.split()[0] in _NO]
    if said.kind is ReadKind.YES and len(positive) == 1 and len(negative) == len(labels) - 1:
        return positive[0]
    if said.kind is ReadKind.NO and len(negative) == 1:
        return negative[0]
    counted = said.kind is ReadKind.NUMBER and said.value and said.value > 0
    if counted and labels == ["co", "khong"] and key(text).startswith("co "):
        return 1
    return None
