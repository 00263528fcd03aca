"""`dti rank`: one cohort — min-max rows, places, comparison."""

from __future__ import annotations

from pathlib import Path

import click

from cli.data import Output, force_option, output_options
from cli.usage import Verb
from texts import say

_PATH = click.Path(path_type=Path)


@click.command("rank", cls=Verb)
@click.argument("paths", metavar="FOLDER|FILE...", nargs=-1, required=True, type=_PATH)
@click.option("-o", "--output", "target", type=_PATH, help="Sổ so sánh. / Comparison workbook.")
@click.option("--expected", type=_PATH, help="Danh sách đơn vị (CSV). / Units expected.")
@click.option("--completed", type=_PATH, help="Thư mục ghi biểu đã bổ sung. / Completed workbooks.")
@click.option("--jobs", type=click.IntRange(1, 256), help="Số tiến trình. / Worker processes.")
@force_option
@output_options
@click.pass_context
def rank(
    context: click.Context,
    paths: tuple[Path, ...],
    target: Path | None,
    expected: Path | None,
    completed: Path | None,
    jobs: int | None,
    force: bool,
    output: Output,
) -> None:
    """Xếp hạng các đơn vị, mỗi bảng riêng. / Rank the units of a cohort, each table apart."""
    from answers.expected import read_expected
    from answers.rank import rank, save_completed, units_in
    from answers.saving import place_at
    from cli.progress import progress

    files = units_in(paths, [path for path in (target, expected) if path])
    sources = [*files, *([expected] if expected else [])]
    place = None if target is None else place_at(target, sources, force)
    units = read_expected(expected) if expected else ()
    with progress(len(files), output.lang) as step:
        result = rank(files, units, jobs, step)
    if place is not None:
        place.save(result.workbook(output.lang))
    lost = () if completed is None else save_completed(result, completed, force)
    output.answer(result)
    for why in lost:
        click.echo(why.say(output.lang), err=True)
    if place is not None and not output.as_json:
        click.echo(say("rank.written", output.lang, file=str(target)))
    context.exit(1 if lost else result.exit_status)
