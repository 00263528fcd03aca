"""`dti --help` loads no engine: an official waits for it as for any program."""

from __future__ import annotations

import subprocess
import sys

from cli.verbs.rules import _FORMATS
from rulesets.format.schema import SCHEMAS

HEAVY = ("scoring.assess", "rulesets.files", "workbooks.files.book", "xlsxwriter", "jinja2", "lxml")


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from click.testing import CliRunner; from cli.main import main; "
        "done = CliRunner().invoke(main, ['--help']); assert done.exit_code == 0; "
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_schemas_of_the_command_are_those_there_are() -> None:
    assert tuple(SCHEMAS.values()) == _FORMATS
