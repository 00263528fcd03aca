"""`dti score` and `dti explain`: scores of a unit.json or a workbook, and why."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from cli.data import Output, Unusable, output_options
from cli.sources import read_any, read_source
from cli.values import levels_text, plan_text
from scoring.assess import EXCLUDED, SUBSTITUTED, Assessment, assess
from scoring.explain import explain as explain_row
from scoring.export import assessment_json, finding_json, levels_json, number, plan_json
from scoring.findings import has_error
from scoring.ledger import official_grade, official_scaled_total
from scoring.levels import LevelAssessment
from scoring.model import Table
from scoring.targets import PlanAssessment
from texts.figures import vietnamese
from workbooks.units import Unit

_FILE = click.Path(path_type=Path)


@click.command("score")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=_FILE)
@click.option(
    "--reading",
    "readings",
    metavar="ID=alternative",
    multiple=True,
    help="Tính theo cách hiểu khác. / Score by the other reading.",
)
@output_options
@click.pass_context
def score(
    context: click.Context, files: tuple[Path, ...], readings: tuple[str, ...], output: Output
) -> None:
    """Chấm điểm unit.json hoặc biểu Excel. / Score a unit.json or a workbook."""
    results: list[Assessment | LevelAssessment | PlanAssessment] = []
    for file in files:
        source = read_any(file)
        if isinstance(source, Unit):
            if readings:
                raise Unusable(f"{file.name}: --reading chỉ dùng cho bảng chấm điểm.")
            results.append(source.assess())
            continue
        table, submission = source
        for choice in readings:
            table = read_otherwise(table, choice)
        results.append(assess(table, submission))
    data = [assessed_json(result) for result in results]
    output.emit(
        data[0] if len(data) == 1 else data,
        lambda: "\n\n".join(assessed_text(result, output) for result in results),
    )
    if any(has_wrong(result) for result in results):
        context.exit(1)


def assessed_json(result: Assessment | LevelAssessment | PlanAssessment) -> dict[str, Any]:
    """The contract's `dti score --json`, whatever the kind of the table."""
    if isinstance(result, LevelAssessment):
        return levels_json(result)
    return plan_json(result) if isinstance(result, PlanAssessment) else assessment_json(result)


def assessed_text(result: Assessment | LevelAssessment | PlanAssessment, output: Output) -> str:
    """The same in words."""
    if isinstance(result, LevelAssessment):
        return levels_text(result, output)
    return (
        plan_text(result, output) if isinstance(result, PlanAssessment) else _text(result, output)
    )


def has_wrong(result: Assessment | LevelAssessment | PlanAssessment) -> bool:
    """Whether a figure cannot be."""
    if isinstance(result, Assessment):
        return bool(result.wrong)
    return has_error(result.findings)


def read_otherwise(table: Table, choice: str) -> Table:
    """The table with the alternative of one reading. Raises Unusable for what cannot be chosen."""
    reading_id, _, kind = choice.partition("=")
    possible = sorted({key for row in table.indicators for key in row.alternatives})
    if kind != "alternative" or reading_id not in possible:
        known = ", ".join(possible) or "không có"
        raise Unusable(
            f"--reading «{choice}»: viết dạng MÃ=alternative. "
            f"Bảng {table.id} tính được cách khác của: {known}."
        )
    return table.reading_otherwise(reading_id)


def _text(result: Assessment, output: Output) -> str:
    say = output.say
    lines = [f"{result.table.id} · {result.submission.name or say('(chưa ghi tên đơn vị)', '-')}"]
    for pillar in result.pillars:
        lines.append(
            f"  {pillar.code:>3}. {pillar.name:<42}"
            f"{vietnamese(pillar.score):>9} / {vietnamese(pillar.max_score)}"
        )
    total = f"{vietnamese(result.total)} / {vietnamese(result.max_score)}"
    lines.append(f"{say('Tổng điểm', 'Total')}: {total}")
    if result.index is not None:
        lines.append(f"{say('Chỉ số', 'Index')}: {vietnamese(result.index)}%")
    scaled, grade = official_scaled_total(result), official_grade(result)
    if scaled is not None:
        full = vietnamese(result.table.max_score)
        lines.append(f"{say('Điểm quy đổi', 'Scaled total')}: {vietnamese(scaled)} / {full}")
    if grade is not None:
        lines.append(f"{say('Xếp loại', 'Grade')}: {grade}")
    if result.missing:
        codes = ", ".join(row.indicator.code for row in result.missing)
        lines.append(f"{say('Chưa có điểm', 'No score yet')} ({len(result.missing)}): {codes}")
    for row in result.wrong:
        for found in row.findings:
            lines.append(f"  ✗ {row.indicator.code}: {found.message(output.lang)}")
    return "\n".join(lines)


@click.command("explain")
@click.argument("file", type=_FILE)
@click.argument("code")
@output_options
@click.pass_context
def explain(context: click.Context, file: Path, code: str, output: Output) -> None:
    """Vì sao một chỉ số được số điểm này. / Why an indicator got its score."""
    table, submission = read_source(file)
    indicator = table.by_code.get(code)
    if indicator is None:
        raise Unusable(f"Bảng {table.id} không có chỉ số «{code}».")
    # The whole unit, because a row may ask for the score of another.
    row = next(r for r in assess(table, submission).rows if r.indicator.code == code)
    if row.status in (EXCLUDED, SUBSTITUTED):
        sentence = f"{code}: {row.status}"
        if row.score is not None:
            sentence += f" → {vietnamese(row.score)} điểm, bằng tỷ lệ đạt được ở các chỉ số khác"
        sentence += f" ({indicator.place})"
    else:
        sentence = explain_row(indicator, row.figures)
    output.emit(
        {
            "table": table.id,
            "code": code,
            "explanation": sentence,
            "score": number(row.score),
            "findings": [finding_json(found, output.lang) for found in row.findings],
        },
        lambda: sentence,
    )
    if has_error(row.findings):
        context.exit(1)
