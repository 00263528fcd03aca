"""`dti check`: the validator — four totals, and every difference with its cell and cause."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from cli.data import Output, Unusable, check_target, output_options
from scoring.findings import Severity
from texts.figures import vietnamese
from workbooks.reconcile import Reconciliation, check_file
from workbooks.reports.html import VERDICTS, write_report

_MARKS = {
    Severity.ERROR: "✗",
    Severity.REFUSAL: "✗",
    Severity.WARNING: "!",
    Severity.INFO: "i",
}
_PATH = click.Path(path_type=Path)
_BOOKS = (".xlsx", ".xlsm", ".xls")


@click.command("check")
@click.argument(
    "paths", metavar="FILE|FOLDER...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option("--deep", is_flag=True, help="Thêm một bộ máy tính lại thứ hai. / A second engine.")
@click.option("--report", type=click.Path(path_type=Path), help="Báo cáo HTML. / HTML report.")
@output_options
@click.pass_context
def check(
    context: click.Context,
    paths: tuple[Path, ...],
    deep: bool,
    report: Path | None,
    output: Output,
) -> None:
    """Đối soát điểm gõ tay, ô tính, tính lại độc lập và máy chấm. / Reconcile workbooks."""
    files = list(_files(paths))
    if not files:
        raise Unusable("Không thấy tệp Excel nào (.xlsx, .xlsm, .xls) ở nơi được chỉ.")
    if report is not None:
        check_target(report, *files)
    results = [check_file(file, deep=deep) for file in files]
    data = [result.to_json(output.lang) for result in results]
    if output.as_json:
        click.echo(json.dumps(data[0] if len(data) == 1 else data, ensure_ascii=False, indent=1))
    else:
        click.echo("\n\n".join(result_text(result, output) for result in results))
    if report is not None:
        write_report(report, results, output.lang)
        if not output.as_json:
            click.echo(f"{output.say('Báo cáo', 'Report')}: {report}")
    context.exit(max(result.exit_status for result in results))


def _files(paths: tuple[Path, ...]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(
                file
                for file in path.rglob("*")
                if file.suffix.lower() in _BOOKS and not file.name.startswith("~$")
            )
        else:
            yield path


def result_text(result: Reconciliation, output: Output) -> str:
    """One file's result in words."""
    say = output.say
    verdict = VERDICTS[output.lang][result.verdict]
    lines = [f"{result.file.name}: {verdict}" + (f" ({result.table.id})" if result.table else "")]
    totals = result.totals
    names = (
        (say("gõ tay", "typed"), totals.typed),
        (say("trong ô", "sheet"), totals.sheet),
        (say("tính lại", "recalculated"), totals.recalculated),
        (say("máy chấm", "engine"), totals.engine),
    )
    if result.examined is not None:
        lines.append(f"  {result.examined.summary}")
    elif result.table is not None:
        figures = " · ".join(
            f"{name} {'—' if value is None else vietnamese(value)}" for name, value in names
        )
        lines.append(f"  {say('Bốn tổng', 'Four totals')}: {figures}")
    waiting = [item for item in result.findings if item.code == "input-missing"]
    for item in result.findings:
        if item.code != "input-missing":
            place = f"{item.place} " if item.place else ""
            code = f"[{item.indicator}] " if item.indicator else ""
            lines.append(
                f"  {_MARKS[item.severity]} {item.code}: {place}{code}{item.message(output.lang)}"
            )
    if waiting:
        codes = ", ".join(dict.fromkeys(item.indicator for item in waiting))
        lines.append(f"  ! input-missing: {say('thiếu số liệu ở', 'missing in')} {codes}")
    return "\n".join(lines)
