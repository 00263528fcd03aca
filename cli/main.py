"""`dti`: the command line. Verbs load when they are called, so that help is quick."""

from __future__ import annotations

import io
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from cli.usage import Spoken

_VERBS = {
    "tables": "cli.verbs.tables:tables",
    "show": "cli.verbs.tables:show",
    "readings": "cli.verbs.tables:readings",
    "new": "cli.verbs.build:new",
    "convert": "cli.verbs.build:convert",
    "score": "cli.verbs.score:score",
    "explain": "cli.verbs.score:explain",
    "check": "cli.verbs.check:check",
    "improve": "cli.verbs.improve:improve",
    "compare": "cli.verbs.improve:compare",
    "rank": "cli.verbs.rank:rank",
    "adopt": "cli.verbs.adopt:adopt",
    "rules": "cli.verbs.rules:rules",
    "evidence": "cli.verbs.evidence:evidence",
    "split": "cli.verbs.hands:split",
    "merge": "cli.verbs.hands:merge",
    "addin": "cli.verbs.addin:addin",
    "conformance": "cli.verbs.conformance:conformance",
}


class Verbs(Spoken, click.Group):
    """The verbs, imported one at a time."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run a verb. What it says is UTF-8, also in a pipe or file of a Windows code page."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8")
        return super().main(*args, **kwargs)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs in the order of the work."""
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a verb."""
        place = _VERBS.get(cmd_name)
        if place is None:
            return None
        module, name = place.split(":")
        command: Any = getattr(import_module(module), name)
        _with_rulesets(command)
        return command  # type: ignore[no-any-return]

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb; a ruleset that is wrong is a refusal with its file and line."""
        from cli.data import Unusable
        from rulesets.errors import RulesetError

        try:
            return super().invoke(ctx)
        except RulesetError as error:
            raise Unusable(error.say(ctx.meta.get("lang", "vi"))) from error


def _add_rulesets(ctx: click.Context, _: click.Parameter, given: tuple[Path, ...]) -> None:
    """Add folders of tables until the command has ended."""
    from rulesets.files import added

    if given:
        ctx.find_root().with_resource(added(given))


def _rulesets_option() -> click.Option:
    """`--rulesets DIR`, before the verb or after it, as often as one likes."""
    return click.Option(
        ["--rulesets"],
        metavar="DIR",
        type=click.Path(path_type=Path),
        multiple=True,
        expose_value=False,
        is_eager=True,
        callback=_add_rulesets,
        help="Thêm bộ chỉ số trong một thư mục. / Add rulesets of a folder.",
    )


def _with_rulesets(command: click.Command) -> None:
    """Give a verb, and the verbs inside it, the option; once."""
    if not any(parameter.name == "rulesets" for parameter in command.params):
        command.params.append(_rulesets_option())
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            _with_rulesets(inner)


@click.command(
    cls=Verbs,
    params=[_rulesets_option()],
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="dti-excel")
def main() -> None:
    """Chấm điểm Chỉ số chuyển đổi số (DTI) bằng chính bảng tính của cơ quan."""


if __name__ == "__main__":
    main()
