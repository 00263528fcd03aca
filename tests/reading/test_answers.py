"""An answer with its evidence is an answer; one that contradicts or restricts itself is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.answers import NO as NOS
from reading.answers import TICKS
from reading.numerals import clean
from reading.typed import ReadKind, TypedText, read

YES = [
    "Có (QĐ số 15/QĐ-UBND ngày 08/6/2022)",
    "Có, đã ban hành",
    "Có (đã ban hành)",
    "Có, đã ban hành QĐ số 15/QĐ-UBND ngày 08/6/2022",
    "Có, đã ban hành kế hoạch",
    "Có; Quyết định số 15/QĐ-UBND.",
    "Có: Kế hoạch số 430/KH-UBND ngày 22/11/2023",
    "Có - QĐ số 15/QĐ-UBND",
    "Có. Công văn số 123/UBND-VX",
    "Có theo Quyết định số 15/QĐ-UBND ngày 08 / 6 / 2022",
    "Có tại QĐ số 15/QĐ-UBND",
    "Có (QĐ 15 ngày 08/6/2022)",
    "Có (Quyết định số 12/2024)",
    "Có (Nghị quyết 15-NQ/ĐU ngày 08/6/2022)",
    "Có (Nghị định 42/2022/NĐ-CP)",
    "Có (ngày 08/6/2022)",
    "Có (08/6/2022)",
    "Có (https://dti.gov.vn/van-ban/15)",
    "Có (QĐ số 15/QĐ-UBND; KH số 16/KH-UBND)",
    "Có (QĐ số 15/QĐ-UBND ngày 08/6/2022 của UBND xã về việc thành lập Tổ công nghệ số cộng đồng)",
    "Có (QĐ số 15/QĐ-UBND, của Ban chỉ đạo chuyển đổi số giai đoạn 2021-2025)",
    "Có (KH số 15/KH-UBND về thanh toán không dùng tiền mặt)",
    "Đã ban hành (QĐ số 15/QĐ-UBND ngày 08/6/2022)",
    "✓",
    " ✔ ",
    "✔\ufe0f",
    "☑",
    "√",
    "✅",
    "✓ Có",
    "Có ✓",
    "Có (✓)",
    "[✓]",
    "( ✓ )",
    "Có (QĐ số 15/QĐ-UBND ngày 08 tháng 6 năm 2022)",
    "Có, ngày 08 tháng 6 năm 2022",
    "☑ Đã ban hành",
    "✓ (QĐ số 15/QĐ-UBND)",
    "☑ Có ☐ Không",
    "☒ Có ☐ Không",
    "✓ Có / ☐ Không",
]
NO = [
    "Không (chưa ban hành)",
    "Không, chưa ban hành",
    "Chưa (chưa thực hiện)",
    "Không, chưa ban hành quy chế",
    "Không có",
    "Chưa có",
    "☐ Có ☑ Không",
    "□ Có ☒ Không",
]
FIGURES = {
    "Có 02/02 trường": TypedText(ReadKind.RATIO, a=2, b=2),
    "Có: 5/9": TypedText(ReadKind.RATIO, a=5, b=9),
    "Có (8/8 cán bộ)": TypedText(ReadKind.RATIO, a=8, b=8),
    "Có (15/20)": TypedText(ReadKind.RATIO, a=15, b=20),
    "Có (100%)": TypedText(ReadKind.PERCENT, value=100),
    "Đạt: 90%": TypedText(ReadKind.PERCENT, value=90),
}
# text: id of the reason
UNREADABLE = {
    "Không áp dụng": "not-applicable",
    "Không áp dụng (QĐ số 15/QĐ-UBND)": "not-applicable",
    "Có (5/9)": "answer-or-ratio",
    "Đã ban hành (15/01)": "answer-or-ratio",
    "Có nhưng chưa ban hành": "restriction",
    "Có, nhưng chưa thường xuyên": "restriction",
    "Không, tuy nhiên đã có kế hoạch": "restriction",
    "Có (chưa ban hành)": "contradiction",
    "Có, chưa triển khai": "contradiction",
    "Không (đã ban hành)": "contradiction",
    "Chưa, đã có": "contradiction",
    "Có (một phần)": "no-figure",
    "Có (dự thảo)": "no-figure",
    "Có, đang xây dựng": "no-figure",
    "Chưa (đang xây dựng)": "no-figure",
    "Có (kế hoạch)": "no-figure",
    "Có...": "no-figure",
    "Có ()": "no-figure",
    "✓ Không": "no-figure",
    "✓ (không)": "contradiction",
    "Không ✓": "no-figure",
    "Không (✓)": "no-figure",
    "Có (☐)": "no-figure",
    "Có (ngày 08 tháng 6)": "doubt",
    "☐ Có ☐ Không": "no-figure",
    "☑ Có ☑ Không": "no-figure",
    "☐": "no-figure",
    "☒": "no-figure",
    "x": "no-figure",
    "[x]": "no-figure",
    "Không (QĐ số 15/QĐ-UBND)": "doubt",
    "Có (QĐ số 15/QĐ-UBND, chưa công bố)": "contradiction",
    "Có (QĐ số 15/QĐ-UBND đã hết hiệu lực)": "which-figure",
    "Có (dự thảo QĐ số 15/QĐ-UBND)": "which-figure",
    "Có (QĐ số 15/QĐ-UBND), 5/9 trường": "several-figures",
    "Có (QĐ số 15/QĐ-UBND, 50 hộ)": "which-figure",
    "Có (12 tin)": "which-figure",
    "Có (12/tin)": "which-figure",
    "Có (01/2024)": "date-or-number",
    "Đã ban hành QĐ số 15/QĐ-UBND": "which-figure",
    "Đã ban hành QĐ số 15/QĐ-UBND ngày 08/6/2022": "doubt",
    "Đã ban hành 15/01": "date-or-number",
}


@pytest.mark.parametrize("text", YES)
def test_yes_with_its_evidence(text: str) -> None:
    assert read(text) == TypedText(ReadKind.YES)


@pytest.mark.parametrize("text", NO)
def test_no_with_its_reason(text: str) -> None:
    assert read(text) == TypedText(ReadKind.NO)


@pytest.mark.parametrize(("text", "typed"), FIGURES.items())
def test_a_figure_beside_an_answer_is_the_figure(text: str, typed: TypedText) -> None:
    assert read(text) == typed


@pytest.mark.parametrize(("text", "reason"), UNREADABLE.items())
def test_what_is_not_certain_says_why(text: str, reason: str) -> None:
    typed = read(text)
    assert typed.kind is ReadKind.UNREADABLE
    assert typed.why is not None
    assert typed.why.id == f"read.{reason}"


def test_the_reason_is_said_in_both_languages() -> None:
    why = read("Có nhưng chưa ban hành").why
    assert why is not None
    assert why.say("vi") == "câu trả lời “có” có lời rào đón “nhưng”"
    assert why.say("en") == "the answer “có” is restricted by “nhưng”"
    assert str(read("Có (5/9)").why) == "“5/9” sau “có” có thể là tỷ số hoặc ngày tháng"
    doubt = read("Đạt khoảng 90%").why
    assert doubt is not None
    assert doubt.say("en") == "there is “khoảng”: an estimate or a bound"


PIECES = ["có", "không", "chưa", "đã ban hành", "✓", "☐", " ", "(", ")", ",", ";", ".", ":", "-"]
PIECES += ["qđ số 15/qđ-ubnd", "ngày 08/6/2022", "5/9", "nhưng", "tám", "8", "của ubnd xã"]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_an_answer_is_never_read_from_words_of_both_kinds(text: str) -> None:
    kind = read(text).kind
    words = set(text.replace("đã ban hành", "có").split())
    if kind is ReadKind.YES and "☐" not in words:
        assert not words & {"không", "chưa", "nhưng"}
    if kind is ReadKind.NO:
        assert "nhưng" not in words
        assert "có" not in words or text.strip(" .,;:-") in NOS or "☐" in words


ODD = ["☐ có ", "a\u0301\u0323", "\u0301\u0323", "qđ số ", "(((", "1 ( ", "8 (một một"]
ODD += ["đã ban hành ", "có: https://", "1 hộ/"]


@pytest.mark.parametrize("length", [500, 5_000, 32_767, 100_000])
@pytest.mark.parametrize(
    "piece",
    ["có (", "có, ", "1 (tám) ", "1 (tám", "15/qđ-", "có (15/qđ-ubnd, ", "có (ngày 1/", "✓ ", *ODD],
)
def test_long_texts_end(piece: str, length: int) -> None:
    for text in ((piece * length)[:length], "Có (" + (piece * length)[:length]):
        kind = read(text).kind
        assert kind is ReadKind.UNREADABLE or (kind is ReadKind.YES and length == 500)


def test_a_text_longer_than_a_cell_is_left() -> None:
    assert str(read("8" + " " * 32766).why or "") == ""
    why = read("8" + " " * 32767).why
    assert why is not None
    assert why.id == "read.too-long"


def test_ticks_are_single_characters() -> None:
    assert {read(tick).kind for tick in TICKS} == {ReadKind.YES}


def test_marks_without_end_are_cut() -> None:
    # Ordering marks takes the square of their number.
    assert len(clean("a" + "\u0301\u0323" * 1000)) < 10
    assert clean("Ấ" + " " * 100) == clean("A\u0302\u0301") == "ấ"
