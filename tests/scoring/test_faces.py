"""The small parts of a score, each by itself: formulas to the letter, floors, blanks, refusals."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from scoring.conditions import All, Answer, Compare, Given, Is, Not, OneOf, Scored
from scoring.expression import (
    Choose,
    Difference,
    Expr,
    Input,
    Least,
    Most,
    Number,
    Product,
    Quotient,
    Sum,
)
from scoring.program import Outcome, Program, Wrong
from scoring.rules import (
    Award,
    Band,
    Bands,
    Best,
    Bound,
    Case,
    Cases,
    Check,
    Count,
    Each,
    Fixed,
    FullAt,
    Measured,
    MinMax,
    Note,
    Option,
    Options,
    Part,
    Parts,
    Rank,
    Rule,
    Total,
)
from scoring.rules.min_max import COHORT
from scoring.slots import Slot, SlotKind
from tests.support.surfaces import A_OVER_B, A_OVER_B_CAPPED, COUNT_OF_X, RATE, A, B, X

P, Q, YES, OPTION = (Input(name) for name in ("p", "q", "yes", "option"))
ABOVE = Compare(P, ">", Q)


class Row:
    """`p` in B2, `q` in B3, `yes` in B4, `option` in B5; options in C1, C2; a cohort in D1:D9."""

    def address(self, slot: str) -> str:
        return {"p": "B2", "q": "B3", "yes": "B4", "option": "B5"}[slot]

    def option(self, slot: str, ordinal: int) -> str:
        return f"C{ordinal}"

    def cohort(self, slot: str) -> str:
        return "D1:D9"


FORMULAS: list[tuple[Any, str]] = [
    (Number(10), "10"),
    (Number(Fraction(17, 20)), "0.85"),
    (Number(Fraction(-5, 2)), "-2.5"),
    (Number(Fraction(1, 4096)), "0.000244140625"),
    (Number(Fraction(1, 8192)), "(1/8192)"),
    (P, "B2"),
    (Sum((P, Q, Number(1))), "(B2+B3+1)"),
    (Difference(P, Q), "(B2-B3)"),
    (Product(P, Q), "B2*B3"),
    (Quotient(P, Q), "B2/B3"),
    (Quotient(P, Product(P, Q)), "B2/(B2*B3)"),
    (Quotient(P, Quotient(P, Q)), "B2/(B2/B3)"),
    (Quotient(P, Sum((P, Q))), "B2/(B2+B3)"),
    (Least((P, Q)), "MIN(B2,B3)"),
    (Most((P, Q)), "MAX(B2,B3)"),
    (Choose(ABOVE, Number(1), Number(0)), "IF(B2>B3,1,0)"),
    (Compare(P, "=", Number(0)), "B2=0"),
    (Compare(Quotient(P, Q), ">=", Number(Fraction(17, 20))), "ROUND(B2/B3,12)>=0.85"),
    (Compare(P, "<", Sum((P, Q))), "B2<ROUND((B2+B3),12)"),
    (Given("p"), "COUNTA(B2)=1"),
    (Answer("yes"), 'OR(B4="Có",B4=TRUE,B4=1)'),
    (Answer("yes", False), 'AND(COUNTA(B4)=1,OR(B4="Không",B4=FALSE,B4=0))'),
    (Is("option", 2), "OR(B5=2,B5=C2)"),
    (Scored("p"), '(B2="")=FALSE'),
    (Scored("p", ">"), 'IF(B2="",FALSE,ROUND(B2,12)>0)'),
    (Scored("p", "=", Fraction(5, 2)), 'IF(B2="",FALSE,ROUND(B2,12)=2.5)'),
    (All(()), "TRUE"),
    (All((ABOVE,)), "B2>B3"),
    (All((ABOVE, Given("p"))), "AND(B2>B3,COUNTA(B2)=1)"),
    (OneOf((ABOVE,)), "B2>B3"),
    (OneOf((ABOVE, Given("p"))), "OR(B2>B3,COUNTA(B2)=1)"),
    (Not(Given("p")), "COUNTA(B2)=0"),
    (Not(Scored("p")), 'B2=""'),
    (Not(Scored("p", ">")), '(IF(B2="",FALSE,ROUND(B2,12)>0))=FALSE'),
    (Not(ABOVE), "(B2>B3)=FALSE"),
]


@pytest.mark.parametrize(("node", "formula"), FORMULAS, ids=[text for _, text in FORMULAS])
def test_the_formula_to_the_letter(node: Any, formula: str) -> None:
    assert node.excel(Row()) == formula


NAN = float("nan")


@pytest.mark.parametrize(
    ("condition", "value", "holds"),
    [
        pytest.param(Scored("p"), 3, True, id="scored"),
        pytest.param(Scored("p"), 0, True, id="scored-zero"),
        pytest.param(Scored("p"), None, False, id="not-scored"),
        pytest.param(Scored("p", ">"), 3, True, id="above-zero"),
        pytest.param(Scored("p", ">"), 0, False, id="not-above-zero"),
        pytest.param(Scored("p", ">"), None, False, id="blank-is-not-above-zero"),
        pytest.param(Scored("p", "=", 3), 3, True, id="equal"),
        pytest.param(Scored("p", "=", 3), 2, False, id="not-equal"),
        pytest.param(Scored("p", "=", 0), None, False, id="blank-is-not-zero"),
        pytest.param(Compare(P, ">=", Number(3)), 3, True, id="at-least-3"),
        pytest.param(Compare(P, "<=", Number(3)), 3, True, id="at-most-3"),
        pytest.param(Compare(P, "<", Number(3)), 3, False, id="below-3"),
        pytest.param(Compare(P, ">", Number(3)), 3, False, id="above-3"),
        pytest.param(Given("p"), 0, True, id="zero-is-given"),
        pytest.param(Given("p"), None, False, id="blank-is-not-given"),
        pytest.param(All(()), 1, True, id="all-of-nothing"),
        pytest.param(OneOf(()), 1, False, id="one-of-nothing"),
    ],
)
def test_a_condition_says_the_same_for_one_unit_and_for_many(
    condition: Any, value: Any, holds: bool
) -> None:
    assert condition.exact({"p": value}) is holds
    array = np.array([NAN if value is None else float(value), 3.0])
    assert bool(np.broadcast_to(condition.vector({"p": array}, np), (2,))[0]) is holds


def test_an_unknown_sign_is_our_mistake() -> None:
    odd = Compare(P, "<>", Number(1))
    with pytest.raises(ValueError, match="<>"):
        odd.exact({"p": 1})
    with pytest.raises(ValueError, match="<>"):
        odd.vector({"p": np.array([1.0])}, np)


FULL, HALF, LOSS = (
    Award(share=Fraction(1)),
    Award(share=Fraction(1, 2)),
    Award(of_points=-Fraction(2)),
)
DEDUCTION = Measured(measure=COUNT_OF_X, mapping=Each(each=Fraction(-1), start=Fraction(10)))
CHANGE = Measured(measure=COUNT_OF_X, mapping=Each(each=Fraction(1), start=Fraction(-3)))


def fixed(award: Award) -> Fixed:
    return Fixed(award=award)


def options(*rules: Rule) -> Options:
    return Options(options=tuple(Option(label="", rule=rule) for rule in rules))


SIGNED = replace(X, signed=True)
FROM_9 = Each(each=Fraction(-2), start=Fraction(9))
FLOORS: dict[str, tuple[Rule, Any]] = {
    "a-share": (fixed(HALF), 5),
    "nothing-awarded": (fixed(Award()), 0),
    "points-below-zero": (fixed(LOSS), -2),
    "by-a-quantity": (fixed(Award(per=Fraction(1))), 0),
    "up-to-a-full-mark": (Measured(measure=A_OVER_B), 0),
    "each": (Measured(measure=COUNT_OF_X, mapping=Each(each=Fraction(2))), 0),
    "each-from-a-start-above": (
        Measured(measure=COUNT_OF_X, mapping=Each(each=Fraction(2), start=Fraction(3))), 0,
    ),
    "each-from-a-start-below": (CHANGE, -3),
    "a-deduction-without-end": (DEDUCTION, None),
    "a-deduction-with-an-end": (
        replace(DEDUCTION, mapping=Each(each=Fraction(-1), at_least=Fraction(-4))), -4,
    ),
    "bands": (
        Measured(
            measure=COUNT_OF_X,
            mapping=Bands(bands=(Band(threshold=Fraction(5), award=FULL),), otherwise=LOSS),
        ), -2,
    ),
    "bands-of-a-share": (
        Measured(
            measure=COUNT_OF_X,
            mapping=Bands(bands=(Band(threshold=Fraction(5), award=HALF),), otherwise=FULL),
            share=Fraction(1, 2),
        ), Fraction(5, 2),
    ),
    "min-max": (MinMax(measure=COUNT_OF_X, lowest=Fraction(1, 5)), 2),
    "parts-that-take-away": (
        Parts(parts=tuple(Part(label="", award=award) for award in (LOSS, FULL, LOSS))),
        -4,
    ),
    "options": (
        options(fixed(HALF), fixed(LOSS)), -2,
    ),
    "options-one-without-end": (
        options(fixed(HALF), DEDUCTION), None,
    ),
    "cases": (Cases(cases=(Case(when=((B, 0),), rule=fixed(HALF)),), otherwise=fixed(FULL)), 5),
    "the-best": (Best(rules=(fixed(LOSS), fixed(HALF), DEDUCTION)), 5),
    "the-best-without-end": (Best(rules=(DEDUCTION,)), None),
    "a-total": (Total(rules=(fixed(HALF), fixed(LOSS))), 3),
    "a-total-without-end": (Total(rules=(fixed(HALF), DEDUCTION)), None),
    "a-total-without-end-but-a-floor": (
        Total(rules=(fixed(HALF), DEDUCTION), at_least=Fraction(-1)), -1,
    ),
    "a-total-above-its-floor": (Total(rules=(fixed(HALF),), at_least=Fraction(1)), 5),
    "a-total-below-its-floor": (Total(rules=(fixed(LOSS),), at_least=Fraction(1)), 1),
}  # fmt: skip


@pytest.mark.parametrize("name", FLOORS)
def test_the_fewest_points(name: str) -> None:
    rule, floor = FLOORS[name]
    assert rule.floor(10) == floor


POINTS: dict[str, tuple[Rule, str]] = {
    "a-ratio-needs-no-bounds": (Measured(measure=A_OVER_B), "B2/B3*10"),
    "a-capped-ratio-needs-a-bound": (Measured(measure=A_OVER_B_CAPPED), "MIN(1,B2/B3)*10"),
    "a-full-mark-needs-a-bound": (
        Measured(measure=A_OVER_B, mapping=FullAt(full_at=Fraction("0.85"))),
        "MIN(1,B2/B3/0.85)*10",
    ),
    "a-change-needs-two": (
        Measured(measure=replace(A_OVER_B_CAPPED, complement=True)),
        "MAX(0,MIN(1,(B3-B2)/B3))*10",
    ),
    "a-rate-needs-no-bounds": (Measured(measure=RATE), "B5*10"),
    "a-count-needs-a-bound": (Measured(measure=COUNT_OF_X), "MIN(1,B4)*10"),
    "each": (
        Measured(
            measure=COUNT_OF_X,
            mapping=replace(FROM_9, at_least=Fraction(1), at_most=Fraction(8)),
        ),
        "MAX(1,MIN(8,(9+B4*-2)))",
    ),
    "a-change-for-each": (
        Measured(measure=Count(of=SIGNED), mapping=Each(each=Fraction(1, 2))), "MAX(0,B4*0.5)",
    ),
    "a-change-that-takes-away": (
        Measured(measure=Count(of=SIGNED), mapping=Each(each=Fraction(-1, 2))), "B4*-0.5",
    ),
    "bands": (
        Measured(
            measure=COUNT_OF_X,
            mapping=Bands(
                bands=(
                    Band(award=FULL, bounds=(Bound(">", 5), Bound("<=", 9))),
                    Band(award=Award(per=Fraction(4)), threshold=Fraction(2), closed=False),
                ),
                otherwise=HALF,
            ),
        ),
        "IF(AND(B4>5,B4<=9),10,IF(B4>2,B4/4*10,5))",
    ),
    "bands-of-a-change": (
        Measured(
            measure=Count(of=SIGNED),
            mapping=Bands(bands=(Band(award=Award(per=Fraction(1)), threshold=Fraction(-5)),)),
        ),
        "IF(B4>=-5,MAX(0,B4)*10,0)",
    ),
    "min-max": (
        MinMax(measure=COUNT_OF_X),
        "IF(ROUND(MAX(MAX(D1:D9),B4),12)=ROUND(MIN(MIN(D1:D9),B4),12),"
        "IF(ROUND(MAX(MAX(D1:D9),B4),12)=0,0,10),"
        "(B4-MIN(MIN(D1:D9),B4))/(MAX(MAX(D1:D9),B4)-MIN(MIN(D1:D9),B4))*10)",
    ),
    "the-leader": (
        MinMax(measure=COUNT_OF_X, leader=True, lowest=Fraction(1, 10)),
        "IF(ROUND(MAX(MAX(D1:D9),B4),12)=0,1,(1+B4/MAX(MAX(D1:D9),B4)*9))",
    ),
    "options-of-one-worth-ask-once": (
        options(fixed(FULL), fixed(FULL), fixed(Award())),
        "IF(OR(B6=1,B6=C1),10,IF(OR(B6=2,B6=C2),10,0))",
    ),
    "parts": (
        Parts(parts=(Part(label="", award=FULL), Part(label="", award=HALF)), input="sub_options"),
        '(IF(OR(B7="Có",B7=TRUE,B7=1),10,0)+IF(OR(B8="Có",B8=TRUE,B8=1),5,0))',
    ),
    "a-capped-total": (
        Total(
            rules=(fixed(HALF), Measured(measure=RATE)),
            at_most=Fraction(9),
            at_least=Fraction(1),
        ),
        "MAX(1,MIN(9,(5+B5*10)))",
    ),
    "the-best": (Best(rules=(fixed(HALF), Measured(measure=RATE))), "MAX(5,B5*10)"),
    "an-impossible-case-gives-no-points": (
        Cases(
            cases=(
                Case(when=((A, "positive"), (B, 0)), rule=fixed(FULL), impossible=True),
                Case(when=((B, 0),), rule=fixed(HALF)),
            ),
            otherwise=Measured(measure=RATE),
        ),
        "IF(AND(COUNTA(B3)=1,B3=0),5,B5*10)",
    ),
}  # fmt: skip


class Sheet(Row):
    """`a`, `b`, `x`, the rate, the option and two parts in B2 … B8."""

    def address(self, slot: str) -> str:
        return f"B{['a', 'b', 'x', 'percent', 'option', 'sub1', 'sub2'].index(slot) + 2}"


@pytest.mark.parametrize("name", POINTS)
def test_the_points_to_the_letter(name: str) -> None:
    rule, formula = POINTS[name]
    points: Expr = rule.points(10)
    assert points.excel(Sheet()) == formula


@pytest.mark.parametrize("inverse", [False, True])
def test_the_rank_to_the_letter(inverse: bool) -> None:
    sign = "<B4-" if inverse else ">B4+"
    assert Rank(of=COUNT_OF_X, inverse=inverse).value().excel(Sheet()) == (
        f'(SUMPRODUCT((D1:D9{sign}0.000000000001)*(D1:D9<>""))+1)'
    )


DAY = Slot("day", SlotKind.DATE, input="day")
TWO = Options(
    options=(Option(label="Một", rule=fixed(FULL)), Option(label="Hai", rule=fixed(HALF)))
)


@pytest.mark.parametrize(
    ("rule", "values", "code"),
    [
        pytest.param(Measured(measure=A_OVER_B), {"a": -1, "b": 2}, "input-negative", id="a-count"),
        pytest.param(Measured(measure=RATE), {"percent": -1}, "input-negative", id="a-rate"),
        pytest.param(Measured(measure=Count(of=DAY)), {"day": -1}, "input-negative", id="a-day"),
        pytest.param(TWO, {"option": 0}, "option-unknown", id="option-zero"),
        pytest.param(TWO, {"option": 3}, "option-unknown", id="an-option-too-far"),
        pytest.param(TWO, {"option": Wrong("option-unknown", "«x»")}, "option-unknown", id="words"),
        pytest.param(TWO, {}, "input-missing", id="a-blank"),
        pytest.param(MinMax(measure=COUNT_OF_X), {"x": 1}, "cohort-missing", id="no-cohort"),
        pytest.param(
            Measured(measure=Rank(of=COUNT_OF_X)), {"x": 1}, "cohort-missing", id="no-rank"
        ),
        pytest.param(
            Measured(measure=A_OVER_B), {"a": 0, "b": 0}, "zero-denominator", id="of-nothing"
        ),
        pytest.param(
            Measured(measure=RATE), {"percent": 2}, "part-exceeds-whole", id="more-than-all"
        ),
    ],
)
def test_no_score_and_why(rule: Rule, values: dict[str, Any], code: str) -> None:
    outcome = Program(rule, Fraction(10)).run(values, "1.2")
    assert outcome.score is None
    assert [(f.code, f.indicator) for f in outcome.findings] == [(code, "1.2")]
    assert outcome.waiting is (code in ("input-missing", "cohort-missing"))
    assert outcome.findings[0].slots


@pytest.mark.parametrize(
    ("rule", "values", "score"),
    [
        pytest.param(TWO, {"option": 1}, 10, id="the-first-option"),
        pytest.param(TWO, {"option": 2}, 5, id="the-last-option"),
        pytest.param(
            Measured(measure=Count(of=SIGNED)),
            {"x": -1},
            0,
            id="a-change-may-fall",
        ),
        pytest.param(Measured(measure=A_OVER_B), {"a": 0, "b": 2}, 0, id="zero-is-not-negative"),
        pytest.param(Measured(measure=RATE), {"percent": 1}, 10, id="all-is-not-more-than-all"),
    ],
)
def test_at_the_edge_there_is_a_score(rule: Rule, values: dict[str, Any], score: int) -> None:
    assert Program(rule, Fraction(10)).run(values) == Outcome(Fraction(score), ())


def test_what_is_missing_comes_first_and_what_is_known_to_be_wrong_is_said_too() -> None:
    rule = Total(rules=(Measured(measure=A_OVER_B), Measured(measure=COUNT_OF_X), TWO, TWO))
    program = Program(rule, Fraction(10))
    found = program.run({"a": 3, "b": 2}).findings
    assert [(f.code, f.slots) for f in found] == [
        ("input-missing", ("x",)),
        ("input-missing", ("option",)),
        ("part-exceeds-whole", ("a", "b")),
    ]
    # Of a blank nothing is known: nothing is called wrong.
    codes = [f.code for f in program.run({"a": 3, "x": 1, "option": 1}).findings]
    assert codes == ["input-missing"]


def test_checks_and_notes_hold_only_where_they_are_asked() -> None:
    check = Check("zero-denominator", Compare(Q, "=", Number(0)), ("q",)).only_if(Given("p"))
    note = Note(Compare(Q, "=", Number(0)), "Chưa in.").only_if(Given("p"))
    for one in (check, note):
        assert one.when.exact({"p": 1, "q": 0}) is True
        assert one.when.exact({"p": 1, "q": 1}) is False
        assert one.when.exact({"q": 0}) is False
    assert (check.code, check.slots, note.text) == ("zero-denominator", ("q",), "Chưa in.")


def test_a_wrong_figure_says_what_it_probably_was() -> None:
    wrong = Wrong("input-is-date", "08/08/2024", "8/8")
    found = Program(Measured(measure=COUNT_OF_X), Fraction(10)).run({"x": wrong}).findings[0]
    assert (found.data["actual"], found.data["expected"], found.slots) == (
        "08/08/2024",
        "8/8",
        ("x",),
    )


@pytest.mark.parametrize(
    ("rule", "names"),
    [
        pytest.param(
            Measured(measure=replace(A_OVER_B, percent=RATE.of)), "a b percent", id="rate"
        ),
        pytest.param(Measured(measure=Count(of=X, base=A)), "a x", id="a-change"),
        pytest.param(MinMax(measure=COUNT_OF_X), "x cohort", id="the-cohort-stands-last"),
        pytest.param(Total(rules=(TWO, Measured(measure=A_OVER_B))), "a b option", id="a-total"),
        pytest.param(Best(rules=(TWO, Measured(measure=A_OVER_B))), "a b option", id="the-best"),
        pytest.param(Parts(parts=(Part(label="", award=FULL),)), "part1", id="a-part"),
        pytest.param(fixed(FULL), "", id="nothing-asked"),
    ],
)
def test_the_slots_of_a_rule(rule: Rule, names: str) -> None:
    slots = Program(rule, Fraction(10)).slots
    assert [slot.name for slot in slots] == names.split()
    assert COHORT.kind is SlotKind.COHORT
