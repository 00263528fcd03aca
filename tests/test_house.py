"""The house stands: the import check really saw the imports, and cells stay light."""

from __future__ import annotations

import subprocess
import sys

import grimp
import pytest

ROOMS = ("texts", "scoring", "rulesets", "udfs", "workbooks", "xl_addin", "cli")


def test_the_import_check_sees_imports() -> None:
    graph = grimp.build_graph(*ROOMS)
    assert graph.count_imports() > 300
    for upper, lower in zip(ROOMS[1:], ROOMS, strict=False):
        if upper not in ("xl_addin", "cli"):
            chain = graph.find_shortest_chain(upper, lower, as_packages=True)
            assert chain is not None, f"{upper} → {lower}"


@pytest.mark.parametrize("module", ["scoring.assess", "rulesets.laws", "udfs", "udfs.functions"])
def test_the_in_cell_path_loads_nothing_heavy(module: str) -> None:
    heavy = ("pandas", "numpy", "openpyxl", "xlwings", "xlsxwriter", "lxml")
    code = f"import sys, {module}; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
