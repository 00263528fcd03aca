"""Build, scan, read: the workbook gives back the submission that went in."""

from __future__ import annotations

import random
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from workbooks.builder import build
from workbooks.layout import NATIVE, UDF, layout

from rulesets.loader import load
from scoring.program import Wrong
from scoring.submission import Submission, read_submission
from tests.support.tables import SCORED
from tests.support.units import random_unit
from workbooks.files.scan import scan
from workbooks.own import read_own

TOLERANCE = Fraction(1, 10**12)


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


@pytest.mark.parametrize("edition", [UDF, NATIVE])
@pytest.mark.parametrize("table_id", SCORED)
def test_everything_comes_back(table_id: str, edition: str, tmp_path: Path) -> None:
    table = load(table_id)
    for seed in range(5):
        unit = office(table_id, seed)
        sent = read_submission(unit, table)
        words = {table.indicators[0].code: "Đã ban hành\nKế hoạch số 5/KH-UBND", "x": ""}
        build(tmp_path / "a.xlsx", table_id, submission=sent, edition=edition, words=words)
        statement = read_own(scan(tmp_path / "a.xlsx"))
        back = statement.submission
        assert figures(back) == figures(sent)
        assert back.typed == sent.typed
        assert back.verified == sent.verified
        assert back.excluded == sent.excluded
        assert back.explanations == sent.explanations
        assert back.no_online_services == sent.no_online_services
        assert dict(back.info) == dict(sent.info)
        assert (back.table, back.name, back.period) == (table_id, sent.name, sent.period)
        assert statement.rows[table.indicators[0].code].words == words[table.indicators[0].code]
        assert (statement.own, statement.edition, statement.findings) == (True, edition, ())


@pytest.mark.parametrize("table_id", SCORED)
def test_the_typed_figures_are_told_with_their_cells(table_id: str, tmp_path: Path) -> None:
    build(tmp_path / "a.xlsx", table_id, submission=None)
    statement = read_own(scan(tmp_path / "a.xlsx"))
    for place in layout(table_id).indicators:
        row = statement.rows[place.indicator.code]
        assert row.cell == f"F{place.row + 1}"
        assert dict(row.cells) == {slot.name: f"E{at + 1}" for slot, at in place.slots}


def test_texts_that_stood_in_number_cells_stay(tmp_path: Path) -> None:
    table = load("HB-2023-XA")
    unit = {"table": table.id, "inputs": {"3.4": {"a": "85,5", "b": "nhiều"}}}
    build(tmp_path / "a.xlsx", table.id, submission=read_submission(unit, table))
    back = read_own(scan(tmp_path / "a.xlsx")).submission.figures["3.4"]
    assert back == {
        "a": Wrong("number-as-text", "«85,5»"),
        "b": Wrong("input-not-a-number", "«nhiều»"),
    }
