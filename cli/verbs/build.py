"""`dti new` and `dti convert`: the official workbook, empty or filled, in either edition."""

from __future__ import annotations

from pathlib import Path

import click

from cli.data import Output, force_option, output_options
from cli.usage import Verb
from workbooks.design.names import EDITIONS, UDF

XLSM = "xlsm"
"""The third edition: the functions inside the workbook, for Excel only."""

_EDITION = click.Choice([*EDITIONS, XLSM])
_PATH = click.Path(path_type=Path)
_TARGET = click.option("-o", "--output", "target", required=True, type=_PATH)


@click.command("new", cls=Verb)
@click.argument("table_id", metavar="TABLE")
@click.option("--data", type=_PATH, help="Số liệu của đơn vị (unit.json). / The unit's figures.")
@click.option("--edition", type=_EDITION, default=UDF, show_default=True)
@_TARGET
@force_option
@output_options
def new(
    table_id: str, data: Path | None, edition: str, target: Path, force: bool, output: Output
) -> None:
    """Tạo biểu chính thức, trống hoặc có số liệu. / Build the official workbook."""
    from answers.new import new
    from answers.saving import place_at
    from answers.sources import read_unit

    place = place_at(target, [data] if data else [], force, _suffixes(edition))
    built = new(table_id, read_unit(data, table_id) if data else None, _inner(edition))
    place.save(_content(built.content, edition))
    output.answer(built.saved(target, edition))


@click.command("convert", cls=Verb)
@click.argument("book", type=_PATH)
@click.option("--edition", type=_EDITION, required=True)
@_TARGET
@force_option
@output_options
@click.pass_context
def convert(
    context: click.Context, book: Path, edition: str, target: Path, force: bool, output: Output
) -> None:
    """Chuyển biểu sang máy có, hoặc không có, tiện ích. / The same workbook, other edition."""
    from answers.convert import convert
    from answers.saving import place_at

    place = place_at(target, [book], force, _suffixes(edition))
    built = convert(book, _inner(edition))
    place.save(_content(built.content, edition))
    output.answer(built.saved(target, edition))
    if built.wrong:
        context.exit(1)


def _inner(edition: str) -> str:
    """The edition of the cells: inside an `xlsm` they call our functions."""
    return UDF if edition == XLSM else edition


def _suffixes(edition: str) -> tuple[str, ...]:
    """The endings that Excel opens such a workbook by."""
    return (".xlsm",) if edition == XLSM else (".xlsx",)


def _content(content: bytes, edition: str) -> bytes:
    """The workbook, with the functions put inside where the edition asks for it."""
    if edition != XLSM:
        return content
    from xl_addin.excel.xlsm import as_xlsm

    return as_xlsm(content)
