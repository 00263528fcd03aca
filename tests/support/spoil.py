"""Spoil: a built workbook changed in its XML, the way a person or a program would leave it.

The parts are read once, changed in memory and written back by `save`. Nothing here goes through
openpyxl, which would drop the stored values that the checks look at.
"""

from __future__ import annotations

import re
import zipfile
from functools import cached_property
from pathlib import Path
from typing import Any

from lxml import etree

from rulesets.laws import load_law
from scoring.numbers import Rational
from workbooks.design.book import design_of
from workbooks.design.draft import Design
from workbooks.design.grid import quoted
from workbooks.design.names import MAP, SCORING, Key
from workbooks.engines import recalculate
from workbooks.files.book import place_of
from workbooks.files.scan import scan

Where = str | Key
"""A cell: an address of the given sheet, a defined name, or what stands there as built."""

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_REFERENCE = re.compile(
    r"""("(?:[^"]|"")*")"""  # a text
    r"""|((?:'[^']+'|[A-Za-z_]\w*)!)?"""  # a sheet
    r"""(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)(?![\w(])"""
)


_WITH_REFERENCES = tuple(
    f"{MAIN}{tag}" for tag in ("f", "formula1", "formula2", "formula", "definedName")
)


class Patch:
    """The parts of a workbook, and the changes made to them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with zipfile.ZipFile(path) as archive:
            self.parts: dict[str, Any] = {name: archive.read(name) for name in archive.namelist()}
        self.workbook = self._tree("xl/workbook.xml")
        targets = {
            node.get("Id"): f"xl/{node.get('Target')}"
            for node in self._tree("xl/_rels/workbook.xml.rels")
        }
        self.sheets = {
            node.get("name"): self._tree(targets[node.get(RELATION)])
            for node in self.workbook.iter(f"{MAIN}sheet")
        }

    def _tree(self, part: str) -> Any:
        if isinstance(self.parts[part], bytes):
            self.parts[part] = etree.fromstring(self.parts[part])
        return self.parts[part]

    # --- cells --------------------------------------------------------------------------------

    def cell(self, where: Where, sheet: str = SCORING) -> Any:
        """The element of a cell. Raises KeyError if there is none."""
        sheet, address = self.place(where, sheet)
        for node in self.sheets[sheet].iter(f"{MAIN}c"):
            if node.get("r") == address:
                return node
        raise KeyError(address)

    def place(self, where: Where, sheet: str = SCORING) -> tuple[str, str]:
        """Sheet and address of a cell."""
        if isinstance(where, Key):
            place = self.design.place(where)
            if place is None:
                raise KeyError(where)
            return place.sheet, place.address
        return self.named(where) if where.startswith("dti_") else (sheet, where)

    def address(self, where: Where) -> str:
        """The address of a cell on its own sheet."""
        return self.place(where)[1]

    @cached_property
    def design(self) -> Design:
        """Where everything stood as built."""
        table, edition = (self._map_line(row) for row in (2, 3))
        return design_of(load_law(table), edition)

    def _map_line(self, row: int) -> str:
        node = self.cell(f"B{row}", MAP)
        number = int(node.findtext(f"{MAIN}v"))
        return "".join(self._tree("xl/sharedStrings.xml")[number].itertext())

    def named(self, name: str) -> tuple[str, str]:
        """Sheet and address of a defined name."""
        for node in self.workbook.iter(f"{MAIN}definedName"):
            if node.get("name") == name:
                sheet, _, area = node.text.replace("$", "").rpartition("!")
                return sheet.strip("'"), area
        raise KeyError(name)

    def number(self, where: Where, value: float, sheet: str = SCORING) -> Patch:
        """Type a number over whatever stands in the cell."""
        _fill(self.cell(where, sheet), value)
        return self

    def text(self, where: Where, value: str, sheet: str = SCORING) -> Patch:
        """Type a text over whatever stands in the cell."""
        node = self.cell(where, sheet)
        _fill(node, "")
        node.set("t", "inlineStr")
        node.remove(node.find(f"{MAIN}v"))
        etree.SubElement(etree.SubElement(node, f"{MAIN}is"), f"{MAIN}t").text = value
        return self

    def error(self, where: Where, value: str = "#DIV/0!", sheet: str = SCORING) -> Patch:
        """Put an error value into the cell."""
        _fill(self.cell(where, sheet), value)
        return self

    def clear(self, where: Where, sheet: str = SCORING) -> Patch:
        """Empty the cell."""
        node = self.cell(where, sheet)
        node.attrib.pop("t", None)
        for child in list(node):
            node.remove(child)
        return self

    def formula(self, where: Where, formula: str, value: Any, sheet: str = SCORING) -> Patch:
        """Put a formula without `=` into the cell, with the value stored for it."""
        node = self.cell(where, sheet)
        _fill(node, value)
        written = etree.Element(f"{MAIN}f")
        written.text = formula
        node.insert(0, written)
        return self

    def stored(self, where: Where, value: Any, sheet: str = SCORING) -> Patch:
        """Change only the value stored for a formula."""
        held = self.cell(where, sheet).find(f"{MAIN}f")
        assert held is not None, f"{where} holds no formula"
        self.formula(where, held.text, value, sheet)
        return self

    def held(self, where: Where, sheet: str = SCORING) -> str:
        """The formula of the cell."""
        return str(self.cell(where, sheet).findtext(f"{MAIN}f"))

    def date(self, where: Where, serial: int, sheet: str = SCORING) -> Patch:
        """What Excel makes of a typed 08/08: a serial number in a date format."""
        self.number(where, serial, sheet)
        formats = self._tree("xl/styles.xml").find(f"{MAIN}cellXfs")
        etree.SubElement(formats, f"{MAIN}xf", numFmtId="14", applyNumberFormat="1")
        self.cell(where, sheet).set("s", str(len(formats) - 1))
        return self

    # --- rows, names, parts -------------------------------------------------------------------

    def rename_sheet(self, old: str, new: str) -> Patch:
        """Rename a sheet the way a spreadsheet program does: formulas and names follow."""
        was, now = quoted(old), quoted(new)
        for tree in (*self.sheets.values(), self.workbook):
            for node in tree.iter():
                if node.tag in _WITH_REFERENCES and node.text:
                    node.text = node.text.replace(f"{was}!", f"{now}!")
        for node in self.workbook.iter(f"{MAIN}sheet"):
            if node.get("name") == old:
                node.set("name", new)
        self.sheets[new] = self.sheets.pop(old)
        return self

    def hide_row(self, row: int | Key, sheet: str = SCORING) -> Patch:
        """Hide a row, or the row in which something stands."""
        if isinstance(row, Key):
            sheet, address = self.place(row)
            row = place_of(address)[0]
        for node in self.sheets[sheet].iter(f"{MAIN}row"):
            if node.get("r") == str(row):
                node.set("hidden", "1")
        return self

    def unname(self, name: str) -> Patch:
        """Delete a defined name."""
        names = self.workbook.find(f"{MAIN}definedNames")
        found = [node for node in names if node.get("name") == name]
        assert found, f"no name {name}"
        names.remove(found[0])
        return self

    def drop_stored_values(self) -> Patch:
        """Leave every formula without a value, as openpyxl does when it saves."""
        for sheet in self.sheets.values():
            for node in sheet.iter(f"{MAIN}c"):
                if node.find(f"{MAIN}f") is not None:
                    node.attrib.pop("t", None)
                    node.remove(node.find(f"{MAIN}v"))
        return self

    def add(self, part: str, content: bytes, kind: str = "", target: str = "") -> Patch:
        """Add a part; with `kind` and `target`, related to the workbook."""
        self.parts[part] = content
        if kind:
            relations = self._tree("xl/_rels/workbook.xml.rels")
            etree.SubElement(
                relations,
                f"{{{PACKAGE}}}Relationship",
                Id=f"rIdX{len(relations)}",
                Type=f"{OFFICE}/{kind}",
                Target=target,
            )
        return self

    def insert_rows(self, at: int, count: int, sheet: str = SCORING) -> Patch:
        """Insert rows above row `at` the way a spreadsheet program does: everything follows."""

        def moved(text: str, own: str) -> str:
            return move_references(text, at, count, own=own, sheet=sheet)

        for name, tree in self.sheets.items():
            for node in tree.iter(f"{MAIN}f", f"{MAIN}formula1", f"{MAIN}formula2"):
                node.text = moved(node.text, name) if node.text else node.text
        for node in self.workbook.iter(f"{MAIN}definedName"):
            node.text = moved(node.text, "")
        tree = self.sheets[sheet]
        for node in tree.iter(f"{MAIN}row", f"{MAIN}c"):
            place = node.get("r")
            node.set("r", moved(place, sheet) if place.isalnum() and not place.isdigit() else place)
            if place.isdigit() and int(place) >= at:
                node.set("r", str(int(place) + count))
        for tag, key in (("mergeCell", "ref"), ("dataValidation", "sqref"), ("autoFilter", "ref")):
            for node in tree.iter(f"{MAIN}{tag}"):
                node.set(key, moved(node.get(key), sheet))
        return self

    # --- out ----------------------------------------------------------------------------------

    def save(self, path: Path | None = None) -> Path:
        """Write the workbook, over itself or elsewhere."""
        target = path or self.path
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.parts.items():
                plain = content if isinstance(content, bytes) else etree.tostring(content)
                archive.writestr(name, plain)
        return target

    def settle(self) -> None:
        """Store what every formula now gives, as a spreadsheet program does before it saves."""
        book = scan(self.save())
        targets = [
            (sheet.name, *place)
            for sheet in book.sheets
            for place, cell in sheet.cells.items()
            if cell.formula
        ]
        for (name, row, column), value in recalculate(book, targets).items():
            cell = book.sheet(name).cells[row, column]
            self.stored(cell.address, "" if value is None else value, name)


def _fill(node: Any, value: Rational | float | str) -> None:
    for child in list(node):
        node.remove(child)
    node.attrib.pop("t", None)
    held = etree.SubElement(node, f"{MAIN}v")
    if isinstance(value, str):
        node.set("t", "e" if value.startswith("#") else "str")
        held.text = value
    else:
        held.text = repr(float(value))


def move_references(text: str, at: int, count: int, *, own: str, sheet: str) -> str:
    """A formula of the sheet `own` after `count` rows were inserted above row `at` of `sheet`.

    >>> move_references("SUM(F8:F9)+'S'!A9&\\"F9\\"", 9, 2, own="T", sheet="S")
    'SUM(F8:F9)+\\'S\\'!A11&"F9"'
    """

    def move(match: re.Match[str]) -> str:
        quoted, qualifier, area = match.groups()
        if quoted:
            return str(quoted)
        if (qualifier or f"{own}!").strip("!").strip("'") != sheet:
            return match.group(0)
        return (qualifier or "") + re.sub(r"\d+", shift, area)

    def shift(row: re.Match[str]) -> str:
        number = int(row.group(0))
        return str(number + count if number >= at else number)

    return _REFERENCE.sub(move, text)
