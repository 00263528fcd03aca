"""Cases: figures and what they must give, in sentences that an official reads, beside each table.

`<table>.cases.yaml` holds three forms: a row with its inputs (`code`), a whole unit (`unit`), and
values of a levels table or a plan (`values`). They are held against the reference engine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from rulesets import files
from rulesets.errors import At, RulesetError
from rulesets.fields import Fields, read_record
from rulesets.laws import Law, load_law
from rulesets.strict_yaml import parse
from scoring.assess import assess
from scoring.assessment import Assessment
from scoring.read_unit import read_submission
from scoring.submission import UnusableInput
from texts import Text, text
from texts.figures import rounded

_DECIMAL = re.compile(r"-?[0-9]{1,18}\.([0-9]{1,18})")


@dataclass(frozen=True, slots=True)
class CaseResult:
    """One case: its sentence, where it stands, and what came out otherwise than expected."""

    table: str
    name: str
    where: str
    line: int
    differences: tuple[Text, ...]

    @property
    def text(self) -> Text:
        """Sentence, file and line, and each difference."""
        place = RulesetError(self.where, self.line, text("case.name", name=self.name)).text
        if not self.differences:
            return place
        return text("case.differs", place=place, differences=self.differences)

    def to_json(self, lang: str = "vi") -> dict[str, Any]:
        """As plain data."""
        return {
            "table": self.table,
            "name": self.name,
            "file": self.where,
            "line": self.line,
            "differences": [difference.say(lang) for difference in self.differences],
        }


def run_cases(table_id: str) -> list[CaseResult]:
    """Run the cases beside a table; none where there is no such file.

    Raises KeyError for an unknown table and RulesetError for a file that is wrong.
    """
    table = files.find(table_id)
    if not table.cases.is_file():
        return []
    law = load_law(table_id)
    where = table.beside(table.cases.name)
    fields = read_record("cases", parse(table.cases, where), At(where))
    base = table_id.partition("@")[0]
    if fields["table"] not in (table_id, base):
        raise fields.error("rules.wrong_table", "table", id=table_id)
    tested = []
    for case in fields["cases"]:
        differences = tuple(_differences(law, case, fields["units"]))
        tested.append(CaseResult(table_id, case["name"], where, case.line, differences))
    return tested


def _differences(law: Law, case: Fields, units: Mapping[str, Any]) -> Iterator[Text]:
    kind = case.record.name
    try:
        if kind == "test.row":
            unit: dict[str, Any] = {"inputs": {case["code"]: case["inputs"]}}
        elif kind == "test.unit":
            unit = dict(case["unit"])
        else:
            if case["from"] and case["from"] not in units:
                raise case.error("rules.no_such_unit", "from", name=case["from"])
            unit = {"values": dict(units.get(case["from"], {})) | case["values"]}
        result = assess(law, read_submission(_figures(unit), law))
    except UnusableInput as error:
        yield text("case.unusable", why=str(error))
        return
    yield from _COMPARED[kind](result, case)


def _figures(value: Any) -> Any:
    """Figures as unit.json has them: `2.5`, which YAML leaves as text, is a number."""
    if isinstance(value, str) and _DECIMAL.fullmatch(value):
        return Decimal(value)
    if isinstance(value, dict):
        return {name: _figures(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_figures(item) for item in value]
    return value


def _row(result: Assessment, case: Fields) -> Iterator[Text]:
    code = case["code"]
    row = next(row for row in result.rows if row.code == code)
    yield from _score(text("case.score"), case.node["score"], case["score"], row.score)
    if case["status"] and str(row.status) != case["status"]:
        yield _other(text("case.status"), case["status"], str(row.status))
    if "findings" in case.given or case["score"] is None:
        got = tuple(dict.fromkeys(item.code for item in row.findings))
        if set(case["findings"]) != set(got):
            yield _other(text("case.findings"), case["findings"] or "—", got or "—")
    if case["explanation"]:
        got_words = row.why(result.law).sentence
        if got_words != case["explanation"]:
            yield _other(text("case.explanation"), case["explanation"], got_words)


def _unit(result: Assessment, case: Fields) -> Iterator[Text]:
    by_code = {row.code: row for row in result.rows}
    for code, expected in case["scores"].items():
        written = case.node["scores"][code]
        got = by_code[code].score if code in by_code else None
        yield from _score(text("case.score_of", code=code), written, expected, got)
    for code, status in case["statuses"].items():
        if code not in by_code or str(by_code[code].status) != status:
            got_status = str(by_code[code].status) if code in by_code else "—"
            yield _other(text("case.status_of", code=code), status, got_status)
    figures = {"total": result.total, "max": result.max_score, "index": result.index}
    for name, figure in figures.items():
        if name in case.given:
            yield from _score(text(f"case.{name}"), case.node[name], case[name], figure)


def _values(result: Assessment, case: Fields) -> Iterator[Text]:
    if result.level is not None:
        if "level" in case.given and result.level != case["level"]:
            yield _other(text("case.level"), str(case["level"]), str(result.level))
        if "blocking" in case.given and set(case["blocking"]) != set(result.blocking):
            yield _other(text("case.blocking"), case["blocking"] or "—", result.blocking or "—")
        reached = {row.code: row.highest for row in result.rows}
        for code, level in case["reached"].items():
            if reached.get(code) != level:
                yield _other(text("case.reached", code=code), str(level), str(reached.get(code)))
    judged = {row.code: str(row.result) for row in result.rows if row.result is not None}
    if judged:
        for code, expected in case["results"].items():
            if judged.get(code) != expected:
                yield _other(text("case.result", code=code), expected, str(judged.get(code)))
    if "findings" in case.given:
        given = set(case["values"])
        got = {item.code for row in result.rows if row.code in given for item in row.findings}
        if set(case["findings"]) != got:
            expected_codes = case["findings"] or "—"
            yield _other(text("case.findings"), expected_codes, tuple(sorted(got)) or "—")


_COMPARED = {"test.row": _row, "test.unit": _unit, "test.values": _values}


def _score(
    what: Text, written: Any, expected: Fraction | None, got: Fraction | None
) -> Iterator[Text]:
    """Whole numbers and fractions are exact; from two decimals on, it is the score as shown."""
    shown = _DECIMAL.fullmatch(written) if isinstance(written, str) else None
    digits = len(shown[1]) if shown else 0
    if expected is None or got is None:
        same = expected is None and got is None
    elif digits >= 2:
        same = Fraction(rounded(got, digits)) == expected
    else:
        same = got == expected
    if not same:
        yield text("case.other", what=what, expected=expected, got=got, digits=4)


def _other(what: Text, expected: Any, got: Any) -> Text:
    return text("case.other", what=what, expected=expected, got=got)
