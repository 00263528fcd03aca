"""What the tests of the Excel host share; they skip, and say why, where the machine lacks it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.excel.validator import need_validator
from tests.excel.windows_python import Missing
from tests.excel.wine import CACHE, Wine
from tests.libreoffice.office import Office, OfficeMissing, find_installation
from xl_addin.libreoffice.build import build

collect_ignore = ["ole", "windows"]
"""Run by LibreOffice's Python and by a Windows Python."""


def lacking(why: Exception, variable: str) -> None:
    """Skip, or fail where the variable says that nothing may be missing."""
    if os.environ.get(variable) == "1":
        pytest.fail(str(why))
    pytest.skip(str(why))


@pytest.fixture(scope="session")
def validator() -> Path:
    try:
        return need_validator()
    except Missing as why:
        lacking(why, "DTI_REQUIRE_WINE")
        raise


@pytest.fixture(scope="module")
def office(calc: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """LibreOffice with our extension."""
    with Office(build(tmp_path_factory.mktemp("libreoffice"))[0]) as running:
        yield running


@pytest.fixture(scope="session")
def calc() -> None:
    try:
        find_installation()
    except OfficeMissing as why:
        lacking(why, "DTI_REQUIRE_OFFICE")


@pytest.fixture(scope="session")
def wine() -> Iterator[Wine]:
    """Wine with a prefix of its own, stopped at the end."""
    try:
        running = Wine(CACHE / f"prefix-{os.environ.get('PYTEST_XDIST_WORKER', 'tests')}")
    except Missing as why:
        lacking(why, "DTI_REQUIRE_WINE")
        raise
    running.start()
    yield running
    running.stop()
