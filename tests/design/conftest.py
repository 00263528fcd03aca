"""The invented decision «Tỉnh Thử nghiệm» beside the real ones, where a test asks for it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from rulesets import files

DECISION = Path(__file__).parents[1] / "decisions" / "td-2025"


@pytest.fixture
def invented(tmp_path: Path) -> Iterator[None]:
    """The rulesets with the invented one, which uses every shape of a rule."""
    shutil.copytree(files.DATA, tmp_path / "data")
    shutil.copytree(DECISION, tmp_path / "data" / DECISION.name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "DATA", tmp_path / "data")
        patch.setattr(files, "COMPILED", tmp_path / "compiled")
        yield
