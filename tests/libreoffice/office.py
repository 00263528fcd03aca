"""A real LibreOffice for tests: `with Office(extension) as office: office.open(path)`.

The process belongs to the context manager alone: a temporary profile of its own, ended in any
case, so several may run beside each other.
"""

from __future__ import annotations

import json
import os
import re
import selectors
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Any

OLDEST = (25, 2)
DRIVER = Path(__file__).with_name("driver.py")

VALUE_ERROR = 519
"""Error number of #VALUE!"""
NOT_AVAILABLE = 32767
"""Error number of #N/A"""
DIVISION_BY_ZERO = 532
IN_A_RANGE = 504
"""What a function of an add-in shows when a cell in one of its ranges has an error."""

Value = float | str | None


class OfficeError(Exception):
    """LibreOffice refused, failed or did not answer."""


class OfficeMissing(Exception):
    """This machine has no LibreOffice that the tests can use; the message says why."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows. `value` is None where it is blank or an error."""

    value: Value
    text: str
    error: int
    formula: str


@dataclass(frozen=True, slots=True)
class Installation:
    """The programs found on this machine."""

    soffice: str
    python: str
    version: str


@cache
def find_installation() -> Installation:
    """Look for LibreOffice and a Python with its bridge. Raises OfficeMissing."""
    soffice = os.environ.get("DTI_SOFFICE") or shutil.which("soffice")
    if not soffice:
        raise OfficeMissing("không có lệnh soffice: chạy scripts/setup-office.sh")
    said = _output([soffice, "--version"])
    found = re.search(r"LibreOffice (\d+)\.(\d+)\S*", said)
    if not found:
        raise OfficeMissing(f"không đọc được phiên bản LibreOffice: {said!r}")
    if (int(found[1]), int(found[2])) < OLDEST:
        raise OfficeMissing(f"{found[0]} cũ quá, cần từ 25.2: chạy scripts/setup-office.sh")
    beside = Path(soffice).resolve().with_name("python")
    for python in (os.environ.get("DTI_OFFICE_PYTHON"), "/usr/bin/python3", str(beside)):
        if python and _output([python, "-c", "import uno; print('uno')"]).strip() == "uno":
            return Installation(soffice, python, found[0])
    raise OfficeMissing("không có Python với mô-đun uno: chạy scripts/setup-office.sh")


def _output(command: list[str]) -> str:
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=60, env=_environment(), check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout


def _environment() -> dict[str, str]:
    # Paths of the tests' own Python would mislead another one.
    return {key: text for key, text in os.environ.items() if not key.startswith("PYTHON")}


class Book:
    """An open workbook. Addresses are `B2`, `B2:C9` (first sheet) or `Chấm điểm!B2`."""

    def __init__(self, office: Office, number: int) -> None:
        self._office, self._number = office, number

    def _ask(self, verb: str, **request: Any) -> Any:
        return self._office.ask(verb, book=self._number, **request)

    def set(self, address: str, value: Value) -> None:
        """Put a number or a text into a cell, a formula (`=…` with `;`), or nothing (None)."""
        self.write({address: value})

    def write(self, cells: Mapping[str, Value]) -> None:
        """Put values into several cells at once."""
        self._ask("write", cells=list(cells.items()))

    def unprotect(self) -> None:
        """Open the locked cells of every sheet; ours have no password."""
        self._ask("unprotect")

    def recalculate(self) -> None:
        """Compute every formula anew."""
        self._ask("recalculate")

    def time(self, times: int) -> list[float]:
        """Seconds of each of several full recalculations."""
        seconds: list[float] = self._ask("time", times=times)
        return seconds

    def time_change(self, times: int, figure: str, result: str) -> list[float]:
        """Seconds from a new number in one cell to the result in another, several times."""
        seconds: list[float] = self._ask("time_change", times=times, figure=figure, result=result)
        return seconds

    def read(self, address: str) -> list[Cell]:
        """The cells of a range, row by row."""
        return [Cell(**cell) for cell in self._ask("read", address=address)]

    def values(self, address: str) -> list[list[Any]]:
        """What a range shows, row by row and quickly: numbers, texts, and "#ERROR"."""
        answer = self._ask("values", address=address)
        values: list[list[Any]] = answer["values"]
        for row, column in answer["errors"]:
            values[row][column] = "#ERROR"
        return values

    def cell(self, address: str) -> Cell:
        """One cell."""
        return self.read(address)[0]

    def names(self) -> dict[str, str]:
        """The defined names and what they refer to."""
        names: dict[str, str] = self._ask("names")
        return names

    def sheets(self) -> list[str]:
        """The names of the sheets."""
        sheets: list[str] = self._ask("sheets")
        return sheets

    def save(self, path: Path) -> Path:
        """Store a copy as .xlsx, .ods or .pdf, whichever the path says."""
        self._ask("save", path=str(path), form=path.suffix.removeprefix("."))
        return path

    def select(self, address: str) -> None:
        """Put the cursor on a cell."""
        self._ask("select", address=address)

    def dispatch(self, url: str, **given: Any) -> Any:
        """Send an address to the window, as a menu does; gives the result."""
        return self._ask("dispatch", url=url, given=given)

    def notes(self) -> dict[str, str]:
        """The notes of all sheets by their places."""
        notes: dict[str, str] = self._ask("notes")
        return notes

    def close(self) -> None:
        """Close without saving."""
        self._ask("close")

    def __enter__(self) -> Book:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OfficeError):
            self.close()


class Office:
    """One LibreOffice. Raises OfficeMissing on entering where this machine has none."""

    def __init__(self, extension: Path | None = None, *, patience: float = 120.0) -> None:
        self._extension, self._patience = extension, patience

    def __enter__(self) -> Office:
        installation = find_installation()
        self._folder = Path(tempfile.mkdtemp(prefix="dti-office-"))
        command = [installation.python, str(DRIVER), installation.soffice, str(self._folder)]
        if self._extension:
            command.append(str(self._extension.resolve()))
        self._driver = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
            env=_environment(),
        )
        self._rest = b""
        try:
            self._answer()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()

    def open(self, path: Path | None = None, *, macros: bool = False) -> Book:
        """Open a file, or a new empty workbook."""
        return Book(self, self.ask("open", path=str(path) if path else None, macros=macros))

    def ask(self, verb: str, **request: Any) -> Any:
        """Send one request to the driver; raises OfficeError with its message."""
        line = json.dumps({"do": verb, **request}).encode() + b"\n"
        assert self._driver.stdin is not None
        try:
            self._driver.stdin.write(line)
        except BrokenPipeError:
            raise OfficeError("the driver has ended") from None
        return self._answer()

    def _answer(self) -> Any:
        line = json.loads(self._line())
        if "error" in line:
            raise OfficeError(line["error"])
        return line["ok"]

    def _line(self) -> bytes:
        output = self._driver.stdout
        assert output is not None
        limit = time.monotonic() + self._patience
        with selectors.DefaultSelector() as selector:
            selector.register(output, selectors.EVENT_READ)
            while b"\n" not in self._rest:
                if not selector.select(limit - time.monotonic()):
                    raise OfficeError(f"no answer in {self._patience:g} s")
                data = os.read(output.fileno(), 65536)
                if not data:
                    raise OfficeError("the driver has ended")
                self._rest += data
        line, _, self._rest = self._rest.partition(b"\n")
        return line

    def _end(self) -> None:
        driver = self._driver
        for stream in (driver.stdin, driver.stdout):
            assert stream is not None
            stream.close()
        try:
            # The driver ends LibreOffice when its input ends.
            driver.wait(20)
        except subprocess.TimeoutExpired:
            # Stuck in a call that LibreOffice does not answer.
            self._kill_office()
            driver.kill()
            driver.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _kill_office(self) -> None:
        """End the session that the driver, and nobody else, started."""
        for child in Path(f"/proc/{self._driver.pid}/task").glob("*/children"):
            for pid in child.read_text().split():
                with suppress(ProcessLookupError):
                    os.killpg(int(pid), signal.SIGKILL)
