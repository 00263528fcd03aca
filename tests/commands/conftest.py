"""Workbooks that commands are tried on."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from answers.new import built
from rulesets.laws import load_law
from scoring.read_unit import read_submission
from tests.answers.conftest import LEVELS, PLAN, SCORED, UNITS

Parts = dict[str, bytes]


def parts(data: bytes) -> Parts:
    """The parts of a workbook by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.fixture(params=[SCORED, LEVELS, PLAN])
def table_id(request: pytest.FixtureRequest) -> str:
    """One table of each kind."""
    return str(request.param)


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write the workbook of a unit."""

    def written(table_id: str, unit: object = None, edition: str = "udf", name: str = "") -> Path:
        law = load_law(table_id)
        given = UNITS[table_id] if unit is None else unit
        assert isinstance(given, dict)
        path = tmp_path / (name or f"{table_id}-{edition}.xlsx")
        path.write_bytes(built(law, read_submission(given, law), edition).content)
        return path

    return written


@pytest.fixture
def book(table_id: str, write: Callable[..., Path]) -> Path:
    """A filled workbook of the table."""
    return write(table_id)


collect_ignore = ["windows"]
"""Run by a Windows Python."""
