"""What a unit sends in is read without guessing; what cannot be used is refused with the place."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rulesets.laws import load_scored
from scoring.program import Wrong
from scoring.read_figures import read_answer, read_inputs, read_number, read_option
from scoring.read_unit import read_submission
from scoring.submission import UnusableInput
from tests.support.surfaces import PROPERTY

XA, SO, HUYEN = load_scored("HB-2023-XA"), load_scored("HB-2023-SO"), load_scored("HB-2023-HUYEN")
VN = load_scored("VN-2024-HUYEN")


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        pytest.param(None, None, id="null"),
        pytest.param("", None, id="empty-text"),
        pytest.param(0, 0, id="zero-is-not-blank"),
        pytest.param(7, 7, id="whole"),
        pytest.param(Decimal("85.5"), Fraction("85.5"), id="decimal"),
        pytest.param(0.1, Fraction(1, 10), id="float-as-written"),
        pytest.param(-3, -3, id="negative-is-judged-later"),
    ],
)
def test_numbers(raw: object, value: Fraction | None) -> None:
    assert read_number(raw) == value


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        pytest.param("85,5", "«85,5»", id="a-text-is-not-a-number"),
        pytest.param("10", "«10»", id="not-even-digits"),
        pytest.param(" ", "« »", id="a-space-is-not-blank"),
        pytest.param(True, "Có", id="yes"),
        pytest.param(False, "Không", id="no"),
        pytest.param(float("nan"), "NaN", id="nan"),
        pytest.param(Decimal("Infinity"), "Infinity", id="infinity"),
        pytest.param([1], "«[1]»", id="a-list"),
    ],
)
def test_not_a_number(raw: object, shown: str) -> None:
    assert read_number(raw) == Wrong("input-not-a-number", shown)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        (None, None),
        ("", None),
        (True, True),
        (False, False),
        (1, True),
        (0, False),
        (1.0, True),
        ("Có", True),
        ("CÓ", True),
        (" có ", True),
        ("Co\u0301", True),
        ("Không", False),
        ("KHÔNG", False),
        ("kho\u0302ng", False),
    ],
)
def test_answers(raw: object, value: bool | None) -> None:
    assert read_answer(raw) is value


@pytest.mark.parametrize("raw", ["yes", "x", "Có lẽ", 2, -1, 0.5, "1", "TRUE"])
def test_not_an_answer(raw: object) -> None:
    assert read_answer(raw) == Wrong("option-unknown", f"«{raw}»")


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        pytest.param(2, 2, id="ordinal"),
        pytest.param(Decimal("2.0"), 2, id="ordinal-as-decimal"),
        pytest.param(None, None, id="blank"),
        pytest.param(9, 9, id="whether-it-exists-is-asked-later"),
        pytest.param(1.5, Wrong("option-unknown", "1.5"), id="between-two-options"),
        pytest.param("Có", Wrong("option-unknown", "«Có»"), id="text"),
        pytest.param(True, Wrong("option-unknown", "Có"), id="boolean"),
    ],
)
def test_options(raw: object, value: object) -> None:
    assert read_option(raw) == value


@pytest.mark.parametrize(
    ("row", "inputs", "figures"),
    [
        pytest.param(XA.by_code["3.4"], {"a": 1, "b": 2}, {"a": 1, "b": 2}, id="symbols"),
        pytest.param(
            VN.by_code["5.3"], {"percent": 85}, {"percent": Fraction(17, 20)}, id="percent-of-100"
        ),
        pytest.param(
            XA.by_code["6.1"], {"parts": [True, 0]}, {"part1": True, "part2": False}, id="parts"
        ),
        pytest.param(XA.by_code["6.1"], {"parts": [True]}, {"part1": True}, id="parts-cut-short"),
        pytest.param(XA.by_code["6.1"], {"parts": None}, {}, id="parts-null"),
        pytest.param(
            VN.by_code["5.5"],
            {"option": 2, "sub_options": [2]},
            {"option": 2, "sub1": False, "sub2": True},
            id="sub-options-are-those-that-hold",
        ),
        pytest.param(
            VN.by_code["5.5"],
            {"sub_options": []},
            {"sub1": False, "sub2": False},
            id="an-empty-list-is-an-answer",
        ),
        pytest.param(
            HUYEN.by_code["5.8"],
            {"value": 5, "cohort": [1, None, 9]},
            {"value": 5, "cohort": (1, 9)},
            id="blanks-of-a-cohort-are-left-out",
        ),
        pytest.param(HUYEN.by_code["5.8"], {"cohort": []}, {"cohort": None}, id="empty-cohort"),
        pytest.param(
            SO.by_code["1.4"],
            {"has_section": "Không", "x": None},
            {"has_section": False, "x": None},
            id="yes-no-and-null",
        ),
    ],
)
def test_inputs_of_an_indicator(row: Any, inputs: dict[str, Any], figures: dict[str, Any]) -> None:
    assert read_inputs(row, inputs) == figures


@pytest.mark.parametrize(
    ("row", "inputs", "code", "shown"),
    [
        pytest.param(
            XA.by_code["6.1"], {"parts": "Có"}, "option-unknown", "«Có»", id="parts-as-text"
        ),
        pytest.param(
            XA.by_code["6.1"],
            {"parts": [True] * 3},
            "option-unknown",
            "3 phần",
            id="too-many-parts",
        ),
        pytest.param(
            XA.by_code["6.1"], {"parts": [True, "?"]}, "option-unknown", "«?»", id="odd-part"
        ),
        pytest.param(VN.by_code["5.5"], {"sub_options": [3]}, "option-unknown", "3", id="sub-3"),
        pytest.param(
            VN.by_code["5.5"], {"sub_options": ["a"]}, "option-unknown", "«a»", id="sub-a"
        ),
        pytest.param(
            HUYEN.by_code["5.8"],
            {"cohort": [1, "x"]},
            "input-not-a-number",
            "«x»",
            id="cohort-text",
        ),
        pytest.param(
            HUYEN.by_code["5.8"], {"cohort": [1, -2]}, "input-negative", "-2", id="cohort-negative"
        ),
        pytest.param(
            HUYEN.by_code["5.8"], {"cohort": 7}, "input-not-a-number", "«7»", id="cohort-7"
        ),
        pytest.param(
            VN.by_code["5.3"], {"percent": "85%"}, "input-not-a-number", "«85%»", id="percent-text"
        ),
    ],
)
def test_wrong_inputs_become_findings(
    row: Any, inputs: dict[str, Any], code: str, shown: str
) -> None:
    assert Wrong(code, shown) in read_inputs(row, inputs).values()


def unit(**fields: Any) -> dict[str, Any]:
    return {"table": "HB-2023-XA", "inputs": {}} | fields


@pytest.mark.parametrize(
    ("given_unit", "words"),
    [
        pytest.param(unit(inputs=[1]), ["inputs"], id="inputs-is-a-list"),
        pytest.param(unit(inputs={"9.99": {}}), ["HB-2023-XA", "«9.99»"], id="unknown-indicator"),
        pytest.param(unit(inputs={"3.4": 7}), ["3.4"], id="figures-are-not-an-object"),
        pytest.param(unit(inputs={"3.4": {"z": 1}}), ["3.4", "«z»", "a, b"], id="unknown-input"),
        pytest.param(unit(excluded="3.4"), ["excluded"], id="excluded-is-a-text"),
        pytest.param(unit(excluded=["0.0"]), ["«0.0»", "excluded"], id="excluded-unknown"),
        pytest.param(unit(typed={"3.4": "bảy"}), ["typed", "3.4", "«bảy»"], id="typed-is-a-text"),
        pytest.param(unit(verified={"3.4": "?"}), ["verified", "3.4"], id="verified-is-a-text"),
        pytest.param(unit(typed=[1, 2]), ["typed"], id="typed-is-a-list"),
        pytest.param(unit(info=[1, 2]), ["info"], id="info-is-a-list"),
        pytest.param(
            unit(no_online_services="Không"), ["no_online_services"], id="a-text-is-not-a-flag"
        ),
    ],
)
def test_an_unusable_unit_is_refused_with_the_place(
    given_unit: dict[str, Any], words: list[str]
) -> None:
    with pytest.raises(UnusableInput) as error:
        read_submission(given_unit, XA)
    for word in words:
        assert word in str(error.value)


def test_a_whole_unit() -> None:
    submission = read_submission(
        unit(
            name="UBND xã Thử",
            period="2023",
            inputs={"3.4": {"a": 1, "b": 2}, "1.1": {"option": 2}},
            excluded={"6.3": "Không có DVCTT"},
            no_online_services=True,
            typed={"3.4": Decimal("5.88"), "total": 100, "1.1": None},
            verified={"3.4": 5},
            info={"1.4": 1000},
        ),
        XA,
    )
    assert submission.figures == {"3.4": {"a": 1, "b": 2}, "1.1": {"option": 2}}
    assert submission.excluded == {"6.3": "Không có DVCTT"}
    assert submission.typed == {"3.4": Fraction("5.88"), "total": 100}
    assert submission.verified == {"3.4": 5}
    assert submission.no_online_services
    assert (submission.name, submission.period) == ("UBND xã Thử", "2023")
    assert submission.info == {"1.4": 1000}


def test_an_empty_unit_is_a_unit() -> None:
    submission = read_submission({}, XA)
    assert submission.figures == {}
    assert submission.excluded == {}
    assert not submission.no_online_services


@PROPERTY
@given(st.one_of(st.none(), st.text(), st.booleans(), st.floats(), st.binary()))
def test_reading_never_raises(raw: object) -> None:
    number = read_number(raw)
    assert number is None or isinstance(number, int | Fraction | Wrong)
    assert not isinstance(number, bool)
    assert read_answer(raw) in (True, False, None) or isinstance(read_answer(raw), Wrong)
    option = read_option(raw)
    assert option is None or isinstance(option, int | Wrong)
