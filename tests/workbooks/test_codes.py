"""Every code that a check can give, provoked: what is done to which workbook, and the cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from rulesets.laws import load_law
from scoring.findings import SEVERITIES
from tests.support.cases import INDEX, OFFICE, TABLE, given, make, office, score, typed
from tests.support.level_units import best_values
from tests.support.spoil import Patch, Where
from workbooks import checks
from workbooks.design.names import NATIVE, SCORING, Key
from workbooks.files.scan import scan
from workbooks.reconcile import gather, read_statement

A31, B31, S31, T31 = given("3.1", "a"), given("3.1", "b"), score("3.1"), typed("3.1")
LEVELS = "BTTTT-2024-XA"


@dataclass(frozen=True)
class Way:
    """One way to a finding. `at`: where it is found; the cell of the patch by default."""

    spoil: Callable[[Patch], object] = lambda patch: None
    at: Where = ""
    unit: Mapping[str, Any] | None = None


def inputs(**rows: Any) -> dict[str, Any]:
    return {"table": TABLE, "inputs": {**OFFICE["inputs"], **rows}}


def levels(**more: Any) -> dict[str, Any]:
    return {"table": LEVELS, "values": best_values(load_law(LEVELS)), **more}  # type: ignore[arg-type]


def verified(points: float) -> dict[str, Any]:
    return office(verified={"3.1": points})


def link(patch: Patch) -> None:
    part = "externalLinks/externalLink1.xml"
    patch.add(f"xl/{part}", b"<externalLink/>", "externalLink", part)


COHORT: dict[str, Any] = {"table": "HB-2023-HUYEN", "inputs": {"5.8": {"value": 20}}}
LEVEL = Key("level")
WAYS: dict[tuple[str, str], Way] = {
    ("appraisal", "evidence-missing"): Way(
        at=Key("attached", "3.1"), unit=office(attached={"1.2": "BC-15.pdf"})
    ),
    ("appraisal", "score-above-maximum"): Way(
        lambda p: p.number(Key("verified", "3.1"), 12), Key("verified", "3.1"), verified(9)
    ),
    ("appraisal", "input-negative"): Way(
        lambda p: p.number(Key("verified", "3.1"), -1), Key("verified", "3.1"), verified(9)
    ),
    ("appraisal", "explanation-missing"): Way(at=Key("explanation", "3.1"), unit=verified(5)),
    ("exclusions", "exclusion-without-reason"): Way(
        lambda p: p.text(Key("excluded", "6.2"), "Có"), Key("reason", "6.2")
    ),
    ("files", "external-link"): Way(link),
    ("files", "macro-present"): Way(lambda p: p.add("xl/vbaProject.bin", b"\0")),
    ("formulas", "formula-overwritten"): Way(lambda p: p.number(S31, 9), S31),
    ("formulas", "formula-changed"): Way(lambda p: p.formula(S31, "9+0", 9), S31),
    ("hidden", "row-hidden"): Way(lambda p: p.hide_row(S31), S31),
    ("index", "index-mismatch"): Way(lambda p: p.number(INDEX, 90), INDEX),
    ("inputs", "input-not-a-number"): Way(lambda p: p.text(A31, "nhiều"), A31),
    ("inputs", "input-negative"): Way(lambda p: p.number(A31, -5), A31),
    ("inputs", "option-unknown"): Way(
        lambda p: p.number(given("1.1", "option"), 9), given("1.1", "option")
    ),
    ("inputs", "part-exceeds-whole"): Way(lambda p: p.number(A31, 60), A31),
    ("inputs", "zero-denominator"): Way(lambda p: p.number(A31, 0).number(B31, 0), B31),
    ("inputs", "input-missing"): Way(lambda p: p.clear(A31), A31),
    ("inputs", "number-as-text"): Way(lambda p: p.text(A31, "45,0"), A31),
    ("inputs", "input-is-date"): Way(lambda p: p.date(A31, 45512), A31),
    ("inputs", "info-mismatch"): Way(at=B31, unit=office(info={"I.4": 10, "I.5": 10})),
    ("inputs", "cohort-missing"): Way(at=given("5.8", "value"), unit=COHORT),
    ("inputs", "reading-applied"): Way(
        at=given("2.2", "option"), unit=inputs(**{"2.2": {"option": 3}})
    ),
    ("level", "level-mismatch"): Way(at=typed("level"), unit=levels(typed={"level": 4})),
    ("printed", "text-changed"): Way(
        lambda p: p.text(f"A{p.address(S31)[1:]}", "3.9", SCORING),
        f"{SCORING}!A{{row of 3.1}}",
    ),
    ("printed", "max-score-changed"): Way(lambda p: p.number("dti_max_3_1", 20), "dti_max_3_1"),
    ("scores", "score-mismatch"): Way(lambda p: p.number(T31, 8), T31),
    ("scores", "score-above-maximum"): Way(lambda p: p.clear(A31).number(T31, 12), T31),
    ("sheet", "score-mismatch"): Way(lambda p: p.formula(S31, "8", 8), S31),
    ("sheet", "level-mismatch"): Way(lambda p: p.formula(LEVEL, "4", 4), LEVEL, levels()),
    ("stale", "score-stale"): Way(lambda p: p.stored(S31, 5), S31),
    ("stale", "score-uncached"): Way(lambda p: p.drop_stored_values(), S31),
    ("status", "table-superseded"): Way(),
    ("sums", "subtotal-mismatch"): Way(lambda p: p.number(typed("3"), 18), typed("3")),
    ("sums", "total-mismatch"): Way(lambda p: p.number(typed("total"), 200), typed("total")),
    ("typed", "number-as-text"): Way(lambda p: p.text(T31, "9,00"), T31),
    ("typed", "input-not-a-number"): Way(lambda p: p.text(T31, "chưa chấm"), T31),
}


def room(check: checks.Check) -> str:
    """The file of a check."""
    return check.__module__.rpartition(".")[2]


def test_every_code_of_every_check_has_its_way() -> None:
    named = [(room(check), code) for check in checks.ALL for code in checks.codes_of(check)]
    assert sorted(named) == sorted(WAYS)
    assert {code for _, code in named} <= set(SEVERITIES)


@pytest.mark.parametrize(("name", "code"), WAYS, ids=[f"{a}-{b}" for a, b in WAYS])
def test_the_code_is_found_at_its_cell(name: str, code: str, tmp_path: Path) -> None:
    way = WAYS[name, code]
    patch = Patch(make(tmp_path / "bieu.xlsx", way.unit or office(), NATIVE))
    where = place_of_finding(patch, way.at)
    way.spoil(patch)
    evidence = gather(read_statement(scan(patch.save())))
    given_by = {room(check): list(check(evidence)) for check in checks.ALL}
    assert where in [found.place for found in given_by[name] if found.code == code]
    for check in checks.ALL:
        assert {found.code for found in given_by[room(check)]} <= set(checks.codes_of(check))


@pytest.mark.parametrize("name", sorted({name for name, _ in WAYS} - {"status"}))
def test_a_good_workbook_gives_none(name: str, tmp_path: Path) -> None:
    """So that each way above is what provokes its code."""
    evidence = gather(read_statement(scan(make(tmp_path / "bieu.xlsx", office(), NATIVE))))
    check = next(check for check in checks.ALL if room(check) == name)
    assert list(check(evidence)) == []


def place_of_finding(patch: Patch, at: Where) -> str:
    if isinstance(at, Key) or at.startswith("dti_"):
        return "!".join(patch.place(at))
    return at.replace("{row of 3.1}", patch.address(S31)[1:])
