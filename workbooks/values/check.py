"""Check our own workbooks of levels tables and plans: figures, formulas, stored values, levels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from reading.typed import read_numeral
from scoring.export import number, tally_json
from scoring.findings import Finding, finding
from scoring.levels import LevelAssessment
from scoring.numbers import Rational
from scoring.targets import PlanAssessment
from scoring.thresholds import LEVELS
from texts.figures import vietnamese
from workbooks.checks.formulas import normal
from workbooks.engines import (
    Recalculated,
    Target,
    agreed,
    recalculate,
    recalculate_deep,
)
from workbooks.files.book import Book, Cell, CellKind, address
from workbooks.levels.cached import cached_levels
from workbooks.levels.formulas import Formula, Key
from workbooks.plans.cached import cached_plan
from workbooks.plans.layout import plan_layout
from workbooks.units import Unit
from workbooks.values.cells import Content
from workbooks.values.own import Place, UnitBook, commune_cell, read_unit_book

_BLANK = "(trống)"
_ANSWERS = ("level", "level_name", "blockers", "result")
"""The formulas that must have a stored value."""
_SHOWN = (*_ANSWERS, "met", "not_", "all", "missing_", "wrong_", "agency_", "pillar_")
"""The beginnings of what readers see; an old value elsewhere shows in one of these."""


@dataclass(frozen=True)
class Examined:
    """What checking such a workbook gave. `sheet_level`: the level that stands in our sheet."""

    unit: Unit
    assessment: LevelAssessment | PlanAssessment
    findings: tuple[Finding, ...]
    sheet_level: Rational | None = None

    @property
    def incomplete(self) -> bool:
        """Whether a value is missing."""
        return bool(self.assessment.missing)

    def to_json(self) -> dict[str, object]:
        """The level as typed, in the sheet and by the engine; or the counts of a plan."""
        if isinstance(self.assessment, PlanAssessment):
            return {"targets": tally_json(self.assessment.tally)}
        return {
            "level": {
                "typed": number(self.unit.typed_level),
                "sheet": number(self.sheet_level),
                "engine": self.assessment.level,
            }
        }

    @property
    def summary(self) -> str:
        """One line in Vietnamese."""
        if isinstance(self.assessment, PlanAssessment):
            tally = self.assessment.tally
            return (
                f"{tally.met} chỉ tiêu đạt, {tally.not_met} chưa đạt, "
                f"{tally.not_judged} không xét; {len(self.assessment.missing)} thiếu số liệu."
            )
        level = f"Mức độ {self.assessment.level} ({self.assessment.level_name})"
        blocking = ", ".join(self.assessment.blocking)
        stops = f"; còn cản mức kế tiếp: {blocking}" if blocking else ""
        return f"{level}{stops}; {len(self.assessment.missing)} tiêu chí thiếu số liệu."


def examine(book: Book, deep: bool = False) -> Examined:
    """Check a workbook that is already scanned. Raises LayoutUnknown."""
    found = read_unit_book(book)
    assessment = found.unit.assess()
    targets = [_target(formula) for formula in found.formulas.values() if found.of(formula)]
    again = recalculate(book, targets)
    if deep:
        again = agreed(again, recalculate_deep(book, targets))
    findings = [
        *found.findings,
        *_files(book),
        *_hidden(found),
        *_inputs(found, assessment),
        *_formulas(found, assessment),
        *_stale(found, again),
    ]
    if isinstance(assessment, LevelAssessment):
        findings += _levels(found, assessment, again)
    if found.unit.law.decision.superseded:
        findings.append(finding("table-superseded", why=found.unit.law.decision.superseded))
    return Examined(found.unit, assessment, tuple(findings), _sheet_level(found))


def _sheet_level(found: UnitBook) -> Rational | None:
    formula = found.formulas.get(("level", ""))
    cell = found.of(formula) if formula else None
    stands = cell.value if cell is not None and cell.kind is CellKind.NUMBER else None
    return stands if isinstance(stands, int | Fraction) else None


def _target(formula: Formula) -> Target:
    return formula.sheet, formula.row + 1, formula.column + 1


def _files(book: Book) -> Iterator[Finding]:
    for link in book.external_links:
        yield finding("external-link", actual=link)
    if book.has_macros:
        yield finding("macro-present")


def _hidden(found: UnitBook) -> Iterator[Finding]:
    hidden = {sheet.name: sheet.hidden_rows for sheet in found.book.sheets}
    for (what, code), formula in found.formulas.items():
        if what in ("status", "result") and formula.row + 1 in hidden.get(formula.sheet, ()):
            where = address(formula.row + 1, formula.column + 1)
            yield finding("row-hidden", code, formula.sheet, where)


def _inputs(found: UnitBook, assessment: LevelAssessment | PlanAssessment) -> Iterator[Finding]:
    """What the engine found in the values, with the cell it is about."""
    for item in assessment.findings:
        places = found.cells.get(item.indicator, ())
        if not places:
            if item.indicator not in found.cells and item.code == "input-missing":
                continue  # the row itself is lost: `row-missing` names it
            result = found.formulas.get(("result", item.indicator))
            cell_of = address(result.row + 1, result.column + 1) if result else ""
            yield replace(item, sheet=result.sheet if result else "", cell=cell_of)
            continue
        place = _guilty(found, item, places)
        cell = found.at(place) if ":" not in place[1] else None
        yield _typed_otherwise(replace(item, sheet=place[0], cell=place[1]), cell)


def _guilty(found: UnitBook, item: Finding, places: tuple[Place, ...]) -> Place:
    """The cell that a finding speaks of."""
    if ":" in places[0][1]:
        if item.code == "input-missing":
            return places[0]
        return commune_cell(found, item.indicator, _no_level) or places[0]
    if len(places) > 1:
        if item.code == "input-missing":
            return places[0] if found.at(places[0]) is None else places[1]
        for place in places:
            cell = found.at(place)
            if cell is not None and cell.value != "":
                number = cell.value if cell.kind is CellKind.NUMBER else None
                if number is None or isinstance(number, str) or number < 0:
                    return place
    return places[0]


def _no_level(level: object) -> bool:
    return level is not None and (isinstance(level, bool | str) or level not in (0, *LEVELS))


def _typed_otherwise(item: Finding, cell: Cell | None) -> Finding:
    """A number typed as a text, and a date, are named as such."""
    if item.code != "input-not-a-number" or cell is None:
        return item
    data = dict(item.data)
    if cell.kind is CellKind.DATE:
        data["expected"] = "một số liệu"
        return replace(item, code="input-is-date", data=data)
    text = str(cell.value).strip()
    if cell.kind is CellKind.TEXT and read_numeral(text.rstrip("% ")) is not None:
        return replace(item, code="number-as-text", data=data)
    return item


def _formulas(found: UnitBook, assessment: LevelAssessment | PlanAssessment) -> Iterator[Finding]:
    """Every formula of ours is the one that the workbook was built with."""
    engine = _engine(found, assessment)
    lost = {item.indicator for item in found.findings if item.code == "row-missing"}
    for (what, code), formula in found.formulas.items():
        if lost and (code in lost or not code):
            continue  # its place, or what it ranges over, is not known
        cell = found.of(formula)
        where = {"sheet": formula.sheet, "cell": address(formula.row + 1, formula.column + 1)}
        held = cell.formula if cell else ""
        row = "" if what.startswith(("c_", "agency_", "pillar_")) else code
        if not held:
            yield finding(
                "formula-overwritten",
                row,
                **where,
                actual=_shown(cell.value if cell else None),
                expected=_shown(engine.get((what, code))),
            )
        elif normal(held) != normal(formula.text):
            yield finding(
                "formula-changed", row, **where, actual=f"={held}", expected=f"={formula.text}"
            )


def _engine(found: UnitBook, assessment: LevelAssessment | PlanAssessment) -> Mapping[Key, Content]:
    """What the cells should show."""
    if isinstance(assessment, PlanAssessment):
        return cached_plan(plan_layout(assessment.plan.id), assessment)
    return cached_levels(assessment, found.unit.values, found.unit.communes)


def _stale(found: UnitBook, again: Mapping[Target, Recalculated]) -> Iterator[Finding]:
    """Every stored value is what the cell's own formula gives."""
    for (what, code), formula in found.formulas.items():
        cell = found.of(formula)
        if cell is None or not cell.formula:
            continue
        row = "" if what.startswith(("c_", "agency_", "pillar_")) else code
        where = {"sheet": formula.sheet, "cell": cell.address}
        if not cell.cached and what in _ANSWERS:
            yield finding("score-uncached", row, **where)
        value = again.get(_target(formula))
        if cell.cached and what.startswith(_SHOWN) and not _same(cell.value, value):
            yield finding(
                "score-stale", row, **where, actual=_shown(cell.value), expected=_shown(value)
            )


def _same(stored: object, value: Recalculated) -> bool:
    if isinstance(value, str) and value.startswith("#"):
        return isinstance(stored, str) and stored.startswith("#")
    if isinstance(value, int | Fraction) and isinstance(stored, int | Fraction):
        return abs(Fraction(stored) - Fraction(value)) <= Fraction(1, 10**6)
    return stored == ("" if value is None else value)


def _levels(
    found: UnitBook, assessment: LevelAssessment, again: Mapping[Target, Recalculated]
) -> Iterator[Finding]:
    """The level that stands in the sheet, and the one typed by hand, are the engine's."""
    expected = level_words(assessment.level, assessment)
    formula = found.formulas["level", ""]
    cell = found.of(formula)
    value: object = None
    if cell is not None:
        uncached = cell.formula and not cell.cached
        value = again.get(_target(formula)) if uncached else cell.value
    if isinstance(value, int | Fraction) and value != assessment.level:
        where = {"sheet": formula.sheet, "cell": address(formula.row + 1, formula.column + 1)}
        yield finding(
            "level-mismatch", **where, actual=level_words(value, assessment), expected=expected
        )
    typed, place = found.unit.typed_level, found.typed_level
    if typed is not None and place is not None and typed != assessment.level:
        yield finding(
            "level-mismatch", "", *place, actual=level_words(typed, assessment), expected=expected
        )


def level_words(level: Rational, assessment: LevelAssessment) -> str:
    """A level with its name."""
    try:
        name = f" ({assessment.table.name_of(int(level))})" if level == int(level) else ""
    except IndexError:
        name = ""
    return f"{vietnamese(level)}{name}"


def _shown(value: object) -> str:
    if value is None or value == "":
        return _BLANK
    if isinstance(value, float):
        value = Fraction(value)
    if isinstance(value, int | Fraction) and not isinstance(value, bool):
        return vietnamese(value, 6)
    return str(value)
