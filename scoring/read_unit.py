"""Read unit: a unit.json becomes a submission, or is refused with its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from scoring.documents import read_documents, read_journal
from scoring.info import with_info
from scoring.law import Law, Row
from scoring.numbers import Rational
from scoring.program import Figures, Wrong
from scoring.read_figures import read_inputs, read_number, read_value
from scoring.slots import SlotKind
from scoring.submission import Submission, UnusableInput
from texts import Text, text


def _named_communes(
    figures: dict[str, Figures], law: Law, communes: tuple[str, ...]
) -> dict[str, Figures]:
    """The figures, where a commune that is named and has no level counts as missing."""
    for row in law.rows:
        for slot in row.slots:
            levels = figures.get(row.code, {}).get(slot.name)
            if slot.kind is SlotKind.LEVELS and isinstance(levels, tuple):
                unknown = (None for name in communes[len(levels) :] if name)
                figures[row.code] = {slot.name: (*levels, *unknown)}
    return figures


_KEYS = (
    *("table", "name", "period", "inputs", "values", "cohort", "excluded", "no_online_services"),
    *("typed", "verified", "explanations", "notes", "attached", "info", "communes", "signing"),
    *("documents", "journal"),
)
"""The keys of a unit.json."""


def read_submission(unit: Mapping[str, Any], law: Law) -> Submission:
    """Read a unit.json (already parsed, numbers as int or Decimal) for a table of any kind.

    A blank that the document refers to the general information («mục I.6») is taken from there.

    Raises UnusableInput, saying the place, where the record cannot be understood.
    """
    for key in unit:
        if key not in _KEYS:
            near = get_close_matches(str(key), _KEYS, 1)
            hint = text("unit.meant", key=near[0]) if near else ""
            raise UnusableInput(text("unit.unknown-key", key=key, hint=hint, known=_KEYS))
    excluded = _read_excluded(unit.get("excluded"), law)
    if unit.get("no_online_services") not in (None, True, False):
        raise UnusableInput(text("unit.flag", key="no_online_services"))
    communes = unit.get("communes") or ()
    if not isinstance(communes, Sequence) or isinstance(communes, str):
        raise UnusableInput(text("unit.list", key="communes"))
    names = tuple(str(name or "") for name in communes)
    submission = Submission(
        table=law.id,
        name=str(unit.get("name") or ""),
        period=str(unit.get("period") or ""),
        figures=_named_communes(_read_figures(unit, law), law, names),
        excluded=excluded,
        no_online_services=bool(unit.get("no_online_services")),
        typed=_read_scores(unit, "typed"),
        verified=_read_scores(unit, "verified"),
        attached=_read_texts(unit, "attached"),
        explanations=_read_texts(unit, "notes") | _read_texts(unit, "explanations"),
        info=_read_info(unit),
        communes=names,
        signing=_read_texts(unit, "signing"),
        documents=_records(read_documents(unit.get("documents"))),
        journal=_records(read_journal(unit.get("journal"))),
    )
    _check_verified(submission, law)
    return with_info(law, submission)


def _records(read: tuple[Any, ...] | Text) -> tuple[Any, ...]:
    """Records that were read. Raises UnusableInput with what could not be."""
    if isinstance(read, Text):
        raise UnusableInput(read)
    return read


def _read_figures(unit: Mapping[str, Any], law: Law) -> dict[str, Figures]:
    """The figures of every row that is given."""
    key, other = ("inputs", "values") if law.named_inputs else ("values", "inputs")
    if unit.get(other):
        raise UnusableInput(text("unit.other-kind", table=law.id, wanted=key, given=other))
    inputs = _mapping(unit, key)
    if law.named_inputs:
        for code, members in _mapping(unit, "cohort").items():
            own = inputs.get(code)
            if own is not None and not isinstance(own, Mapping):
                raise UnusableInput(text("unit.row-object", key=key, code=code))
            inputs[code] = {"cohort": members} | dict(own or {})
    figures: dict[str, Figures] = {}
    for code, given in inputs.items():
        row = _row(law, code, key)
        if not row.named_inputs:
            figures[code] = read_value(row, given)
        elif given is not None and not isinstance(given, Mapping):
            raise UnusableInput(text("unit.row-object", key=key, code=code))
        else:
            figures[code] = read_inputs(row, given or {})
    return figures


def _row(law: Law, code: str, key: str) -> Row:
    row = law.by_code.get(code)
    if row is None:
        near = get_close_matches(str(code), list(law.by_code), 1, 0.7)
        hint = text("unit.meant", key=near[0]) if near else ""
        raise UnusableInput(text("unit.unknown-row", table=law.id, code=code, key=key, hint=hint))
    return row


def _mapping(unit: Mapping[str, Any], key: str) -> dict[str, Any]:
    given = unit.get(key)
    if given is None or given == []:
        return {}
    if not isinstance(given, Mapping):
        raise UnusableInput(text("unit.object", key=key))
    return dict(given)


def _read_excluded(raw: Any, law: Law) -> dict[str, str]:
    """Rows that are not assessed, with their reasons where these are given."""
    if isinstance(raw, Mapping):
        excluded = {str(code): str(reason or "") for code, reason in raw.items()}
    elif raw is None or (isinstance(raw, Sequence) and not isinstance(raw, str)):
        excluded = {str(code): "" for code in raw or ()}
    else:
        raise UnusableInput(text("unit.list", key="excluded"))
    for code in excluded:
        _row(law, code, "excluded")
    return excluded


def _check_verified(submission: Submission, law: Law) -> None:
    for code, score in submission.verified.items():
        row = _row(law, code, "verified")
        if row.worth is not None and not row.min_score <= score <= row.worth:
            raise UnusableInput(
                text("unit.verified", code=code, least=row.min_score, most=row.worth)
            )


def _read_scores(unit: Mapping[str, Any], key: str) -> dict[str, Rational]:
    scores: dict[str, Rational] = {}
    for code, item in _mapping(unit, key).items():
        number = read_number(item)
        if isinstance(number, Wrong):
            raise UnusableInput(text("unit.score", key=key, code=code, actual=number.shown))
        if number is not None:
            scores[str(code)] = number
    return scores


def _read_texts(unit: Mapping[str, Any], key: str) -> dict[str, str]:
    return {str(code): str(words) for code, words in _mapping(unit, key).items()}


def _read_info(unit: Mapping[str, Any]) -> dict[str, Any]:
    info = _mapping(unit, "info")
    for code, value in info.items():
        if isinstance(value, Mapping | list):
            raise UnusableInput(text("unit.info", code=code))
    return info
