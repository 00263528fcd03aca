"""Drives one headless LibreOffice for the tests: JSON lines in, JSON lines out.

Runs under a Python that has `uno` (usually the system's, not the tests'), so it needs nothing but
the standard library and `uno`: `python3 driver.py SOFFICE FOLDER [EXTENSION]`. FOLDER becomes the
profile and is removed at the end; EXTENSION is an unpacked extension. The first line out says
whether it runs; after that each request `{"do": verb, …}` gets `{"ok": result}` or
`{"error": message}`. It ends, and LibreOffice with it, when its input ends.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

PATIENCE = 60.0
"""Seconds that LibreOffice may take to start."""

CANARY = '=DTI_MAX("HB-2023-XA";"3.4")'
CANARY_GIVES = 10.0
SERVICE = "vn.dti.Functions"

_SETTINGS = {
    # Recalculate every file when it is loaded: cached values are not trusted.
    ("Office.Calc/Formula/Load", "OOXMLRecalcMode"): "0",
    ("Office.Calc/Formula/Load", "ODFRecalcMode"): "0",
    # A lock file that somebody left makes loading give nothing.
    ("Office.Common/Misc", "UseLocking"): "false",
    ("Office.Common/Misc", "UseDocumentOOoLockFile"): "false",
    ("Office.Common/Misc", "UseDocumentSystemFileLocking"): "false",
    ("Office.Common/Misc", "ShowTipOfTheDay"): "false",
    ("Office.Common/Save/Document", "AutoSave"): "false",
    # Nothing to set up and nothing to migrate: the first start is as quick as the next.
    ("Setup/Office", "ooSetupInstCompleted"): "true",
    ("Setup/Product", "ooSetupLastVersion"): "99.9",
}
_ERROR = 4  # com.sun.star.sheet.FormulaResult.ERROR
_CONTENT = 1 + 2 + 4 + 16
"""com.sun.star.sheet.CellFlags: VALUE, DATETIME, STRING, FORMULA."""
_FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "ods": "calc8", "pdf": "calc_pdf_Export"}


class OfficeFailed(Exception):
    """LibreOffice did not do what it was asked to do."""


def seed_profile(profile: Path) -> None:
    """Write the settings of a new profile, so that the first start is quick and asks nothing."""
    items = [
        f'<item oor:path="/org.openoffice.{path}">'
        f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for (path, name), value in _SETTINGS.items()
    ]
    user = profile / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
        + "\n".join(items)
        + "\n</oor:items>\n",
        encoding="utf-8",
    )


class Driver:
    """One LibreOffice process and its open workbooks."""

    def __init__(self, soffice: str, folder: Path, extension: Path | None) -> None:
        self.folder = folder
        profile = folder / "profile"
        seed_profile(profile)
        pipe = f"dti-{os.getpid()}"
        command = [
            soffice,
            "--headless",
            "--norestore",
            "--nologo",
            "--nodefault",
            "--nofirststartwizard",
            f"--accept=pipe,name={pipe};urp;StarOffice.ComponentContext",
            f"-env:UserInstallation={profile.as_uri()}",
        ]
        if extension:
            # A copy: Python writes its caches beside the files it loads.
            shutil.copytree(extension, folder / "extensions" / "dti")
            command.append(f"-env:BUNDLED_EXTENSIONS={(folder / 'extensions').as_uri()}")
        self.log = folder / "soffice.log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                env=_environment(),
            )
        try:
            self.context = self._connect(pipe)
            self.desktop = self._create("com.sun.star.frame.Desktop")
            self.books: dict[int, Any] = {}
            self.sheets: dict[tuple[int, str], Any] = {}
            self.opened = 0
            if extension and (extension / "CalcAddIns.xcu").is_file():
                self._ask_the_canary()
        except BaseException:
            self.end()
            raise

    def _connect(self, pipe: str) -> Any:
        import uno
        from com.sun.star.connection import NoConnectException

        here = uno.getComponentContext()
        resolver = here.ServiceManager.createInstanceWithContext(
            "com.sun.star.bridge.UnoUrlResolver", here
        )
        limit = time.monotonic() + PATIENCE
        while True:
            try:
                return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            except NoConnectException:
                if self.process.poll() is not None:
                    said = self.log.read_text(errors="replace").strip()
                    raise OfficeFailed(
                        f"soffice ended with {self.process.returncode}: {said}"
                    ) from None
                if time.monotonic() > limit:
                    raise OfficeFailed(f"soffice did not answer in {PATIENCE:g} s") from None
                time.sleep(0.02)

    def _create(self, service: str) -> Any:
        return self.context.ServiceManager.createInstanceWithContext(service, self.context)

    def _ask_the_canary(self) -> None:
        """An add-in that cannot be imported says nothing: ask one function before anything else."""
        book = self.do_open(None)
        self.do_write(book, [["A1", CANARY]])
        cell = self.do_read(book, "A1")[0]
        self.do_close(book)
        if cell["value"] == CANARY_GIVES:
            return
        try:
            self._create(SERVICE)
            why = "the service itself can be created"
        except Exception as error:
            why = str(error)
        raise OfficeFailed(f"the add-in does not answer: {CANARY} gives {cell['text']!r}; {why}")

    def end(self) -> None:
        """End LibreOffice; where it does not listen, end the processes that we started."""
        with contextlib.suppress(Exception):
            self.desktop.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(10)
        with contextlib.suppress(ProcessLookupError):
            # The session is ours alone; nothing is left in it after an orderly end.
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    # --- Verbs: what the client may ask ------------------------------------------------------

    def do_open(self, path: str | None, macros: bool = False) -> int:
        """Open a file, or a new workbook; gives its number. Macros run only where asked."""
        url = Path(path).resolve().as_uri() if path else "private:factory/scalc"
        # com.sun.star.document.MacroExecMode: 4 runs them without a question, 0 never.
        how = _properties(Hidden=True, MacroExecutionMode=4 if macros else 0)
        book = self.desktop.loadComponentFromURL(url, "_blank", 0, how)
        if book is None:
            raise OfficeFailed(f"cannot open {path}")
        self.opened += 1
        self.books[self.opened] = book
        return self.opened

    def do_write(self, book: int, cells: list[list[Any]]) -> None:
        """Put values into cells; a text that starts with `=` is a formula, None empties."""
        for address, value in cells:
            cell = self._range(book, address)
            if value is None:
                cell.clearContents(_CONTENT)
            elif isinstance(value, str) and value.startswith("="):
                cell.setFormulaArray(((value,),))
            else:
                cell.setDataArray(((value,),))

    def do_unprotect(self, book: int) -> None:
        """Open the locked cells of every sheet; ours have no password."""
        for sheet in self.books[book].Sheets:
            sheet.unprotect("")

    def do_recalculate(self, book: int) -> None:
        """Compute every formula anew."""
        self.books[book].calculateAll()

    def do_time(self, book: int, times: int) -> list[float]:
        """Seconds of each of several full recalculations."""
        return [_seconds(self.books[book].calculateAll) for _ in range(times)]

    def do_time_change(self, book: int, times: int, figure: str, result: str) -> list[float]:
        """Seconds from a new number in one cell to the result in another."""
        cell, other = (
            self._range(book, address).getCellByPosition(0, 0) for address in (figure, result)
        )
        before = cell.Value

        def change() -> None:
            cell.setValue(cell.getValue() + 1)
            other.getValue()

        seconds = [_seconds(change) for _ in range(times)]
        cell.Value = before
        return seconds

    def do_read(self, book: int, address: str) -> list[dict[str, Any]]:
        """The cells of a range, row by row."""
        return [_cell(cell) for cell in _cells(self._range(book, address))]

    def do_values(self, book: int, address: str) -> dict[str, Any]:
        """What a range shows, in two calls: the values row by row, and the places of errors."""
        area = self._range(book, address)
        place = area.RangeAddress
        errors = [
            [row - place.StartRow, column - place.StartColumn]
            for found in area.queryFormulaCells(_ERROR).RangeAddresses
            for row in range(found.StartRow, found.EndRow + 1)
            for column in range(found.StartColumn, found.EndColumn + 1)
        ]
        return {"values": [list(line) for line in area.DataArray], "errors": errors}

    def do_names(self, book: int) -> dict[str, str]:
        """The defined names and what they refer to."""
        names = self.books[book].NamedRanges
        return {name: names.getByName(name).Content for name in names.ElementNames}

    def do_sheets(self, book: int) -> list[str]:
        """The names of the sheets."""
        return list(self.books[book].Sheets.ElementNames)

    def do_save(self, book: int, path: str, form: str) -> None:
        """Store a copy as xlsx, ods or pdf."""
        self.books[book].storeToURL(
            Path(path).resolve().as_uri(), _properties(FilterName=_FILTERS[form])
        )

    def do_select(self, book: int, address: str) -> None:
        """Put the cursor on a cell."""
        cells = self._range(book, address)
        controller = self.books[book].CurrentController
        controller.setActiveSheet(cells.Spreadsheet)
        controller.select(cells)

    def do_dispatch(self, book: int, url: str, given: dict[str, Any]) -> Any:
        """Send an address to the window of a workbook, as a menu does; gives the result."""
        helper = self._create("com.sun.star.frame.DispatchHelper")
        frame = self.books[book].CurrentController.Frame
        event = helper.executeDispatch(frame, url, "", 0, _properties(**given))
        self.sheets = {key: sheet for key, sheet in self.sheets.items() if key[0] != book}
        return None if event is None else event.Result

    def do_notes(self, book: int) -> dict[str, str]:
        """The notes of all sheets by their places."""
        found = {}
        for sheet in self.books[book].Sheets:
            notes = sheet.Annotations
            for note in (notes.getByIndex(number) for number in range(notes.Count)):
                at = note.Position
                cell = sheet.getCellByPosition(at.Column, at.Row)
                found[cell.AbsoluteName.replace("$", "")] = note.String
        return found

    def do_close(self, book: int) -> None:
        """Close a workbook without saving it."""
        self.sheets = {key: sheet for key, sheet in self.sheets.items() if key[0] != book}
        self.books.pop(book).close(True)

    def _range(self, book: int, address: str) -> Any:
        name, _, cells = address.rpartition("!")
        sheet = self.sheets.get((book, name))
        if sheet is None:
            # A new object costs a millisecond on the way through the pipe.
            sheets = self.books[book].Sheets
            sheet = sheets.getByName(name) if name else sheets.getByIndex(0)
            self.sheets[book, name] = sheet
        return sheet.getCellRangeByName(cells)


def _environment() -> dict[str, str]:
    """The environment of LibreOffice: its Python must not find another one's library."""
    kept = {name: os.environ[name] for name in ("HOME", "TMPDIR") if name in os.environ}
    return {"PATH": os.defpath, "LC_ALL": "C.UTF-8", **kept}


def _seconds(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def _properties(**values: Any) -> tuple[Any, ...]:
    from com.sun.star.beans import PropertyValue

    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


def _cells(area: Any) -> Iterator[Any]:
    place = area.RangeAddress
    for row in range(place.EndRow - place.StartRow + 1):
        for column in range(place.EndColumn - place.StartColumn + 1):
            yield area.getCellByPosition(column, row)


def _cell(cell: Any) -> dict[str, Any]:
    kind = cell.Type.value  # EMPTY, VALUE, TEXT, FORMULA
    is_formula = kind == "FORMULA"
    shown = cell.FormulaResultType2 if is_formula else 0
    numeric = kind == "VALUE" or shown == 1  # com.sun.star.sheet.FormulaResult.VALUE
    error = cell.getError()
    if error:
        value: Any = None
    elif numeric:
        value = cell.Value
    else:
        value = None if kind == "EMPTY" else cell.String
    return {
        "value": value,
        "text": cell.String,
        "error": error,
        "formula": cell.FormulaLocal if is_formula else "",
    }


def main() -> None:
    """Serve until the input ends."""
    # Whatever else writes to the output must not spoil the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)

    def answer(**line: Any) -> None:
        print(json.dumps(line, ensure_ascii=False), file=answers, flush=True)

    soffice, folder, *rest = sys.argv[1:]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    try:
        driver = Driver(soffice, Path(folder), Path(rest[0]) if rest else None)
    except Exception as error:
        answer(error=f"{type(error).__name__}: {error}")
        return
    try:
        answer(ok="ready")
        for line in sys.stdin:
            request = json.loads(line)
            verb = request.pop("do")
            try:
                answer(ok=getattr(driver, f"do_{verb}")(**request))
            except Exception:
                answer(error=traceback.format_exc())
    finally:
        driver.end()


if __name__ == "__main__":
    main()
