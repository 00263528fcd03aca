"""`dti rules`: for those who write rulesets."""

from __future__ import annotations

import json

import click

from cli.data import Output, output_options
from rulesets.lint import lint as lint_all
from rulesets.schema import schema as ruleset_schema


@click.group("rules")
def rules() -> None:
    """Dành cho người viết bộ chỉ số. / For those who write rulesets."""


@rules.command("lint")
@click.argument("tables", metavar="TABLE...", nargs=-1)
@output_options
@click.pass_context
def lint(context: click.Context, tables: tuple[str, ...], output: Output) -> None:
    """Soát các tệp bộ chỉ số. / Check the ruleset files."""
    results = lint_all(tables or None)
    output.emit(
        [result.to_json() for result in results],
        lambda: "\n".join(result.text() for result in results),
    )
    if any(result.problems for result in results):
        context.exit(1)


@rules.command("schema")
@output_options
def schema(output: Output) -> None:
    """JSON Schema của tệp bộ chỉ số, cho trình soạn thảo. / The format, for editors."""
    click.echo(json.dumps(ruleset_schema(), ensure_ascii=False, indent=1))
