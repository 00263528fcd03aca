"""DTI_EXPLAIN: the figures put into the printed rule, as an official would write it."""

from __future__ import annotations

import random
from typing import Any

import pytest

from rulesets.laws import load_scored
from scoring.explain import explain
from scoring.read_figures import read_inputs
from tests.support.tables import SCORED
from tests.support.units import random_inputs
from udfs import call
from udfs.results import CellError

XA, SO, HUYEN, VN = "HB-2023-XA", "HB-2023-SO", "HB-2023-HUYEN", "VN-2024-HUYEN"

SENTENCES = [
    pytest.param(
        XA, "3.4", (600.0, 1000.0),
        "3.4: 600/1.000 = 60% < 85% → 60%/85% × 10 = 7,06 điểm (Phụ lục IV, mục 3.4; "
        "cách hiểu: mẫu số là tổng dân số như văn bản)",
        id="below-the-full-mark",
    ),
    pytest.param(
        XA, "3.4", (900.0, 1000.0),
        "3.4: 900/1.000 = 90% ≥ 85% → điểm tối đa = 10 điểm (Phụ lục IV, mục 3.4; "
        "cách hiểu: mẫu số là tổng dân số như văn bản)",
        id="above-the-full-mark",
    ),
    pytest.param(
        XA, "1.2", (3.0, 4.0),
        "1.2: 3/4 = 75% → 75% × 20 = 15 điểm (Phụ lục IV, mục 1.2)",
        id="in-proportion",
    ),
    pytest.param(
        XA, "1.1", (2.0,),
        "1.1: chọn 2. «Trưởng ban là Phó Bí thư/Phó Chủ tịch UBND các xã, phường, thị trấn» → "
        "1/2 × 20 = 10 điểm (Phụ lục IV, mục 1.1)",
        id="an-option",
    ),
    pytest.param(
        XA, "3.8", (7.0,),
        "3.8: 7 ≥ 5 và < 10 → 1/2 × 10 = 5 điểm (Phụ lục IV, mục 3.8)",
        id="bands-of-a-count",
    ),
    pytest.param(
        XA, "3.8", (0.0,), "3.8: 0 < 1 → 0 điểm (Phụ lục IV, mục 3.8)", id="below-all-bands"
    ),
    pytest.param(
        XA, "6.1", ("Có", "Không"),
        "6.1: (1) có: 18 điểm; (2) không: 0 điểm → 18 + 0 = 18 điểm (Phụ lục IV, mục 6.1; "
        "cách hiểu: cộng điểm hai phần 3/5 và 2/5)",
        id="parts",
    ),
    pytest.param(
        XA, "1.3", (7.0, 2.0),
        "1.3: (1) chọn 2. «Liên kết về Trang chuyển đổi số của tỉnh (chuyendoiso.hoabinh.gov.vn)» "
        "→ 1/4 × 20 = 5 điểm; (2) 7 ≥ 6 và < 12 → 1/4 × 20 = 5 điểm → 5 + 5 = 10 điểm "
        "(Phụ lục IV, mục 1.3; cách hiểu: chỉ lấy một trong ba mức: chuyên mục riêng 1/2, nếu "
        "không thì liên kết 1/4, nếu không thì 0; điểm là tổng (1) + (2))",
        id="a-total",
    ),
    pytest.param(
        SO, "1.3", (3.0, 1.0, 4.0),
        "1.3: (3 + 1/2×1)/4 = 87,5% → 87,5% × 20 = 17,5 điểm (Phụ lục II, mục 1.3; cách hiểu: "
        "b chỉ gồm cuộc họp do cấp Phó chủ trì; a + b không được lớn hơn c; dấu + bị mất khi "
        "trích văn bản, các số hạng được cộng lại)",
        id="weighted-parts",
    ),
    pytest.param(
        "HD-2024-SO", "5.3", (0.0, 0.0),
        "5.3: b = 0 → điểm tối đa = 10 điểm (Phụ lục 1, mục 5.3; "
        "cách hiểu: không có máy chủ (b = 0) thì điểm tối đa)",
        id="a-special-case",
    ),
    pytest.param(
        HUYEN, "5.8", (20.0, 0.0, 20.0, 40.0),
        "5.8: 20; thấp nhất 0, cao nhất 40 trong cụm → (20 − 0)/(40 − 0) × 15 = 7,5 điểm "
        "(Phụ lục III, mục 5.8; cách hiểu: Điểm = (kinh phí − thấp nhất)/(cao nhất − thấp nhất) "
        "× Điểm tối đa; bằng nhau cả thì cùng điểm tối đa (cùng 0 thì 0))",
        id="min-max",
    ),
    pytest.param(
        "HD-2024-HUYEN", "6.12", (0.5, 100.0),
        "6.12: 0,5/100 = 0,5% ≥ 0,4% và < 0,7% → 7/10 × 10 = 7 điểm (Phụ lục 2, mục 6.12; "
        "cách hiểu: xét từ mức 1 xuống: từ 0,7% được 100%, từ 0,4% được 70%, từ 0,2% được 30%, "
        "dưới 0,2% được 0)",
        id="bands-of-a-ratio",
    ),
    pytest.param(
        "HD-2024-SO", "1.3", (7.0, "Có"),
        "1.3: 7 < 10 → 7/10 × 10 = 7 điểm (Phụ lục 1, mục 1.3; cách hiểu: phải có chuyên mục; "
        "có chuyên mục thì tính số tin, bài/10, nhiều nhất bằng điểm tối đa)",
        id="a-count-up-to-a-full-mark",
    ),
    pytest.param(
        SO, "6.5", (99_999.0, 100_000.0),
        "6.5: 99.999/100.000 = 99,999% < 100% → 0 điểm (Phụ lục II, mục 6.5; cách hiểu: "
        "chỉ đúng 100% mới được điểm tối đa, dưới 100% là 0; ngưỡng không làm tròn)",
        id="almost-all-is-not-shown-as-all",
    ),
    pytest.param(
        XA, "3.4", (9.0, 8.0),
        "3.4: chưa có điểm. Phần lớn hơn tổng: a = 9, b = 8. Số liệu không thể có nên không được "
        "điểm; hãy kiểm tra lại. (Phụ lục IV, mục 3.4; "
        "cách hiểu: mẫu số là tổng dân số như văn bản)",
        id="impossible-figures",
    ),
    pytest.param(
        XA, "3.4", ("", 8.0),
        "3.4: chưa có điểm. Thiếu số liệu: a (Số lượng người dân có điện thoại thông minh). "
        "(Phụ lục IV, mục 3.4; cách hiểu: mẫu số là tổng dân số như văn bản)",
        id="missing-figure",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("table", "code", "cells", "sentence"), SENTENCES)
def test_the_sentence_of_a_row(
    table: str, code: str, cells: tuple[Any, ...], sentence: str
) -> None:
    assert call("DTI_EXPLAIN", table, code, tuple((cell,) for cell in cells)) == sentence


def test_unknown_rows_and_wrong_calls() -> None:
    assert call("DTI_EXPLAIN", XA, "9.9", 1.0) is CellError.NA
    assert call("DTI_EXPLAIN", XA, "3.4", 1.0) == "Chỉ số 3.4 cần 2 ô số liệu, nhận 1."


@pytest.mark.parametrize(
    ("table", "code", "cells", "ill"),
    [
        pytest.param(XA, "3.9", (3.0, "Có"), "(1) (1)", id="a-single-part-is-not-numbered-twice"),
        pytest.param(VN, "2.2", (4.0,), "điểm Văn bản", id="a-warning-begins-a-new-sentence"),
        pytest.param(SO, "5.4", (1.0, 4.0, "Có"), "điểm Đã khai", id="a-warning-after-a-ratio"),
        pytest.param(HUYEN, "7.5", (40.0, 100.0), "≥ 0%", id="nobody-writes-at-least-zero-percent"),
    ],
)
def test_a_sentence_reads_well(table: str, code: str, cells: tuple[Any, ...], ill: str) -> None:
    assert ill not in str(call("DTI_EXPLAIN", table, code, tuple((cell,) for cell in cells)))


@pytest.mark.parametrize("table", SCORED)
def test_every_sentence_ends_with_its_score_and_names_its_clause(table: str) -> None:
    rng = random.Random(table)
    for row in load_scored(table).indicators:
        for _ in range(5):
            given = read_inputs(row, random_inputs(row, rng))
            text = explain(row, given)
            assert text.startswith(f"{row.code}: ")
            assert f"({row.place}" in text
            assert text.endswith(")")
            assert " điểm" in text
            assert "None" not in text
            assert "{" not in text
            for reading in row.readings:
                assert reading.adopted in text
