"""`dti split` and `dti merge`: one workbook per agency, and back without loss."""

from __future__ import annotations

from pathlib import Path

import click

from cli.data import Output, force_option, output_options
from cli.usage import Verb

_PATH = click.Path(path_type=Path)


@click.command("split", cls=Verb)
@click.argument("book", type=_PATH)
@click.option("-o", "--output", "folder", required=True, type=_PATH)
@click.option("--assign", type=_PATH, help="Giao việc: mã → cơ quan (JSON). / Code → agency.")
@force_option
@output_options
def split(book: Path, folder: Path, assign: Path | None, force: bool, output: Output) -> None:
    """Mỗi cơ quan chủ trì một biểu, chỉ mở các dòng của mình. / One workbook per agency."""
    from answers.sources import read_source
    from answers.split import read_assignments, split, write_parts

    source = read_source(book)
    assigned = read_assignments(assign, source.law) if assign else None
    result = split(source, assigned)
    write_parts(result, folder, force, [book])
    output.answer(result)


@click.command("merge", cls=Verb)
@click.argument("book", type=_PATH)
@click.argument("folder", type=_PATH)
@click.option("-o", "--output", "target", required=True, type=_PATH)
@force_option
@output_options
@click.pass_context
def merge(
    context: click.Context, book: Path, folder: Path, target: Path, force: bool, output: Output
) -> None:
    """Gộp biểu của các cơ quan; xung đột thì liệt kê. / Take the workbooks back."""
    from answers.merge import books_of, merge
    from answers.saving import place_at
    from answers.sources import read_source

    files = books_of(folder)
    place = place_at(target, [book, *files], force)
    result = merge(read_source(book), files)
    place.save(result.build().content)
    output.answer(result.saved(target))
    if result.wrong:
        context.exit(1)
