"""`dti check`: the validator."""

from __future__ import annotations

from pathlib import Path

import click

from answers.check import Checked, books_in
from answers.check import check as checked
from answers.saving import HTML, saving
from cli.data import Output, force_option, output_options
from cli.usage import Verb
from texts import say

_PATH = click.Path(path_type=Path)


@click.command("check", cls=Verb)
@click.argument("paths", metavar="FILE|FOLDER...", nargs=-1, required=True, type=_PATH)
@click.option("--deep", is_flag=True, help="Thêm một bộ máy tính lại thứ hai. / A second engine.")
@click.option("--report", type=_PATH, help="Báo cáo HTML. / HTML report.")
@force_option
@output_options
@click.pass_context
def check(
    context: click.Context,
    paths: tuple[Path, ...],
    deep: bool,
    report: Path | None,
    force: bool,
    output: Output,
) -> None:
    """Đối soát điểm gõ tay, ô tính, tính lại độc lập và máy chấm. / Reconcile workbooks."""
    files = books_in(paths)
    if report is None:
        result = checked(files, deep)
        output.answer(result)
    else:
        result = _with_report(files, deep, report, force, output)
    context.exit(result.exit_status)


def _with_report(
    files: list[Path], deep: bool, report: Path, force: bool, output: Output
) -> Checked:
    """Check, write the report, and only then answer."""
    with saving(report, sources=files, force=force, suffixes=HTML) as beside:
        result = checked(files, deep)
        beside.write_bytes(result.report(output.lang))
    output.answer(result)
    if not output.as_json:
        click.echo(say("check.report", output.lang, file=str(report)))
    return result
