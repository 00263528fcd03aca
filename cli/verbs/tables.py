"""`dti tables` and `dti show`: what there is, and the rule of a row beside its source."""

from __future__ import annotations

from typing import Any

import click

from cli.data import Output, Unusable, find_table, output_options
from rulesets.files import table_ids
from rulesets.loader import load
from scoring.export import number
from scoring.model import Indicator, Reading, Table
from scoring.numbers import vietnamese
from scoring.rules import Options
from scoring.slots import Slot, SlotKind


@click.command("tables")
@output_options
def tables(output: Output) -> None:
    """Các bảng chỉ số hiện có. / The tables there are."""
    found = [_summary(table_id) for table_id in table_ids()]

    def text() -> str:
        return "\n".join(
            f"{t['id']:<18}{t['rows']:>4} {output.say('dòng', 'rows')}  "
            f"{_points(t['max'], output):<12} {t['title']}"
            for t in found
        )

    output.emit(found, text)


def _points(maximum: Any, output: Output) -> str:
    if maximum is None:
        return ""
    return f"{vietnamese(maximum)} {output.say('điểm', 'points')}"


def _summary(table_id: str) -> dict[str, Any]:
    table = load(table_id)
    return {
        "id": table.id,
        "kind": table.kind,
        "title": table.title,
        "decision": table.decision.number or table.decision.title,
        "max": number(table.max_score),
        "rows": len(table.indicators),
        "status": table.decision.superseded,
    }


@click.command("show")
@click.argument("table_id", metavar="TABLE")
@click.argument("code", required=False)
@output_options
def show(table_id: str, code: str | None, output: Output) -> None:
    """Một bảng, hoặc một chỉ số với điều khoản, cách hiểu và nguồn. / A table or one rule."""
    table = find_table(table_id)
    if code is None:
        output.emit(table_json(table), lambda: _table_text(table, output))
        return
    indicator = table.by_code.get(code)
    if indicator is None:
        raise Unusable(f"Bảng {table.id} không có chỉ số «{code}». Xem: dti show {table.id}.")
    output.emit(indicator_json(table, indicator), lambda: _indicator_text(indicator, output))


def table_json(table: Table) -> dict[str, Any]:
    """The contract's `dti show TABLE --json`."""
    decision = table.decision
    return {
        "id": table.id,
        "kind": table.kind,
        "title": table.title,
        "place": table.place,
        "decision": {
            "title": decision.title,
            "number": decision.number,
            "date": decision.date,
            "issuer": decision.issuer,
            "rules": [dict(rule) for rule in decision.rules],
        },
        "status": {
            "in_force_from": decision.in_force_from,
            "superseded": decision.superseded,
        },
        "digest": table.digest,
        "max": number(table.max_score),
        "declared": dict(table.declared),
        "pillars": [
            {"code": p.code, "name": p.name, "max": number(p.max_score)} for p in table.pillars
        ],
        "indicators": [indicator_json(table, row) for row in table.indicators],
        "info": [{"code": i.code, "label": i.label, "unit": i.unit} for i in table.info],
        "readings": [reading_json(reading) for reading in table.readings],
    }


def indicator_json(table: Table, row: Indicator) -> dict[str, Any]:
    """One row of `dti show`."""
    inputs: dict[str, dict[str, Any]] = {}
    for slot in row.slots:
        inputs.setdefault(slot.input or slot.name, _input_json(slot))
    return {
        "code": row.code,
        "pillar": row.pillar,
        "name": row.name,
        "heading": row.heading or None,
        "max": number(row.max_score),
        "max_inferred": row.max_inferred,
        "inputs": list(inputs.values()),
        "options": _options(row),
        "parts": [slot.label for slot in row.slots if slot.place],
        "printed": row.printed,
        "evidence": row.evidence,
        "lead_agency": row.lead_agency,
        "coordinating_agency": row.coordinating_agency,
        "source": {"file": table.decision.source_file, "place": row.place},
        "readings": [reading.id for reading in row.readings],
    }


def _input_json(slot: Slot) -> dict[str, Any]:
    source = slot.from_info
    return {
        "name": slot.input or slot.name,
        "label": slot.label if not slot.place else "",
        "from_info": None if not source else source[0] if len(source) == 1 else list(source),
    }


def _options(row: Indicator) -> list[dict[str, Any]]:
    """The options with their score; null where it depends on further figures."""
    found = next((s for s in row.slots if s.kind is SlotKind.OPTION), None)
    if found is None:
        return []
    rule = row.rule if isinstance(row.rule, Options) else None
    result = []
    for ordinal, label in enumerate(found.options, 1):
        entry: dict[str, Any] = {"ordinal": ordinal, "label": label, "score": None}
        if rule is not None:
            option = rule.options[ordinal - 1]
            entry["printed"] = not option.added
            if not option.rule.slots():
                entry["score"] = number(option.rule.points(row.max_score).exact({}))
        result.append(entry)
    return result


def reading_json(reading: Reading) -> dict[str, Any]:
    """One reading."""
    return {
        "id": reading.id,
        "place": reading.place,
        "printed": reading.printed,
        "adopted": reading.adopted,
        "why": reading.why,
        "effect": reading.effect,
        "alternative": reading.alternative,
    }


def _table_text(table: Table, output: Output) -> str:
    decision = table.decision
    lines = [
        f"{table.id}: {table.title}",
        ", ".join(part for part in (table.place, decision.number, decision.issuer) if part),
    ]
    if decision.superseded:
        lines.append(decision.superseded)
    for pillar in table.pillars:
        lines.append(f"\n{pillar.code}. {pillar.name} ({vietnamese(pillar.max_score)})")
        for row in pillar.indicators:
            needs = ", ".join(dict.fromkeys(s.input or s.name for s in row.slots))
            lines.append(
                f"  {row.code:<7}{vietnamese(row.max_score):>5}  {row.name}"
                f"  [{output.say('cần', 'needs')}: {needs}]"
            )
    return "\n".join(lines)


def _indicator_text(row: Indicator, output: Output) -> str:
    say = output.say
    lines = [
        f"{row.code}. {row.name}",
        f"{say('Điểm tối đa', 'Maximum')}: {vietnamese(row.max_score)}"
        + (say(" (suy ra, ô in trống)", " (inferred, empty cell)") if row.max_inferred else ""),
        f"{say('Văn bản', 'Printed')}:",
        *(f"    {line}" for line in row.printed.splitlines()),
        f"{say('Số liệu', 'Inputs')}:",
    ]
    for slot in row.slots:
        origin = f" ← {say('mục', 'item')} {', '.join(slot.from_info)}" if slot.from_info else ""
        lines.append(f"    {slot.name}: {slot.label}{origin}")
    for option in _options(row):
        score = "…" if option["score"] is None else vietnamese(option["score"])
        lines.append(f"    {option['ordinal']}. {option['label']} → {score}")
    if row.evidence:
        lines.append(f"{say('Tài liệu kiểm chứng', 'Evidence')}: {row.evidence}")
    if row.lead_agency:
        lines.append(f"{say('Cơ quan chủ trì', 'Lead agency')}: {row.lead_agency}")
    for reading in row.readings:
        lines.append(f"{say('Cách hiểu', 'Reading')} ({reading.id}): {reading.adopted}")
        lines.append(f"    {say('vì', 'because')}: {reading.why}")
    lines.append(f"{say('Nguồn', 'Source')}: {row.place}")
    return "\n".join(lines)


@click.command("readings")
@click.argument("table_id", metavar="TABLE")
@output_options
def readings(table_id: str, output: Output) -> None:
    """Cách hiểu các quy định chưa rõ của một bảng. / The adopted readings of a table."""
    table = find_table(table_id)

    def text() -> str:
        blocks = []
        for reading in table.readings:
            lines = [f"[{reading.id}] {output.say('mục', 'place')} {reading.place}"]
            for vi, en, value in (
                ("Văn bản in", "Printed", reading.printed),
                ("Cách hiểu", "Adopted", reading.adopted),
                ("Vì sao", "Why", reading.why),
                ("Ảnh hưởng", "Effect", reading.effect),
                ("Cách khác", "Alternative", reading.alternative),
            ):
                if value:
                    lines.append(f"    {output.say(vi, en)}: {' '.join(value.split())}")
            blocks.append("\n".join(lines))
        return "\n\n".join(blocks)

    output.emit([reading_json(reading) for reading in table.readings], text)
