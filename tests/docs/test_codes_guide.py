"""The guide of finding codes is the one that the code makes, and names every code once."""

from __future__ import annotations

import re

from scoring.findings import SEVERITIES
from scripts.codes_guide import GUIDE, filled
from workbooks.checks import ALL, codes_of


def test_the_committed_guide_is_current() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    assert guide == filled(guide)


def test_every_code_stands_there_once() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    assert sorted(re.findall(r"^\| `([a-z-]+)` \|", guide, re.MULTILINE)) == sorted(SEVERITIES)


def test_checks_declare_codes_of_the_contract() -> None:
    for check in ALL:
        assert codes_of(check), check.__name__
        assert set(codes_of(check)) <= set(SEVERITIES), check.__name__
