"""`dti`: the command line. Verbs load when they are called, so that help is quick."""

from __future__ import annotations

import io
import sys
from importlib import import_module
from typing import Any

import click

_VERBS = {
    "tables": "cli.verbs.tables:tables",
    "show": "cli.verbs.tables:show",
    "readings": "cli.verbs.tables:readings",
    "new": "cli.verbs.build:new",
    "convert": "cli.verbs.build:convert",
    "score": "cli.verbs.score:score",
    "explain": "cli.verbs.score:explain",
    "check": "cli.verbs.check:check",
    "adopt": "cli.verbs.adopt:adopt",
    "rules": "cli.verbs.rules:rules",
    "addin": "cli.verbs.addin:addin",
    "conformance": "cli.verbs.conformance:conformance",
}


class Verbs(click.Group):
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
        return command  # type: ignore[no-any-return]


@click.command(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dti-excel")
def main() -> None:
    """Chấm điểm Chỉ số chuyển đổi số (DTI) bằng chính bảng tính của cơ quan."""


if __name__ == "__main__":
    main()
