"""`dti improve` and `dti compare`: what would bring a unit forward, and two units side by side."""

from __future__ import annotations

from pathlib import Path

import click

from cli.data import Output, output_options
from cli.usage import Verb

_FILE = click.Path(path_type=Path)


@click.command("improve", cls=Verb)
@click.argument("file", type=_FILE)
@click.option("--goal", metavar="80%|240|3", help="Cần thêm gì để đạt. / What is wanted for it.")
@output_options
def improve(file: Path, goal: str | None, output: Output) -> None:
    """Dòng nào được thêm nhiều điểm nhất, ngưỡng nào sát nút. / What would win points."""
    from answers.improve import improve
    from answers.sources import read_source

    output.answer(improve(read_source(file), goal))


@click.command("compare", cls=Verb)
@click.argument("first", type=_FILE)
@click.argument("second", type=_FILE)
@output_options
def compare(first: Path, second: Path, output: Output) -> None:
    """So sánh hai đơn vị, hoặc hai kỳ, của một bảng. / Compare two units or periods."""
    from answers.compare import compare
    from answers.sources import read_source

    output.answer(compare(read_source(first), read_source(second)))
