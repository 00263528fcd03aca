"""Excel as a host: the open workbook over COM, late bound.

Everything is asked of the COM objects themselves, by position: late binding knows no named
arguments. An xlwings `Book` is taken too; it hands over its own COM object.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from answers.sources import File, Upload
from texts import Text, say
from workbooks.design.grid import quoted
from workbooks.files.book import address
from workbooks.marks import is_ours
from xl_addin.commands.plan import Content, Note, Page, Place, Plan, SetCell, SetFormula
from xl_addin.hosts.port import Open, perform

BOOKS = ("*.xlsx", "*.xlsm", "*.xls")
_ALLOWED = (
    "AllowFormattingCells", "AllowFormattingColumns", "AllowFormattingRows",
    "AllowInsertingColumns", "AllowInsertingRows", "AllowInsertingHyperlinks",
    "AllowDeletingColumns", "AllowDeletingRows", "AllowSorting", "AllowFiltering",
    "AllowUsingPivotTables",
)  # fmt: skip
"""What a protected sheet may allow, in the order in which Protect takes it."""
_TOP = -4160
_FOLDERS = 4
_VISIBLE = -1


def run(command: str, workbook: Any, lang: str = "vi") -> str:
    """Carry out a command in a workbook: a COM object or an xlwings Book; gives what to say."""
    return perform(command, ExcelHost(workbook), lang)


def late_bound(workbook: Any) -> Any:
    """The COM object to ask: VBA hands over a bare one, xlwings keeps it as `api`.

    Without pywin32 there are no COM objects, and what is given is asked as it is.
    """
    workbook = getattr(workbook, "api", workbook)
    try:
        from win32com.client import dynamic
    except ImportError:
        return workbook
    return dynamic.Dispatch(workbook)


class ExcelHost:
    """The open workbook in Excel."""

    def __init__(self, workbook: Any) -> None:
        """Take a Workbook. Nothing is asked of it yet."""
        self._given = workbook

    @property
    def book(self) -> Any:
        """The COM object."""
        return late_bound(self._given)

    def read(self) -> Open:
        """A copy by SaveCopyAs: the open workbook keeps its name, path and state."""
        book = self.book
        name = str(book.Name)
        suffix = Path(name).suffix or ".xlsx"
        with TemporaryDirectory(prefix="dti-") as folder:
            path = Path(folder) / f"copy{suffix}"
            book.SaveCopyAs(str(path))
            content = path.read_bytes()
        sheet, cell = self._selection(book)
        return Open(name, content, sheet, cell)

    @staticmethod
    def _selection(book: Any) -> tuple[str, str]:
        """The active cell of the workbook's own window; nothing where a chart is selected."""
        cell = book.Windows(1).ActiveCell if book.Windows.Count else None
        if cell is None:
            return "", ""
        return str(cell.Worksheet.Name), address(int(cell.Row), int(cell.Column))

    def choose_file(self, title: Text) -> File | None:
        """Excel's own box for opening."""
        kinds = f"{say('command.files.books')},{';'.join(BOOKS)}"
        chosen = self.book.Application.GetOpenFilename(kinds, 1, str(title))
        if not isinstance(chosen, str):
            return None
        path = Path(chosen)
        # The file may be open, or lie where a path is an address: its bytes are read at once.
        return Upload(path.name, path.read_bytes())

    def choose_folder(self, title: Text) -> Path | None:
        """Office's own box for folders."""
        box = self.book.Application.FileDialog(_FOLDERS)
        box.Title = str(title)
        return Path(str(box.SelectedItems(1))) if box.Show() else None

    def choose_place(self, name: str, title: Text) -> Path | None:
        """Excel's own box for saving; it asks nothing of a file that is there already."""
        suffix = Path(name).suffix
        kinds = f"{suffix},*{suffix}"
        chosen = self.book.Application.GetSaveAsFilename(name, kinds, 1, str(title))
        return Path(chosen) if isinstance(chosen, str) else None

    def sources(self) -> Iterable[Path]:
        """The open workbook; its address may be no path where it lies in a cloud."""
        full = str(self.book.FullName)
        return () if "://" in full else (Path(full),)

    def apply(self, plan: Plan) -> Iterable[str]:
        """Carry out a plan without its file."""
        book = self.book
        application = book.Application
        before = bool(application.DisplayAlerts), bool(application.ScreenUpdating)
        application.DisplayAlerts = application.ScreenUpdating = False
        try:
            return list(_applied(book, plan))
        finally:
            application.DisplayAlerts, application.ScreenUpdating = before


def _applied(book: Any, plan: Plan) -> Iterator[str]:
    for name in plan.unsheet:
        sheet = book.Worksheets(name)
        if is_ours(sheet.Range("A1").Value2):
            sheet.Delete()
    pages = [_added(book, page) for page in plan.pages]
    for name, work in plan.by_sheet().items():
        sheet = book.Worksheets(name)
        with _opened(sheet) as opened:
            if not opened:
                yield from [name] * len(work)
                continue
            for item in work:
                _one(sheet, item)
    if pages:
        pages[-1].Activate()
    elif plan.select is not None:
        sheet = book.Worksheets(plan.select[0])
        sheet.Activate()
        sheet.Range(plan.select[1]).Select()


def _one(sheet: Any, item: Place | Note | SetFormula | SetCell) -> None:
    if isinstance(item, tuple):
        comment = sheet.Range(item[1]).Comment
        if comment is not None and is_ours(comment.Text()):
            comment.Delete()
        return
    cell = sheet.Range(item.cell)
    if isinstance(item, Note):
        if cell.Comment is None:
            cell.AddComment(item.text)
    elif isinstance(item, SetFormula):
        cell.Formula = f"={item.formula}"
    else:
        cell.Value2 = _plain(item.value)


def _plain(value: Content) -> Content:
    """A value that Excel does not read: a text keeps its letters, be they `=1` or `05/08`."""
    if value == "":
        return None
    return f"'{value}" if isinstance(value, str) else value


@contextmanager
def _opened(sheet: Any) -> Iterator[bool]:
    """A sheet without its protection, which is put back as it was; False where a password is."""
    if not sheet.ProtectContents:
        yield True
        return
    kept = [bool(getattr(sheet.Protection, name)) for name in _ALLOWED]
    drawings, scenarios = bool(sheet.ProtectDrawingObjects), bool(sheet.ProtectScenarios)
    try:
        # An empty password, or Excel asks the official for one.
        sheet.Unprotect("")
    except Exception:
        yield False
        return
    if sheet.ProtectContents:
        yield False
        return
    try:
        yield True
    finally:
        sheet.Protect("", drawings, True, scenarios, False, *kept)


def _added(book: Any, page: Page) -> Any:
    """A sheet of ours, after the last one that is seen."""
    sheet = _new_sheet(book)
    sheet.Name = page.name
    for number, width in enumerate(page.widths, 1):
        sheet.Columns(number).ColumnWidth = width
    columns = max(len(line.cells) for line in page.lines)
    corner = address(len(page.lines), columns)
    area = sheet.Range(f"A1:{corner}")
    area.Value2 = tuple(
        tuple(map(_plain, (*line.cells, *(None,) * (columns - len(line.cells)))))
        for line in page.lines
    )
    area.WrapText, area.VerticalAlignment = True, _TOP
    sheet.Range("A1").WrapText = False
    for number, line in enumerate(page.lines, 1):
        if line.bold:
            sheet.Range(f"{number}:{number}").Font.Bold = True
        if line.target:
            cell = sheet.Range(address(number, line.at + 1))
            sheet.Hyperlinks.Add(cell, "", _target(line.target))
    return sheet


def _new_sheet(book: Any) -> Any:
    """A new sheet. Only «before» can be said by position, and hidden sheets cannot be moved."""
    sheets = book.Worksheets
    count = int(sheets.Count)
    last = next(n for n in range(count, 0, -1) if sheets(n).Visible == _VISIBLE)
    if last < count:
        return sheets.Add(sheets(last + 1))
    before = sheets(last)
    sheet = sheets.Add(before)
    before.Move(sheet)
    return sheet


def _target(target: Place) -> str:
    return f"{quoted(target[0])}!{target[1]}"
