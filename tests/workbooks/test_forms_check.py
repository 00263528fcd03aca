"""The example forms, checked: what must be found is found where it is, and nothing untrue."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scoring.findings import Severity
from workbooks.reconcile import Reconciliation, check_file

FORMS = Path(__file__).parents[1] / "books" / "forms"
MANIFEST = [json.loads(line) for line in (FORMS / "manifest.jsonl").read_text("utf-8").splitlines()]
# Of every form one may say these.
TOLERATED = {"table-superseded", "evidence-missing", "explanation-missing", "reading-applied"}


@pytest.fixture(scope="module", params=MANIFEST, ids=[entry["file"] for entry in MANIFEST])
def entry(request: pytest.FixtureRequest) -> dict[str, Any]:
    result: dict[str, Any] = request.param
    return result


@pytest.fixture(scope="module")
def result(entry: dict[str, Any]) -> Reconciliation:
    return check_file(FORMS / entry["file"])


def cells_of(wanted: dict[str, Any]) -> set[str]:
    also = wanted.get("also_ok")
    return {wanted["cell"], *(also if isinstance(also, list) else [])}


def found_at(result: Reconciliation, wanted: dict[str, Any]) -> bool:
    """Whether the finding is there, at one of its cells; no cell means anywhere."""
    places = {found.place for found in result.findings if found.code == wanted["code"]}
    return bool(places) if wanted["cell"] is None else bool(places & cells_of(wanted))


def test_what_must_be_found(entry: dict[str, Any], result: Reconciliation) -> None:
    missed = [wanted for wanted in entry["must_find"] if not found_at(result, wanted)]
    assert missed == []
    if entry["must_find_any"]:
        assert any(found_at(result, wanted) for wanted in entry["must_find_any"])


def test_what_must_not_be_found(entry: dict[str, Any], result: Reconciliation) -> None:
    codes = {found.code for found in result.findings}
    assert codes & set(entry["must_not_find"]) == set()


def test_nothing_else_is_found(entry: dict[str, Any], result: Reconciliation) -> None:
    named = {w["code"] for w in (*entry["must_find"], *entry["must_find_any"])}
    unread = {code for code, row in entry["rows"].items() if row["inputs"] is None}
    for found in result.findings:
        if found.code in ("input-missing", "row-unread"):
            assert found.indicator in unread, found
        else:
            assert found.code in TOLERATED | named | set(entry["may_find"]), found


def test_every_mistake_is_at_a_cell_that_was_named(
    entry: dict[str, Any], result: Reconciliation
) -> None:
    """Where the manifest names the cells of a mistake, no other cell is accused of it."""
    for code in {wanted["code"] for wanted in entry["must_find"]} - set(entry["may_find"]):
        wanted = [w for w in entry["must_find"] if w["code"] == code]
        if all(w["cell"] for w in wanted):
            allowed = set().union(*(cells_of(w) for w in wanted))
            assert {found.place for found in result.findings if found.code == code} <= allowed


def test_verdict_and_exit(entry: dict[str, Any], result: Reconciliation) -> None:
    assert result.law is not None
    assert result.law.id == entry["table"]
    assert result.verdict in entry["verdict_allowed"]
    assert result.exit_status in entry["expected_exit"]
    if entry["correct"] and entry["expected_exit"] == [0]:
        assert all(found.severity is not Severity.ERROR for found in result.findings)


def test_typed_total(entry: dict[str, Any], result: Reconciliation) -> None:
    wanted, typed = entry["typed_total"]["value"], result.totals.typed
    if wanted is None:
        assert typed is None
    else:
        assert float(typed or 0) == pytest.approx(wanted)


def test_the_real_form_without_scores() -> None:
    result = check_file(FORMS / "vn-2024-huyen-dai-lanh.xlsx")
    assert {found.severity for found in result.findings} <= {Severity.WARNING, Severity.INFO}
    assert (result.verdict, result.exit_status) == ("incomplete", 0)
    assert result.totals.typed is None
    # 7.2: 8/8 → 10; 9.5: 90% × 10 = 9; 9.10: 2/2 → 10
    assert result.totals.engine == 29
