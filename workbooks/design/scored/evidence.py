"""Evidence: a scored row without a document is red, once the office names evidence anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from workbooks.design.documents import document_area, document_counts, documents_count
from workbooks.design.draft import Content, Draft
from workbooks.design.names import SCORING, Key
from workbooks.design.scored.cells import column_area, place
from workbooks.design.scored.rows import FIRST, TOTAL, Rows


def draw_evidence(draft: Draft, rows: Rows) -> None:
    """Count the documents of each row, and show where one is missing.

    The rule of the finding `evidence-missing`: a score above 0, evidence asked for by the document,
    none named beside the row or in the list — while some is named for another row.
    """
    for here in rows.indicators:
        code = place(draft, "code", here.row).address
        at = place(draft, "documents", here.row)
        draft.formula(Key("documents", here.code), at, documents_count(draft, code), "max")
    named = f"COUNTA({document_area(draft, 'row').fixed})"
    beside = f"COUNTA({column_area(draft, 'attached', FIRST, rows.last).address})"
    every = place(draft, "documents", TOTAL)
    draft.formula(Key("documents", ""), every, f"{named}+{beside}", "band_max")
    for here in rows.indicators:
        if not here.indicator.evidence:
            continue
        score, attached, count = (
            place(draft, key, here.row).address for key in ("score", "attached", "documents")
        )
        lacking = f'=AND({_fixed(every.address)}>0,N({score})<>0,{attached}="",{count}=0)'
        cell = place(draft, "attached", here.row)
        rule = {"type": "formula", "criteria": lacking}
        draft.sheets[SCORING].conditions.append((cell.to(cell), rule, "bad"))


def _fixed(address: str) -> str:
    """An address that stays what it is, on its own sheet."""
    letters = address.rstrip("0123456789")
    return f"${letters}${address[len(letters) :]}"


def evidence_values(rows: Rows, contents: dict[Key, Content]) -> Iterator[tuple[Key, Content]]:
    """What the counts show."""
    for here in rows.indicators:
        yield Key("documents", here.code), float(document_counts(contents, here.code))
    named = sum(key.what == "document" and key.slot == "row" for key in contents)
    beside = sum(key.what == "attached" for key in contents)
    yield Key("documents", ""), float(named + beside)
