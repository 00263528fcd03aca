"""Every printed cell of a scored workbook against the ruleset, and what its cells take."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from rulesets.laws import load_scored
from scoring.conditions import NO, YES
from scoring.model import Indicator, Table
from scoring.slots import Slot, SlotKind
from tests.support.scored_books import design
from tests.support.scored_units import SCORED
from texts import say
from udfs.cells import read_cell
from workbooks.design.draft import Content, Design
from workbooks.design.grid import Place
from workbooks.design.names import (
    COHORT,
    EDITIONS,
    INFO,
    LISTS,
    MAP,
    NATIVE,
    READINGS,
    SCORING,
    SUMMARY,
    UDF,
    Key,
)
from workbooks.design.scored.summary import HEAD

HEADS = (
    *("TT", "Chỉ số / số liệu cần nhập", "Điểm tối đa", "Số liệu", "Tình trạng", "Cần làm gì"),
    *("Điểm tính được", "Điểm tự chấm", "Khớp / lệch", "Diễn giải điểm"),
    *("Cách tính điểm (như văn bản)", "Tài liệu kiểm chứng (văn bản yêu cầu)"),
    *("Tài liệu gửi kèm", "Cơ quan chủ trì / phối hợp", "Không đánh giá"),
    *("Lý do không đánh giá", "Lời của đơn vị (từ biểu gốc)", "Giải trình", "Điểm thẩm định"),
    *("Thẩm định − tính được", "Điểm tối đa được tính", "Điểm chính thức", "Dòng thiếu"),
    *("Dòng sai", "Số thứ tự không đánh giá", "Điểm chưa đạt", "Thứ hạng điểm chưa đạt"),
    *("Số liệu được tính", "Số tài liệu trong danh mục"),
)
HINTS = {
    SlotKind.ANSWER: "Có / Không",
    SlotKind.DATE: "Ngày, ví dụ 15/01/2025",
    SlotKind.OPTION: "Chọn trong danh sách",
}
NAMES = {"num": "tử số", "den": "mẫu số", "x": "số lượng", "value": "giá trị"}


def rows_of(made: Design, sheet: str) -> dict[int, dict[int, Content]]:
    """The printed cells of a sheet, without empty texts: row → column → content."""
    rows: dict[int, dict[int, Content]] = {}
    for place, content in made.printed.items():
        if place.sheet == sheet and content != "":
            rows.setdefault(place.row, {})[place.column] = content
    return rows


def kept(cells: Mapping[int, Content]) -> dict[int, Content]:
    return {column: content for column, content in cells.items() if content != ""}


def row_cells(row: Indicator) -> dict[int, Content]:
    """What stands in the row of an indicator, by column."""
    agencies = " / ".join(a for a in (row.lead_agency, row.coordinating_agency) if a)
    printed, evidence = (" ".join(text.split()) for text in (row.printed, row.evidence))
    cells: dict[int, Content] = {0: row.code, 1: row.name, 2: float(row.max_score)}
    return kept(cells | {10: printed, 11: evidence, 13: agencies})


def slot_cells(row: Indicator, slot: Slot) -> dict[int, Content]:
    """What stands in the row of an input."""
    label = slot.label or NAMES.get(slot.name, "Lựa chọn")
    if slot.place:
        label = f"({slot.place}) {slot.label}"
    elif len(slot.name) == 1 and slot.name != "x":
        label = f"{slot.name} = {slot.label}"
    hint = HINTS.get(slot.kind, "")
    if slot.kind is SlotKind.PERCENT:
        counts = {"num", "den"} <= {other.name for other in row.slots}
        hint = "Ví dụ 85,5%, khi không có hai số trên" if counts else "Ví dụ 85,5%"
    return kept({1: label, 5: hint})


def expected_rows(table: Table) -> list[dict[int, Content]]:
    """The printed rows of the scoring sheet from its first pillar on, in order."""
    rows: list[dict[int, Content]] = []
    after = [pillar.code for pillar in table.pillars[1:]]
    for number, pillar in enumerate(table.pillars):
        jump = f"▼ sang mục {after[number]}" if number < len(after) else "▲ về đầu trang"
        rows.append({0: pillar.code, 1: pillar.name, 2: float(pillar.max_score), 3: jump})
        groups = list(pillar.groups)
        for row in pillar.indicators:
            while groups and row.code.startswith(f"{groups[0].code}."):
                group = groups.pop(0)
                most = "" if group.max_score is None else f"({group.max_score})"
                rows.append(kept({0: group.code, 1: group.name, 2: most}))
            if row.heading:
                rows.append({0: row.code, 1: row.heading})
            rows.append(row_cells(row))
            slots = row.typed_slots
            if [slot.kind for slot in slots] != [SlotKind.OPTION]:
                rows += [slot_cells(row, slot) for slot in slots]
    return rows


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("table_id", SCORED)
def test_the_scoring_sheet_prints_the_ruleset(table_id: str, edition: str) -> None:
    table, made = load_scored(table_id), design(table_id, edition)
    rows = rows_of(made, SCORING)
    assert rows.pop(0) == {0: table.title}
    assert rows.pop(2) == dict(enumerate(HEADS))
    assert rows.pop(3) == {1: "Tổng cộng", 2: float(table.max_score)}
    wanted = expected_rows(table)
    assert [rows.pop(number) for number in sorted(rows)[: len(wanted)]] == wanted
    under = [text for number in sorted(rows) for text in rows[number].values()]
    grounds = ", ".join(part for part in (table.place, table.document) if part)
    lines = [f"Căn cứ: {grounds}"]
    if table.decision.superseded:
        lines.append(f"Lưu ý: {table.decision.superseded}")
    signed = ["…, ngày … tháng … năm …", "NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ"]
    signed += ["(Ký, ghi rõ họ tên)", "(Ký, đóng dấu)"]
    assert under == lines + signed


@pytest.mark.parametrize("table_id", SCORED)
def test_the_general_information_prints_the_ruleset(table_id: str) -> None:
    table, made = load_scored(table_id), design(table_id, UDF)
    rows = rows_of(made, INFO)
    for line in table.info:
        row = made.fields[Key("info", line.code)].row
        note = "; ".join(part for part in (line.agency, line.note) if part)
        assert rows[row] == kept({0: line.code, 1: line.label, 3: line.unit, 4: note})
    texts = [text for cells in rows.values() for text in cells.values()]
    assert texts[:2] == ["THÔNG TIN CHUNG", table.title]
    guide = [text for text in texts if str(text).startswith(("Ô ", "Nhập xong"))]
    assert len(guide) == 5
    assert "HƯỚNG DẪN" in texts


@pytest.mark.parametrize("table_id", SCORED)
def test_readings_and_map_print_the_ruleset(table_id: str) -> None:
    table = load_scored(table_id)
    for edition in EDITIONS:
        made = design(table_id, edition)
        rows = rows_of(made, READINGS)
        for number, reading in enumerate(table.readings, 3):
            texts = (reading.place, reading.printed, reading.adopted, reading.why)
            more = (reading.effect, reading.alternative, reading.id)
            assert rows[number] == kept(dict(enumerate((*texts, *more))))
        assert len(rows) == 3 + len(table.readings)
        said = {cells[0]: cells[1] for cells in rows_of(made, MAP).values()}
        assert said == {
            "dti-excel": "2",
            "table": table_id,
            "edition": edition,
            "ruleset": table.digest,
            "kind": "scored",
        }


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("table_id", SCORED)
def test_the_summary_prints_pillars_and_rows(table_id: str, edition: str) -> None:
    table, made = load_scored(table_id), design(table_id, edition)
    rows = rows_of(made, SUMMARY)
    assert rows[0] == {0: f"TỔNG HỢP: {table.title}"}
    for pillar in table.pillars:
        row = made.formulas[Key("summary", pillar.code, "score")].place.row
        assert rows[row] == {0: pillar.code, 1: pillar.name, 2: float(pillar.max_score)}
    total = made.formulas[Key("summary", "total", "score")].place.row
    assert rows[total] == {1: "Tổng cộng", 2: float(table.max_score)}
    for indicator in table.indicators:
        row = made.formulas[Key("row", indicator.code, "score")].place.row
        wanted = {0: indicator.code, 1: indicator.name, 2: float(indicator.max_score)}
        assert rows[row] == wanted
    for name, label in (
        ("index_self", "Chỉ số tự chấm (%)"),
        ("index", "Chỉ số chính thức (%)"),
        ("appraised_total", "Tổng điểm thẩm định"),
        ("left_out_max", "Điểm tối đa của các chỉ số không đánh giá"),
        ("index_before", "Chỉ số tự chấm nếu không trừ (%)"),
        ("count_missing", "Số dòng thiếu số liệu"),
        ("count_wrong", "Số dòng sai số liệu"),
    ):
        assert rows[made.formulas[Key(name)].place.row][0] == label


@pytest.mark.parametrize("table_id", SCORED)
def test_links_lead_to_the_row_of_their_code(table_id: str) -> None:
    made = design(table_id, UDF)
    for sheet in made.sheets:
        for place, link in sheet.links.items():
            name, address = link.rsplit("!", 1)
            there = next(
                spot
                for spot in made.printed
                if spot.sheet == name.strip("'") and spot.address == address
            )
            text = str(made.printed[place])
            if text.startswith("▲"):
                continue
            assert made.printed[there] == text.removeprefix("▼ sang mục ")


@pytest.mark.parametrize("table_id", SCORED)
def test_the_dropdowns_hold_the_printed_options(table_id: str) -> None:
    """Whole, numbered, with the points where the choice alone decides, and read back."""
    made = design(table_id, UDF)
    for row in load_scored(table_id).indicators:
        for slot in row.typed_slots:
            if slot.kind is not SlotKind.OPTION:
                continue
            texts = listed(made, row, slot)
            assert len(texts) == len(slot.options)
            for ordinal, (text, label) in enumerate(zip(texts, slot.options, strict=True), 1):
                plain = " ".join(label.translate(str.maketrans("", "", "*?~")).split())
                assert text.startswith(f"{ordinal}. {plain}")
                assert "…" not in text.removeprefix(f"{ordinal}. {plain}")
                assert len(text) <= 255
                assert read_cell(slot, text) == ordinal
                alone = row.program.run({slot.name: ordinal}).score
                if alone is not None and len(row.slots) == 1:
                    assert text.endswith("điểm)")
    assert [rows_of(made, LISTS)[number][0] for number in (0, 1)] == [YES, NO]


def listed(made: Design, row: Indicator, slot: Slot) -> list[str]:
    """The texts of the dropdown of an input."""
    source = str(rule(made, made.fields[Key("in", row.code, slot.name)])["source"])
    first, last = (int(part) for part in source.replace("$A$", "").split("!")[1].split(":"))
    return [str(made.printed[Place(LISTS, number - 1, 0)]) for number in range(first, last + 1)]


def rule(made: Design, place: Place) -> Mapping[str, Any]:
    """What a cell takes."""
    for sheet in made.sheets:
        if sheet.name != place.sheet:
            continue
        for area, found in sheet.validations:
            inside = area.row <= place.row <= area.last_row
            if inside and area.column <= place.column <= area.last_column:
                return found
    raise AssertionError(place)


@pytest.mark.parametrize("table_id", SCORED)
def test_every_cell_to_fill_says_what_it_takes(table_id: str) -> None:
    """Each message names its input, says the bound and the remedy, within Excel's limits."""
    made, table = design(table_id, NATIVE), load_scored(table_id)
    for key, place in made.fields.items():
        if key.what not in ("in", "typed", "verified", "excluded", "cohort"):
            continue
        found = rule(made, place)
        assert len(found["input_title"]) <= 32
        assert len(found["error_title"]) <= 32
        assert 0 < len(found["input_message"]) <= 255
        assert 0 < len(found["error_message"]) <= 255
        if key.what == "in":
            slot = next(s for s in table.by_code[key.code].slots if s.name == key.slot)
            assert found["input_title"].startswith(key.code)
            label = slot.label[:60]
            assert label in found["error_message"]
            assert label in found["input_message"]
            assert found.get("error_type", "stop") == "stop"
            if slot.kind is SlotKind.NUMBER and not slot.signed:
                assert found["minimum"] == 0
        elif key.what == "typed":
            assert found["error_type"] == "warning"
        elif key.what == "verified":
            row = table.by_code[key.code]
            bounds = (float(row.min_score), float(row.max_score))
            assert (found["minimum"], found["maximum"]) == bounds


@pytest.mark.parametrize("table_id", SCORED)
def test_the_cohort_has_room_for_every_unit(table_id: str) -> None:
    made = design(table_id, UDF)
    codes = [row.code for row in load_scored(table_id).indicators if row.slots[-1].name == "cohort"]
    assert (COHORT in [sheet.name for sheet in made.sheets]) == bool(codes)
    for code in codes:
        assert {Key("cohort", code, str(number)) for number in range(200)} <= made.fields.keys()
        rows = rows_of(made, COHORT)
        assert any(str(text).startswith(f"{code}. ") for text in rows[3].values())


@pytest.mark.parametrize("table_id", SCORED)
def test_the_summary_keeps_its_rows_off_the_charts(table_id: str) -> None:
    sheet = next(page for page in design(table_id, UDF).sheets if page.name == SUMMARY)
    assert sheet.breaks == [min(place.row for place, _ in sheet.charts) - 1]
    # Rows that are known to need more lines have their height in the file; nothing grows later.
    title = say("sheet.scored.summary-title", title=load_scored(table_id).title)
    assert sheet.heights[0] >= (36 if len(title) > 99 else 18)
    assert sheet.heights[HEAD] >= 45
