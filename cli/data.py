"""Output: how a verb answers — JSON or words, in one of two languages — and how it refuses."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Protocol

import click

from answers.refusal import Unusable as NotUsable

UNUSABLE = 2
"""Exit status: the file or the call could not be used."""


class Answer(Protocol):
    """What a verb found out."""

    def to_json(self, lang: str = "vi") -> Any:
        """As plain data."""

    def words(self, lang: str = "vi") -> str:
        """In words."""


@dataclass(frozen=True, slots=True)
class Output:
    """How to answer: as JSON or as text, in Vietnamese or English."""

    as_json: bool
    lang: str

    def say(self, vi: str, en: str) -> str:
        """One of two texts."""
        return en if self.lang == "en" else vi

    def emit(self, data: Any, text: Callable[[], str]) -> None:
        """Print the data as JSON, or the text."""
        click.echo(json_text(data) if self.as_json else text())

    def stream(self, items: Iterable[Any]) -> None:
        """Print a list as `emit` would, item by item: ten thousand are never held at once."""
        opened = False
        waiting: str | None = None
        for item in items:
            if waiting is not None:
                click.echo(f"{'' if opened else '[' + chr(10)}{_deeper(waiting)},")
                opened = True
            waiting = json_text(item)
        if waiting is None:
            click.echo(json_text([]))
        elif not opened:  # one result is an object, as it has always been
            click.echo(waiting)
        else:
            click.echo(f"{_deeper(waiting)}\n]")

    def answer(self, *answers: Answer) -> None:
        """Print answers: one as an object, several as a list; words with a blank line between."""
        data: Any = None
        if self.as_json:
            data = [answer.to_json(self.lang) for answer in answers]
            data = data[0] if len(data) == 1 else data
        self.emit(data, lambda: "\n\n".join(answer.words(self.lang) for answer in answers))


def _deeper(lines: str) -> str:
    """Lines of JSON one step to the right; a text in them holds no line break of its own."""
    return "\n".join(f" {line}" for line in lines.split("\n"))


def json_text(data: Any) -> str:
    """Data as JSON that people can read, too."""
    return json.dumps(data, ensure_ascii=False, indent=1)


class Unusable(click.ClickException):
    """The file or the call could not be used: exit status 2, and why."""

    exit_code = UNUSABLE

    def show(self, file: Any = None) -> None:
        """Print the message alone; it already says what to do."""
        click.echo(self.message, err=True)


def output_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a verb its `--json` and `--lang`, as one `output` argument, and say why it refuses."""

    @click.option("--json", "as_json", is_flag=True, help="Kết quả dạng JSON. / Answer as JSON.")
    @click.option(
        "--lang",
        type=click.Choice(["vi", "en"]),
        default="vi",
        help="Ngôn ngữ. / Language.",
    )
    @wraps(command)
    def wrapped(*args: Any, as_json: bool, lang: str, **kwargs: Any) -> Any:
        click.get_current_context().meta["lang"] = lang
        try:
            return command(*args, output=Output(as_json, lang), **kwargs)
        except NotUsable as error:
            raise Unusable(error.why.say(lang)) from error

    return wrapped


def force_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a verb that writes a file its `--force`."""
    return click.option(
        "--force",
        is_flag=True,
        help="Thay tệp đã có. / Replace an existing file.",
    )(command)
