"""First values of the levels workbook: what the engine says that every formula shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from scoring.levels import CriterionAssessment, LevelAssessment, LevelGroup
from scoring.thresholds import LEVELS, ValueKind
from scoring.words import Status
from texts import say
from workbooks.design.contents import commune_levels, contents_of
from workbooks.design.draft import Content, Design
from workbooks.design.levels.communes import check_room, commune_values
from workbooks.design.levels.formulas import BLOCKING, NOT_APPLICABLE, TOP, UNKNOWN, WRONG_MARK
from workbooks.design.levels.needs import need_values
from workbooks.design.levels.rows import STATES
from workbooks.design.levels.signed import level_signed_values
from workbooks.design.names import COMMUNES, DOCUMENTS, LEVELS_SHEET, SUMMARY, Key
from workbooks.design.open_rows import open_words, unit_words
from workbooks.design.threshold_formulas import joined_value, wrong_words

ERROR = "#VALUE!"
_MARKS: Mapping[str, Content] = {
    "met": 1.0,
    "not": 0.0,
    "missing": UNKNOWN,
    "wrong": WRONG_MARK,
    "": NOT_APPLICABLE,
}


def level_values(design: Design, assessment: LevelAssessment) -> dict[Key, Content]:
    """The value of every formula. Raises UnusableInput for more communes than the form holds."""
    check_room(len(commune_levels(assessment.submission)))
    contents = contents_of(design, assessment.submission)
    unit = _Unit(assessment, contents)
    found: dict[Key, Content] = {}
    chains = dict.fromkeys(("next", "registered", "missing", "wrong"), "")
    order = 0
    for row in assessment.rows:
        for key, value in _criterion(unit, row):
            found[key] = value
        for name, codes in unit.lists.items():
            if row.code in codes:
                chains[name] += f", {row.code}" if chains[name] else row.code
            found[Key(f"codes_{name}", row.code)] = chains[name]
        order += row.code in unit.lists["next"]
        found[Key("order", row.code)] = float(order)
    statuses = {row.code: _status(row) for row in assessment.rows}
    by_code = {row.code: row for row in assessment.rows}
    found.update(need_values(by_code, unit.lists["next"], unit.ahead, statuses))
    found.update(_all(unit))
    found.update(_result(unit))
    for group in (*assessment.law.pillars, None):
        found.update(_group(unit, group))
    if Key("status_line", COMMUNES) in design.formulas:
        found.update(commune_values(contents, unit_words(contents)))
    found[Key("line", DOCUMENTS)] = unit_words(contents)
    found.update(level_signed_values(design, assessment.law, contents, found))
    return found


@dataclass(frozen=True)
class _Unit:
    """An assessment, and what the sheet makes of it where figures are wrong."""

    assessment: LevelAssessment
    contents: Mapping[Key, Content]

    @cached_property
    def rows(self) -> tuple[CriterionAssessment, ...]:
        return self.assessment.rows

    @cached_property
    def wrong(self) -> tuple[str, ...]:
        return self.assessment.wrong

    def stopped(self, level: int) -> list[str]:
        """The codes not met at a level of 1–5, those with wrong figures left out."""
        return [r.code for r in self.rows if r.stops(level) and r.code not in self.wrong]

    @cached_property
    def known(self) -> int:
        """The level that the rows without wrong figures reach."""
        return max((k for k in LEVELS if not self.stopped(k)), default=0)

    @cached_property
    def ahead(self) -> int:
        """The next level, or the highest."""
        return min(self.known + 1, TOP)

    @cached_property
    def registered(self) -> int:
        """The registered level where it is one of 1–5, else 0."""
        typed = self.contents.get(Key("typed", "level"))
        return int(typed) if isinstance(typed, float) and typed in LEVELS else 0

    @cached_property
    def lists(self) -> Mapping[str, Sequence[str]]:
        """The codes of the four joined lists."""
        return {
            "next": [] if self.known == TOP else self.stopped(self.ahead),
            "registered": self.stopped(self.registered) if self.registered else [],
            "missing": self.assessment.missing,
            "wrong": self.wrong,
        }

    @cached_property
    def level(self) -> Content:
        """What the cell of the level shows."""
        if not self.wrong:
            return float(self.known)
        if len(self.wrong) == 1:
            return say("sheet.levels.unknown-one", first=self.wrong[0])
        more = str(len(self.wrong) - 1)
        return say("sheet.levels.unknown-more", first=self.wrong[0], more=more)

    @cached_property
    def level_name(self) -> str:
        """What the cell beside it shows."""
        return say("sheet.levels.repair") if self.wrong else self.assessment.law.name_of(self.known)


def _state(row: CriterionAssessment, level: int) -> str:
    """How a criterion stands at a level: one of STATES, or "" where it is not asked."""
    met = row.met[level - 1]
    if met is None:
        return ""
    if row.status is Status.WRONG:
        return "wrong"
    if met:
        return "met"
    return "missing" if row.status is Status.MISSING else "not"


def _criterion(unit: _Unit, row: CriterionAssessment) -> Iterator[tuple[Key, Content]]:
    code, wrong = row.code, row.status is Status.WRONG
    status = _status(row)
    yield Key("wrong", code), float(wrong)
    yield Key("missing", code), float(row.status is Status.MISSING)
    yield Key("status", code), status
    yield Key("value", code), _value(unit, row)
    for level in LEVELS:
        state = _state(row, level)
        if state:
            yield Key(f"met{level}", code), _MARKS[state]
            yield Key(f"stop{level}", code), float(state in ("not", "missing"))
    yield Key("highest", code), ERROR if wrong else float(row.highest)
    yield Key("block", code), BLOCKING if code in unit.lists["next"] else ""
    state = _state(row, unit.ahead)
    yield Key("next", code), _MARKS[state]
    for name in STATES:
        yield Key(f"at_{name}", code), float(name == state)
    if row.row.kind is ValueKind.COUNT_OF_TOTAL:
        yield Key("status", code, "total"), status
    if row.row.kind is ValueKind.COMMUNES:
        levels = [v for k, v in unit.contents.items() if k.what == "commune" and k.slot == "level"]
        count = str(sum(isinstance(level, float) for level in levels))
        see = say("sheet.levels.see-communes")
        yield Key("given", code), say("sheet.levels.communes", count=count) if levels else see


def _status(row: CriterionAssessment) -> str:
    if row.status is Status.WRONG:
        return wrong_words(row.row.kind, row.findings)
    if row.status is not Status.MISSING:
        return say("sheet.value.full")
    counted = row.row.kind is ValueKind.COUNT_OF_TOTAL and row.value is not None
    return say("sheet.value.missing-total" if counted else "sheet.value.missing")


def _value(unit: _Unit, row: CriterionAssessment) -> Content:
    """The value as DTI_TIER takes it."""
    if row.status is Status.WRONG:
        return WRONG_MARK
    if row.row.kind is ValueKind.COMMUNES:
        levels = row.value if isinstance(row.value, tuple) else ()
        return "; ".join(str(level) for level in levels)
    contents = [unit.contents.get(Key("in", row.code, slot.name)) for slot in row.row.slots]
    if row.row.kind is ValueKind.COUNT_OF_TOTAL:
        return joined_value(*contents)
    return "" if contents[0] is None else contents[0]


def _all(unit: _Unit) -> Iterator[tuple[Key, Content]]:
    for level in LEVELS:
        states = [_state(row, level) for row in unit.rows]
        yield Key("all", f"stop{level}"), float(len(unit.stopped(level)))
        worst = next((s for s in ("not", "missing", "wrong") if s in states), "met")
        yield Key("all", f"met{level}"), _MARKS[worst]
    yield Key("all", "next"), float(unit.known)
    yield Key("registered"), float(unit.registered)
    for name in ("missing", "wrong"):
        codes = unit.lists[name]
        yield Key("all", name), float(len(codes))
        yield Key("all", f"codes_{name}"), codes[0] if codes else ""


def _result(unit: _Unit) -> Iterator[tuple[Key, Content]]:
    words = unit_words(unit.contents)
    yield Key("line", LEVELS_SHEET), words
    yield Key("line", SUMMARY), words
    reached = unit.level if unit.wrong else f"{unit.known} – {unit.level_name}"
    rows, total = say("sheet.levels.rows"), len(unit.rows)
    line = say("sheet.levels.reached", level=reached)
    line = f"{line}. {open_words(rows, total, unit.assessment.missing, unit.wrong)}"
    yield Key("status_line", LEVELS_SHEET), line
    yield Key("status_line", SUMMARY), line
    yield Key("level"), unit.level
    yield Key("level_name"), unit.level_name
    yield Key("check", "level"), _agreement(unit)
    lists = unit.lists
    yield Key("blockers"), ", ".join(lists["next"])
    for name, codes in (("stopped", lists["registered"]), ("missing", lists["missing"])):
        yield Key("answer", name), ", ".join(codes)
    yield Key("answer", "wrong"), ", ".join(unit.wrong)
    for name in ("missing", "wrong"):
        yield Key("answer_count", name), float(len(lists[name]))
    yield Key("answer_count", "next"), _count(unit.ahead, lists["next"], unit.known == TOP)
    stopped = _count(unit.registered, lists["registered"])
    yield Key("answer_count", "stopped"), stopped if unit.registered else ""
    yield Key("at_next"), say("sheet.result.at-next", level=str(unit.ahead))


def _count(level: int, codes: Sequence[str], top: bool = False) -> str:
    if top:
        return say("sheet.result.top")
    return say("sheet.result.of-level", level=str(level), count=str(len(codes)))


def _agreement(unit: _Unit) -> str:
    """Whether the registered level is the computed one."""
    typed = unit.contents.get(Key("typed", "level"))
    if typed is None:
        return say("sheet.result.not-registered")
    if not isinstance(typed, float) or typed not in (0, *LEVELS):
        return say("sheet.result.bad-level")
    if unit.wrong:
        return say("sheet.result.not-known")
    if typed == unit.known:
        return say("sheet.result.agrees")
    return say("sheet.result.differs", typed=f"{typed:g}", level=str(unit.known))


def _group(unit: _Unit, group: LevelGroup | None) -> Iterator[tuple[Key, Content]]:
    code = group.code if group else ""
    rows = [r for r in unit.rows if group is None or r.row in group.criteria]
    for level in LEVELS:
        states = [_state(row, level) for row in rows]
        met, asked = states.count("met"), len(states) - states.count("")
        part = say("sheet.result.part", met=str(met), asked=str(asked))
        yield Key("group", code, f"level{level}"), part
    states = [_state(row, unit.ahead) for row in rows]
    for name in STATES:
        yield Key("group", code, name), float(states.count(name))
    asked = len(states) - states.count("")
    yield Key("group", code, "asked"), float(asked)
    share = float(Fraction(states.count("met"), asked)) if asked else ""
    yield Key("group", code, "share"), share
