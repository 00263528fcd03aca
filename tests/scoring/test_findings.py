"""The catalogue of findings is the contract's; every message says something in two languages."""

from __future__ import annotations

import string

import pytest

from scoring.findings import CATALOGUE, Finding, Severity, finding, has_error

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
    assert CATALOGUE[code].severity is severity
    assert finding(code).severity is severity


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("code", CATALOGUE)
def test_every_message_shows_its_words(code: str, lang: str) -> None:
    template = CATALOGUE[code].en if lang == "en" else CATALOGUE[code].vi
    asked = {name for _, name, _, _ in string.Formatter().parse(template) if name}
    assert asked <= set(WORDS)
    message = finding(code, "3.4", **{word: f"<{word}>" for word in WORDS}).message(lang)
    assert {word for word in WORDS if f"<{word}>" in message} == asked
    assert "{" not in message
    assert "}" not in message
    assert message == message.strip()


@pytest.mark.parametrize("code", CATALOGUE)
def test_both_languages_ask_for_the_same_words(code: str) -> None:
    words = [
        {name for _, name, _, _ in string.Formatter().parse(text) if name}
        for text in (CATALOGUE[code].vi, CATALOGUE[code].en)
    ]
    assert words[0] == words[1]


@pytest.mark.parametrize("code", [code for code, kind in CATALOGUE.items() if kind.vi != "{why}"])
def test_the_two_languages_differ_and_end_as_sentences(code: str) -> None:
    vi, en = finding(code, **dict.fromkeys(WORDS, "x")).message(), CATALOGUE[code].en
    assert vi != en
    assert vi.endswith((".", ")", "x"))
    assert en[0].isupper() or en.startswith("{")


def test_a_brace_typed_by_a_user_is_only_a_text() -> None:
    message = finding("input-not-a-number", label="a", actual="«{0} {label}»").message()
    assert "«{0} {label}»" in message


def test_a_word_that_is_lacking_leaves_no_brace() -> None:
    for code in CATALOGUE:
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
