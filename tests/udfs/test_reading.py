"""What officials type: read where certain, otherwise left to the official with the reason."""

import unicodedata
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reading.answers import NO as NOS
from reading.answers import TICKS
from reading.answers import YES as YESES
from reading.typed import ReadKind, TypedText, read, read_numeral
from texts.figures import vietnamese

NBSP = "\u00a0"
HALF = Fraction(1, 2)

RATIOS = {
    # The real form of Đại Lãnh.
    "Địa phương có 08/08 cán bộ, công chức đã được cấp hộp thư điện tử có sử dụng thường xuyên "
    "trong công việc": (8, 8),
    "Có 02/02 trường": (2, 2),
    "Có 2 trên tổng số 2 trường": (2, 2),
    "Có 2 trên tổng số: 2 trường": (2, 2),
    "5/8 cuộc": (5, 8),
    "5 / 8 cuộc.": (5, 8),
    "5 cuộc/8 cuộc": (5, 8),
    "5 trên 8 cuộc": (5, 8),
    "Có 5 trong số 8 trường": (5, 8),
    "15 cán bộ trên tổng số 20 cán bộ": (15, 20),
    "5/8": (5, 8),
    "8/14": (8, 14),
    "8/5": (8, 5),
    "0/4 doanh nghiệp, hợp tác xã": (0, 4),
    "0/1000000": (0, 1000000),
    "15000/25000": (15000, 25000),
    "1.500/2.000 hộ": (1500, 2000),
    "12 345/15 000 hộ": (12345, 15000),
    "1,5/300": (1 + HALF, 300),
    "2000/2000": (2000, 2000),
    "Có 5/2000 hộ": (5, 2000),
    "5/8 (62,5%)": (5, 8),
    "2/3, đạt 66,67%": (2, 3),
    "2/3 (66,7%)": (2, 3),
    "100% (8/8 cán bộ)": (8, 8),
    "8/8(100%)": (8, 8),
    "08/08, đạt 100%": (8, 8),
    "Tất cả máy trạm (15/24, tức là 62,5%)": (15, 24),
    "8/8 = 100%": (8, 8),
    "8/8 đ/c": (8, 8),
    "- Có 8/8 máy tính": (8, 8),
    "Kết quả: 15/20": (15, 20),
    "Tỷ lệ 90/100": (90, 100),
    "Đã số hóa 15/20 hồ sơ": (15, 20),
    "Đã cấp chữ ký số cho 8/8 cán bộ": (8, 8),
    "5/8 cuộc họp không giấy tờ": (5, 8),
    "4/5 chợ thanh toán không dùng tiền mặt": (4, 5),
    "8/8 cán bộ được tập huấn trong năm": (8, 8),
    "19/20 hồ sơ đúng hạn": (19, 20),
    "８／８ cán bộ": (8, 8),
    "8/10 điểm truy cập": (8, 10),
}

PERCENTS = {
    "Có 90%": 90,
    "85,5 %": 85 + HALF,
    "85.5%": 85 + HALF,
    "85,5％": 85 + HALF,
    "đạt 62%": 62,
    "Đạt 40%.": 40,
    f"60{NBSP}%": 60,
    "0,125%": Fraction(1, 8),
    "12,125%": 12 + Fraction(1, 8),
    "0.500%": HALF,
    "90 phần trăm": 90,
    "Tỷ lệ: 90%": 90,
    "Tỉ lệ đạt 90%": 90,
    "Tỷ lệ hộ gia đình có sử dụng Internet 90%": 90,
    "100% cán bộ đã được tập huấn": 100,
    "Hoàn thành 100%": 100,
    "Đã kết nối 100%": 100,
    "Có 15% chợ thanh toán không dùng tiền mặt": 15,
    "120%": 120,
}

NUMBERS = {
    "12": 12,
    "12 tin": 12,
    "12 tin, bài": 12,
    "12 cuộc họp": 12,
    "Có 12 cuộc họp.": 12,
    "Trong năm xã có 12 cuộc họp": 12,
    "Đã tổ chức 04 cuộc họp": 4,
    "01 người": 1,
    "01 địa điểm": 1,
    "25.000 hộ": 25000,
    "Tổng số: 12": 12,
    "75": 75,
    "85,5": 85 + HALF,
    "-5": -5,
    "5.000.000 đồng": 5_000_000,
    "3 điểm phục vụ": 3,
}

YES = [
    "Có",
    "có.",
    "CÓ",
    "- Có",
    f"{NBSP}Có ",
    "Đã có",
    "Đã thực hiện",
    "Có thực hiện",
    "Đã ban hành",
]
YES += ["Đã triển khai", "Có kết nối", "Đã sử dụng", "Đã được phê duyệt", "Ðã ban hành", "Đạt"]
NO = ["Không", "không;", "Chưa", "Không có", "Chưa có", "Chưa thực hiện", "Không thực hiện"]
NO += ["Chưa ban hành", "Chưa triển khai", "Không sử dụng", "Chưa được phê duyệt", "Không đạt"]

UNREADABLE = {
    "an exception follows": [
        "Tất cả văn bản đi của địa phương đều có đầy đủ chữ ký số. Trừ trường hợp Chữ ký số "
        "lãnh đạo chưa được cấp.",
        "8/8 (trừ 1 đồng chí nghỉ thai sản)",
        "8/8 cán bộ, trừ lãnh đạo",
    ],
    "a sentence is not an answer": [
        "Định danh điện tử",
        "Trong tháng UBND xã không có phản ánh, thắc mắc của người dân về chuyển đổi số",
        "không có phản ánh",
        "Không xảy ra sự cố",
        "Tất cả văn bản đi, đến của địa phương đều được tham mưu xét duyệt trên phần mềm",
        "Hiện nay xã đã kết nối với mạng TSLCD cấp II (hệ thống trực tuyến)",
        "Có, nhưng chưa thường xuyên",
        "Có/Không",
        "Có...",
        "Đang triển khai",
        "Trong tháng địa phương đã tổ chức",
    ],
    "a mark that may mean yes or no": ["x", "X", "v", "✗", "☒", "☐"],
    "a date": [
        "ngày 11/01/2024",
        "từ 11/01/24 đến 06/02/24",
        "Từ ngày 11/01 đến hết ngày 06/02",
        "11/01/2024",
        "11 / 01 / 2024",
        "tháng 3/2024",
        "01/2024",
        "3/2024",
        "Có 3/2024",
        "12.03.2024",
        "3.2024",
        "15/01",
        "Đã ban hành 15/01",
        "Đã ban hành 05/08",
        "Họp 05/08 tại UBND",
        "Cuộc họp 08/08 đạt 100%",
        "Năm 2023 có 12 cuộc họp",
        "2023-2024",
        "7:30",
        "24/7",
        "2023/2024",
    ],
    "the number of a document or a place": [
        "Quyết định 12/QĐ-UBND",
        "Kế hoạch số 430/KH-UBND ngày 22/11/2023",
        "430/KH-UBND",
        "Nghị định 42/2022/NĐ-CP",
        "Văn bản số 15/20",
        "12/45 Nguyễn Huệ",
        "Số 12",
        "Mức độ 4",
        "0905123456",
    ],
    "a frequency": [
        "Tần suất hệ thống truyền thanh cơ sở phát sóng chuyên mục riêng về chuyển đổi số "
        "01 tuần/ lần",
        "01 tuần/ lần",
        "1 lần/1 tuần",
        "4 lần/tháng",
        "4 lần mỗi tháng",
        "Trong tháng có 01 cuộc họp qua hệ thống hội nghị truyền hình",
        "12 tin/xã",
    ],
    "several figures": [
        "8/8 cán bộ, 5/6 công chức",
        "8/8 cán bộ, 3 công chức",
        "80-90%",
        "80% - 90%",
        "từ 80 đến 90%",
        "a=5; b=9",
        "(1) Có; (2) Không",
        "(1) Có; (2) 3 điểm",
        "Đã có chuyên mục, 12 tin, bài",
        "5/8/9",
        "5/8,6/9",
        "12 tin trên 3 trang",
        "12 tin trong 3 trang",
        "10-12 tin",
        "12 cuộc do cấp phó",
        "8/8 cán bộ (8 máy)",
    ],
    "a bound or an estimate": [
        "khoảng 90%",
        "trên 80%",
        "Đạt trên 80%",
        "hơn 50",
        "hơn 50 tin",
        "gần 100%",
        ">= 70%",
        "≥70%",
        "~90%",
        "90%?",
        "90% trở lên",
        "dưới 5/8 cuộc",
        "tầm 90%",
        "Tỷ lệ đạt khoảng 90%",
        "lên 5/8 cuộc",
        "Tỷ lệ hộ dân trên 80%",
    ],
    "a negation before a figure": ["chưa đạt 90%", "không đạt 62%", "Chưa có 5/8 cuộc"],
    "a target or a change": ["Phấn đấu đạt 90%", "tăng 15%", "đạt 90% kế hoạch", "Giảm 50% lệ phí"],
    "figures that disagree": ["5/8 (60%)", "2/3 (66,6%)", "8/8, đạt 90%"],
    "no ratio at all": ["0/0", "0/0 hộ", "5/0"],
    "a figure of two readings": ["1,234", "1,234 hộ", "1,234/2,000", "12.345%", "90/1,234"],
    "a score or a multiple": ["8/10 điểm", "3 điểm", "1/2 * điểm tối đa", "5 triệu", "1,5 tỷ đồng"],
    "odd digits": ["5²", "½", "٣/٥", "12 trạm 4G", "IPv6", "1O/20", "1e5", "90‰", "90%/quý"],
    "no Vietnamese anymore": ["Cã 90%", "Kho¶ng 90%", "khoang 90%", "8/8 c¸n bé"],
}


@pytest.mark.parametrize(("text", "parts"), RATIOS.items())
def test_ratio(text: str, parts: tuple[int, int]) -> None:
    assert read(text) == TypedText(ReadKind.RATIO, a=parts[0], b=parts[1])


@pytest.mark.parametrize(("text", "value"), PERCENTS.items())
def test_percent(text: str, value: int) -> None:
    assert read(text) == TypedText(ReadKind.PERCENT, value=value)


@pytest.mark.parametrize(("text", "value"), NUMBERS.items())
def test_number(text: str, value: int) -> None:
    assert read(text) == TypedText(ReadKind.NUMBER, value=value)


@pytest.mark.parametrize("text", YES)
def test_yes(text: str) -> None:
    assert read(text) == TypedText(ReadKind.YES)


@pytest.mark.parametrize("text", NO)
def test_no(text: str) -> None:
    assert read(text) == TypedText(ReadKind.NO)


@pytest.mark.parametrize(
    "text", [pytest.param(t, id=f"{why}: {t[:40]}") for why, ts in UNREADABLE.items() for t in ts]
)
def test_unreadable(text: str) -> None:
    typed = read(text)
    assert typed == TypedText(ReadKind.UNREADABLE, why=typed.why)
    assert typed.why


def test_the_reason_names_the_word() -> None:
    assert str(read("Đạt khoảng 90%").why) == "có chữ “khoảng”: chỉ là ước chừng"


@pytest.mark.parametrize("text", ["", " ", f"{NBSP}\n\t", "\u200b"])
def test_empty_text_is_blank(text: str) -> None:
    assert str(read(text).why) == "trống"


@pytest.mark.parametrize("text", [*RATIOS, *PERCENTS, *NUMBERS, *YES, *NO])
def test_decomposed_text_reads_alike(text: str) -> None:
    assert read(unicodedata.normalize("NFD", text)) == read(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234", 1234),
        ("12.345", 12345),
        ("1.234.567", 1234567),
        ("1,234,567", 1234567),
        ("1.234,5", Fraction(2469, 2)),
        ("1,234.5", Fraction(2469, 2)),
        ("12 345", 12345),
        (f"12{NBSP}345", 12345),
        ("12\u202f345", 12345),
        ("85,5", 85 + HALF),
        ("85.5", 85 + HALF),
        ("0,5", HALF),
        ("0.500", HALF),
        ("0,500", HALF),
        ("1234,567", Fraction(1234567, 1000)),
        ("1,2345", Fraction(12345, 10000)),
        ("08", 8),
        ("-5", -5),
        ("−5", -5),
    ],
)
def test_numeral(text: str, value: int | Fraction) -> None:
    assert read_numeral(text) == value


NOT_NUMERALS = ["", "1,234", "12,345", "1.23.4", "1.23,4,5", "12.34.567", "12.03.24", "1 23", "12."]
NOT_NUMERALS += [",5", "--5", "+5", "1.2.3", "1.234.56", "0905123456", "01.2024", "3.2024", "x"]
NOT_NUMERALS += ["5%", "1e5", "9" * 5000, "1_000", "²", "5-", "1 234.567.8"]


@pytest.mark.parametrize("text", NOT_NUMERALS)
def test_numeral_refused(text: str) -> None:
    assert read_numeral(text) is None


# --- Properties ----------------------------------------------------------------------------------

counts = st.integers(0, 10**9)


def thousandths(most: int) -> st.SearchStrategy[Fraction]:
    return st.integers(0, most * 1000).map(lambda n: Fraction(n, 1000))


@given(thousandths(10**9))
def test_a_vietnamese_numeral_is_read_exactly_or_refused(number: Fraction) -> None:
    text = vietnamese(number, 3)
    three_decimals_alone = number < 1000 and text.count(",") and len(text.split(",")[1]) == 3
    unsure = three_decimals_alone and not text.startswith("0,")
    assert read_numeral(text) == (None if unsure else number)


@given(
    thousandths(100), st.sampled_from(["{}%", "Có {} %", "đạt {}%.", "Tỷ lệ: {}%", "{}% hộ dân"])
)
def test_a_vietnamese_percentage_reads_back(value: Fraction, form: str) -> None:
    assert read(form.format(vietnamese(value, 3))) == TypedText(ReadKind.PERCENT, value=value)


@given(counts, st.integers(1, 10**9), st.booleans())
def test_a_vietnamese_ratio_reads_back(a: int, b: int, grouped: bool) -> None:
    write = vietnamese if grouped else str
    typed = TypedText(ReadKind.RATIO, a=a, b=b)
    for form in ("Có {}/{} hộ", "Địa phương có {} / {} cán bộ", "Có {} trên tổng số {} trường"):
        assert read(form.format(write(a), write(b))) == typed
    assume(not 1990 <= b <= 2099)  # 3/2024 is a month
    assert read(f"{write(a)}/{write(b)}") == typed


@given(counts, st.booleans(), st.sampled_from(["{}", "{} tin", "Có {} cuộc họp", "{} tin, bài."]))
def test_a_vietnamese_count_reads_back(count: int, grouped: bool, form: str) -> None:
    text = form.format(vietnamese(count) if grouped else count)
    assert read(text) == TypedText(ReadKind.NUMBER, value=count)


@given(counts, st.integers(1, 10**9), st.integers(0, 4))
def test_a_ratio_with_its_rounded_percentage_is_the_ratio(a: int, b: int, digits: int) -> None:
    percent = vietnamese(Fraction(a, b) * 100, digits)
    assume("." not in percent)
    assert read(f"{a}/{b} hộ ({percent}%)") == TypedText(ReadKind.RATIO, a=a, b=b)


@given(
    st.sampled_from(["khoảng", "trên", "hơn", "gần", "dưới", "chưa đạt", "không quá", "~", ">="])
)
def test_no_hedged_figure_is_read(hedge: str) -> None:
    for figure in ("90%", "8/8 cán bộ", "15/20", "12 tin", "12"):
        assert read(f"{hedge} {figure}").kind is ReadKind.UNREADABLE
        assert read(f"Đạt {hedge} {figure}").kind is ReadKind.UNREADABLE


@given(st.text().filter(lambda text: not any(char.isdecimal() for char in text)))
def test_without_digits_only_listed_answers_are_read(text: str) -> None:
    assume(" ".join(text.lower().split()).strip(" -–—•·+*.,;:!") not in YESES | NOS)
    assume(not set(text) & set(TICKS))
    assert read(text).kind is ReadKind.UNREADABLE


PIECES = [
    "8",
    "08",
    "/",
    "%",
    " ",
    ",",
    ".",
    "-",
    "(",
    ")",
    "có",
    "không",
    "trên tổng số",
    "hộ",
    ":",
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join)))
def test_reading_never_raises_and_gives_what_its_kind_has(text: str) -> None:
    typed = read(text)
    assert (typed.a is not None and typed.b is not None) == (typed.kind is ReadKind.RATIO)
    assert (typed.value is not None) == (typed.kind in {ReadKind.PERCENT, ReadKind.NUMBER})
    assert bool(typed.why) == (typed.kind is ReadKind.UNREADABLE)


@pytest.mark.parametrize("piece", ["1 ", "1.", "a ", "1/", "1% ", "có 5 hộ trên ", " ", "9"])
def test_a_full_cell_is_read_in_time(piece: str) -> None:
    assert read((piece * 32767)[:32766] + "8").kind is not ReadKind.RATIO
