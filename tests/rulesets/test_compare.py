"""Two tables row by row: what went, what came, what changed."""

from __future__ import annotations

from pathlib import Path

from rulesets import files
from rulesets.compare import compare
from tests.support.command import dti
from tests.support.rulesets import ID, TABLE, write_decision

NEXT = "VD-2027-XA"


def both(tmp_path: Path, text: str) -> Path:
    write_decision(tmp_path)
    return write_decision(tmp_path, "vd-2027", xa=text.replace(ID, NEXT))


def test_the_same_table_has_no_differences(tmp_path: Path) -> None:
    done = dti("rules", "diff", ID, NEXT, "--rulesets", both(tmp_path, TABLE))
    assert (done.status, done.out.strip()) == (0, "hai bảng giống nhau")


def test_every_kind_of_change_is_named_once(tmp_path: Path) -> None:
    text = (
        TABLE.replace('code: "1.1"', 'code: "1.3"')
        .replace('full_at: "85%"', 'full_at: "90%"')
        .replace('name: "Điện thoại thông minh"', 'name: "Điện thoại"')
        .replace('printed: "a/b"', 'printed: "a : b"')
    )
    folder = both(tmp_path, text)
    with files.added([folder]):
        found = {(item.code, item.kind): item for item in compare(ID, NEXT)}
    assert set(found) == {("1.1", "gone"), ("1.3", "came"), ("1.2", "changed")}
    changes = {what: (old, new) for what, old, new in found["1.2", "changed"].changes}
    assert set(changes) == {"name", "printed", "rule"}
    assert '"85%"' in changes["rule"][0]
    assert '"90%"' in changes["rule"][1]
    done = dti("rules", "diff", ID, NEXT, "--rulesets", folder)
    assert done.status == 0
    assert done.out.startswith(f"{ID} → {NEXT}: 3 khác biệt\n")
    assert "− 1.1 Có kết nối (10 điểm)" in done.out
    assert "tên: «Điện thoại thông minh» → «Điện thoại»" in done.out


def test_a_changed_maximum_is_one(tmp_path: Path) -> None:
    text = TABLE.replace("max_score: 10\n        inputs", 'max_score: "7.5"\n        inputs')
    with files.added([both(tmp_path, text)]):
        (found,) = compare(ID, NEXT)
    assert [(what, float(old), float(new)) for what, old, new in found.changes] == [
        ("max", 10.0, 7.5)
    ]
    done = dti("rules", "diff", ID, NEXT, "--rulesets", tmp_path, "--json", "--lang", "en")
    assert done.json[0]["changes"]["max"] == {"before": "10", "after": "15/2"}


def test_tables_of_two_kinds_and_unknown_ones_are_refused() -> None:
    done = dti("rules", "diff", "HB-2023-XA", "BTTTT-2024-XA")
    assert done.status == 2
    assert "khác loại" in done.err
    assert dti("rules", "diff", "HB-2023-XA", ID).status == 2


def test_thresholds_of_levels_are_compared() -> None:
    codes = {item.code for item in compare("BTTTT-2024-XA", "BTTTT-2024-HUYEN")}
    assert "I.1" in codes
    assert compare("BTTTT-2024-XA", "BTTTT-2024-XA") == ()
