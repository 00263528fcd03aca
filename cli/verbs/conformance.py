"""`dti conformance CASES.jsonl`: the language-neutral suite, one answer a line."""

from __future__ import annotations

from pathlib import Path

import click

from cli.data import Output, output_options
from cli.usage import Verb


@click.command("conformance", cls=Verb)
@click.argument("cases", type=click.Path(path_type=Path))
@output_options
def conformance(cases: Path, output: Output) -> None:
    """Chạy bộ ca kiểm thử: mỗi dòng một ca, mỗi dòng một lời đáp. / Answer a suite of cases.

    Luôn trả lời dạng JSON. / The answers are always JSON.
    """
    from answers.conformance import answers
    from answers.sources import bytes_of

    for line in answers(bytes_of(cases), output.lang):
        click.echo(line)
