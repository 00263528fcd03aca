"""`dti conformance CASES.jsonl`: the language-neutral suite, one answer a line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from cli.data import check_file_there, parse_json
from reading.typed import read
from rulesets.levels import load_levels
from rulesets.loader import kind_of, load
from rulesets.plan import load_plan
from scoring.assess import assess
from scoring.export import assessment_json, levels_json, number, plan_json
from scoring.levels import LevelAssessment, assess_levels
from scoring.submission import UnusableInput, read_inputs, read_submission
from scoring.targets import PlanAssessment, assess_plan


def answer(case: Any) -> dict[str, Any]:
    """Answer one case.

    >>> answer({"id": 1, "table": "HB-2023-XA", "code": "3.4", "inputs": {"a": 34, "b": 80}})
    {'id': 1, 'score': 5, 'findings': []}

    >>> answer({"id": 2, "table": "BTTTT-2024-XA", "values": {"I.1": 62}})["level"]
    0

    A plan with values gives `{"id", "results": {code: judgement}}`. A case that cannot be used
    gives `{"id", "error"}`.
    """
    if not isinstance(case, Mapping):
        return {"id": None, "error": "mỗi dòng phải là một đối tượng JSON"}
    given = {"id": case.get("id")}
    try:
        if "text" in case:
            return given | _read(case["text"])
        if "unit" in case:
            unit = case["unit"]
            _need(isinstance(unit, Mapping), "«unit» phải là một đối tượng")
            return given | _unit(unit)
        return given | (_values(case) if "values" in case else _row(case))
    except (UnusableInput, KeyError, TypeError, ValueError, AttributeError) as error:
        return given | {"error": _reason(error)}


def _unit(unit: Mapping[str, Any]) -> dict[str, Any]:
    if _kind(unit.get("table")) == "scored":
        table = load(unit["table"])
        return assessment_json(assess(table, read_submission(unit, table)))
    _need(not unit.get("inputs"), f"Bảng {unit['table']} nhận «values», không nhận «inputs».")
    assessment = _by_values(unit)
    if isinstance(assessment, LevelAssessment):
        return levels_json(assessment)
    return plan_json(assessment)


def _values(case: Mapping[str, Any]) -> dict[str, Any]:
    assessment = _by_values(case)
    if isinstance(assessment, LevelAssessment):
        return {"level": assessment.level, "blocking": list(assessment.blocking)}
    return {"results": {row.target.code: row.result for row in assessment.rows}}


def _by_values(given: Mapping[str, Any]) -> LevelAssessment | PlanAssessment:
    table_id = given.get("table")
    values = given.get("values")
    values = {} if values is None else values
    _need(isinstance(values, Mapping), "«values» phải là một đối tượng: mã → giá trị")
    kind = _kind(table_id)
    _need(kind != "scored", f"Bảng {table_id} nhận «inputs», không nhận «values».")
    if kind == "levels":
        return assess_levels(load_levels(str(table_id)), values, str(given.get("name") or ""))
    return assess_plan(load_plan(str(table_id)), values, str(given.get("name") or ""))


def _row(case: Mapping[str, Any]) -> dict[str, Any]:
    table_id = case.get("table")
    kind = _kind(table_id)
    _need(kind == "scored", f"Bảng {table_id} nhận «values», không nhận «code» và «inputs».")
    table = load(str(table_id))
    code = case.get("code")
    indicator = table.by_code.get(code) if isinstance(code, str) else None
    if indicator is None:
        raise UnusableInput(f"Bảng {table.id} không có chỉ số «{code}».")
    inputs = case.get("inputs", {})
    _need(isinstance(inputs, Mapping), "«inputs» phải là một đối tượng")
    outcome = indicator.program.run(read_inputs(indicator, inputs), indicator.code)
    codes = dict.fromkeys(item.code for item in outcome.findings)
    return {"score": number(outcome.score), "findings": list(codes)}


def _read(text: Any) -> dict[str, Any]:
    _need(isinstance(text, str), "«text» phải là chữ")
    typed = read(text)
    return {
        "kind": typed.kind.value,
        "a": number(typed.a),
        "b": number(typed.b),
        "value": number(typed.value),
    }


def _kind(table_id: Any) -> str:
    try:
        return kind_of(table_id)
    except (KeyError, AttributeError, TypeError, ValueError):
        raise UnusableInput(f"Không có bảng chỉ số «{table_id}».") from None


def _need(condition: bool, message: str) -> None:
    if not condition:
        raise UnusableInput(message)


def _reason(error: Exception) -> str:
    return str(error) if isinstance(error, UnusableInput) else f"{type(error).__name__}: {error}"


def answer_line(line: str) -> str:
    """Answer one line of the suite as a line of JSON."""
    try:
        case = parse_json(line)
    except (ValueError, RecursionError) as error:
        return json.dumps({"id": None, "error": f"không phải JSON: {error}"}, ensure_ascii=False)
    return json.dumps(answer(case), ensure_ascii=False)


@click.command("conformance")
@click.argument("cases", type=click.Path(path_type=Path))
@click.option("--json", "_as_json", is_flag=True, help="Luôn trả lời dạng JSON.")
@click.option("--lang", "_lang", type=click.Choice(["vi", "en"]), default="vi")
def conformance(cases: Path, _as_json: bool, _lang: str) -> None:
    """Chạy bộ ca kiểm thử: mỗi dòng một ca, mỗi dòng một lời đáp."""
    check_file_there(cases)
    content = cases.read_bytes().removeprefix(b"\xef\xbb\xbf")
    for line in content.split(b"\n"):
        if line.strip():
            click.echo(answer_line(line.decode("utf-8", errors="replace")))
