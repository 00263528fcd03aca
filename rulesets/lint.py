"""Lint: a ruleset is complete, adds up, and quotes its source word for word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from rulesets import files
from rulesets.errors import RulesetError
from rulesets.laws import build_law, source_of
from rulesets.lint_base import Counted, Said, readings_used
from rulesets.lint_values import lint_levels, lint_plan
from rulesets.quotes import unquoted
from scoring.model import Table
from texts import Text, text


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, in which file, on which line (0: the file as a whole)."""

    where: str
    line: int
    reason: Text

    def say(self, lang: str = "vi") -> str:
        """The words: file, line and reason."""
        return RulesetError(self.where, self.line, self.reason).say(lang)


@dataclass(frozen=True, slots=True)
class Linted:
    """What was counted in one table, what is wrong, and the document's own slips."""

    table: str
    counted: Text
    problems: tuple[Problem, ...]
    slips: tuple[Text, ...] = ()

    def to_json(self, lang: str = "vi") -> dict[str, Any]:
        """As plain data."""
        return {
            "table": self.table,
            "counted": self.counted.say(lang),
            "problems": [problem.say(lang) for problem in self.problems],
            "slips": [slip.say(lang) for slip in self.slips],
        }

    def text(self, lang: str = "vi") -> str:
        """In words, one line and one for each problem."""
        mark = "✗" if self.problems else "✓"
        lines = [f"{mark} {self.table}: {self.counted.say(lang)}"]
        lines += [f"    ✗ {problem.say(lang)}" for problem in self.problems]
        lines += [f"    i {slip.say(lang)}" for slip in self.slips]
        return "\n".join(lines)


def lint(tables: Sequence[str] | None = None) -> list[Linted]:
    """Lint the tables named, or all. Raises RulesetError where the list itself is wrong."""
    return [_lint(table_id) for table_id in tables or files.table_ids()]


def _lint(table_id: str) -> Linted:
    try:
        table = files.find(table_id)
    except KeyError:
        gone = text("lint.no_table", id=table_id)
        return Linted(table_id, gone, (Problem(table_id, 0, gone),))
    try:
        data = files.read(table_id, fresh=True)
        law = build_law(data, source_of(table))
    except RulesetError as error:
        problem = Problem(error.where, error.line, error.reason)
        return Linted(table_id, text("lint.not_loaded"), (problem,))
    counted = _KINDS[law.kind](law)
    lines = lines_of(data["table"])
    return Linted(
        table_id,
        counted.words,
        tuple(Problem(table.where, lines.get(code, 0), said) for code, said in counted.problems),
        counted.slips,
    )


def lines_of(node: Any) -> dict[str, int]:
    """The line of each row, group and reading: its code (or id) → line."""
    found: dict[str, int] = {}
    if isinstance(node, dict):
        name = node.get("code", node.get("id"))
        if isinstance(name, str):
            found[name] = getattr(node, "line", 0)
        for value in node.values():
            found = lines_of(value) | found
    elif isinstance(node, list):
        for value in node:
            found = lines_of(value) | found
    return found


def lint_scored(table: Table) -> Counted:
    """What was counted in a scored table, and what is wrong with it."""
    words = text(
        "lint.counted.scored",
        pillars=len(table.pillars),
        rows=len(table.indicators),
        points=table.max_score,
        readings=len(table.readings),
    )
    slips = [text("lint.declared", name=k, value=str(v)) for k, v in table.declared.items()]
    slips += [
        text("lint.inferred", code=row.code, points=row.max_score)
        for row in table.indicators
        if row.max_inferred
    ]
    problems = (*_sums(table), *_codes(table), *_texts(table), *_readings(table))
    return Counted(words, problems, tuple(slips))


_KINDS: Mapping[str, Callable[[Any], Counted]] = {
    "scored": lint_scored,
    "levels": lint_levels,
    "targets": lint_plan,
}


def _sums(table: Table) -> Iterator[Said]:
    total = sum((pillar.max_score for pillar in table.pillars), Fraction(0))
    if total != table.max_score:
        yield table.id.partition("@")[0], text("lint.sum.table", sum=total, max=table.max_score)
    for pillar in table.pillars:
        rows = sum((row.counted_max for row in pillar.indicators), Fraction(0))
        if rows != pillar.max_score:
            yield (
                pillar.code,
                text("lint.sum.pillar", code=pillar.code, sum=rows, max=pillar.max_score),
            )
        for group in pillar.groups:
            own = [r for r in pillar.indicators if r.code.startswith(group.code + ".")]
            rows = sum((row.counted_max for row in own), Fraction(0))
            if group.max_score is not None and rows != group.max_score:
                yield (
                    group.code,
                    text("lint.sum.group", code=group.code, sum=rows, max=group.max_score),
                )


def _codes(table: Table) -> Iterator[Said]:
    for row in table.indicators:
        if row.code.split(".")[0] != row.pillar:
            yield row.code, text("lint.code_of_pillar", code=row.code, pillar=row.pillar)
        for slot in row.slots:
            for line in slot.from_info:
                if line not in table.info_by_code:
                    yield row.code, text("lint.no_info", code=row.code, line=line)


def _texts(table: Table) -> Iterator[Said]:
    """Titles, clauses and evidence are made of words that stand in the source."""
    for row in table.indicators:
        for what, words in (
            ("name", row.name),
            ("printed", row.printed),
            ("evidence", row.evidence),
        ):
            yield from unquoted(table.id, row.code, what, words)
    yield from unquoted(table.id)


def _readings(table: Table) -> Iterator[Said]:
    used = {row.code: row.readings for row in table.indicators}
    return readings_used(table.readings, used, r"\d+(?:\.\d+)+")
