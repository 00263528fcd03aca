"""The next period and the next decision: what is carried over, and what is told."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from answers.carry import carry
from answers.mapping import propose
from answers.refusal import Unusable
from answers.sources import Source, read_source
from rulesets.files import table_ids
from rulesets.laws import load_law
from scoring.read_unit import read_submission
from tests.support.any_units import random_submission
from tests.support.command import dti
from tests.support.recalculated import scanned
from workbooks.build import build
from workbooks.design.names import NATIVE
from workbooks.own.read import read_own

UNIT = {
    "table": "HB-2023-XA",
    "name": "Xã A",
    "period": "2023",
    "inputs": {"2.1": {"option": 1}, "3.1": {"a": 5, "b": 9}},
    "typed": {"2.1": 20},
    "verified": {"2.1": 10},
    "explanations": {"2.1": "vì"},
    "attached": {"2.2": "QĐ 5"},
    "signing": {"signer": "Trần B", "date": "ngày 1"},
    "documents": [{}, {"row": "2.1", "name": "a.pdf", "sha256": "ab"}],
}


def last(**more: object) -> Source:
    law = load_law("HB-2023-XA")
    return Source("cu.xlsx", law, read_submission(UNIT | more, law))


def test_the_next_period_of_the_same_table() -> None:
    result = carry("HB-2023-XA", last(), edition=NATIVE)
    now = read_own(scanned(result.content)).submission
    assert now.figures == last().submission.figures
    assert now.name == "Xã A"
    assert (now.period, now.typed, now.verified, now.explanations) == ("", {}, {}, {})
    assert now.attached == {"2.2": "QĐ 5"}
    assert now.signing == {"signer": "Trần B"}
    assert [(d.row, d.sha256) for d in now.documents] == [("2.1", "ab")]
    assert set(result.kept) == {"2.1", "2.2", "3.1"}
    assert result.changed == ()
    assert result.dropped == ()
    assert {entry.row for entry in now.journal} == {"2.1", "3.1"}
    assert "1.1" in result.new


@pytest.mark.parametrize("table_id", table_ids())
def test_every_table_is_carried_to_itself_whole(table_id: str) -> None:
    law = load_law(table_id)
    submission = random_submission(law, random.Random(table_id), dirty=0)
    result = carry(table_id, Source("a.xlsx", law, submission), edition=NATIVE)
    now = read_own(scanned(result.content)).submission
    before = read_own(scanned(build(law, submission, NATIVE))).submission
    assert now.figures == before.figures
    assert now.info == before.info
    assert (result.changed, result.dropped) == ((), ())


def test_between_two_tables_a_mapping_is_needed_and_proposed(tmp_path: Path) -> None:
    with pytest.raises(Unusable):
        carry("HB-2023-HUYEN", last())
    book, file, out = (tmp_path / name for name in ("cu.xlsx", "doi.json", "moi.xlsx"))
    source = last()
    book.write_bytes(build(source.law, source.submission, NATIVE))
    answer = dti("new", "HB-2023-HUYEN", "--from", book, "--propose", file)
    assert answer.status == 0, answer.err
    proposal = json.loads(file.read_text(encoding="utf-8"))
    to = {line["from"]: line["to"] for line in proposal["rows"]}
    assert len([code for code in to.values() if code]) > 20
    assert len(set(filter(None, to.values()))) == len(list(filter(None, to.values())))
    next(line for line in proposal["rows"] if line["from"] == "2.2")["to"] = None
    file.write_text(json.dumps(proposal), encoding="utf-8")
    answer = dti("new", "HB-2023-HUYEN", "--from", book, "--mapping", file, "-o", out, "--json")
    assert answer.status == 0, answer.err
    assert [row["code"] for row in answer.json["dropped"]] == ["2.2"]
    now = read_source(out).submission
    assert now.table == "HB-2023-HUYEN"
    assert set(now.figures) <= {to["2.1"], to["3.1"]}
    told = {row["code"] for row in answer.json["changed"]} | set(answer.json["kept"])
    assert {to["2.1"], to["3.1"]} - {None} <= told
    for lang in ("vi", "en"):
        assert (
            dti(
                "new",
                "HB-2023-HUYEN",
                "--from",
                book,
                "--mapping",
                file,
                "-o",
                out,
                "--force",
                "--lang",
                lang,
            ).status
            == 0
        )


def test_the_same_titles_are_proposed_for_themselves() -> None:
    law = load_law("HD-2024-HUYEN")
    assert all(code == to for code, to, like in propose(law, law).rows if like == 1.0)


@pytest.mark.parametrize(
    "given",
    [
        [],
        {"from": "HB-2023-XA", "to": "HB-2023-HUYEN", "rows": [{"from": "99", "to": "1.1"}]},
        {"from": "HB-2023-XA", "to": "HB-2023-HUYEN", "rows": [{"from": "1.1", "to": "99"}]},
        {"from": "HB-2023-SO", "to": "HB-2023-HUYEN", "rows": []},
        {
            "from": "HB-2023-XA",
            "to": "HB-2023-HUYEN",
            "rows": [{"from": "1.1", "to": "1.1"}, {"from": "1.2", "to": "1.1"}],
        },
    ],
)
def test_a_mapping_that_cannot_be_used_is_refused(tmp_path: Path, given: object) -> None:
    book, file, out = (tmp_path / name for name in ("cu.xlsx", "doi.json", "moi.xlsx"))
    book.write_bytes(build(last().law, last().submission, NATIVE))
    file.write_text(json.dumps(given), encoding="utf-8")
    answer = dti("new", "HB-2023-HUYEN", "--from", book, "--mapping", file, "-o", out)
    assert answer.status == 2
    assert "doi.json" in answer.err
    assert not out.exists()


def test_options_that_belong_together(tmp_path: Path) -> None:
    assert dti("new", "HB-2023-XA", "--mapping", tmp_path / "a", "-o", tmp_path / "b").status == 2
    assert dti("new", "HB-2023-XA").status == 2
