"""A printed heading with a code of its own is shown with its rows."""

from __future__ import annotations

import json

from click.testing import CliRunner

from cli.main import main


def test_a_heading_is_shown_with_its_rows() -> None:
    done = CliRunner().invoke(main, ["show", "HD-2024-HUYEN", "3.6", "--json"])
    assert done.exit_code == 0
    shown = json.loads(done.output)
    assert shown["max"] == 5
    assert [row["code"] for row in shown["indicators"]] == ["3.6.1", "3.6.2"]
    assert [row["max"] for row in shown["indicators"]] == [2.5, 2.5]


def test_a_code_that_is_nowhere_is_refused() -> None:
    done = CliRunner().invoke(main, ["show", "HD-2024-HUYEN", "3"])
    assert done.exit_code == 2
