"""`dti check`: the validator."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.data import Output, force_option, output_options
from cli.usage import Verb
from texts import say

if TYPE_CHECKING:
    from answers.check import Checked

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
    from answers.check import books_in, check

    files = books_in(paths)
    if report is None:
        result = check(files, deep)
        output.answer(result)
    else:
        result = _with_report(files, deep, report, force, output)
    context.exit(result.exit_status)


def _with_report(
    files: list[Path], deep: bool, report: Path, force: bool, output: Output
) -> Checked:
    """Check, write the report, and only then answer."""
    from answers.check import check
    from answers.saving import HTML, saving

    with saving(report, sources=files, force=force, suffixes=HTML) as beside:
        result = check(files, deep)
        beside.write_bytes(result.report(output.lang))
    output.answer(result)
    if not output.as_json:
        click.echo(say("check.report", output.lang, file=str(report)))
    return result
