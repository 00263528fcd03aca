"""`dti score` and `dti explain`: scores of a unit.json or a workbook, and why."""

from __future__ import annotations

from pathlib import Path

import click

from cli.data import Output, Unusable, output_options
from cli.sources import read_source
from scoring.assess import Assessment, assess
from scoring.export import assessment_json, finding_json
from scoring.numbers import vietnamese
from udfs.functions import explain as explain_row

_FILE = click.Path(path_type=Path)


@click.command("score")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=_FILE)
@output_options
@click.pass_context
def score(context: click.Context, files: tuple[Path, ...], output: Output) -> None:
    """Chấm điểm unit.json hoặc biểu Excel. / Score a unit.json or a workbook."""
    results = []
    for file in files:
        table, submission = read_source(file)
        results.append(assess(table, submission))
    data = [assessment_json(result) for result in results]
    output.emit(
        data[0] if len(data) == 1 else data,
        lambda: "\n\n".join(_text(result, output) for result in results),
    )
    if any(result.wrong for result in results):
        context.exit(1)


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
def explain(file: Path, code: str, output: Output) -> None:
    """Vì sao một chỉ số được số điểm này. / Why an indicator got its score."""
    table, submission = read_source(file)
    indicator = table.by_code.get(code)
    if indicator is None:
        raise Unusable(f"Bảng {table.id} không có chỉ số «{code}».")
    figures = submission.figures.get(code, {})
    sentence = explain_row(indicator, figures)
    outcome = indicator.program.run(figures, code)
    output.emit(
        {
            "table": table.id,
            "code": code,
            "explanation": sentence,
            "score": None if outcome.score is None else float(outcome.score),
            "findings": [finding_json(found, output.lang) for found in outcome.findings],
        },
        lambda: sentence,
    )
