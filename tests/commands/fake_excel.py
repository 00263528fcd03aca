"""A small stand-in for Excel's object model around an openpyxl workbook, for the host's tests.

It has what the host asks and no more, takes arguments by position, and refuses what Excel refuses:
anything on a protected sheet, a second note, moving a hidden sheet.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.comments import Comment as Note
from openpyxl.utils import get_column_letter

ALLOWED = {
    "AllowFormattingCells": "formatCells",
    "AllowFormattingColumns": "formatColumns",
    "AllowFormattingRows": "formatRows",
    "AllowInsertingColumns": "insertColumns",
    "AllowInsertingRows": "insertRows",
    "AllowInsertingHyperlinks": "insertHyperlinks",
    "AllowDeletingColumns": "deleteColumns",
    "AllowDeletingRows": "deleteRows",
    "AllowSorting": "sort",
    "AllowFiltering": "autoFilter",
    "AllowUsingPivotTables": "pivotTables",
}


class Refused(Exception):
    """What pywin32 raises as com_error."""


class Application:
    def __init__(self) -> None:
        self.DisplayAlerts = self.ScreenUpdating = True
        self.opens: str | bool = False
        self.saves: str | bool = False
        self.folder = ""

    def GetOpenFilename(self, kinds: str, index: int, title: str) -> str | bool:  # noqa: N802
        return self.opens

    def GetSaveAsFilename(self, name: str, kinds: str, index: int, title: str) -> str | bool:  # noqa: N802
        return self.saves

    def FileDialog(self, kind: int) -> Any:  # noqa: N802
        assert kind == 4, "folders"
        return FolderBox(self.folder)


class FolderBox:
    Title = ""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def Show(self) -> int:  # noqa: N802
        return -1 if self.folder else 0

    def SelectedItems(self, number: int) -> str:  # noqa: N802
        return self.folder


class Workbook:
    def __init__(self, path: Path, password: str = "") -> None:
        self.path, self.password = path, password
        self.book = openpyxl.load_workbook(path)
        self.Application = Application()
        self.Name, self.FullName = path.name, str(path)
        self.Worksheets = Sheets(self)
        self.active: tuple[str, str] | None = None
        self.log: list[str] = []

    @property
    def Windows(self) -> Any:  # noqa: N802
        return Windows(self)

    def SaveCopyAs(self, path: str) -> None:  # noqa: N802
        self.book.save(path)


class Windows:
    def __init__(self, book: Workbook) -> None:
        self.book, self.Count = book, 1 if book.active else 0

    def __call__(self, number: int) -> Any:
        assert self.book.active is not None
        sheet, cell = self.book.active
        window = type("Window", (), {})()
        window.ActiveCell = Cells(self.book.Worksheets(sheet), cell)
        return window


class Sheets:
    def __init__(self, book: Workbook) -> None:
        self.book = book

    @property
    def Count(self) -> int:  # noqa: N802
        return len(self.book.book.sheetnames)

    def __call__(self, key: str | int) -> Sheet:
        name = key if isinstance(key, str) else self.book.book.sheetnames[key - 1]
        return Sheet(self.book, self.book.book[name])

    def Add(self, before: Sheet) -> Sheet:  # noqa: N802
        place = self.book.book.index(before.sheet)
        return Sheet(self.book, self.book.book.create_sheet(index=place))


class Protection:
    def __init__(self, sheet: Any) -> None:
        for name, attribute in ALLOWED.items():
            setattr(self, name, not getattr(sheet.protection, attribute))


class Sheet:
    def __init__(self, book: Workbook, sheet: Any) -> None:
        self.book, self.sheet = book, sheet
        self.Protection = Protection(sheet)
        self.Hyperlinks = self

    Name = property(
        lambda self: self.sheet.title, lambda self, name: setattr(self.sheet, "title", name)
    )
    Visible = property(lambda self: {"visible": -1, "hidden": 0}.get(self.sheet.sheet_state, 2))
    ProtectContents = property(lambda self: bool(self.sheet.protection.sheet))
    ProtectDrawingObjects = property(lambda self: bool(self.sheet.protection.objects))
    ProtectScenarios = property(lambda self: bool(self.sheet.protection.scenarios))

    def Unprotect(self, password: str) -> None:  # noqa: N802
        if password != self.book.password:
            raise Refused("wrong password")
        self.book.log.append(f"unprotect {self.sheet.title}")
        self.sheet.protection.sheet = False

    def Protect(  # noqa: N802
        self,
        password: str,
        drawings: bool,
        contents: bool,
        scenarios: bool,
        ui: bool,
        *allowed: bool,
    ) -> None:
        assert len(allowed) == len(ALLOWED)
        protection = self.sheet.protection
        protection.sheet, protection.objects, protection.scenarios = contents, drawings, scenarios
        for attribute, value in zip(ALLOWED.values(), allowed, strict=True):
            setattr(protection, attribute, not value)

    def Delete(self) -> None:  # noqa: N802
        assert not self.book.Application.DisplayAlerts, "Excel would ask"
        if self.book.active and self.book.active[0] == self.sheet.title:
            self.book.active = (self.book.book.sheetnames[0], "A1")
        self.book.book.remove(self.sheet)

    def Move(self, before: Sheet) -> None:  # noqa: N802
        if self.Visible != -1:
            raise Refused("a hidden sheet")
        book = self.book.book
        book.move_sheet(self.sheet, book.index(before.sheet) - book.index(self.sheet) - 1)

    def Activate(self) -> None:  # noqa: N802
        self.book.active = (self.sheet.title, "A1")

    def Range(self, where: str) -> Cells:  # noqa: N802
        return Cells(self, where)

    def Columns(self, number: int) -> Any:  # noqa: N802
        return type("Column", (), {})()

    def Add(self, anchor: Cells, address: str, target: str) -> None:  # noqa: N802
        from openpyxl.worksheet.hyperlink import Hyperlink

        where = anchor.cell.coordinate
        anchor.cell.hyperlink = Hyperlink(ref=where, location=target)


class Font:
    Bold = False


class Cells:
    def __init__(self, sheet: Sheet, where: str) -> None:
        self.Worksheet, self.where = sheet, where
        self.Font = Font()
        self.WrapText: object = None
        self.VerticalAlignment: object = None

    @property
    def cell(self) -> Any:
        return self.Worksheet.sheet[self.where.partition(":")[0]]

    Row = property(lambda self: self.cell.row)
    Column = property(lambda self: self.cell.column)

    def _writing(self) -> None:
        if self.Worksheet.ProtectContents:
            raise Refused("The sheet is protected")

    @property
    def Comment(self) -> Any:  # noqa: N802
        return Comment(self) if self.cell.comment else None

    def AddComment(self, text: str) -> None:  # noqa: N802
        self._writing()
        if self.cell.comment:
            raise Refused("There is a note already")
        self.cell.comment = Note(text, "Excel")

    def Select(self) -> None:  # noqa: N802
        self.Worksheet.book.active = (self.Worksheet.Name, self.where)

    def _formula(self, text: str) -> None:
        self._writing()
        self.cell.value = text

    Formula = property(lambda self: self.cell.value, _formula)

    def _value(self, value: Any) -> None:
        self._writing()
        rows = value if isinstance(value, tuple) else ((value,),)
        first = self.cell
        for i, row in enumerate(rows):
            for j, one in enumerate(row):
                letters = get_column_letter(first.column + j)
                put(self.Worksheet.sheet[f"{letters}{first.row + i}"], one)

    Value2 = property(lambda self: self.cell.value, _value)


def put(cell: Any, value: Any) -> None:
    """What Excel makes of a value: a text is read like typing, but for one with an apostrophe."""
    if isinstance(value, str):
        assert value.startswith("'"), f"Excel would read {value!r}"
        cell.value = value[1:]
        cell.data_type = "s"
        return
    cell.value = value


class Comment:
    def __init__(self, cells: Cells) -> None:
        self.cells = cells

    def Text(self) -> str:  # noqa: N802
        return str(self.cells.cell.comment.text)

    def Delete(self) -> None:  # noqa: N802
        self.cells._writing()
        self.cells.cell.comment = None
