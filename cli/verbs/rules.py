"""`dti rules`: for those who write rulesets."""

from __future__ import annotations

import json

import click

from cli.data import Output, Unusable, output_options
from texts import say

_FORMATS = ("table", "decision", "common", "cases")
"""What there is a schema of; the schemas themselves are read when one is asked for."""


@click.group("rules")
def rules() -> None:
    """Dành cho người viết bộ chỉ số. / For those who write rulesets."""


@rules.command("lint")
@click.argument("tables", metavar="TABLE...", nargs=-1)
@output_options
@click.pass_context
def lint(context: click.Context, tables: tuple[str, ...], output: Output) -> None:
    """Soát các tệp bộ chỉ số. / Check the ruleset files."""
    from rulesets.lint import lint

    results = lint(tables or None)
    output.emit(
        [result.to_json(output.lang) for result in results],
        lambda: "\n".join(result.text(output.lang) for result in results),
    )
    if any(result.problems for result in results):
        context.exit(1)


@rules.command("test")
@click.argument("tables", metavar="TABLE...", nargs=-1)
@output_options
@click.pass_context
def test(context: click.Context, tables: tuple[str, ...], output: Output) -> None:
    """Chạy các ca bên cạnh bảng (<bảng>.cases.yaml). / Run the cases beside a table."""
    from answers.laws import find_law
    from rulesets import files
    from rulesets.cases import run_cases

    for table_id in tables:
        find_law(table_id)
    wanted = tables or files.table_ids()
    results = {table_id: run_cases(table_id) for table_id in wanted}
    if not any(results.values()):
        raise Unusable(say("case.none", output.lang))
    failed = [case for cases in results.values() for case in cases if case.differences]

    def words() -> str:
        lines = []
        for table_id, cases in results.items():
            wrong = [case for case in cases if case.differences]
            said = "case.failed" if wrong else "case.passed"
            if cases:
                counts = {"wrong": len(wrong), "count": len(cases)}
                lines.append(say(said, output.lang, table=table_id, **counts))
            lines += [f"    ✗ {case.text.say(output.lang)}" for case in wrong]
        return "\n".join(lines)

    output.emit([case.to_json(output.lang) for cases in results.values() for case in cases], words)
    if failed:
        context.exit(1)


@rules.command("diff")
@click.argument("one", metavar="TABLE")
@click.argument("other", metavar="TABLE")
@output_options
def diff(one: str, other: str, output: Output) -> None:
    """So hai bảng từng dòng một. / Compare two tables row by row."""
    from answers.laws import find_law
    from rulesets.compare import OtherKind, compare

    find_law(one)
    find_law(other)
    try:
        found = compare(one, other)
    except OtherKind as error:
        raise Unusable(error.reason.say(output.lang)) from None

    def words() -> str:
        if not found:
            return say("diff.same", output.lang)
        head = say("diff.head", output.lang, a=one, b=other, count=len(found))
        return "\n".join([head, *(item.text.say(output.lang) for item in found)])

    output.emit([item.to_json() for item in found], words)


@rules.command("schema")
@click.argument("of", type=click.Choice(_FORMATS), default="table")
@output_options
def schema(of: str, output: Output) -> None:
    """JSON Schema của tệp bộ chỉ số, cho trình soạn thảo. / The format, for editors."""
    from rulesets.format.schema import schema

    click.echo(json.dumps(schema(of), ensure_ascii=False, indent=1))
