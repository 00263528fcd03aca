"""`dti adopt`: read a form that this project did not make into the official workbook."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click
from xlsxwriter.exceptions import FileCreateError

from cli.data import Output, Unusable, check_target, find_law, find_table, output_options
from scoring.export import finding_json, number
from scoring.findings import Severity, finding
from scoring.levels import LevelTable
from scoring.model import Table
from workbooks.builder import build, build_unit
from workbooks.files.book import Book, Unreadable
from workbooks.files.scan import scan
from workbooks.forms.adopt import AdoptedForm, recognise
from workbooks.forms.adopt import adopt as read_form
from workbooks.forms.state import submission, words
from workbooks.layout import EDITIONS, UDF
from workbooks.levels.foreign import AdoptedLevels, adopt_levels
from workbooks.reconcile import adoptable_tables


@click.command("adopt")
@click.argument("form", type=click.Path(path_type=Path))
@click.option("--table", "table_id", help="Mã bảng; bỏ trống thì tự nhận ra. / Id of the table.")
@click.option("--edition", type=click.Choice(EDITIONS), default=UDF, show_default=True)
@click.option("-o", "--output", "target", type=click.Path(path_type=Path))
@output_options
@click.pass_context
def adopt(
    context: click.Context,
    form: Path,
    table_id: str | None,
    edition: str,
    target: Path | None,
    output: Output,
) -> None:
    """Đọc biểu gõ tay vào biểu chính thức; không đọc chắc thì liệt kê. / Read a foreign form."""
    try:
        book = scan(form)
    except Unreadable as error:
        raise Unusable(f"{form.name}: {error.why}.") from error
    table = _named(table_id) if table_id else recognise(book, adoptable_tables())
    if table is None:
        raise Unusable(f"{form.name}: không nhận ra bảng chỉ số; hãy thêm --table.")
    adopted = _read(book, table)
    if table_id and (other := recognise(book, adoptable_tables())) and other.id != table.id:
        mistaken = finding("table-mismatch", actual=other.id, expected=table.id)
        adopted = replace(adopted, findings=(mistaken, *adopted.findings))
    if target is not None:
        check_target(target, form)
        try:
            _write(target, adopted, edition)
        except (OSError, FileCreateError) as error:
            raise Unusable(f"Không ghi được {target}: {error}.") from error
    output.emit(form_json(adopted, output.lang), lambda: form_text(adopted, target, output))
    if any(found.severity is Severity.ERROR for found in adopted.findings):
        context.exit(1)


def _named(table_id: str) -> Table | LevelTable:
    """The table of that id, if its forms can be adopted. Raises Unusable."""
    law = find_law(table_id)
    return law if isinstance(law, LevelTable) else find_table(table_id)


def _read(book: Book, table: Table | LevelTable) -> AdoptedForm | AdoptedLevels:
    return adopt_levels(book, table) if isinstance(table, LevelTable) else read_form(book, table)


def _write(target: Path, form: AdoptedForm | AdoptedLevels, edition: str) -> None:
    """Write the official workbook with what was read. Raises OSError, FileCreateError."""
    if isinstance(form, AdoptedLevels):
        build_unit(target, form.unit, edition=edition)
        return
    given = submission(form)
    build(target, form.table.id, submission=given, edition=edition, words=words(form))


def form_json(form: AdoptedForm | AdoptedLevels, lang: str = "vi") -> dict[str, Any]:
    """The contract's `dti adopt --json`."""
    return {
        "file": form.file.name,
        "table": form.table.id,
        "rows": [
            {
                "code": row.code,
                "cell": f"{row.sheet}!{row.cell}" if row.cell else None,
                "text": row.text,
                "inputs": row.inputs,
                "typed_score": number(row.typed_score),
                "status": row.status,
                "why": row.why,
            }
            for row in form.rows
        ],
        **_typed_json(form),
        "findings": [finding_json(found, lang) for found in form.findings],
    }


def _typed_json(form: AdoptedForm | AdoptedLevels) -> dict[str, Any]:
    """What the office states of the whole; a form of levels has no points, only a level."""
    if isinstance(form, AdoptedLevels):
        level = form.typed_level.value if form.typed_level else None
        return {"typed_total": None, "typed_pillars": {}, "excluded": [], "typed_level": level}
    return {
        "typed_total": number(form.typed_total),
        "typed_pillars": {code: number(value) for code, (value, _) in form.typed_pillars.items()},
        "excluded": list(form.excluded),
    }


def form_text(form: AdoptedForm | AdoptedLevels, target: Path | None, output: Output) -> str:
    """What was read, what was not, and why."""
    say = output.say
    by_status = {
        status: [row for row in form.rows if row.status == status]
        for status in ("read", "unread", "blank")
    }
    lines = [
        f"{form.file.name} → {form.table.id}: "
        + say(
            f"đọc chắc {len(by_status['read'])} dòng, chưa đọc được {len(by_status['unread'])}, "
            f"trống {len(by_status['blank'])}",
            f"read {len(by_status['read'])}, unread {len(by_status['unread'])}, "
            f"blank {len(by_status['blank'])}",
        )
    ]
    for row in by_status["read"]:
        given = ", ".join(f"{name} = {value}" for name, value in (row.inputs or {}).items())
        lines.append(f"  ✓ {row.code:<7} {given}   «{_short(row.text)}»")
    for row in by_status["unread"]:
        lines.append(f"  ? {row.code:<7} «{_short(row.text)}» — {row.why}")
    for found in form.findings:
        lines.append(f"  ! {found.place} {found.message(output.lang)}")
    if target is not None:
        lines.append(f"{say('Đã tạo', 'Written')}: {target}")
    return "\n".join(lines)


def _short(text: str, limit: int = 90) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"
