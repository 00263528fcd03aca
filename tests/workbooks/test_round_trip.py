"""Build, scan, read: the workbook gives back the submission that went in."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from rulesets.laws import load_law
from rulesets.laws import load_scored as load
from scoring.assess import assess
from scoring.levels import CriterionAssessment
from scoring.program import Wrong
from scoring.read_unit import read_submission
from scoring.submission import Submission
from scoring.targets import TargetAssessment
from scoring.words import Status
from tests.support.any_units import random_unit_of
from tests.support.recalculated import scanned
from tests.support.tables import SCORED
from tests.support.units import random_unit
from workbooks.build import build
from workbooks.design.book import design_of
from workbooks.design.names import EDITIONS, Key
from workbooks.own.read import read_own

AS_TEXT = ("input-not-a-number", "number-as-text", "option-unknown")
OTHERS = ("BTTTT-2024-XA", "BTTTT-2024-HUYEN", "VN-2023-KEHOACH")


def given(value: Any) -> Any:
    """A figure as a cell can keep it."""
    if isinstance(value, tuple):
        return tuple(given(item) for item in value)
    if isinstance(value, Wrong):
        return value.code
    return value if value is None or isinstance(value, bool) else round(Fraction(value), 12)


def figures(submission: Submission) -> dict[tuple[str, str], Any]:
    """Every figure there is, by code and slot."""
    return {
        (code, slot): given(value)
        for code, row in submission.figures.items()
        for slot, value in row.items()
        if value is not None
    }


def office(table_id: str, seed: int) -> dict[str, Any]:
    """A random unit with everything that a workbook keeps."""
    table, rng = load(table_id), random.Random(seed)
    unit = random_unit(table, rng, dirty=0.3)
    codes = [row.code for row in table.indicators]
    scores: list[Decimal | int] = [Decimal("7.06"), 0, 10, Decimal("3.333"), Decimal("12.5")]
    unit["typed"] = {code: rng.choice(scores) for code in rng.sample(codes, 9)}
    unit["typed"] |= {table.pillars[0].code: Decimal("40.5"), "total": Decimal("229.81")}
    unit["explanations"] = {codes[1]: "=Đã giải trình"}
    unit["attached"] = {codes[3]: "bao-cao.pdf"}
    unit["signing"] = {"signer": "Trần Thị B", "place": "Hải Dương"}
    unit["no_online_services"] = bool(table.no_online_services) and seed % 2 == 0
    tops = {row.code: row.max_score for row in table.indicators}
    chosen = rng.sample(codes, 5)
    unit["verified"] = {
        code: score if Fraction(score := rng.choice(scores)) <= tops[code] else 0 for code in chosen
    }
    unit["excluded"] = {codes[2]: "Không có đối tượng <A & B>", codes[-1]: ""}
    unit["info"] = {
        line.code: rng.choice([12, Decimal("3.5"), "=1+1", "http://vi.du", "Nguyễn Văn A"])
        for line in table.info
        if not any(line.code in s.from_info for row in table.indicators for s in row.slots)
    }
    return unit | {"name": 'Sở "Nội vụ" & <b>', "period": "2024"}


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("table_id", SCORED)
def test_everything_comes_back(table_id: str, edition: str) -> None:
    table = load(table_id)
    for seed in range(5):
        unit = office(table_id, seed)
        words = {table.indicators[0].code: "Đã ban hành\nKế hoạch số 5/KH-UBND"}
        sent = replace(read_submission(unit, table), words=words)
        statement = read_own(scanned(build(table, sent, edition)))
        back = statement.submission
        assert figures(back) == figures(sent)
        assert back.typed == sent.typed
        assert back.verified == sent.verified
        assert back.excluded == sent.excluded
        assert back.explanations == sent.explanations
        assert back.attached == sent.attached
        assert back.signing == sent.signing
        assert back.no_online_services == sent.no_online_services
        assert dict(back.info) == dict(sent.info)
        assert (back.table, back.name, back.period) == (table_id, sent.name, sent.period)
        assert back.words == words
        assert (statement.own, statement.findings) == (True, ())
        assert statement.design is design_of(table, edition)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("table_id", OTHERS)
def test_other_kinds_come_back_with_the_same_assessment(table_id: str, edition: str) -> None:
    law, rng = load_law(table_id), random.Random(5)
    first = law.rows[0].code
    for _ in range(20):
        unit = random_unit_of(law, rng)
        unit["explanations"] = {first: "đang làm"}
        sent = read_submission(unit, law)
        before = assess(law, sent)
        back = read_own(scanned(build(law, sent, edition))).submission
        after = assess(law, back)
        assert (back.name, back.period, back.typed) == (sent.name, sent.period, sent.typed)
        assert back.explanations == sent.explanations
        for one, other in zip(before.rows, after.rows, strict=True):
            assert one.status is other.status, one.code
            codes, again = ([f.code for f in row.findings] for row in (one, other))
            if codes == ["input-not-a-number"]:
                # A list or a word is a text in a cell, and there it may look like a number.
                assert again in [[code] for code in AS_TEXT], one.code
            else:
                assert codes == again, one.code
            if isinstance(one, CriterionAssessment) and isinstance(other, CriterionAssessment):
                assert one.met == other.met, one.code
                assert one.status is Status.WRONG or one.value == other.value, one.code
            if isinstance(one, TargetAssessment) and isinstance(other, TargetAssessment):
                assert one.result is other.result, one.code


def test_communes_come_back_with_their_names_and_gaps() -> None:
    law = load_law("BTTTT-2024-HUYEN")
    unit = {
        "name": "Huyện A",
        "period": "2025",
        "values": {"I.1": {"commune_levels": [3, None, 4]}},
        "communes": ["An Bình", "Bình Minh", "Cẩm Hà"],
        "typed": {"level": 2},
    }
    back = read_own(scanned(build(law, read_submission(unit, law)))).submission
    assert (back.name, back.period, back.typed) == ("Huyện A", "2025", {"level": 2})
    assert back.communes == ("An Bình", "Bình Minh", "Cẩm Hà")
    assert figures(back) == {("I.1", "commune_levels"): (3, None, 4)}


@pytest.mark.parametrize("table_id", SCORED)
def test_the_typed_figures_are_told_with_their_cells(table_id: str) -> None:
    """A name of the contract leads to the cell that the statement tells."""
    table = load(table_id)
    book = scanned(build(table))
    statement = read_own(book)
    for row in table.indicators:
        wanted = book.names[f"dti_score_{row.code.replace('.', '_')}"]
        assert statement.places[Key("score", row.code)] == wanted
        assert statement.places[Key("row", row.code)] == wanted
        for slot in row.typed_slots:
            name = f"dti_in_{row.code.replace('.', '_')}_{slot.name}"
            assert statement.places[Key("in", row.code, slot.name)] == book.names[name]


def test_texts_that_stood_in_number_cells_stay() -> None:
    table = load("HB-2023-XA")
    unit = {"table": table.id, "inputs": {"3.4": {"a": "85,5", "b": "nhiều"}}}
    back = read_own(scanned(build(table, read_submission(unit, table)))).submission.figures["3.4"]
    assert back == {
        "a": Wrong("number-as-text", "«85,5»", raw="85,5"),
        "b": Wrong("input-not-a-number", "«nhiều»", raw="nhiều"),
    }
