"""`dti tables` and `dti show`: what there is, and the rule of a row beside its source."""

from __future__ import annotations

from typing import Any

import click

from cli.data import Output, Unusable, find_law, output_options
from cli.values import head_json, reading_json, show_values, tail_json
from rulesets.files import BUILT_IN, find, table_ids
from rulesets.laws import load_law
from scoring.export import number
from scoring.levels import LevelTable
from scoring.model import Indicator, Table
from scoring.rules import Options
from scoring.slots import Slot, SlotKind
from texts.figures import vietnamese


@click.command("tables")
@output_options
def tables(output: Output) -> None:
    """Các bảng chỉ số hiện có. / The tables there are."""
    found = [_summary(table_id) for table_id in table_ids()]

    def text() -> str:
        return "\n".join(
            f"{t['id']:<18}{t['rows']:>4} {output.say('dòng', 'rows')}  "
            f"{_points(t['max'], output):<12} {origin(t)}{t['title']}"
            for t in found
        )

    width = max(len(t["origin"]) for t in found) + 2
    some_added = any(t["origin"] != BUILT_IN for t in found)

    def origin(entry: dict[str, Any]) -> str:
        """Where a table comes from, where any was added."""
        return f"{entry['origin']:<{width}}" if some_added else ""

    output.emit(found, text)


def _points(maximum: Any, output: Output) -> str:
    if maximum is None:
        return ""
    return f"{vietnamese(maximum)} {output.say('điểm', 'points')}"


def _summary(table_id: str) -> dict[str, Any]:
    table = load_law(table_id)
    if isinstance(table, Table):
        maximum, rows = number(table.max_score), len(table.indicators)
    else:
        maximum = None
        rows = len(table.criteria if isinstance(table, LevelTable) else table.targets)
    return {
        "id": table.id,
        "kind": table.kind,
        "title": table.title,
        "decision": table.decision.number or table.decision.title,
        "max": maximum,
        "rows": rows,
        "status": table.decision.superseded,
        "origin": find(table.id).origin,
    }


@click.command("show")
@click.argument("table_id", metavar="TABLE")
@click.argument("code", required=False)
@output_options
def show(table_id: str, code: str | None, output: Output) -> None:
    """Một bảng, hoặc một chỉ số với điều khoản, cách hiểu và nguồn. / A table or one rule."""
    table = find_law(table_id)
    if not isinstance(table, Table):
        show_values(table, code, output)
        return
    if code is None:
        output.emit(table_json(table), lambda: _table_text(table, output))
        return
    indicator = table.by_code.get(code)
    if indicator is None:
        rows = [row for row in table.indicators if row.code.startswith(f"{code}.")]
        group = next((g for p in table.pillars for g in p.groups if g.code == code), None)
        if group is None:
            raise Unusable(f"Bảng {table.id} không có chỉ số «{code}». Xem: dti show {table.id}.")
        data = {"code": group.code, "name": group.name, "max": number(group.max_score)}
        output.emit(
            data | {"indicators": [indicator_json(table, row) for row in rows]},
            lambda: "\n\n".join(
                [f"{group.code}. {group.name}", *(_indicator_text(row, output) for row in rows)]
            ),
        )
        return
    output.emit(indicator_json(table, indicator), lambda: _indicator_text(indicator, output))


def table_json(table: Table) -> dict[str, Any]:
    """The contract's `dti show TABLE --json`."""
    return {
        **head_json(table),
        "max": number(table.max_score),
        "declared": dict(table.declared),
        "pillars": [
            {"code": p.code, "name": p.name, "max": number(p.max_score)} for p in table.pillars
        ],
        "groups": [
            {
                "code": group.code,
                "pillar": p.code,
                "name": group.name,
                "max": number(group.max_score),
            }
            for p in table.pillars
            for group in p.groups
        ],
        "indicators": [indicator_json(table, row) for row in table.indicators],
        **tail_json(table),
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
    table = find_law(table_id)

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
