"""Shapes that other authorities' decisions print, each once, from YAML alone, on every surface."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from rulesets.laws import load_scored
from rulesets.lint import lint
from scoring.assess import ScoredAssessment, assess_scores
from scoring.cohort import score_cohort
from scoring.export import assessment_json
from scoring.model import Table
from scoring.read_figures import read_inputs
from scoring.read_unit import read_submission
from scoring.words import Status
from tests.shapes.units import FULL, HUYEN, SO, columns, outcomes, random_units
from tests.support.engines import ENGINES, same
from tests.support.parity import Formualizer, IronCalc, Surface, differences
from tests.support.surfaces import native_values, vector_value
from udfs import call
from workbooks.design.book import design_of
from workbooks.design.draft import Design
from workbooks.design.names import NATIVE

CASES = [
    pytest.param("1.1", {"x": 4}, 20, id="exact-count-four"),
    pytest.param("1.1", {"x": 3}, 15, id="exact-count-three"),
    pytest.param("1.1", {"x": 1}, 5, id="exact-count-one"),
    pytest.param("1.1", {"x": 0}, 0, id="exact-count-none"),
    pytest.param("1.1", {"x": 5}, 0, id="exact-count-beyond"),
    pytest.param("1.2", {"a": 91, "b": 100}, 10, id="open-end-above"),
    pytest.param("1.2", {"a": 90, "b": 100}, 5, id="open-end-not-reached-closed-end-is"),
    pytest.param("1.2", {"a": 7, "b": 10}, 5, id="closed-lower-end"),
    pytest.param("1.2", {"a": 69, "b": 100}, 2, id="the-lowest-band-is-above-0"),
    pytest.param("1.2", {"a": 0, "b": 100}, 2, id="nothing-still-earns-the-lowest-band"),
    pytest.param("1.3", {"x": 0}, 10, id="in-time"),
    pytest.param("1.3", {"x": 10}, 5, id="ten-days-late"),
    pytest.param("1.3", {"x": 12}, 2, id="twelve-days-late"),
    pytest.param("1.3", {"x": 21}, 0, id="three-weeks-late"),
    pytest.param("1.4", {"day": "2025-01-15"}, 10, id="on-the-day"),
    pytest.param("1.4", {"day": "2025-01-16"}, 5, id="a-day-later"),
    pytest.param("1.4", {"day": "2025-02-14"}, 5, id="the-day-before-the-open-end"),
    pytest.param("1.4", {"day": "2025-02-15"}, 0, id="on-the-open-end"),
    pytest.param("1.4", {"day": "2024-12-31"}, 10, id="the-year-before"),
    pytest.param("2.1", {"x": 0}, 10, id="no-event"),
    pytest.param("2.1", {"x": 2}, 2, id="a-deduction-per-event"),
    pytest.param("2.1", {"x": 3}, -2, id="negative-points"),
    pytest.param("2.1", {"x": 9}, -6, id="down-to-the-floor"),
    pytest.param("2.2", {"a": 1, "b": 2, "parts": [True, False]}, 8, id="a-sum-in-a-sum"),
    pytest.param("2.2", {"a": 5, "b": 1, "parts": [True, True]}, 15, id="a-cap-of-one-count"),
    pytest.param("2.2", {"a": 3, "b": 9, "parts": [False, True]}, 12, id="the-sub-maximum"),
    pytest.param("2.3", {"a": 1, "b": 2, "c": 5}, 8, id="the-second-alternative-is-better"),
    pytest.param("2.3", {"a": 9, "b": 10, "c": 5}, 9, id="the-first-alternative-is-better"),
    pytest.param("2.4", {"a": 3, "b": 12}, "7.5", id="complement"),
    pytest.param("3.1", {"value": 20, "cohort": [20, 80, 40]}, "2.5", id="share-of-the-leader"),
    pytest.param("3.1", {"value": 80, "cohort": [20, 80, 40]}, 10, id="the-leader"),
    pytest.param(
        "3.2", {"a": 2, "b": 3, "cohort": [Fraction(2, 3), Fraction(1, 2)]}, 10, id="first"
    ),
    pytest.param(
        "3.2", {"a": 1, "b": 2, "cohort": [Fraction(2, 3), 1, Fraction(1, 2)]}, 7, id="third"
    ),
    pytest.param("3.2", {"a": 1, "b": 1, "cohort": [1, 1, 1, 0]}, 10, id="equals-share-a-rank"),
    pytest.param("3.2", {"a": 0, "b": 1, "cohort": [1, 1, 1, 0]}, 3, id="fourth-after-three"),
    pytest.param("3.3", {"value": 0, "cohort": [0, 5, 10]}, 10, id="fewest-is-best"),
    pytest.param("3.3", {"value": 5, "cohort": [0, 5, 10]}, 6, id="onto-another-range"),
    pytest.param("3.3", {"value": 10, "cohort": [0, 5, 10]}, 2, id="the-worst-keeps-a-share"),
    pytest.param("3.3", {"value": 0, "cohort": [0, 0]}, 10, id="nobody-has-any"),
    pytest.param("4.1", {"a": 1, "b": 2, "row_4_2": 4}, 5, id="the-other-row-has-points"),
    pytest.param("4.1", {"a": 1, "b": 2, "row_4_2": 0}, 0, id="the-other-row-has-none"),
    pytest.param("4.2", {"a": 110, "b": 100}, 5, id="growth"),
    pytest.param("4.2", {"a": 300, "b": 100}, 10, id="growth-beyond-the-full-mark"),
    pytest.param("4.2", {"a": 90, "b": 100}, 0, id="decline-is-not-negative"),
    pytest.param("4.3", {"applies": True, "a": 1, "b": 2, "c": 1, "d": 4}, 4, id="both-parts"),
    pytest.param("4.3", {"applies": False, "a": 1, "b": 2}, 5, id="a-part-that-does-not-apply"),
    pytest.param("4.4", {"x": 2}, 4, id="bonus"),
    pytest.param("4.4", {"x": 3}, 5, id="bonus-has-a-cap"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "inputs", "expected"), CASES)
def test_a_shape_on_every_surface(code: str, inputs: dict[str, Any], expected: Any) -> None:
    row = load_scored(SO).by_code[code]
    figures: Any = read_inputs(row, inputs)
    outcome = row.program.run(figures)
    assert outcome.score == Fraction(expected)
    for name, value in native_values(row.program, figures).items():
        assert same(outcome.score, outcome.waiting, value), f"{name}: {value!r}"
    assert vector_value(row.program, figures) == pytest.approx(float(outcome.score))


@pytest.mark.parametrize(
    ("code", "inputs", "codes"),
    [
        pytest.param("1.4", {"day": "15/1"}, {"input-not-a-number"}, id="half-a-date"),
        pytest.param("1.4", {"day": 45000}, {"input-not-a-number"}, id="a-number-for-a-date"),
        pytest.param("1.4", {"day": "1899-12-31"}, {"input-not-a-number"}, id="before-1900"),
        pytest.param("1.4", {"day": ""}, {"input-missing"}, id="no-date"),
        pytest.param("2.1", {"x": -1}, {"input-negative"}, id="a-count-is-never-negative"),
        pytest.param("3.2", {"a": 1, "b": 2}, {"cohort-missing"}, id="no-cohort-no-rank"),
        pytest.param("4.1", {"a": 1, "b": 2}, {"input-missing"}, id="the-other-row-waits"),
        pytest.param("4.3", {"a": 1, "b": 2}, {"input-missing"}, id="does-it-apply"),
    ],
)
def test_no_score(code: str, inputs: dict[str, Any], codes: set[str]) -> None:
    row = load_scored(SO).by_code[code]
    outcome = row.program.run(read_inputs(row, inputs))
    assert outcome.score is None
    assert {item.code for item in outcome.findings} == codes


@pytest.mark.parametrize(
    ("code", "inputs", "text"),
    [
        ("1.1", {"x": 3}, "3 → 15 điểm"),
        ("1.1", {"x": 7}, "7 ngoài các mức đã in → 0 điểm"),
        ("1.2", {"a": 8, "b": 10}, "8/10 = 80% ≥ 70% và ≤ 90% → 1/2 × 10 = 5 điểm"),
        ("1.3", {"x": 12}, "12 > 10 và ≤ 20 → 2 điểm"),
        ("1.4", {"day": "2025-01-20"}, "20/01/2025 > 15/01/2025 và < 15/02/2025 → 1/2 × 10"),
        ("2.1", {"x": 9}, "10 − 9 × 4 = −26 điểm, tối thiểu −6 điểm"),
        ("3.2", {"a": 1, "b": 2, "cohort": [1, Fraction(1, 2)]},
         "1/2 = 50% trong cụm 2 đơn vị = hạng 2 ≤ hạng 3 → 7 điểm"),
        ("4.1", {"a": 1, "b": 2, "row_4_2": 0}, "điểm chỉ số 4.2 = 0 → 0 điểm"),
        ("4.2", {"a": 110, "b": 100}, "(110 − 100)/100 = 10% < 20% → 10%/20% × 10 = 5 điểm"),
        ("4.2", {"a": 90, "b": 100}, "(90 − 100)/100 = −10% < 0% → 0 điểm"),
        ("2.2", {"a": 3, "b": 9, "parts": [False, True]},
         "(1) [(1) 3 × 3 = 9 điểm; (2) 9 × 1 = 9 điểm, tối đa 4 điểm → 9 + 4, tối đa 10 điểm]"),
    ],
)  # fmt: skip
def test_the_explanation_reads_well(code: str, inputs: dict[str, Any], text: str) -> None:
    row = load_scored(SO).by_code[code]
    assert text in row.program.explain(read_inputs(row, inputs))  # type: ignore[arg-type]


# --- Maxima per type of unit, bonus, renormalised total, grade --------------------------------


def test_each_type_of_unit_has_its_own_table() -> None:
    so, huyen = load_scored(SO), load_scored(HUYEN)
    assert [so.max_score, huyen.max_score] == [155, 175]
    assert [t.by_code["2.4"].max_score for t in (so, huyen)] == [10, 20]
    assert "4.5" in huyen.by_code
    assert "4.5" not in so.by_code
    assert huyen.title == "Bộ chỉ số thử nghiệm (UBND huyện)"
    with pytest.raises(KeyError):
        load_scored("TD-2025-DONVI")
    with pytest.raises(KeyError):
        load_scored("TD-2025-DONVI@xa")


def test_lint_adds_up_both_tables() -> None:
    assert [result.problems for result in lint([SO, HUYEN])] == [(), ()]


def judged(table: Table, **fields: Any) -> ScoredAssessment:
    return assess_scores(table, read_submission({"inputs": FULL} | fields, table))


def test_a_bonus_is_beyond_the_maximum() -> None:
    result = judged(load_scored(SO))
    assert [result.total, result.max_score] == [160, 155]
    assert result.index == Fraction(16000, 155)
    assert result.pillars[-1].score == 35
    assert result.pillars[-1].max_score == 30
    codes, scores = ("4.3", "4.4"), (10.0, 5.0)
    assert call("DTI_INDEX", SO, codes, scores) == 150.0


def test_the_rest_is_renormalised() -> None:
    result = judged(load_scored(SO), excluded=["1.1"])
    assert [result.total, result.max_score] == [140, 135]
    assert result.scaled_total == Fraction(140, 135) * 155
    data = assessment_json(result)
    assert data["scaled_total"] == pytest.approx(140 / 135 * 155)
    assert data["grade"] == "Xuất sắc"


@pytest.mark.parametrize(
    ("total", "grade"),
    [
        pytest.param("139.5", "Xuất sắc", id="exactly-90-percent"),
        pytest.param("139.49", "Tốt", id="just-below-90-percent"),
        pytest.param("108.5", "Tốt", id="exactly-70-percent"),
        pytest.param("77.51", "Khá", id="just-above-50-percent"),
        pytest.param("77.5", "Yếu", id="50-percent-is-an-open-end"),
        pytest.param("0", "Yếu", id="nothing"),
        pytest.param("-6", "Yếu", id="below-0"),
    ],
)
def test_a_grade_is_text_on_the_total(total: str, grade: str) -> None:
    table = load_scored(SO)
    assert judged(table).grade_of(Fraction(total)) == grade
    assert table.grades is not None
    cells = {"A1": float(Fraction(total) / 155), "B1": "=" + table.grades.excel("A1")}
    for engine in ENGINES.values():
        assert engine(cells, {}, "B1") == grade


def test_no_grade_while_a_row_is_missing() -> None:
    table = load_scored(SO)
    assert judged(table).grade == "Xuất sắc"
    blank = assess_scores(table, read_submission({"inputs": FULL | {"1.1": {}}}, table))
    assert blank.grade is None


def test_what_rests_on_an_error_is_an_error() -> None:
    table = load_scored(SO)
    result = assess_scores(
        table, read_submission({"inputs": FULL | {"4.2": {"a": 1, "b": 0}}}, table)
    )
    status = {row.code: row.status for row in result.rows}
    assert status["4.2"] == status["4.1"] == Status.WRONG


# --- Whole units ------------------------------------------------------------------------------


@pytest.mark.parametrize("table_id", [SO, HUYEN])
@pytest.mark.parametrize("engine", [Formualizer, IronCalc])
def test_native_formulas_equal_the_engine(
    engine: Callable[[Design], Surface], table_id: str
) -> None:
    table = load_scored(table_id)
    surface = engine(design_of(table, NATIVE))
    wrong: list[str] = []
    for seed in range(12):
        for unit in random_units(table, 4, seed):
            wrong += differences(surface, read_submission(unit, table))
    assert wrong == []


@pytest.mark.parametrize("table_id", [SO, HUYEN])
def test_the_cohort_in_one_pass_equals_the_engine(table_id: str) -> None:
    table = load_scored(table_id)
    units = random_units(table, 60, seed=7)
    scored = score_cohort(table, columns(table, units), len(units), np)
    for number, unit in enumerate(units):
        expected = outcomes(table, unit)
        for column, code in enumerate(scored.codes):
            score, got = expected[code].score, scored.scores[number, column]
            if score is None:
                assert np.isnan(got), (code, unit["inputs"][code], got)
            else:
                assert got == pytest.approx(float(score)), (code, unit["inputs"][code])


@pytest.mark.parametrize("table_id", [SO, HUYEN])
def test_cells_equal_the_engine(table_id: str) -> None:
    table = load_scored(table_id)
    for unit in random_units(table, 40, seed=3):
        submission = read_submission(unit, table)
        scores: dict[str, Any] = {}
        for row in assess_scores(table, submission).rows:
            figures = submission.figures.get(row.code, {})
            scores[row.code] = row, figures
        for code, (row, figures) in scores.items():
            cells: list[Any] = []
            for slot in row.row.slots:
                value: Any = figures.get(slot.name)
                if slot.row:
                    other = scores[slot.row][0].score
                    cells.append("" if other is None else float(other))
                elif isinstance(value, tuple):
                    cells += [float(item) for item in value]
                else:
                    cells.append(
                        "" if value is None else value if value in (True, False) else float(value)
                    )
            if row.status == Status.WRONG and any(
                scores[c][0].status == Status.WRONG for c in row.row.depends_on
            ):
                continue  # an error in a cell reaches no function
            shown = call("DTI_SCORE", table_id, code, tuple((cell,) for cell in cells))
            if row.score is not None:
                assert shown == pytest.approx(float(row.score)), (code, cells)
            else:
                assert not isinstance(shown, float), (code, cells, shown)
