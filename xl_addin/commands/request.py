"""Request: what a command is given — a copy of the open workbook and where the official stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from answers.refusal import in_file
from answers.sources import File, Source, Upload, message_of, scan_book
from texts import text
from workbooks.design.draft import Design
from workbooks.engines import Engine, recalculate
from workbooks.engines.host import host_engine
from workbooks.files.book import Book
from workbooks.marks import without_marks
from workbooks.own.identity import LayoutUnknown
from workbooks.own.read import is_own, read_own
from workbooks.reconcile import Reconciliation, check_book, read_statement
from workbooks.statement import Statement


@dataclass(frozen=True)
class Request:
    """The open workbook. `content`: the bytes of a copy, with what is not saved yet.

    `sheet`, `cell`: what is selected; `other`, `folder`: what the official chose, where the command
    asks for it; `recalculated` gives a copy in which the host's own program has computed every
    formula anew, where the host can do that.
    """

    name: str
    content: bytes
    sheet: str = ""
    cell: str = ""
    other: File | None = None
    folder: Path | None = None
    recalculated: Callable[[], bytes] | None = None
    lang: str = "vi"

    @property
    def file(self) -> Upload:
        """The copy, as the verbs take it."""
        return Upload(self.name, self.content)

    @cached_property
    def marked(self) -> Book:
        """The workbook with our marks. Raises Unusable for one that cannot be read."""
        return scan_book(self.file)

    @cached_property
    def book(self) -> Book:
        """The workbook as the official wrote it."""
        return replace(without_marks(self.marked), path=Path(self.name))

    @cached_property
    def own(self) -> bool:
        """Whether it is an official workbook of ours."""
        return is_own(self.book)

    @cached_property
    def statement(self) -> Statement:
        """What it states, ours or foreign. Raises Unusable where no table is recognised."""
        try:
            return read_statement(self.book)
        except LayoutUnknown as error:
            raise in_file(self.name, message_of(error.finding)) from error

    @cached_property
    def source(self) -> Source:
        """The same for the verbs."""
        statement = self.statement
        return Source(self.name, statement.law, statement.submission, statement)

    @cached_property
    def checked(self) -> Reconciliation:
        """The result of the check; never raises for what stands in the workbook."""
        return check_book(self.book, engine=self._engine)

    @property
    def _engine(self) -> Engine:
        if self.recalculated is None:
            return recalculate
        return host_engine(scan_book(Upload(self.name, self.recalculated())))

    def to_fill(self) -> tuple[Statement, Design]:
        """An official workbook of ours, to be written into. Raises Unusable for another one."""
        if not self.own:
            raise in_file(self.name, text("command.not-ours"))
        try:
            statement = read_own(self.book)
        except LayoutUnknown as error:
            raise in_file(self.name, message_of(error.finding)) from error
        assert statement.design is not None
        return statement, statement.design
