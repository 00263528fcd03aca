"""What the comparison workbook shows of a ranking, in words and floats."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from scoring.assessment import Assessment, RowAssessment
from scoring.ledger import verified_total
from scoring.ranking import Placed
from scoring.words import Judgement
from texts import say, worded
from workbooks.ranking import BookTable, Value

if TYPE_CHECKING:
    from answers.rank import TableRanking

_JUDGED = {Judgement.MET: 1.0, Judgement.NOT_MET: 0.0}


def book_table(table: TableRanking, lang: str) -> BookTable:
    """One table of a ranking for `workbooks.ranking`."""
    kind, placed = table.law.kind, table.ranking.placed
    state = say("rank.provisional" if table.reasons else "rank.final", lang)
    remarks = [say(f"rank.by.{kind}", lang)]
    remarks += [one.say(lang) for one in (*table.reasons, *table.notes)]
    if table.ranking.readings:
        remarks.append(say("rank.range-note", lang, readings=table.ranking.readings))
    columns, shares = _map([one.assessment for one in placed])
    return BookTable(
        id=table.law.id,
        kind=kind,
        state=f"{state}: {say('rank.head', lang, table=table.law.id, count=len(placed))}",
        provisional=bool(table.reasons),
        remarks=tuple(remarks),
        rank_titles=_titles(kind, lang),
        ranks=tuple(_row(table, one) for one in placed),
        names=table.names([one.unit for one in placed]),
        keys=tuple(float(one.key) for one in placed),
        columns=columns,
        shares=shares,
        pillars=_means(table, shares),
        depends=tuple(_depends(table, lang)),
    )


def _titles(kind: str, lang: str) -> tuple[tuple[str, int, str], ...]:
    key = "line_percent" if kind == "scored" else "count"
    first = (
        ("rank", 7, "count_bold"),
        ("unit", 36, "name"),
        (f"key.{kind}", 12, key),
        ("best", 12, "count"),
        ("worst", 12, "count"),
        ("tied-with", 26, "text"),
        ("missing-rows", 10, "count"),
        ("file", 26, "text"),
    )
    scored = (
        ("total", 12, "line_score"),
        ("maximum", 10, "line_max"),
        ("total-verified", 12, "line_score"),
        ("key-verified", 12, "line_percent"),
        ("rank-verified", 10, "count"),
    )
    names = (*first[:3], *scored, *first[3:]) if kind == "scored" else first
    return tuple((say(f"rank.{name}", lang), width, style) for name, width, style in names)


def _row(table: TableRanking, placed: Placed) -> tuple[Value, ...]:
    assessment = placed.assessment
    scored = assessment.scored
    key = float(placed.key / 100) if scored else float(placed.key)
    last = (
        placed.best,
        placed.worst,
        ", ".join(table.names(placed.tied)),
        len(assessment.missing),
        table.entries[placed.unit].file.name,
    )
    first = (placed.rank, table.name(placed.unit), key)
    if scored is None:
        return (*first, *last)
    verified = verified_total(scored)
    share = None if placed.verified_key is None else placed.verified_key / 100
    return (
        *first,
        float(scored.total),
        float(scored.max_score),
        _float(verified),
        _float(share),
        placed.verified_rank,
        *last,
    )


def _map(
    assessments: Sequence[Assessment],
) -> tuple[tuple[str, ...], tuple[tuple[float | None, ...], ...]]:
    """The columns of the heat map, and for each unit its share (or level) in each."""
    first = assessments[0]
    pillars = (pillar.code for pillar in first.pillars)
    columns = (*pillars, *(row.code for row in first.law.rows))
    return columns, tuple(tuple(_shares(one)) for one in assessments)


def _shares(assessment: Assessment) -> list[float | None]:
    pairs = [(pillar.score, pillar.max_score) for pillar in assessment.pillars]
    pillars = [float(score / most) if most else None for score, most in pairs]
    return [*pillars, *(_share(row) for row in assessment.rows)]


def _share(row: RowAssessment) -> float | None:
    """The share of the points, the level, or 1 for a target that is met."""
    if row.result is not None:
        return _JUDGED.get(row.result)
    if row.highest is not None:
        return None if row.value is None else float(row.highest)
    most = row.row.worth
    return None if row.score is None or not most else float(row.score / most)


def _means(
    table: TableRanking, shares: Sequence[Sequence[float | None]]
) -> tuple[tuple[str, float], ...]:
    """The mean share of each pillar, over the units that have one."""
    means = []
    for place, pillar in enumerate(table.ranking.placed[0].assessment.pillars):
        known = [share for row in shares if (share := row[place]) is not None]
        if known:
            means.append((f"{pillar.code}. {pillar.name}", sum(known) / len(known)))
    return tuple(means)


def _depends(table: TableRanking, lang: str) -> list[tuple[Value, ...]]:
    return [
        (
            one.code,
            table.name(placed.unit),
            float(one.points),
            table.name(one.holder),
            worded(table.value(one), lang),
            float(one.without),
        )
        for placed in table.ranking.placed
        for one in placed.depends
    ]


def _float(value: Fraction | None) -> float | None:
    return None if value is None else float(value)
