"""`dti evidence`: evidence named in the workbook against the files that are there."""

from __future__ import annotations

from pathlib import Path

import click

from cli.data import Output, force_option, output_options
from cli.usage import Verb

_PATH = click.Path(path_type=Path)


@click.command("evidence", cls=Verb)
@click.argument("book", type=_PATH)
@click.argument("folder", type=_PATH)
@click.option("-o", "--output", "target", type=_PATH, help="Biểu đã điền. / The filled workbook.")
@force_option
@output_options
def evidence(book: Path, folder: Path, target: Path | None, force: bool, output: Output) -> None:
    """Điền mã băm, tìm tài liệu thiếu hoặc đã đổi. / Hold the evidence against its files."""
    from answers.evidence import evidence
    from answers.saving import place_at
    from answers.sources import read_source

    if target is None:
        result = evidence(read_source(book), folder)
    else:
        place = place_at(target, [book], force)
        result = evidence(read_source(book), folder)
        place.save(result.build().content)
        result = result.saved(target)
    output.answer(result)
