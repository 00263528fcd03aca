"""A foreign form of levels on the command line: adopt, check and score say the same."""

from __future__ import annotations

from pathlib import Path

from tests.support.command import dti, state_of

FORMS = Path(__file__).parents[1] / "books" / "forms"
FORM = FORMS / "06-xa-tan-hoa-khung-tieu-chi.xlsx"
XA = "BTTTT-2024-XA"


def test_adopt_writes_the_book_that_says_the_same(tmp_path: Path) -> None:
    before = state_of(FORMS)
    for edition in ("udf", "native"):
        book = tmp_path / f"{edition}.xlsx"
        answer = dti("adopt", FORM, "--edition", edition, "-o", book, "--json")
        assert (answer.status, answer.json["table"]) == (0, XA)
        assert dti("score", book, "--json").json == dti("score", FORM, "--json").json
        checked = dti("check", book, "--json")
        assert (checked.status, checked.json["verdict"]) == (0, "match")
        assert checked.json["level"] == {"typed": 2, "sheet": 2, "engine": 2}
    assert state_of(FORMS) == before


def test_adopt_says_what_was_read() -> None:
    data = dti("adopt", FORM, "--table", XA, "--json").json
    assert data["rows"][0] == {
        "code": "I.1",
        "cell": "Khung tiêu chí!K12",
        "text": "60%",
        "inputs": {"value": 60},
        "typed_score": None,
        "status": "read",
        "why": "",
    }
    whole = {key: value for key, value in data.items() if key.startswith("typed_")}
    assert whole == {"typed_total": None, "typed_pillars": {}, "typed_level": 2}
    assert (data["excluded"], data["findings"]) == ([], [])
    assert "đọc chắc 38 dòng" in dti("adopt", FORM).out
    assert "read 38" in dti("adopt", FORM, "--lang", "en").out


def test_check_gives_no_totals_and_the_level(tmp_path: Path) -> None:
    answer = dti("check", FORM, "--json", "--report", tmp_path / "report.html")
    assert answer.status == 0
    data = answer.json
    assert (data["table"], data["verdict"]) == (XA, "match")
    assert set(data["totals"].values()) == {None}
    assert data["level"] == {"typed": 2, "sheet": None, "engine": 2}
    assert "Mức độ 2 (Kết nối)" in dti("check", FORM).out
    assert "Mức độ 2 (Kết nối)" in (tmp_path / "report.html").read_text("utf-8")


def test_another_table_is_named() -> None:
    wrong = dti("adopt", FORM, "--table", "BTTTT-2024-HUYEN", "--json")
    assert wrong.status == 1
    assert wrong.json["findings"][0]["code"] == "table-mismatch"
    assert dti("explain", FORM, "I.99").status == 2
