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
@click.option("--from", "last", type=_PATH, help="Biểu kỳ trước. / The last period's workbook.")
@click.option("--mapping", type=_PATH, help="Đối chiếu hai bảng (JSON). / Old rows to new ones.")
@click.option("--propose", type=_PATH, help="Chỉ ghi đối chiếu đề nghị. / Write a proposal only.")
@click.option("--edition", type=_EDITION, default=UDF, show_default=True)
@click.option("-o", "--output", "target", type=_PATH)
@force_option
@output_options
@click.pass_context
def new(
    context: click.Context,
    table_id: str,
    data: Path | None,
    last: Path | None,
    mapping: Path | None,
    propose: Path | None,
    edition: str,
    target: Path | None,
    force: bool,
    output: Output,
) -> None:
    """Tạo biểu chính thức, trống, có số liệu, hoặc từ kỳ trước. / Build the official workbook."""
    from answers.new import new
    from answers.refusal import unusable
    from answers.saving import place_at
    from answers.sources import read_unit

    if last is None and (mapping or propose):
        raise unusable("carry.no-from")
    if last is not None and data is not None:
        raise unusable("carry.from-or-data")
    if last is not None and propose is not None:
        _propose(table_id, last, propose, force, output)
        return
    if target is None:
        param = next(p for p in context.command.params if p.name == "target")
        raise click.MissingParameter(ctx=context, param=param)
    if last is not None:
        _carry(table_id, last, mapping, edition, target, force, output)
        return
    place = place_at(target, [data] if data else [], force, _suffixes(edition))
    built = new(table_id, read_unit(data, table_id) if data else None, _inner(edition))
    place.save(_content(built.content, edition))
    output.answer(built.saved(target, edition))


def _propose(table_id: str, last: Path, file: Path, force: bool, output: Output) -> None:
    """Write a mapping to be looked at."""
    from answers.carry import last_source
    from answers.laws import find_law
    from answers.mapping import propose
    from answers.saving import place_at
    from cli.data import json_text

    place = place_at(file, [last], force, (".json",))
    proposal = propose(last_source(last).law, find_law(table_id), str(file))
    place.save((json_text(proposal.to_json()) + "\n").encode("utf-8"))
    output.answer(proposal)


def _carry(
    table_id: str,
    last: Path,
    mapping: Path | None,
    edition: str,
    target: Path,
    force: bool,
    output: Output,
) -> None:
    """Build the workbook of the next period."""
    from answers.carry import carry, last_source
    from answers.laws import find_law
    from answers.mapping import read_mapping
    from answers.saving import place_at

    sources = [last, *([mapping] if mapping else [])]
    place = place_at(target, sources, force, _suffixes(edition))
    source, law = last_source(last), find_law(table_id)
    confirmed = read_mapping(mapping, source.law, law) if mapping else None
    result = carry(table_id, source, confirmed, _inner(edition))
    place.save(_content(result.content, edition))
    output.answer(result.saved(target))


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
