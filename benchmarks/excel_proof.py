"""Excel without Excel: every link of the chain that can be had, run and counted.

`python -m benchmarks.excel_proof` prints the table; `--part` leaves out what takes minutes. What
the machine lacks (Wine, a package, LibreOffice) is said in capitals and the rest runs; with
DTI_REQUIRE_WINE=1 it is a failure. No Excel has seen any of it: docs/excel-checklist.md.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from rich.console import Console
from rich.table import Table as Grid

from rulesets.files import table_ids
from rulesets.laws import load_law
from scoring.assess import assess
from tests.excel.calc import (
    book_of_calls,
    by_extension,
    by_vba,
    carried_by_extension,
    carried_by_vba,
    ole_extension,
    rows_of,
    same,
    with_vba,
)
from tests.excel.golden import CALLS, Call
from tests.excel.grammar import complaints
from tests.excel.olevba import modules_of
from tests.excel.suites import SUITES, code_page, run_suite
from tests.excel.validator import violations
from tests.excel.windows_python import Missing, download
from tests.excel.wine import (
    CACHE,
    ROOT,
    WINDOWS,
    Bridge,
    Wine,
    embeddable_zip,
    home_python,
    register_for_wine,
    traces,
    wheelhouse,
    windows_path,
)
from tests.libreoffice.office import Office, OfficeMissing
from tests.support.any_units import random_submission
from tests.support.build import write_unit
from tests.support.office_books import values_shown
from workbooks.build import build
from workbooks.design.book import design_of, first_values
from workbooks.design.names import EDITIONS, NATIVE, UDF
from xl_addin.excel.kit import write_kit
from xl_addin.excel.ribbon import ribbon
from xl_addin.excel.vba_project import Module
from xl_addin.excel.vba_source import addin_modules, workbook_module
from xl_addin.excel.xlam import xlam
from xl_addin.excel.xlsm import as_xlsm
from xl_addin.libreoffice.build import build as build_extension
from xl_addin.payload import zipped

MINORS = (13, 11)
MOST_SHOWN = 5


@dataclass(frozen=True)
class Row:
    """A line of the table: what was shown, how often, and what went wrong."""

    what: str
    count: str
    wrong: tuple[str, ...] = ()


Check = Callable[[], Iterator[Row]]


def package() -> Iterator[Row]:
    """The files alone: bytes, modules, grammar."""
    data = xlam()
    yield Row("dti.xlam twice", f"{len(data):,} bytes", () if data == xlam() else ("differ",))
    wanted = [f"{m.name}.bas" for m in addin_modules()]
    found = [name for name in modules_of(data) if name.endswith(".bas")]
    yield Row(
        "olevba: exactly our modules", str(len(found)), () if found == wanted else (str(found),)
    )
    modules = [*addin_modules(), workbook_module()]
    bad = [f"{m.name}: {complaints(Module(m.name, m.code).source)[:1]}" for m in modules
           if complaints(Module(m.name, m.code).source)]  # fmt: skip
    broken = complaints(modules[0].source.replace(b"End Function", b"End Functoin", 1))
    yield Row("modules that parse in an independent grammar", str(len(modules)), tuple(bad))
    yield Row("a broken module does not", "1", () if broken else ("it parses",))


def validated() -> Iterator[Row]:
    """Microsoft's validator on everything that is written."""
    yield Row("Open XML SDK: dti.xlam", "1", tuple(violations(xlam(), ".xlam")))
    spoilt = _replaced(xlam(), "customUI/customUI14.xml", ribbon().replace(b"size=", b"sise=", 1))
    yield Row("a broken ribbon is reported", "1",
              () if violations(spoilt, ".xlam") else ("not reported",))  # fmt: skip
    count, wrong = 0, []
    with tempfile.TemporaryDirectory() as folder:
        for table_id in table_ids():
            for edition in EDITIONS:
                path = Path(folder) / "a.xlsx"
                write_unit(path, table_id, edition=edition)
                files = {".xlsx": path.read_bytes()}
                if edition == UDF:
                    files[".xlsm"] = as_xlsm(files[".xlsx"])
                for suffix, data in files.items():
                    count += 1
                    wrong += [f"{table_id}{suffix} {v}" for v in violations(data, suffix)]
    yield Row("Open XML SDK: every edition of every table", str(count), tuple(wrong))


def _replaced(data: bytes, name: str, content: bytes) -> bytes:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as old:
        parts = {part: old.read(part) for part in old.namelist()}
    return zipped(parts | {name: content})


def wheels() -> Iterator[Row]:
    """The wheels for Windows can be had for every Python that is said to do."""
    for minor in (11, 12, 13):
        with tempfile.TemporaryDirectory() as folder:
            download(minor, Path(folder), *_requirements(), dependencies=True)
            yield Row(
                f"wheels for Windows, Python 3.{minor}", str(len(list(Path(folder).iterdir())))
            )


def _requirements() -> list[str]:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extra = [word.partition(";")[0].strip() for word in project["optional-dependencies"]["excel"]]
    return [*project["dependencies"], *extra]


def golden_in_office() -> Iterator[Row]:
    """Golden calls in LibreOffice: our VBA asking the registry, and our extension."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ole = ole_extension(folder / "ole", app=str(ROOT))
        calls = [call for call in CALLS if carried_by_vba(call)]
        wrong = _asked(ole, with_vba(book_of_calls(folder / "v.xlsx", calls)), calls, by_vba)
        yield Row("golden calls: LibreOffice VBA = registry", str(len(calls)), wrong)
        extension = build_extension(folder / "own")[0]
        calls = [call for call in CALLS if carried_by_extension(call)]
        wrong = _asked(extension, book_of_calls(folder / "e.xlsx", calls), calls, by_extension)
        yield Row("golden calls: LibreOffice extension = registry", str(len(calls)), wrong)


def _asked(
    extension: Path, path: Path, calls: list[Call], read: Callable[[Any], Any]
) -> tuple[str, ...]:
    macros = path.suffix == ".xlsm"
    with Office(extension) as office, office.open(path, macros=macros) as book:
        book.recalculate()
        cells = book.read(f"A1:A{rows_of(calls)[-1]}")
    results = [read(cells[row - 1]) for row in rows_of(calls)]
    return tuple(
        f"{call.name}{call.arguments}: {result!r}"
        for call, result in zip(calls, results, strict=True)
        if not same(result, call.expected())
    )


class Windows:
    """One Wine for all that follows; the kit of each Python is installed in it in turn."""

    def __init__(self, folder: Path, part: bool) -> None:
        self.wine, self.folder, self.part = Wine(CACHE / "prefix-proof"), folder, part
        self.minors = MINORS[:1] if part else MINORS
        self.wine.start()

    def rows(self) -> Iterator[Row]:
        """Everything that wants Wine."""
        for minor in self.minors:
            kit = write_kit(self.folder / str(minor), embeddable_zip(minor), wheelhouse(minor))
            yield from self.installed(minor, kit)
        if not self.part:
            for minor in self.minors:
                ran = run_suite(self.wine, minor, *SUITES)
                page = code_page(self.wine, minor)
                wrong = (ran.said[-1500:],) if ran.failed or not ran.passed else ()
                what = f"the project's suites, Windows Python 3.{minor}, {page}"
                yield Row(what, f"{ran.passed:,} passed, {ran.skipped} skipped", wrong)

    def installed(self, minor: int, kit: Path) -> Iterator[Row]:
        """Install, ask, measure, install again, remove."""
        register_for_wine(self.wine, kit)
        for again in ("", " over itself")[: 1 if self.part else 2]:
            said = self.wine.run("cmd", "/c", "cai-dat.cmd", "/q", cwd=kit)
            wrong = () if "7,06 điểm" in said else (said,)
            yield Row(f"Python 3.{minor}: cai-dat.cmd{again}", "1 score", wrong)
        yield from self.asked(minor)
        if minor == MINORS[0]:
            yield from self.books()
        yield self.unspoilt(minor)
        self.wine.run("cmd", "/c", "go-bo.cmd", "/q", cwd=kit)
        self.wine.forget_classes()
        left = tuple(traces(self.wine))
        yield Row(f"Python 3.{minor}: files and keys left by go-bo.cmd", str(len(left)), left)

    def asked(self, minor: int) -> Iterator[Row]:
        """Golden calls and times through COM; the server ends with its client."""
        bridge = Bridge(self.wine, home_python(self.wine))
        wrong = tuple(
            f"{call.name}{call.arguments}: {answer!r}"
            for call in CALLS
            if (answer := bridge.ask("compute", call.name, list(call.arguments))) != call.expected()
        )
        errors = sum(isinstance(call.expected(), dict) for call in CALLS)
        what = f"golden calls: COM, Python 3.{minor} = registry"
        yield Row(what, f"{len(CALLS)} ({errors} errors)", wrong)
        for count in (60, 1000):
            runs = [bridge.ask("time", count) for _ in range(3)]
            engine = bridge.ask("engine", count)
            times = f"{median(runs) * 1e3:.0f} ms; engine alone {engine * 1e3:.1f} ms"
            yield Row(f"{count} calls through COM (median of 3)", times)
        was_there, closed = self._serving(), time.monotonic()
        bridge.close()
        while self._serving() and time.monotonic() - closed < 30:
            pass
        ended = was_there and not self._serving()
        waited = f"{time.monotonic() - closed:.1f} s"
        wrong = () if ended else ("still there, or never seen",)
        yield Row("the server ends after its client", waited, wrong)

    def _serving(self) -> bool:
        """Whether the server's process is there; Wine's processes are processes of this machine."""
        mark, prefix = b"xl_addin.excel.com_server", os.fsencode(self.wine.prefix)
        for process in Path("/proc").glob("[0-9]*"):
            try:
                if mark in (process / "cmdline").read_bytes():
                    return prefix in (process / "environ").read_bytes()
            except OSError:
                continue  # it has just ended
        return False

    def unspoilt(self, minor: int) -> Row:
        """What lies beside a workbook is not read."""
        beside = self.folder / f"beside-{minor}"
        beside.mkdir()
        for name in ("udfs.py", "xl_addin.py", "texts.py"):
            (beside / name).write_text("raise SystemExit('taken in')")
        (beside / "xlwings.conf").write_text('"UDF_MODULES","evil"\n')
        words = ("-m", "xl_addin.excel.install", "check")
        said = self.wine.run(home_python(self.wine), *words, cwd=beside, status=None)
        wrong = () if "7,06 điểm" in said else (said,)
        return Row("udfs.py, xlwings.conf beside the workbook change nothing", "4 files", wrong)

    def books(self) -> Iterator[Row]:
        """The .xlsm edition: LibreOffice, our VBA, COM, Python in Wine, and back into the cells."""
        shown_by = {k: v for k, v in self.wine.environment.items() if k.startswith("WINE")}
        command = ["env", *(f"{k}={v}" for k, v in shown_by.items()), f"HOME={Path.home()}", "wine"]
        command += [home_python(self.wine), windows_path(WINDOWS / "bridge.py")]
        ole = ole_extension(self.folder / "ole", bridge=command)
        wanted = [t for t in table_ids() if not t.startswith("VN-2023")]
        for table_id in wanted[:2] if self.part else wanted:
            yield _book_row(table_id, ole, self.folder)


def _book_row(table_id: str, ole: Path, folder: Path) -> Row:
    """Every formula of a filled workbook as .xlsm = native = what the engine says."""
    law = load_law(table_id)
    submission = random_submission(law, random.Random(5))
    wrong: list[str] = []
    cells = 0
    for edition in (UDF, NATIVE):
        design = design_of(law, edition)
        content = build(law, submission, edition)
        macros = edition == UDF
        path = folder / f"{table_id}-{edition}.{'xlsm' if macros else 'xlsx'}"
        path.write_bytes(as_xlsm(content) if macros else content)
        with Office(ole) as office, office.open(path, macros=macros) as opened:
            opened.recalculate()
            shown = values_shown(opened, design)
        expected = first_values(design, assess(law, submission))
        cells += len(shown)
        wrong += [
            f"{table_id} {edition} {tuple(key)}: {expected[key]!r}, computed {value!r}"
            for key, value in shown.items()
            if not _alike(expected[key], value)
        ]
    return Row(f"{table_id} as .xlsm = native = engine", f"{cells} formulas", tuple(wrong))


def _alike(stored: Any, computed: Any) -> bool:
    if isinstance(stored, str) or stored is None:
        return (stored or "") == (computed or "")
    return isinstance(computed, int | float) and abs(float(stored) - float(computed)) < 1e-9


def run(checks: dict[str, Check], console: Console) -> int:
    """Run every check, print the table, count what is wrong or could not be run."""
    grid = Grid("what", "count", "result")
    failed, lacking = 0, []
    for name, check in checks.items():
        try:
            for row in check():
                failed += bool(row.wrong)
                result = f"[red]WRONG: {len(row.wrong)}[/red]" if row.wrong else "ok"
                grid.add_row(row.what, row.count, result)
                for line in row.wrong[:MOST_SHOWN]:
                    console.print(f"{row.what}: {line}", markup=False)
        except (Missing, OfficeMissing) as why:
            lacking.append(f"{name}: {why}")
    console.print(grid)
    for line in lacking:
        console.print(f"NOT RUN — KHÔNG CHẠY: {line}", markup=False)
    if lacking and os.environ.get("DTI_REQUIRE_WINE") == "1":
        return 1
    return int(failed > 0)


def main() -> int:
    """Run and print; 1 where anything is wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--part", action="store_true")
    parser.add_argument("--only", nargs="*", default=None)
    options = parser.parse_args()
    console = Console(width=120)
    with tempfile.TemporaryDirectory() as name:

        def in_wine() -> Iterator[Row]:
            windows = Windows(Path(name), options.part)
            try:
                yield from windows.rows()
            finally:
                windows.wine.stop()

        checks: dict[str, Check] = {
            "package": package,
            "validator": validated,
            "office": golden_in_office,
            "wine": in_wine,
        }
        if not options.part:
            checks["wheels"] = wheels
        wanted = options.only or list(checks)
        return run({key: checks[key] for key in wanted}, console)


if __name__ == "__main__":
    sys.exit(main())
