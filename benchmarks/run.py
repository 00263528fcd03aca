"""Speed, medians, each beside what a user would otherwise run, in one run."""

from __future__ import annotations

import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table as Grid

ROOT = Path(__file__).parent.parent


def median(run: Callable[[], Any], times: int = 9) -> float:
    """Median seconds of a call."""
    spent = []
    for _ in range(times):
        started = time.perf_counter()
        run()
        spent.append(time.perf_counter() - started)
    return statistics.median(spent)


def process(code: str) -> float:
    """Median seconds of a fresh Python that runs a line."""
    return median(
        lambda: subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True), times=9
    )


def in_cell() -> list[tuple[str, str, str]]:
    """One DTI_SCORE call from cell values to cell value, distinct figures each time."""
    from udfs import call

    rng = random.Random(1)
    cells = [((float(rng.randint(1, 900)),), (float(rng.randint(900, 2000)),)) for _ in range(5000)]
    call("DTI_SCORE", "HB-2023-XA", "3.4", cells[0])

    def run() -> None:
        for pair in cells:
            call("DTI_SCORE", "HB-2023-XA", "3.4", pair)

    each = median(run) / len(cells)
    bare, loaded, scored = (
        process("pass"),
        process("import udfs"),
        process("import udfs; udfs.call('DTI_SCORE', 'HB-2023-XA', '3.4', ((600.0,), (1000.0,)))"),
    )
    return [
        ("one DTI_SCORE call", f"{each * 1e6:.1f} µs", "≤ 15 µs"),
        ("import udfs, over bare Python", f"{(loaded - bare) * 1e3:.0f} ms", "≤ 80 ms"),
        ("first score, over bare Python", f"{(scored - bare) * 1e3:.0f} ms", "≤ 200 ms"),
    ]


def workbooks() -> list[tuple[str, str, str]]:
    """Building a filled workbook beside the same cells in bare XlsxWriter."""
    from rulesets.laws import load_scored as load
    from scoring.read_unit import read_submission
    from tests.support.units import random_unit
    from workbooks.build import build

    def beside(table_id: str) -> tuple[str, str, str]:
        table = load(table_id)
        submission = read_submission(random_unit(table, random.Random(3)), table)
        with tempfile.TemporaryDirectory() as folder:
            ours, bare = Path(folder) / "ours.xlsx", Path(folder) / "bare.xlsx"
            ours.write_bytes(build(table, submission, "udf"))
            cells = contents(ours)
            spent = median(lambda: build(table, submission, "udf"))
            floor = median(lambda: write_bare(bare, cells))
        return (
            f"build a filled {table_id}, beside bare XlsxWriter",
            f"{spent * 1e3:.0f} / {floor * 1e3:.0f} ms = {spent / floor:.2f}×",
            "≤ 2×",
        )

    return [beside("HB-2023-XA"), beside("VN-2024-HUYEN")]


Content = list[tuple[str, list[tuple[int, int, Any, Any]]]]


def contents(path: Path) -> Content:
    """Every cell of a workbook: sheet, then row, column (from 0), value, formula."""
    import openpyxl

    values = openpyxl.load_workbook(path, data_only=True)
    formulas = openpyxl.load_workbook(path)
    result: Content = []
    for sheet in formulas.worksheets:
        stored = values[sheet.title]
        cells = []
        for line in sheet.iter_rows():
            for cell in line:
                if cell.value is not None or cell.has_style:
                    value = stored.cell(cell.row, cell.column).value
                    formula = cell.value if cell.data_type == "f" else None
                    cells.append((cell.row - 1, cell.column - 1, value, formula))
        result.append((sheet.title, cells))
    return result


def write_bare(path: Path, content: Content) -> None:
    """Write the same cells with bare XlsxWriter: values, formulas with their results, one style."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(path)) as book:
        style = book.add_format({"text_wrap": True, "border": 1})
        for title, cells in content:
            sheet = book.add_worksheet(title)
            for row, column, value, formula in cells:
                if formula is not None:
                    sheet.write_formula(row, column, formula, style, value or "")
                elif value is None:
                    sheet.write_blank(row, column, None, style)
                else:
                    sheet.write(row, column, value, style)


CHECK = """
import json, resource, sys, time, statistics
from pathlib import Path
path = Path(sys.argv[1])
if sys.argv[2] == "dti":
    from workbooks.reconcile import check_file as run
else:
    import openpyxl
    def run(p):
        openpyxl.load_workbook(p)
        openpyxl.load_workbook(p, data_only=True)
run(path)
spent = []
for _ in range(9):
    started = time.perf_counter(); run(path); spent.append(time.perf_counter() - started)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([statistics.median(spent), peak]))
"""


def checking() -> list[tuple[str, str, str]]:
    """`dti check` of one workbook beside opening it twice with openpyxl."""
    from rulesets.laws import load_scored as load
    from scoring.read_unit import read_submission
    from tests.support.units import random_unit
    from workbooks.build import build

    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for edition in ("udf", "native"):
            path = Path(folder) / f"{edition}.xlsx"
            table = load("HB-2023-XA")
            unit = random_unit(table, random.Random(3))
            path.write_bytes(build(table, read_submission(unit, table), edition))
            figures = {}
            for tool in ("dti", "openpyxl"):
                answer = subprocess.run(
                    [sys.executable, "-c", CHECK, str(path), tool],
                    cwd=ROOT,
                    check=True,
                    capture_output=True,
                    text=True,
                )
                figures[tool] = json.loads(answer.stdout)
            (spent, peak), (floor, _) = figures["dti"], figures["openpyxl"]
            rows.append(
                (
                    f"dti check ({edition}), beside opening it twice with openpyxl",
                    f"{spent * 1e3:.0f} / {floor * 1e3:.0f} ms = {spent / floor:.2f}×",
                    "",
                )
            )
            rows.append((f"dti check ({edition}), peak memory", f"{peak:.0f} MB", "≤ 200 MB"))
    return rows


def cohort() -> list[tuple[str, str, str]]:
    """10,600 communes × 48 rows scored and ranked, beside a bare NumPy pass over the arrays."""
    import numpy

    from benchmarks.cohort import COMMUNES, arrays, bare_pass, sample_differences
    from rulesets.laws import load_scored as load
    from scoring.cohort import score_cohort

    table = load("HB-2023-XA")
    columns = arrays(table, COMMUNES)
    spent = median(lambda: score_cohort(table, columns, COMMUNES, numpy))
    floor = median(lambda: bare_pass(table, columns, COMMUNES))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    differing = sample_differences(table, columns, 500)
    return [
        (
            f"{COMMUNES:,} communes × {len(table.indicators)} rows, beside bare NumPy",
            f"{spent * 1e3:.0f} / {floor * 1e3:.1f} ms = {spent / floor:.1f}×",
            "≤ 10×",
        ),
        ("… peak memory of this whole run", f"{peak:.0f} MB", "≤ 500 MB"),
        ("… differences from the scalar engine in 500 units", str(differing), "0"),
    ]


def main() -> None:
    """Measure and print."""
    grid = Grid("what", "measured (median)", "to reach")
    for part in (in_cell, workbooks, checking, cohort):
        for row in part():
            grid.add_row(*row)
    Console(width=130).print(grid)
    office = ROOT / "benchmarks" / "libreoffice_recalc.py"
    if office.is_file():
        subprocess.run(
            [sys.executable, "-m", "benchmarks.libreoffice_recalc"], cwd=ROOT, check=False
        )


if __name__ == "__main__":
    main()
