"""`dti conformance`: the language-neutral suite, one answer a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from answers.laws import find_law
from answers.refusal import Unusable, unusable
from answers.sources import unit_of
from reading.typed import read as read_typed
from scoring.assess import assess
from scoring.exact_json import BadJson, read
from scoring.export import assessment_json
from scoring.law import Law
from scoring.numbers import number
from scoring.read_figures import read_inputs
from scoring.submission import UnusableInput
from texts import text


def answers(content: bytes, lang: str = "vi") -> Iterator[str]:
    """Answer every line of a file that is not blank, as a line of JSON."""
    for line in content.removeprefix(b"\xef\xbb\xbf").split(b"\n"):
        if line.strip():
            yield answer_line(line, lang)


def answer_line(line: str | bytes, lang: str = "vi") -> str:
    """Answer one line of the suite as a line of JSON."""
    try:
        case = read(line)
    except BadJson as error:
        why = text("conformance.not-json", why=error.text)
        return json.dumps({"id": None, "error": why.say(lang)}, ensure_ascii=False)
    return json.dumps(answer(case, lang), ensure_ascii=False, default=_plain)


def answer(case: Any, lang: str = "vi") -> dict[str, Any]:
    """Answer one case.

    >>> answer({"id": 1, "table": "HB-2023-XA", "code": "3.4", "inputs": {"a": 34, "b": 80}})
    {'id': 1, 'score': 5, 'findings': []}

    >>> answer({"id": 2, "table": "BTTTT-2024-XA", "values": {"I.1": 62}})["level"]
    0

    A plan with values gives `{"id", "results": {code: judgement}}`. A case that cannot be used
    gives `{"id", "error"}`.
    """
    if not isinstance(case, Mapping):
        return {"id": None, "error": text("conformance.no-object").say(lang)}
    given = {"id": case.get("id")}
    try:
        return given | _answer(case, lang)
    except (Unusable, UnusableInput) as error:
        return given | {"error": error.why.say(lang)}


def _answer(case: Mapping[str, Any], lang: str) -> dict[str, Any]:
    if "text" in case:
        return _read(case["text"])
    if "unit" in case:
        unit = _object(case, "unit")
        law = _law(unit)
        return assessment_json(assess(law, unit_of(unit, law)), lang)
    return _values(case) if "values" in case else _row(case)


def _values(case: Mapping[str, Any]) -> dict[str, Any]:
    """The level of a unit, or the judgement of every target."""
    law = _law(case)
    unit = {"table": law.id, "values": case.get("values"), "name": case.get("name")}
    if law.named_inputs:
        raise unusable("unit.other-kind", table=law.id, wanted="inputs", given="values")
    assessment = assess(law, unit_of(unit, law))
    if assessment.level is not None:
        return {"level": assessment.level, "blocking": list(assessment.blocking)}
    judged = {row.code: row.result for row in assessment.rows}
    return {"results": {code: result.value for code, result in judged.items() if result}}


def _row(case: Mapping[str, Any]) -> dict[str, Any]:
    """The score of one row."""
    law = _law(case)
    code = case.get("code")
    if not law.named_inputs:
        raise unusable("unit.other-kind", table=law.id, wanted="values", given="inputs")
    row = law.by_code.get(code) if isinstance(code, str) else None
    if row is None:
        raise unusable("show.no-indicator", table=law.id, code=str(code))
    outcome = row.outcome(read_inputs(row, _object(case, "inputs", {})))
    codes = dict.fromkeys(item.code for item in outcome.findings)
    return {"score": number(outcome.score), "findings": list(codes)}


def _read(typed: Any) -> dict[str, Any]:
    """What a typed result says."""
    if not isinstance(typed, str):
        raise unusable("conformance.no-text")
    found = read_typed(typed)
    return {
        "kind": found.kind.value,
        "a": number(found.a),
        "b": number(found.b),
        "value": number(found.value),
    }


def _law(given: Mapping[str, Any]) -> Law:
    table_id = given.get("table")
    if not isinstance(table_id, str):
        raise unusable("answer.no-table", table=str(table_id), known=())
    return find_law(table_id)


def _object(given: Mapping[str, Any], key: str, default: Any = None) -> Mapping[str, Any]:
    value = given.get(key, default)
    if not isinstance(value, Mapping):
        raise unusable("unit.object", key=key)
    return value


def _plain(number: Any) -> Any:
    """An id that JSON has no number for is given back in words."""
    return float(number) if isinstance(number, Decimal) and number.is_finite() else str(number)
