"""The catalogue of findings is the contract's; every message says something in two languages."""

from __future__ import annotations

import string
from fractions import Fraction

import pytest

from scoring.findings import SEVERITIES as KNOWN
from scoring.findings import Finding, Severity, finding, has_error
from texts import catalogue

# Copied from the contract («Finding codes»), not from the catalogue.
ERRORS = [
    "input-not-a-number",
    "input-negative",
    "option-unknown",
    "part-exceeds-whole",
    "zero-denominator",
    "score-mismatch",
    "score-above-maximum",
    "score-stale",
    "formula-overwritten",
    "formula-changed",
    "max-score-changed",
    "text-changed",
    "subtotal-mismatch",
    "total-mismatch",
    "index-mismatch",
    "level-mismatch",
    "row-missing",
    "row-duplicate",
    "exclusion-without-reason",
    "table-mismatch",
    "table-unknown",
    "layout-unknown",
]
WARNINGS = [
    "input-missing",
    "number-as-text",
    "input-is-date",
    "score-uncached",
    "row-unknown",
    "row-hidden",
    "row-unread",
    "reading-applied",
    "value-hidden",
    "evidence-changed",
    "info-mismatch",
    "evidence-missing",
    "explanation-missing",
    "cohort-missing",
    "text-legacy-encoding",
    "external-link",
    "macro-present",
]
SEVERITIES = (
    dict.fromkeys(ERRORS, Severity.ERROR)
    | dict.fromkeys(WARNINGS, Severity.WARNING)
    | {"table-superseded": Severity.INFO}
    | dict.fromkeys(("file-unsafe", "file-unreadable"), Severity.REFUSAL)
)
WORDS = ("label", "actual", "expected", "difference", "why")


@pytest.mark.parametrize(("code", "severity"), SEVERITIES.items())
def test_every_code_of_the_contract_is_there(code: str, severity: Severity) -> None:
    assert finding(code).severity is severity


def test_there_is_no_code_beyond_the_contract() -> None:
    assert set(KNOWN) == set(SEVERITIES)


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("code", KNOWN)
def test_every_message_shows_its_words(code: str, lang: str) -> None:
    template = catalogue()[f"finding.{code}"][lang]
    asked = {name for _, name, _, _ in string.Formatter().parse(template) if name}
    assert asked <= set(WORDS)
    message = finding(code, "3.4", **{word: f"<{word}>" for word in WORDS}).message(lang)
    assert {word for word in WORDS if f"<{word}>" in message} == asked
    assert "{" not in message
    assert "}" not in message
    assert message == message.strip()


@pytest.mark.parametrize(
    ("lang", "message"),
    [
        ("vi", "Điểm 1.234,5 vượt điểm tối đa 10."),
        ("en", "The score 1,234.5 is above the maximum 10."),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(lang: str, message: str) -> None:
    found = finding("score-above-maximum", actual=Fraction(2469, 2), expected=10)
    assert found.message(lang) == message


def test_a_brace_typed_by_a_user_is_only_a_text() -> None:
    message = finding("input-not-a-number", label="a", actual="«{0} {label}»").message()
    assert "«{0} {label}»" in message


def test_a_word_that_is_lacking_leaves_no_brace() -> None:
    for code in KNOWN:
        assert "{" not in Finding(code).message()


def test_an_unknown_code_is_our_mistake() -> None:
    with pytest.raises(KeyError, match="no-such-code"):
        finding("no-such-code")


@pytest.mark.parametrize(
    ("sheet", "cell", "place"),
    [("Chấm điểm", "C12", "Chấm điểm!C12"), ("Chấm điểm", "", "Chấm điểm"), ("", "", "")],
)
def test_place(sheet: str, cell: str, place: str) -> None:
    assert finding("input-missing", sheet=sheet, cell=cell).place == place


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        pytest.param([], False, id="nothing"),
        pytest.param(["input-missing", "table-superseded"], False, id="warnings-only"),
        pytest.param(["input-missing", "score-stale"], True, id="one-error"),
        pytest.param(["file-unsafe"], True, id="refusal"),
    ],
)
def test_what_fails_a_check(codes: list[str], expected: bool) -> None:
    assert has_error([finding(code) for code in codes]) is expected
