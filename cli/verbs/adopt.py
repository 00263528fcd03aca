"""`dti adopt`: read a workbook that others made into the official one."""

from __future__ import annotations

from pathlib import Path

import click

from cli.data import Output, force_option, output_options
from cli.usage import Verb
from workbooks.design.names import EDITIONS, UDF

_PATH = click.Path(path_type=Path)


@click.command("adopt", cls=Verb)
@click.argument("form", type=_PATH)
@click.option("--table", "table_id", help="Mã bảng; bỏ trống thì tự nhận ra. / Id of the table.")
@click.option("--edition", type=click.Choice(EDITIONS), default=UDF, show_default=True)
@click.option("-o", "--output", "target", type=_PATH)
@force_option
@output_options
@click.pass_context
def adopt(
    context: click.Context,
    form: Path,
    table_id: str | None,
    edition: str,
    target: Path | None,
    force: bool,
    output: Output,
) -> None:
    """Đọc biểu gõ tay vào biểu chính thức; không đọc chắc thì liệt kê. / Read a foreign form."""
    from answers.adopt import adopt
    from answers.saving import place_at

    place = None if target is None else place_at(target, [form], force)
    result = adopt(form, table_id)
    if place is not None:
        place.save(result.build(edition).content)
        result = result.saved(target)
    output.answer(result)
    if result.wrong:
        context.exit(1)
