"""The invented decision «Tỉnh Thử nghiệm» beside the real ones, for the tests of this folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from rulesets import files

DECISION = Path(__file__).parents[1] / "decisions" / "td-2025"


@pytest.fixture(scope="package", autouse=True)
def invented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the rulesets with the invented one; the folder of the data."""
    folder = tmp_path_factory.mktemp("rulesets")
    shutil.copytree(files.DATA, folder / "data")
    shutil.copytree(DECISION, folder / "data" / DECISION.name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "DATA", folder / "data")
        patch.setattr(files, "COMPILED", folder / "compiled")
        yield folder / "data"
