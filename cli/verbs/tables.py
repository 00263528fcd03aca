"""`dti tables`, `dti show`, `dti readings`: what there is, and every rule beside its source."""

from __future__ import annotations

import click

from cli.data import Output, output_options
from cli.usage import Verb


@click.command("tables", cls=Verb)
@output_options
def tables(output: Output) -> None:
    """Các bảng chỉ số hiện có. / The tables there are."""
    from answers.tables import tables

    output.answer(tables())


@click.command("show", cls=Verb)
@click.argument("table_id", metavar="TABLE")
@click.argument("code", required=False)
@output_options
def show(table_id: str, code: str | None, output: Output) -> None:
    """Một bảng, hoặc một chỉ số với điều khoản, cách hiểu và nguồn. / A table or one rule."""
    from answers.show import show

    output.answer(show(table_id, code))


@click.command("readings", cls=Verb)
@click.argument("table_id", metavar="TABLE")
@output_options
def readings(table_id: str, output: Output) -> None:
    """Cách hiểu các quy định chưa rõ của một bảng. / The adopted readings of a table."""
    from answers.readings import readings

    output.answer(readings(table_id))
