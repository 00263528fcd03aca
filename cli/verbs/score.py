"""`dti score` and `dti explain`: what the engine makes of a unit, and why."""

from __future__ import annotations

from pathlib import Path

import click

from cli.data import Output, output_options
from cli.usage import Verb

_FILE = click.Path(path_type=Path)


@click.command("score", cls=Verb)
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
    from answers.score import score
    from answers.sources import read_source

    results = [score(read_source(file), readings) for file in files]
    output.answer(*results)
    if any(result.wrong for result in results):
        context.exit(1)


@click.command("explain", cls=Verb)
@click.argument("file", type=_FILE)
@click.argument("code")
@output_options
@click.pass_context
def explain(context: click.Context, file: Path, code: str, output: Output) -> None:
    """Vì sao một chỉ số được số điểm này. / Why an indicator got its score."""
    from answers.explain import explain
    from answers.sources import read_source

    result = explain(read_source(file), code)
    output.answer(result)
    if result.wrong:
        context.exit(1)
