"""Export: an adopted form as the plain data of the contract (`dti adopt --json`)."""

from __future__ import annotations

from typing import Any

from scoring.export import finding_json, number
from scoring.levels import LevelTable
from workbooks.forms.form import AdoptedForm, AdoptedRow


def form_json(form: AdoptedForm, lang: str = "vi") -> dict[str, Any]:
    """The whole form; what a kind does not have is null or empty."""
    data: dict[str, Any] = {
        "file": form.file.name,
        "table": form.law.id,
        "rows": [row_json(row, lang) for row in form.rows],
        "typed_total": number(form.typed_total),
        "typed_pillars": {code: number(value) for code, value in form.typed_pillars.items()},
        "excluded": list(form.excluded),
    }
    if isinstance(form.law, LevelTable):
        data["typed_level"] = number(form.typed_level)
    data["findings"] = [finding_json(found, lang) for found in form.findings]
    return data


def row_json(row: AdoptedRow, lang: str = "vi") -> dict[str, Any]:
    """One row as it was found."""
    return {
        "code": row.code,
        "cell": f"{row.sheet}!{row.cell}" if row.cell else None,
        "text": row.text,
        "inputs": None if row.inputs is None else dict(row.inputs),
        "typed_score": number(row.typed_score),
        "status": row.status,
        "why": row.why.say(lang) if row.why else "",
    }
