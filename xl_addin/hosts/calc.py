"""LibreOffice Calc as a host: the open document over UNO, inside LibreOffice's own Python."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from answers.sources import File, Upload
from texts import Text, say
from workbooks.engines import plain_formula
from workbooks.files.book import address, place_of
from workbooks.marks import is_ours
from xl_addin.commands.plan import Line, Note, Page, Place, Plan, SetCell, SetFormula
from xl_addin.commands.registry import command_of
from xl_addin.hosts.port import Open, perform

BOOKS = "*.xlsx;*.xlsm;*.xls"
_XLSX = "Calc MS Excel 2007 XML"
_OPEN, _SAVE = 0, 1
"""com.sun.star.ui.dialogs.TemplateDescription."""
_BOLD = 150.0
_TOP = 1  # com.sun.star.table.CellVertJustify2
_LETTER = 210
"""Width of a letter in 1/100 mm, about."""


def run(command: str, context: Any, frame: Any, options: Mapping[str, Any]) -> str:
    """Carry out a command in a window and show what it says, unless `Silent`; gives the words."""
    lang = str(options.get("Lang") or _language(context))
    try:
        said = perform(command, CalcHost(context, frame, options), lang)
    except Exception as error:
        # Nobody reads what a component raises: the box is the only place for it.
        found = command_of(command)
        why = f"{type(error).__name__}: {error}"
        label = found.label(lang) if found else command
        said = say("command.failed", lang, command=label, why=why)
    if not options.get("Silent"):
        _show(context, frame, said, lang)
    return said


def _show(context: Any, frame: Any, said: str, lang: str) -> None:
    from com.sun.star.awt.MessageBoxType import INFOBOX

    toolkit = context.ServiceManager.createInstanceWithContext("com.sun.star.awt.Toolkit", context)
    window = frame.ContainerWindow
    toolkit.createMessageBox(window, INFOBOX, 1, say("excel.title", lang), said).execute()


def _language(context: Any) -> str:
    """The language of the menu: English where LibreOffice speaks it, else Vietnamese."""
    provider = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.configuration.ConfigurationProvider", context
    )
    where = _property("nodepath", "/org.openoffice.Setup/L10N")
    access = "com.sun.star.configuration.ConfigurationAccess"
    locale = provider.createInstanceWithArguments(access, (where,)).getByName("ooLocale")
    return "en" if str(locale).startswith("en") else "vi"


def _property(name: str, value: Any) -> Any:
    from com.sun.star.beans import PropertyValue

    return PropertyValue(name, 0, value, 0)


def _path(url: str) -> Path:
    import uno

    return Path(uno.fileUrlToSystemPath(url))


class CalcHost:
    """The document of a window. `options`: answers to what a command asks; see `run`."""

    def __init__(self, context: Any, frame: Any, options: Mapping[str, Any]) -> None:
        """Take a window. Nothing is asked of it yet."""
        self.context, self.frame, self.options = context, frame, options

    @property
    def document(self) -> Any:
        """The document."""
        return self.frame.Controller.Model

    def read(self) -> Open:
        """A copy as .xlsx, and the means to have it recalculated beside the document."""
        document = self.document
        with TemporaryDirectory(prefix="dti-") as folder:
            path = Path(folder) / "copy.xlsx"
            document.storeToURL(path.as_uri(), (_property("FilterName", _XLSX),))
            content = path.read_bytes()
        name = _path(document.URL).name if document.URL else f"{document.Title}.xlsx"
        sheet, cell = self._selection()
        return Open(name, content, sheet, cell, lambda: self._recalculated(content))

    def _selection(self) -> Place:
        """The first cell that is selected; nothing where something else is."""
        chosen = self.document.CurrentSelection
        areas = getattr(chosen, "RangeAddresses", None) or (getattr(chosen, "RangeAddress", None),)
        area = areas[0]
        if area is None:
            return "", ""
        sheet = self.document.Sheets.getByIndex(area.Sheet)
        return str(sheet.Name), address(area.StartRow + 1, area.StartColumn + 1)

    def _recalculated(self, content: bytes) -> bytes:
        """The copy as Calc computes it; the document itself is not touched."""
        desktop = self.context.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.Desktop", self.context
        )
        with TemporaryDirectory(prefix="dti-") as folder:
            path, after = Path(folder) / "copy.xlsx", Path(folder) / "after.xlsx"
            path.write_bytes(content)
            how = (_property("Hidden", True), _property("ReadOnly", True))
            copy = desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, how)
            try:
                copy.calculateAll()
                copy.storeToURL(after.as_uri(), (_property("FilterName", _XLSX),))
            finally:
                copy.close(True)
            return after.read_bytes()

    def choose_file(self, title: Text) -> File | None:
        """The file that was given, or LibreOffice's own box for opening."""
        given = self.options.get("File") or self._picked(_OPEN, title)
        if not given:
            return None
        path = _path(given)
        return Upload(path.name, path.read_bytes())

    def choose_folder(self, title: Text) -> Path | None:
        """The folder that was given, or LibreOffice's own box for folders."""
        given = self.options.get("Folder")
        if not given and not self.options.get("Silent"):
            picker = self.context.ServiceManager.createInstanceWithContext(
                "com.sun.star.ui.dialogs.FolderPicker", self.context
            )
            picker.setTitle(str(title))
            given = picker.getDirectory() if picker.execute() == 1 else ""
        return _path(given) if given else None

    def choose_place(self, name: str, title: Text) -> Path | None:
        """The place that was given, or LibreOffice's own box for saving."""
        if "Target" in self.options or self.options.get("Silent"):
            given = self.options.get("Target")
        else:
            given = self._picked(_SAVE, title, name)
        return _path(given) if given else None

    def _picked(self, kind: int, title: Text, name: str = "") -> str:
        if self.options.get("Silent"):
            return ""
        picker = self.context.ServiceManager.createInstanceWithArgumentsAndContext(
            "com.sun.star.ui.dialogs.FilePicker", (kind,), self.context
        )
        picker.setTitle(str(title))
        if kind == _OPEN:
            picker.appendFilter(say("command.files.books"), BOOKS)
        if name:
            picker.setDefaultName(name)
        return str(picker.getSelectedFiles()[0]) if picker.execute() == 1 else ""

    def sources(self) -> Iterable[Path]:
        """The document's own file."""
        url = self.document.URL
        return (_path(url),) if url.startswith("file:") else ()

    def apply(self, plan: Plan) -> Iterable[str]:
        """Carry out a plan without its file."""
        document = self.document
        document.lockControllers()
        try:
            locked = list(_applied(document, plan))
        finally:
            document.unlockControllers()
        if plan.select is not None:
            sheet = document.Sheets.getByName(plan.select[0])
            self.frame.Controller.setActiveSheet(sheet)
            self.frame.Controller.select(sheet.getCellRangeByName(plan.select[1]))
        return locked


def _applied(document: Any, plan: Plan) -> Iterator[str]:
    sheets = document.Sheets
    for name in plan.unsheet:
        if is_ours(sheets.getByName(name).getCellByPosition(0, 0).String):
            sheets.removeByName(name)
    for page in plan.pages:
        _added(document, page)
    for name, items in plan.by_sheet().items():
        with _opened(sheets.getByName(name)) as sheet:
            if sheet is None:
                yield from [name] * len(items)
                continue
            for item in items:
                _one(sheet, item)


@contextmanager
def _opened(sheet: Any) -> Iterator[Any]:
    """A sheet without its protection, which comes back with all that it allowed.

    None where a password is.
    """
    if not sheet.isProtected():
        yield sheet
        return
    sheet.unprotect("")
    if sheet.isProtected():
        yield None
        return
    try:
        yield sheet
    finally:
        sheet.protect("")


def _one(sheet: Any, item: Place | Note | SetFormula | SetCell) -> None:
    if isinstance(item, tuple):
        _unnoted(sheet, item[1])
        return
    cell = sheet.getCellRangeByName(item.cell).getCellByPosition(0, 0)
    if isinstance(item, Note):
        if not cell.Annotation.String:
            sheet.Annotations.insertNew(cell.CellAddress, item.text)
    elif isinstance(item, SetFormula):
        # The document's own formula, not the copy's: a copy has `D6` where `D6:D6` stands here,
        # and the blank cell of it would be a zero.
        cell.setFormula(plain_formula(cell.Formula))
    elif isinstance(item.value, str):
        cell.setString(item.value)  # never read as a formula or a number
    else:
        cell.setValue(float(item.value or 0))


def _unnoted(sheet: Any, where: str) -> None:
    row, column = place_of(where)
    notes = sheet.Annotations
    for number in reversed(range(notes.Count)):
        note = notes.getByIndex(number)
        at = note.Position
        if (at.Row + 1, at.Column + 1) == (row, column) and is_ours(note.String):
            notes.removeByIndex(number)


def _added(document: Any, page: Page) -> None:
    """A sheet of ours, after the last one that is seen."""
    sheets = document.Sheets
    seen = [n for n in range(sheets.Count) if sheets.getByIndex(n).IsVisible]
    sheets.insertNewByName(page.name, max(seen) + 1)
    sheet = sheets.getByName(page.name)
    for number, width in enumerate(page.widths):
        sheet.Columns.getByIndex(number).Width = int(width * _LETTER)
    columns = max(len(line.cells) for line in page.lines)
    area = sheet.getCellRangeByPosition(0, 0, columns - 1, len(page.lines) - 1)
    area.setDataArray(tuple(_row(line, columns) for line in page.lines))
    area.IsTextWrapped, area.VertJustify = True, _TOP
    sheet.getCellByPosition(0, 0).IsTextWrapped = False
    for row, line in enumerate(page.lines):
        if line.bold:
            sheet.getCellRangeByPosition(0, row, columns - 1, row).CharWeight = _BOLD
        if line.target:
            _link(document, sheet.getCellByPosition(line.at, row), line.target)


def _row(line: Line, columns: int) -> tuple[Any, ...]:
    """A row as Calc takes it: as long as the others, "" for a blank cell."""
    cells = ["" if content is None else content for content in line.cells]
    return (*cells, *[""] * (columns - len(cells)))


def _link(document: Any, cell: Any, target: Place) -> None:
    """What a cell says leads to another cell."""
    field = document.createInstance("com.sun.star.text.TextField.URL")
    name = target[0].replace("'", "''")
    field.URL, field.Representation = f"#'{name}'.{target[1]}", cell.String
    cell.setString("")
    cell.insertTextContent(cell.createTextCursor(), field, False)
