"""Draft: a workbook as it is being designed, and the finished design.

A kind of table draws its sheets into a draft: texts and numbers as printed, formulas by key, yellow
fields by key, names, and what a page needs. Nothing is written here, and nothing is computed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from scoring.law import Law
from workbooks.design.grid import AS_BUILT, Area, Place, Shifts
from workbooks.design.names import Key

Content = float | str | bool | None
"""What stands in a cell."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula without the leading `=`, at its place."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """How a sheet is printed and shown.

    `widths`: of the columns, in characters; `hidden`: columns that are not shown; `freeze`: the
    first row and column that move; `repeat`: rows printed on every page; `print_area`: the last
    row and column that are printed; `pages_down`: 0 is as many as needed; `state`: "visible",
    "hidden" or "very_hidden"; `free`: what the protection leaves to the official.
    """

    widths: tuple[float, ...] = ()
    hidden: frozenset[int] = frozenset()
    landscape: bool = True
    freeze: tuple[int, int] | None = None
    repeat: tuple[int, int] | None = None
    print_area: tuple[int, int] | None = None
    filter: tuple[int, int, int] | None = None
    """Header row, last row, last column."""
    pages_down: int = 0
    margins: Mapping[str, float] = field(
        default_factory=lambda: {"left": 0.4, "right": 0.4, "top": 0.5, "bottom": 0.6}
    )
    footer: bool = True
    centred: bool = False
    state: str = "visible"
    free: tuple[str, ...] = ("autofilter", "format_columns", "format_rows")
    active: bool = False
    official: bool = False
    """A page to sign (Nghị định 30/2020/NĐ-CP): page numbers on top, the seal below."""


@dataclass
class SheetDraft:
    """One sheet: its page, and what belongs to areas rather than to single cells."""

    name: str
    page: Page
    merges: list[tuple[Area, str]] = field(default_factory=list)
    """Area and style; the content is that of the first cell."""
    heights: dict[int, float] = field(default_factory=dict)
    outline: dict[int, int] = field(default_factory=dict)
    validations: list[tuple[Area, Mapping[str, Any]]] = field(default_factory=list)
    """As XlsxWriter takes them."""
    conditions: list[tuple[Area, Mapping[str, Any], str]] = field(default_factory=list)
    """As XlsxWriter takes them, and the name of the style that they put on."""
    charts: list[tuple[Place, Mapping[str, Any]]] = field(default_factory=list)
    """See `workbooks.sheets.charts`."""
    breaks: list[int] = field(default_factory=list)
    """Rows that begin a printed page."""
    hidden_rows: frozenset[int] = frozenset()
    """Rows that are not shown."""
    links: dict[Place, str] = field(default_factory=dict)
    """Places inside the workbook that a cell leads to."""


@dataclass(frozen=True)
class Design:
    """A finished design: where everything of one table's workbook stands, in one edition.

    `printed`: locked texts and numbers; `formulas`: every formula by key; `fields`: every yellow
    cell by key; `styles`: the look of every cell; `names`: the defined names.
    """

    law: Law
    edition: str
    sheets: tuple[SheetDraft, ...]
    printed: Mapping[Place, Content]
    formulas: Mapping[Key, Formula]
    fields: Mapping[Key, Place]
    styles: Mapping[Place, str]
    names: Mapping[str, Area]

    @cached_property
    def wheres(self) -> Mapping[Key, tuple[str, str]]:
        """Sheet and address of every field and formula, and of the anchor (`row`) of every row."""
        places = {key: (place.sheet, place.address) for key, place in self.fields.items()}
        for key, formula in self.formulas.items():
            places[key] = (formula.place.sheet, formula.place.address)
        for row in self.law.rows:
            for what in ("score", "result", "met", "status"):
                anchor = places.get(Key(what, row.code))
                if anchor is not None:
                    places[Key("row", row.code)] = anchor
                    break
        return places

    def place(self, key: Key) -> Place | None:
        """Where a formula or a field stands."""
        formula = self.formulas.get(key)
        return formula.place if formula is not None else self.fields.get(key)


class Draft:
    """A design that grows. `shifts`: where built rows stand today, for a file that was changed."""

    def __init__(self, law: Law, edition: str, shifts: Shifts = AS_BUILT) -> None:
        self.law, self.edition, self.shifts = law, edition, shifts
        self.sheets: dict[str, SheetDraft] = {}
        self.printed: dict[Place, Content] = {}
        self.formulas: dict[Key, Formula] = {}
        self.fields: dict[Key, Place] = {}
        self.styles: dict[Place, str] = {}
        self.names: dict[str, Area] = {}

    def sheet(self, name: str, page: Page) -> SheetDraft:
        """Begin a sheet; sheets stand in the order in which they are begun."""
        drawn = self.sheets[name] = SheetDraft(self.shifts.sheets.get(name, name), page)
        return drawn

    def at(self, sheet: str, row: int, column: int) -> Place:
        """The place of a built row and column, wherever it stands today."""
        return self.shifts.place(sheet, row, column)

    def text(self, place: Place, content: str, style: str) -> None:
        """A locked text."""
        self.printed[place], self.styles[place] = content, style

    def number(self, place: Place, content: float, style: str) -> None:
        """A locked number."""
        self.printed[place], self.styles[place] = content, style

    def blank(self, place: Place, style: str) -> None:
        """An empty cell with a look."""
        self.styles.setdefault(place, style)

    def formula(self, key: Key, place: Place, text: str, style: str) -> Place:
        """A formula. Raises ValueError for a key that is there already."""
        if key in self.formulas or key in self.fields:
            raise ValueError(key)
        self.formulas[key] = Formula(place, text.removeprefix("="))
        self.styles[place] = style
        return place

    def field(self, key: Key, place: Place, style: str) -> Place:
        """A yellow cell. Raises ValueError for a key that is there already."""
        if key in self.formulas or key in self.fields:
            raise ValueError(key)
        self.fields[key], self.styles[place] = place, style
        return place

    def name(self, name: str, where: Place | Area) -> None:
        """A defined name."""
        self.names[name] = where if isinstance(where, Area) else where.to(where)

    def merge(self, sheet: str, area: Area, style: str) -> None:
        """Join the cells of an area; its first cell holds the content."""
        self.sheets[sheet].merges.append((area, style))

    def validate(self, sheet: str, where: Place | Area, rule: Mapping[str, Any]) -> None:
        """What a yellow cell takes."""
        area = where if isinstance(where, Area) else where.to(where)
        self.sheets[sheet].validations.append((area, rule))

    def finish(self) -> Design:
        """The finished design."""
        return Design(
            law=self.law,
            edition=self.edition,
            sheets=tuple(self.sheets.values()),
            printed=self.printed,
            formulas=self.formulas,
            fields=self.fields,
            styles=self.styles,
            names=self.names,
        )
