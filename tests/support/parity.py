"""Parity: a design loaded once into an engine that is not ours, and whole units typed into it.

One way for every kind of table, edition and engine: the yellow cells take what an official would
type, every formula is read back, and each must show what our engine says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from scoring.assess import assess
from scoring.submission import Submission
from udfs import FUNCTIONS
from workbooks.design.book import first_values
from workbooks.design.contents import contents_of
from workbooks.design.draft import Content, Design
from workbooks.design.grid import Place
from workbooks.design.names import Key
from workbooks.engines.formualizer_engine import served


class Surface(Protocol):
    """A program that holds the workbook of one table open."""

    design: Design

    def type(self, contents: Mapping[Key, Content]) -> None:
        """Fill the yellow cells; those without content become blank."""

    def values(self) -> Mapping[Key, Any]:
        """What every formula shows."""


class Formualizer:
    """The workbook in formualizer."""

    def __init__(self, design: Design) -> None:
        import formualizer

        self.design = design
        self.book: Any = formualizer.Workbook()
        for function in FUNCTIONS:
            self.book.register_function(function.name, served(function.name), min_args=0)
        for sheet in design.sheets:
            self.book.add_sheet(sheet.name)
        for place, content in design.printed.items():
            if content not in (None, ""):
                self.book.set_value(*place.target, content)
        for formula in design.formulas.values():
            self.book.set_formula(*formula.place.target, f"={formula.text}")

    def type(self, contents: Mapping[Key, Content]) -> None:
        for key, place in self.design.fields.items():
            self.book.set_value(*place.target, contents.get(key))

    def values(self) -> Mapping[Key, Any]:
        targets = [formula.place.target for formula in self.design.formulas.values()]
        return dict(zip(self.design.formulas, self.book.evaluate_cells(targets), strict=True))


class IronCalc:
    """The workbook in IronCalc, which knows no functions of ours."""

    def __init__(self, design: Design) -> None:
        import ironcalc

        self.design = design
        self.model: Any = ironcalc.create("parity", "en", "UTC", "en")
        self.sheets = {sheet.name: number for number, sheet in enumerate(design.sheets)}
        for _ in list(self.sheets)[1:]:
            self.model.new_sheet()
        for name, number in self.sheets.items():
            self.model.rename_sheet(number, name)
        for place, content in design.printed.items():
            self._put(place, content)
        for formula in design.formulas.values():
            self.model.set_user_input(*self._at(formula.place), f"={formula.text}")

    def type(self, contents: Mapping[Key, Content]) -> None:
        for key, place in self.design.fields.items():
            self._put(place, contents.get(key))
        self.model.evaluate()

    def values(self) -> Mapping[Key, Any]:
        return {
            key: self.model.get_cell_value(*self._at(formula.place))
            for key, formula in self.design.formulas.items()
        }

    def _at(self, place: Place) -> tuple[int, int, int]:
        return (self.sheets[place.sheet], place.row + 1, place.column + 1)

    def _put(self, place: Place, content: Content) -> None:
        at = self._at(place)
        if content is None or content == "":
            self.model.clear_cell_contents(*at)
        elif isinstance(content, bool):
            self.model.update_cell_with_bool(*at, content)
        elif isinstance(content, str):
            self.model.update_cell_with_text(*at, content)
        else:
            self.model.update_cell_with_number(*at, content)


def differences(surface: Surface, submission: Submission) -> Iterator[str]:
    """Type one unit and say where the surface shows otherwise than our engine."""
    design = surface.design
    surface.type(contents_of(design, submission))
    expected = first_values(design, assess(design.law, submission))
    for key, got in surface.values().items():
        ours, theirs = plain(expected[key]), plain(got)
        if not same(ours, theirs):
            where = design.formulas[key].place.elsewhere
            yield f"{design.law.id} {design.edition} {tuple(key)} {where}: {ours!r} ≠ {theirs!r}"


def same(ours: Any, theirs: Any) -> bool:
    """Equal, numbers to nine digits behind the comma."""
    if isinstance(ours, float) and isinstance(theirs, float):
        return abs(ours - theirs) <= 1e-9 * max(1.0, abs(ours))
    return bool(ours == theirs)


def plain(value: Any) -> Any:
    """A number, a text, or "#ERROR"."""
    if value is None or value == "":
        return ""
    if isinstance(value, dict) or (isinstance(value, str) and value.startswith("#")):
        return "#ERROR"
    return value if isinstance(value, str) else float(value)
