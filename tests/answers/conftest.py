"""Units of each kind of table, with something to say in every answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.cases import office
from tests.support.command import dti, write_unit

SCORED, LEVELS, PLAN = "HD-2024-SO", "BTTTT-2024-XA", "VN-2023-KEHOACH"

UNITS: dict[str, dict[str, Any]] = {
    SCORED: office(
        verified={"1.1": 5, "6.1": 10},
        explanations={"1.1": "theo biên bản", "6.1": "thiếu minh chứng"},
        attached={"1.2": "BC-15.pdf"},
        excluded={"6.2": "không phát sinh"},
        info={"I.8": 7},
        signing={"signer": "Trần Thị B", "place": "Hải Dương"},
    ),
    LEVELS: {
        "table": LEVELS,
        "name": "Xã Tân Hòa",
        "period": "2024",
        "values": {"I.1": 62, "I.2": 31.5, "I.4": True, "II.4": {"count": 2, "total": 2}},
        "typed": {"level": 1},
        "notes": {"I.1": "đối chiếu sau"},
    },
    PLAN: {
        "table": PLAN,
        "name": "Huyện Diên Khánh",
        "values": {"II.1": True, "II.2": False, "II.16": 55, "III.19.1": 10},
        "explanations": {"II.2": "đang làm"},
    },
}
ROWS = {SCORED: "6.5", LEVELS: "II.4", PLAN: "II.16"}


@pytest.fixture(params=list(UNITS))
def table_id(request: pytest.FixtureRequest) -> str:
    """One table of each kind."""
    return str(request.param)


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Path]]:
    """The unit and the workbook of each table, made once: no verb touches its input."""
    found = {}
    for table_id, given in UNITS.items():
        folder = tmp_path_factory.mktemp(table_id)
        unit = write_unit(folder / "unit.json", given)
        assert dti("new", table_id, "--data", unit, "-o", folder / "bieu.xlsx").status == 0
        found[table_id] = (unit, folder / "bieu.xlsx")
    return found


@pytest.fixture
def unit(table_id: str, made_once: dict[str, tuple[Path, Path]]) -> Path:
    """The unit of the table."""
    return made_once[table_id][0]


@pytest.fixture
def book(table_id: str, made_once: dict[str, tuple[Path, Path]]) -> Path:
    """The workbook of the unit."""
    return made_once[table_id][1]


@pytest.fixture
def make(tmp_path: Path) -> Callable[[str, dict[str, Any], str], Path]:
    """Build a workbook of a unit in an edition."""

    def made(name: str, given: dict[str, Any], edition: str) -> Path:
        path = tmp_path / name
        data = write_unit(tmp_path / f"{name}.json", given)
        call = ("new", given["table"], "--data", data, "--edition", edition, "-o", path, "--force")
        answer = dti(*call)
        assert answer.status == 0, answer.err
        return path

    return made
