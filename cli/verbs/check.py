"""`dti check`: the validator."""

from __future__ import annotations

from pathlib import Path

import click

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
    from answers.check import books_in, check
    from answers.saving import HTML, place_at

    files = books_in(paths)
    place = None if report is None else place_at(report, files, force, HTML)
    result = check(files, deep)
    if place is not None:
        place.save(result.report(output.lang))
    output.answer(result)
    if place is not None and not output.as_json:
        click.echo(say("check.report", output.lang, file=str(report)))
    context.exit(result.exit_status)
