"""Commands over COM against the stand-in: `over_com.py BOOK CELL`; a line of JSON out."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import xlwings
from win32com.client import dynamic
from xlwings import _xlwindows

from xl_addin.excel.com_server import Functions
from xl_addin.hosts.excel import run

HERE = Path(__file__).parent


def state(book: Any) -> dict[str, Any]:
    """What the official sees or has set."""
    return {
        sheet.title: [
            [
                (cell.coordinate, str(cell.value), cell.comment and cell.comment.text)
                for row in sheet.iter_rows()
                for cell in row
            ],
            sorted(dict(sheet.protection).items()),
        ]
        for sheet in book.book
    }


def main() -> None:
    sys.path[:0] = [str(HERE), str(HERE.parent)]  # this Python looks nowhere by itself
    from com_wrap import wrapped
    from fake_excel import Workbook

    book = Workbook(Path(sys.argv[1]))
    sheet, _, cell = sys.argv[2].partition("!")
    book.active = (sheet, cell)
    excel = wrapped(book)
    before = state(book)
    said = {"explain": Functions().Run("explain", excel)}
    said["reconcile"] = Functions().Run("reconcile", excel)
    marked = state(book)
    said["unmark"] = Functions().Run("unmark", excel)
    said["unknown"] = Functions().Run("no-such", excel)
    # As macros of xlwings' own add-in hand a workbook over.
    named = xlwings.Book(impl=_xlwindows.Book(dynamic.Dispatch(excel)))
    said["update"] = run("update", named)
    notes = [cell[2] for sheet in marked.values() for cell in sheet[0] if cell[2]]
    answer = {
        "said": said,
        "notes": notes,
        "sheets": list(marked),
        "same": state(book) == before,
    }
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
