"""Three kinds of tables, each with its own loader; a wrong one says what the table is."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from rulesets import files
from rulesets.errors import RulesetError
from rulesets.laws import (
    WrongKind,
    build_law,
    kind_of,
    load_levels,
    load_plan,
    load_scored,
    source_of,
)

LOADERS: dict[str, Callable[[str], Any]] = {
    "scored": load_scored,
    "levels": load_levels,
    "targets": load_plan,
}
Change = Callable[[Any], object]


@pytest.mark.parametrize("table_id", files.table_ids())
def test_one_loader_fits_and_the_others_say_why_not(table_id: str) -> None:
    for kind, loader in LOADERS.items():
        if kind == kind_of(table_id):
            table = loader(table_id)
            assert (table.id, table.kind) == (table_id, kind)
            assert table.digest == files.read(table_id)["digest"]
        else:
            with pytest.raises(WrongKind, match=table_id) as error:
                loader(table_id)
            assert error.value.kind == kind_of(table_id)


@pytest.mark.parametrize("loader", [kind_of, *LOADERS.values()])
@pytest.mark.parametrize("table_id", ["XYZ", "HB-2030-XA", ""])
def test_an_unknown_table_is_a_key_error(loader: Callable[[str], Any], table_id: str) -> None:
    with pytest.raises(KeyError) as error:
        loader(table_id)
    assert not isinstance(error.value, WrongKind)


def changed(table_id: str, change: Change) -> dict[str, Any]:
    data = deepcopy(files.read(table_id))
    change(data["table"])
    return data


def rebuilt(table_id: str, change: Change) -> Any:
    return build_law(changed(table_id, change), source_of(files.find(table_id)))


def row(table: Any, group: int = 0, number: int = 0) -> Any:
    rows = table["pillars"][group]
    return (rows["criteria"] if "criteria" in rows else rows["targets"])[number]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda t: t.update(color="đỏ"), ["color"]),
        (lambda t: t.update(id="BTTTT-2024-HUYEN"), ["id"]),
        (lambda t: t["level_names"].pop(), ["level_names"]),
        (lambda t: row(t).update(color="đỏ"), ["I.1", "color"]),
        (lambda t: row(t).update(kind="màu"), ["I.1", "kind"]),
        (lambda t: row(t).update(code="II.1"), ["II.1", "«I.»"]),
        (lambda t: row(t).update(code="I.2"), ["lặp lại"]),
        (lambda t: row(t)["levels"].pop(), ["I.1", "levels"]),
        (lambda t: row(t)["thresholds"].pop(), ["I.1", "thresholds"]),
        (lambda t: row(t)["thresholds"].__setitem__(0, None), ["I.1", "Không áp dụng"]),
        (lambda t: row(t)["thresholds"].__setitem__(0, 50), ["I.1", "62%"]),
        (lambda t: row(t, 0, 3)["thresholds"].__setitem__(4, "Không"), ["I.4", "Có"]),
        (lambda t: row(t, 0, 3)["thresholds"].__setitem__(4, "null"), ["I.4", "Có"]),
        (lambda t: row(t, 1, 3)["thresholds"][4].update(all=True), ["II.4", "all"]),
        (lambda t: row(t).update(readings=["lạ"]), ["I.1", "lạ"]),
    ],
)
def test_a_wrong_levels_file_is_refused(change: Change, words: list[str]) -> None:
    with pytest.raises(RulesetError) as error:
        rebuilt("BTTTT-2024-XA", change)
    assert all(word in str(error.value) for word in ["btttt-2024/xa.yaml", *words]), error.value


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda t: t.update(color="đỏ"), ["color"]),
        (lambda t: t["pillars"][0].update(part="IV"), ["IV"]),
        (lambda t: row(t).update(color="đỏ"), ["II.1", "color"]),
        (lambda t: row(t).update(kind="màu"), ["II.1", "kind"]),
        (lambda t: row(t).update(code="III.1"), ["III.1", "«II.»"]),
        (lambda t: row(t).update(code="II.2"), ["lặp lại"]),
        (lambda t: row(t).pop("requirement"), ["II.1", "requirement"]),
        (lambda t: row(t).pop("threshold"), ["II.1", "threshold"]),
        (lambda t: row(t).update(threshold=None), ["II.1", "ngưỡng"]),
        (lambda t: row(t, 1, 0).update(kind="none"), ["II.7", "threshold"]),
        (lambda t: row(t).pop("threshold") and row(t).update(kind="header"), ["II.1", "dòng con"]),
    ],
)
def test_a_wrong_plan_file_is_refused(change: Change, words: list[str]) -> None:
    with pytest.raises(RulesetError) as error:
        rebuilt("VN-2023-KEHOACH", change)
    assert all(word in str(error.value) for word in ["vn-2023/kehoach.yaml", *words]), error.value


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(RulesetError, match="màu"):
        rebuilt("HB-2023-XA", lambda t: t.update(kind="màu"))


def test_the_information_of_a_plan_names_its_agencies() -> None:
    line = next(line for line in load_plan("VN-2023-KEHOACH").info if line.code == "I.14")
    assert line.agency == "Phòng Văn hoá và Thông tin"
    assert line.coordinating_agency == "Các phòng, ban, ngành; UBND các xã, thị trấn"
