"""Lint: a ruleset is complete, adds up, and quotes its source word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from rulesets import files
from rulesets.fields import RulesetError
from rulesets.laws import load_law
from rulesets.lint_values import lint_levels, lint_plan
from rulesets.quotes import unquoted
from scoring.levels import LevelTable
from scoring.model import Table
from scoring.targets import Plan
from texts.figures import vietnamese


@dataclass(frozen=True, slots=True)
class Linted:
    """What was counted in one table, what is wrong, and the document's own slips."""

    table: str
    counted: str
    problems: tuple[str, ...]
    slips: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "table": self.table,
            "counted": self.counted,
            "problems": list(self.problems),
            "slips": list(self.slips),
        }

    def text(self) -> str:
        """In words, one line and one for each problem."""
        mark = "✗" if self.problems else "✓"
        lines = [f"{mark} {self.table}: {self.counted}"]
        lines += [f"    ✗ {problem}" for problem in self.problems]
        lines += [f"    i {slip}" for slip in self.slips]
        return "\n".join(lines)


def lint(tables: Sequence[str] | None = None) -> list[Linted]:
    """Lint the tables named, or all."""
    return [_lint(table_id) for table_id in tables or files.table_ids()]


def _lint(table_id: str) -> Linted:
    try:
        table = load_law(table_id)
    except RulesetError as error:
        return Linted(table_id, "không nạp được", (str(error),))
    except KeyError:
        return Linted(table_id, "không có bảng này", (f"không có bảng {table_id}",))
    if isinstance(table, LevelTable):
        return Linted(table_id, *lint_levels(table))
    if isinstance(table, Plan):
        return Linted(table_id, *lint_plan(table))
    problems = [*_sums(table), *_codes(table), *_texts(table), *_readings(table)]
    counted = (
        f"{len(table.pillars)} chỉ số chính, {len(table.indicators)} dòng, "
        f"{vietnamese(table.max_score)} điểm, {len(table.readings)} cách hiểu"
    )
    slips = [f"văn bản tự ghi {key}: {value}" for key, value in table.declared.items()]
    slips += [
        f"{row.code}: ô điểm tối đa in trống, suy ra {vietnamese(row.max_score)}"
        for row in table.indicators
        if row.max_inferred
    ]
    return Linted(table_id, counted, tuple(problems), tuple(slips))


def _sums(table: Table) -> Iterator[str]:
    total = sum((pillar.max_score for pillar in table.pillars), Fraction(0))
    if total != table.max_score:
        yield f"các chỉ số chính cộng {vietnamese(total)}, bảng ghi {vietnamese(table.max_score)}"
    for pillar in table.pillars:
        rows = sum((row.counted_max for row in pillar.indicators), Fraction(0))
        if rows != pillar.max_score:
            yield (
                f"chỉ số chính {pillar.code}: các dòng cộng {vietnamese(rows)}, "
                f"ghi {vietnamese(pillar.max_score)}"
            )
        for group in pillar.groups:
            own = [r for r in pillar.indicators if r.code.startswith(group.code + ".")]
            rows = sum((row.counted_max for row in own), Fraction(0))
            if group.max_score is not None and rows != group.max_score:
                yield (
                    f"nhóm {group.code}: các dòng cộng {vietnamese(rows)}, "
                    f"ghi {vietnamese(group.max_score)}"
                )


def _codes(table: Table) -> Iterator[str]:
    codes = [row.code for row in table.indicators]
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        yield f"mã {code} bị lặp lại"
    for row in table.indicators:
        if row.code.split(".")[0] != row.pillar:
            yield f"mã {row.code} không thuộc chỉ số chính {row.pillar}"
        for slot in row.slots:
            for line in slot.from_info:
                if line not in table.info_by_code:
                    yield f"{row.code}: không có mục {line} trong thông tin chung"


def _texts(table: Table) -> Iterator[str]:
    """Titles, clauses and evidence are made of words that stand in the source."""
    texts = [
        (row.code, what, text)
        for row in table.indicators
        for what, text in (
            ("tên", row.name),
            ("cách tính", row.printed),
            ("tài liệu", row.evidence),
        )
    ]
    yield from unquoted(table.id, texts)


def _readings(table: Table) -> Iterator[str]:
    used = {reading.id for row in table.indicators for reading in row.readings}
    for reading in table.readings:
        if reading.id in used:
            continue
        if any(code in table.by_code for code in re.findall(r"\d+(?:\.\d+)+", reading.place)):
            yield f"cách hiểu {reading.id} nêu mục {reading.place} nhưng không dòng nào dùng"
