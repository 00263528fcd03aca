"""Usage: what is wrong with a call, in the language that the call asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import click

from texts import Text, text


def lang_of(arguments: list[str]) -> str:
    """The language that a call asks for, as far as it can be told from what was typed.

    >>> lang_of(["score", "--lang", "en"]), lang_of(["score", "--lang=en"]), lang_of(["score"])
    ('en', 'en', 'vi')
    """
    for at, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        given = value if equals else "".join(arguments[at + 1 : at + 2])
        if name == "--lang" and given == "en":
            return "en"
    return "vi"


class BadCall(click.UsageError):
    """A call that click refuses, said from the catalogue: exit status 2."""

    def __init__(self, error: click.UsageError, lang: str) -> None:
        """Keep the language; the sentence is made of the error's data, not of its words."""
        super().__init__(said(error).say(lang), error.ctx)
        self.lang = lang

    def show(self, file: Any = None) -> None:
        """How the verb is called, where its help is, and what was wrong."""
        if self.ctx is not None:
            pieces = " ".join(self.ctx.command.collect_usage_pieces(self.ctx))
            path = self.ctx.command_path
            for line in (
                text("call.usage", call=f"{path} {pieces}"),
                text("call.help", call=f"{path} --help"),
            ):
                click.echo(line.say(self.lang), err=True)
            click.echo(err=True)
        click.echo(text("call.error", why=self.message).say(self.lang), err=True)


def said(error: click.UsageError) -> Text:
    """What is wrong with a call."""
    say = _SAID.get(type(error))
    return text("call.other", why=error.format_message()) if say is None else say(error)


def _option(error: Any) -> Text:
    if error.possibilities:
        return text("call.no-option-near", option=error.option_name, near=error.possibilities)
    return text("call.no-option", option=error.option_name)


def _command(error: Any) -> Text:
    known = error.ctx.command.list_commands(error.ctx) if error.ctx else ()
    return text("call.no-verb", verb=error.command_name, known=tuple(known))


def _missing(error: Any) -> Text:
    name = "call.missing-option" if error.param.param_type_name == "option" else "call.missing"
    return text(name, what=_called(error.param))


def _usage(error: Any) -> Text:
    params = error.ctx.command.params if error.ctx else ()
    param = next((p for p in params if error.option_name in p.opts), None)
    name = "call.takes-no-value" if getattr(param, "is_flag", False) else "call.needs-value"
    return text(name, option=error.option_name)


def _bad(error: Any) -> Text:
    choices = getattr(error.param and error.param.type, "choices", None)
    if choices is not None:
        return text("call.choice", what=_called(error.param), known=tuple(choices))
    return text("call.bad-value", what=_called(error.param), why=error.message)


def _called(param: Any) -> str:
    """A parameter as people type it."""
    if param is None:
        return ""
    if param.param_type_name == "option":
        return str(max(param.opts, key=len))
    return str(param.human_readable_name).rstrip(".")


class TooMany(click.UsageError):
    """More was given than the verb takes."""

    def __init__(self, rest: list[str], ctx: click.Context) -> None:
        """Keep what was too much."""
        super().__init__("", ctx)
        self.rest = rest


_SAID: Mapping[type, Callable[[Any], Text]] = {
    click.NoSuchOption: _option,
    click.NoSuchCommand: _command,
    click.MissingParameter: _missing,
    click.BadOptionUsage: _usage,
    click.BadParameter: _bad,
    TooMany: lambda error: text("call.too-many", given=tuple(error.rest)),
}


class Spoken:
    """A command or group that refuses calls in the language asked for; to mix in before click's."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any
    ) -> click.Context:
        """Parse the arguments. Raises BadCall."""
        lang = lang_of(args)
        try:
            context: click.Context = super().make_context(info_name, args, parent, **extra)  # type: ignore[misc]
        except click.UsageError as error:
            raise _spoken(error, lang) from error
        context.meta["lang"] = lang
        return context

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments; a refusal knows which command it is of."""
        try:
            rest: list[str] = super().parse_args(ctx, args)  # type: ignore[misc]
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise
        return rest

    def invoke(self, ctx: click.Context) -> Any:
        """Run it. Raises BadCall for a verb that there is not."""
        try:
            return super().invoke(ctx)  # type: ignore[misc]
        except click.UsageError as error:
            raise _spoken(error, ctx.meta["lang"]) from error


def _spoken(error: click.UsageError, lang: str) -> click.UsageError:
    kept = (BadCall, click.exceptions.NoArgsIsHelpError)
    return error if isinstance(error, kept) else BadCall(error, lang)


class Verb(Spoken, click.Command):
    """One verb."""

    allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments; what is left over is named."""
        rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise TooMany(rest, ctx)
        return rest
