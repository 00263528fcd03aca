"""Which symbols are part and which are whole, row by row, as printed.

Written from the printed clauses and from the adopted readings alone: `make_cases` derives from it
what must be found where there can be no score. A row that is not named here and takes `a` and `b`
is a part `a` of a whole `b`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Shape:
    """Symbols of the part and of the whole; `capped`: the two are not part and whole."""

    part: str = "a"
    whole: str = "b"
    capped: bool = False


USUAL = Shape()
CAPPED = Shape(capped=True)
UPSIDE_DOWN = Shape("b", "a")
WITH_DEPUTY = Shape("a b", "c")

SHAPES: Mapping[str, Mapping[str, Shape]] = {
    "VN-2024-HUYEN": {
        "7.5.2": Shape("c d", "a b"),
        "7.5.3": Shape("b c", "a"),
        "7.8.6": UPSIDE_DOWN,
    },
    "HB-2023-XA": {},
    "HB-2023-SO": {
        "1.3": WITH_DEPUTY,
        "2.3": CAPPED,
        "4.1": Shape("a b c d", "e f"),
        "5.9": Shape("a b", "c"),
    },
    "HB-2023-HUYEN": {
        "1.4": CAPPED,
        "4.4": Shape("a b c d", "e f"),
        "6.11": UPSIDE_DOWN,
        "6.12": CAPPED,
        "7.6": CAPPED,
    },
    "HD-2024-SO": {
        "1.2": WITH_DEPUTY,
        "4.3": Shape("a", "b c"),
        "6.2": Shape("c d", "a b"),
        "6.3": Shape("b c", "a"),
        "6.5": CAPPED,
    },
    "HD-2024-HUYEN": {
        "1.2": WITH_DEPUTY,
        "3.4": Shape("a b", "c"),
        "3.5": Shape("a b", "c"),
        "4.4": Shape("a b c d", "e"),
        "5.4": Shape("a b", "c"),
        "6.3": UPSIDE_DOWN,
        "6.4": UPSIDE_DOWN,
        "6.5": CAPPED,
        "6.7": Shape("b d", "a c"),
    },
}

MISSING, EXCEEDS, ZERO = "input-missing", "part-exceeds-whole", "zero-denominator"
NEGATIVE, TEXT, OPTION = "input-negative", "input-not-a-number", "option-unknown"
COHORT, READING = "cohort-missing", "reading-applied"

Case = tuple[str, dict[str, Any], tuple[str, ...]]
"""Name, inputs, what must be found."""

_SERVERS: tuple[Case, ...] = (
    ("hosted-and-no-own-server", {"hosted_centrally": True, "a": 0, "b": 0}, ()),
    ("hosted-and-counts-left-blank", {"hosted_centrally": True}, ()),
    ("hosted-but-own-servers", {"hosted_centrally": True, "a": 1, "b": 4}, (READING,)),
    ("hosted-but-one-of-no-servers", {"hosted_centrally": True, "a": 1, "b": 0}, (EXCEEDS,)),
    ("own-servers", {"hosted_centrally": False, "a": 3, "b": 4}, ()),
    ("own-servers-all", {"hosted_centrally": False, "a": 4, "b": 4}, ()),
    ("own-servers-none", {"hosted_centrally": False, "a": 0, "b": 4}, ()),
    ("not-hosted-and-no-server", {"hosted_centrally": False, "a": 0, "b": 0}, (ZERO,)),
    ("part-above-whole", {"hosted_centrally": False, "a": 5, "b": 4}, (EXCEEDS,)),
    ("own-servers-part-blank", {"hosted_centrally": False, "b": 4}, (MISSING,)),
    ("blank", {}, (MISSING,)),
    ("negative", {"hosted_centrally": False, "a": -1, "b": 4}, (NEGATIVE,)),
    ("odd-answer", {"hosted_centrally": "?", "a": 1, "b": 4}, (OPTION,)),
)
_INCIDENTS: tuple[Case, ...] = (
    ("no-incident-and-monitored", {"a": 0, "b": 0, "fully_monitored": True}, ()),
    ("no-incident-and-not-monitored", {"a": 0, "b": 0, "fully_monitored": False}, ()),
    ("no-incident-and-no-answer", {"a": 0, "b": 0}, (MISSING,)),
    ("one-of-no-incidents", {"a": 1, "b": 0, "fully_monitored": True}, (EXCEEDS,)),
    ("incidents", {"a": 3, "b": 4, "fully_monitored": True}, ()),
    ("all-incidents", {"a": 4, "b": 4, "fully_monitored": False}, ()),
    ("incidents-need-no-answer", {"a": 1, "b": 4}, ()),
    ("part-above-whole", {"a": 5, "b": 4, "fully_monitored": True}, (EXCEEDS,)),
    ("part-blank", {"b": 4, "fully_monitored": True}, (MISSING,)),
    ("whole-blank", {"a": 4, "fully_monitored": True}, (MISSING,)),
    ("negative", {"a": 1, "b": -4, "fully_monitored": True}, (NEGATIVE,)),
)
_MACHINES: tuple[Case, ...] = (
    ("fewer-machines-than-people", {"a": 3, "b": 1, "c": 4, "d": 2}, ()),
    ("as-many", {"a": 4, "b": 2, "c": 4, "d": 2}, ()),
    ("each-part-is-capped-by-itself", {"a": 9, "b": 1, "c": 4, "d": 2}, ()),
    ("none", {"a": 0, "b": 0, "c": 4, "d": 2}, ()),
    ("no-official", {"a": 0, "b": 1, "c": 0, "d": 2}, (ZERO,)),
    ("first-blank", {"b": 1, "c": 4, "d": 2}, (MISSING,)),
    ("third-blank", {"a": 3, "b": 1, "d": 2}, (MISSING,)),
    ("fourth-blank", {"a": 3, "b": 1, "c": 4}, (MISSING,)),
    ("negative", {"a": 3, "b": 1, "c": -4, "d": 2}, (NEGATIVE,)),
    ("text", {"a": "ba", "b": 1, "c": 4, "d": 2}, (TEXT,)),
)

SPECIAL: Mapping[str, Mapping[str, tuple[Case, ...]]] = {
    "HB-2023-SO": {
        "3.1": (
            *_MACHINES,
            ("no-public-employees", {"a": 3, "b": 0, "c": 4, "d": 0}, ()),
            ("no-public-employees-and-b-left-blank", {"a": 3, "c": 4, "d": 0}, ()),
            ("machines-of-no-employees", {"a": 3, "b": 1, "c": 4, "d": 0}, (EXCEEDS,)),
        ),
        "5.4": _SERVERS,
    },
    "HB-2023-HUYEN": {
        "3.1": (*_MACHINES, ("no-public-employees", {"a": 3, "b": 0, "c": 4, "d": 0}, (ZERO,))),
        "5.6": _SERVERS,
    },
    "HD-2024-SO": {
        "5.3": (
            ("no-server", {"a": 0, "b": 0}, ()),
            ("one-of-no-servers", {"a": 1, "b": 0}, (EXCEEDS,)),
            ("own-servers", {"a": 3, "b": 4}, ()),
            ("all-servers", {"a": 4, "b": 4}, ()),
            ("part-above-whole", {"a": 5, "b": 4}, (EXCEEDS,)),
            ("part-blank", {"b": 4}, (MISSING,)),
            ("whole-blank", {"a": 4}, (MISSING,)),
            ("negative", {"a": -1, "b": 4}, (NEGATIVE,)),
            ("text", {"a": 1, "b": "bốn"}, (TEXT,)),
        ),
        "5.7": _INCIDENTS,
    },
    "HD-2024-HUYEN": {"5.5": _INCIDENTS},
    "VN-2024-HUYEN": {
        "5.5": (
            ("no-incident", {"option": 1}, ()),
            ("both-steps", {"option": 2, "sub_options": [1, 2]}, ()),
            ("order-does-not-matter", {"option": 2, "sub_options": [2, 1]}, ()),
            ("reported-in-time-only", {"option": 2, "sub_options": [1]}, ()),
            ("procedure-only", {"option": 2, "sub_options": [2]}, ()),
            ("neither-step", {"option": 2, "sub_options": []}, ()),
            ("incident-and-nothing-done", {"option": 3}, ()),
            ("steps-not-answered", {"option": 2}, (MISSING,)),
            ("blank", {}, (MISSING,)),
            ("unknown-step", {"option": 2, "sub_options": [3]}, (OPTION,)),
            ("unknown-option", {"option": 4}, (OPTION,)),
        ),
    },
}
