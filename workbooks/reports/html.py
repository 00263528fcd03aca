"""Report: reconciliations as one HTML page that prints on A4 and needs nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, Template, select_autoescape

from scoring.findings import Severity
from texts import say, worded
from workbooks.design.names import Key
from workbooks.reconcile import Reconciliation, Totals
from workbooks.reports.kinds import PAGES

_TEMPLATES = Path(__file__).parent


def report_page(results: Sequence[Reconciliation], lang: str = "vi") -> str:
    """The report of one or several files, of any kind of table, as a page in one language."""
    return page_of([result_data(result, lang) for result in results], lang)


def page_of(results: Sequence[Mapping[str, Any]], lang: str = "vi") -> str:
    """The same from what `result_data` gave of each file, in the same language."""

    def t(name: str) -> str:
        return say(f"report.{name}", lang)

    return _template().render(lang=lang, t=t, results=results)


@cache
def _template() -> Template:
    """The page's template, compiled once: a run of many files makes as many pages."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=select_autoescape(), trim_blocks=True
    )
    return environment.get_template("report.html")


def result_data(result: Reconciliation, lang: str) -> dict[str, Any]:
    """What the page shows of one file, as plain data."""
    law, assessment, statement = result.law, result.assessment, result.statement
    weight = (Severity.ERROR, Severity.REFUSAL)
    data: dict[str, Any] = {
        "file": result.file.name,
        "table": law.id if law else "",
        "unit": assessment.name if assessment else "",
        "source": f"{law.title} ({law.place})" if law else "",
        "verdict": result.verdict.value,
        "verdict_text": say(f"verdict.{result.verdict.value}", lang),
        "errors": sum(item.severity in weight for item in result.findings),
        "totals": _four(result.totals, lang) if result.totals != Totals() else [],
        "findings": [
            {
                "code": item.code,
                "severity": item.severity.value,
                "place": item.place,
                "indicator": item.indicator,
                "message": item.message(lang),
            }
            for item in result.findings
        ],
    }
    if law is None or assessment is None or statement is None:
        return data
    words = statement.submission.words
    data |= PAGES[law.kind](assessment, lang)
    data["rows_title"] = say(f"report.rows.{law.kind}", lang)
    data["unread"] = [
        {
            "code": code,
            "cell": "!".join(statement.where(Key("row", code)).values()),
            "words": words.get(code, ""),
            "why": why.say(lang),
        }
        for code, why in statement.unread.items()
    ]
    return data


def _four(totals: Totals, lang: str) -> list[tuple[str, str]]:
    """The four totals that are reconciled."""
    four = (
        ("typed", totals.typed),
        ("sheet", totals.sheet),
        ("recalculated", totals.recalculated),
        ("engine", totals.engine),
    )
    return [(say(f"check.{name}", lang), _figure(value, lang)) for name, value in four]


def _figure(value: Fraction | None, lang: str) -> str:
    return "—" if value is None else worded(value, lang)
