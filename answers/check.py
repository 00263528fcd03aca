"""`dti check`: the validator — four totals, and every difference with its cell and cause."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from answers.kinds import kind_of
from answers.refusal import Unusable, unusable
from answers.sources import File, at_path, bytes_of, scan_book
from scoring.export import finding_json
from scoring.findings import Finding, Severity
from scoring.numbers import number
from texts import say
from workbooks.batch.files import BOOKS, BadList, books_of
from workbooks.own.seal import Seal, seal_in
from workbooks.reconcile import Reconciliation, check_file
from workbooks.reports.annotate import annotated, not_possible
from workbooks.reports.html import report_page

_UNUSABLE = 2
_MARKS = {
    Severity.ERROR: "✗",
    Severity.REFUSAL: "✗",
    Severity.WARNING: "!",
    Severity.INFO: "i",
}


@dataclass(frozen=True, slots=True)
class Checked:
    """One or several files that were checked."""

    results: tuple[Reconciliation, ...]

    @property
    def exit_status(self) -> int:
        """That of the worst file: 0 nothing wrong, 1 an error, 2 one could not be used."""
        return max(result.exit_status for result in self.results)

    def to_json(self, lang: str = "vi") -> Any:
        """The contract's `dti check --json`: an object for one file, a list for several."""
        data = [result_json(result, lang) for result in self.results]
        return data[0] if len(data) == 1 else data

    def words(self, lang: str = "vi") -> str:
        """The same in words."""
        return "\n\n".join(result_words(result, lang) for result in self.results)

    def report(self, lang: str = "vi") -> bytes:
        """An HTML page that prints on A4 and needs nothing else."""
        return report_page(self.results, lang).encode("utf-8")


def check(files: Iterable[File], deep: bool = False) -> Checked:
    """Check workbooks; never raises for what is wrong with one of them.

    `deep`: recalculate with a second engine, too. Raises Unusable where there is no file at all.
    """
    results = tuple(_checked(file, deep) for file in files)
    if not results:
        raise unusable("check.no-books", known=BOOKS)
    return Checked(results)


def annotate(file: File, result: Reconciliation, lang: str = "vi") -> bytes:
    """A copy of a checked file with a note at each finding's cell. Raises Unusable."""
    why = not_possible(Path(file.name).suffix)
    if why is not None:
        raise Unusable(why)
    if result.exit_status == _UNUSABLE:
        raise unusable("annotate.unreadable", file=file.name)
    # The marks of an earlier run, which a check leaves out, are to be seen here.
    return annotated(bytes_of(file), scan_book(file), result, lang)


def books_in(paths: Iterable[Path]) -> list[Path]:
    """The workbooks of files, folders, patterns and lists. Raises Unusable where there is none."""
    try:
        found = list(books_of(paths))
    except BadList as error:
        raise Unusable(error.why) from error
    if not found:
        raise unusable("check.no-books", known=BOOKS)
    return found


def _checked(file: File, deep: bool) -> Reconciliation:
    with at_path(file) as path:
        return replace(check_file(path, deep), file=Path(file.name))


def result_json(result: Reconciliation, lang: str = "vi") -> dict[str, Any]:
    """One file's result as the contract has it."""
    totals = result.totals
    more: dict[str, Any] = {}
    if result.assessment is not None:
        more = kind_of(result.assessment.law).check_json(result, result.assessment)
    return {
        "file": result.file.name,
        "table": result.law.id if result.law else None,
        "verdict": result.verdict.value,
        "totals": {
            "typed": number(totals.typed),
            "sheet": number(totals.sheet),
            "recalculated": number(totals.recalculated),
            "engine": number(totals.engine),
        },
        **more,
        "seal": _seal_json(result),
        "findings": [finding_json(item, lang) for item in result.findings],
    }


def result_words(result: Reconciliation, lang: str = "vi") -> str:
    """One file's result in words."""
    verdict = say(f"verdict.{result.verdict.value}", lang)
    lines = [f"{result.file.name}: {verdict}" + (f" ({result.law.id})" if result.law else "")]
    if result.assessment is not None:
        lines += kind_of(result.assessment.law).check_lines(result, result.assessment, lang)
    seal = _seal(result)
    if seal is not None:
        sealed = say(f"seal.{seal.state}", lang, seal=seal.stored, now=seal.now)
        lines.append(f"  i {sealed}")
    lines += [_line(item, lang) for item in result.findings if item.code != "input-missing"]
    waiting = [item.indicator for item in result.findings if item.code == "input-missing"]
    if waiting:
        codes = tuple(dict.fromkeys(waiting))
        lines.append(f"  ! input-missing: {say('check.missing-in', lang, codes=codes)}")
    return "\n".join(lines)


def _seal(result: Reconciliation) -> Seal | None:
    """The seal of a workbook of ours that was ever sealed."""
    seal = None if result.statement is None else seal_in(result.statement)
    return seal if seal is not None and seal.stored else None


def _seal_json(result: Reconciliation) -> dict[str, Any] | None:
    seal = _seal(result)
    if seal is None:
        return None
    return {"stored": seal.stored, "now": seal.now, "same": seal.stored == seal.now}


def _line(item: Finding, lang: str) -> str:
    place = f"{item.place} " if item.place else ""
    code = f"[{item.indicator}] " if item.indicator else ""
    return f"  {_MARKS[item.severity]} {item.code}: {place}{code}{item.message(lang)}"
