"""Reads what an official typed as a result: a ratio, a percentage, a number, yes or no.

What is certain is read; everything else is unreadable, with the reason. Nothing is guessed: a text
left to the official costs a minute, a wrong figure costs the score its credit.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from scoring.numbers import Rational


class ReadKind(str, Enum):
    """What a typed text says."""

    RATIO = "ratio"
    PERCENT = "percent"
    NUMBER = "number"
    YES = "yes"
    NO = "no"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class TypedText:
    """A ratio has `a`, `b`; a percentage (0–100) or number `value`; an unreadable text `why`."""

    kind: ReadKind
    a: Rational | None = None
    b: Rational | None = None
    value: Rational | None = None
    why: str = ""


_phrases = re.compile("[|\n]").split
_DEEDS = _phrases("""thực hiện|ban hành|triển khai|kết nối|sử dụng|tham gia|tổ chức|ứng dụng|áp dụng
xây dựng|cập nhật|cung cấp|công bố|công khai|bố trí|phân công|thành lập|phê duyệt|vận hành|tích hợp
chia sẻ|số hóa|số hoá|phát động|đăng ký|cài đặt|trang bị|tập huấn|đào tạo|báo cáo|hoàn thành|đạt""")
_YES = {"có", "đã có", "đạt", "hoàn thành"}
_YES |= {f"{did} {deed}" for did in ("có", "đã", "đã được") for deed in _DEEDS}
_NO = {"không", "chưa", "không có", "chưa có"}
_NO |= {f"{did} {deed}" for did in ("không", "chưa", "chưa được") for deed in _DEEDS}

# Beside one of these a figure is not certainly the result that is asked for.
_DOUBTS = {
    "chỉ là ước chừng": """khoảng|xấp xỉ|chừng|ước|gần|hơn|dưới|trở lên|trở xuống|tối đa|tối thiểu
ít nhất|nhiều nhất|bình quân|trung bình|hầu hết|đa số|phần lớn|một số|có thể|nếu|hoặc|rưỡi""",
    "có phủ định, ngoại lệ": "không|chưa|trừ|riêng|còn|thiếu|vắng|hỏng|lỗi|trễ|chậm|muộn|quá hạn",
    "là mục tiêu hoặc mức thay đổi": """dự kiến|phấn đấu|mục tiêu|chỉ tiêu|kế hoạch|sẽ|đang|phải|cần
tăng|giảm|so với""",
    "nói về thời gian": "ngày|tháng|năm|quý|tuần|giờ|phút|mỗi|hôm|thời gian|thời điểm|tần suất",
    "là số hiệu văn bản": "quyết định|nghị quyết|nghị định|thông tư|chỉ thị|công văn|tờ trình",
    "là bội số, cần ghi đủ chữ số": "nghìn|ngàn|triệu|tỷ đồng",
}
_WHY = {word: why for why, words in _DOUBTS.items() for word in _phrases(words)}
_DOUBT = re.compile(r"\b(?:" + "|".join(sorted(_WHY, key=len, reverse=True)) + r")\b")
# These hold a word of doubt and mean no doubt.
_HARMLESS = re.compile(
    r"\b(?:không (?:dùng|sử dụng) (?:tiền mặt|giấy tờ)|không (?:giấy|gian|dây)"
    r"|trong (?:năm|kỳ)(?! (?:trước|ngoái|qua|tới))|tăng cường|mục riêng)\b"
)
# "8/10 điểm" may be a score as well as eight places, "8/10 điểm truy cập" may not.
_SIGN_OF_DOUBT = re.compile(r"[<>≤≥~≈±?*×^]|\.\.|…|(?<!địa )\bđiểm\b(?! [^\W\d])")

# A figure right after a lead is the result; after one of the others it is a bound or a name.
_LEADS = "có|đạt|được|là|chiếm|bằng|cho|cả|toàn bộ|đủ|tổng số|tổng cộng|số lượng|tỷ lệ|kết quả"
_LEAD = re.compile(rf"\b(?:{_LEADS})$")
_NAME = re.compile(r"\b(?:trên|đến|tới|lên|từ|quá|vượt|độ|tầm|cỡ|thứ|mức|điều|mục|(?<!tổng )số)$")

# First syllables of what offices count. A figure without one may be a date or an address.
_UNIT_WORDS = """ấp bài bản ban báo bệnh bộ buổi buôn bưu camera cán căn cb cbcc cbccv cbccvc ccvc
chi chợ chữ chuyên clip cổng công cơ csdl cục cuộc cụm cửa dân di dịch doanh dự dvc dvctt đài đảng
địa điểm đoàn đội đợt đồng đơn đường fanpage gia giao giáo giấy hệ hóa hoá học hồ hộ hội hợp htx
httt huyện khách khóa khoá khóm khu km kỳ lãnh lần loa lớp lượt mã máy mô mạng mẫu ngành nghiệp
người nhà nhân nhiệm nhóm nông nền phản phần phiên phòng phương phường quầy sản sáng siêu sở tài tên
thầy thành thẻ thị thiết thôn thủ thuê tin tổ trạm trang trung trường trưởng tthc tuyến ubnd ứng văn
vb vc viên video việc xã xóm ý"""
_UNITS = set(_UNIT_WORDS.split())

_NUM = r"[0-9]{1,15}(?:[., ][0-9]{1,15}){0,5}"  # bounded: a cell may hold 32767 characters
_WORD = r"[^\W\d_]+"
_START, _END = r"(?<![^\s(:=])", r"(?![^\s(),.;:=])(?! ?/)"
_RATIO = re.compile(
    rf"{_START}(?P<a>{_NUM})(?P<unit>(?: {_WORD}){{0,4}}?) ?(?P<by>/|trên|trong)"
    rf"(?: ?(?:trên )?(?P<total>tổng số|tổng|số))?:? ?(?P<b>{_NUM}){_END}"
)
_PERCENT = re.compile(rf"{_START}({_NUM}) ?%{_END}")
_COUNT = re.compile(
    rf"((?:{_WORD}:? ){{0,12}})([-−]?{_NUM})((?:,? (?!do\b){_WORD}){{0,4}}) ?[.,;:!]?"
)
_GROUPED = re.compile(r"([1-9][0-9]{0,2}([., ])[0-9]{3}(?:\2[0-9]{3})*)(?:(?!\2)[.,]([0-9]+))?")
_PLAIN = re.compile(r"([0-9]+)(?:([.,])([0-9]+))?")
_CODE = re.compile(r"0[0-9]{3}|0[0-9]+\.|(?:[1-9]|1[0-2])\.(?:19|20)[0-9]{2}$")
# Look-alikes: Icelandic eth for đ, full-width signs, invisible characters.
_SAME = str.maketrans(
    "Ðð％／⁄０１２３４５６７８９", "Đđ%//0123456789", "\u00ad\u200b\u200c\u200d\u2060\ufeff"
)


def _clean(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).translate(_SAME).lower().split())


def _words(text: str) -> str:
    return " ".join(re.findall(_WORD, text))


def _unreadable(why: str) -> TypedText:
    return TypedText(ReadKind.UNREADABLE, why=why)


def _exact(whole: str, part: str | None) -> Rational:
    value = Fraction(f"{whole}.{part or 0}")
    return value.numerator if value.denominator == 1 else value


def read_numeral(text: str) -> Rational | None:
    """Return the number a Vietnamese or plain numeral means, None where that is not certain.

    >>> read_numeral("1.234"), read_numeral("85,5"), read_numeral("1.234,5"), read_numeral("0.500")
    (1234, Fraction(171, 2), Fraction(2469, 2), Fraction(1, 2))
    >>> read_numeral("1,234") is None, read_numeral("12.03.2024") is None
    (True, True)
    """
    digits = _clean(text)
    if re.match("[-−][0-9]", digits):
        value = read_numeral(digits[1:])
        return None if value is None else -value
    if len(digits) > 30 or _CODE.match(digits):
        return None  # a telephone number, a code or a month, not a count
    if grouped := _GROUPED.fullmatch(digits):
        whole, sign, part = grouped.groups()
        # Three digits after the only comma are decimals here, thousands elsewhere.
        unsure = sign == "," and part is None and whole.count(",") == 1
        return None if unsure else _exact(re.sub(r"[., ]", "", whole), part)
    plain = _PLAIN.fullmatch(digits)
    return _exact(plain[1], plain[3]) if plain else None


def _percentage(text: str) -> tuple[Rational, int] | None:
    """Return value and decimals shown. "12.345%" is not certainly twelve, nor twelve thousand."""
    plain = _PLAIN.fullmatch(text)
    if plain is None or (plain[2] == "." and len(plain[3]) == 3 and plain[1].strip("0")):
        return None
    return _exact(plain[1], plain[3]), len(plain[3] or "")


def _led(before: str) -> bool:
    """Whether what stands before a figure announces a result."""
    words = _words(before)
    if not words or words in _YES or _LEAD.search(words):
        return True
    return before.rstrip().endswith((":", "=")) and not _NAME.search(words)


def _parts(match: re.Match[str], text: str) -> tuple[Rational, Rational] | None:
    a, b = read_numeral(match["a"]), read_numeral(match["b"])
    same_unit = text[match.end() :].startswith(match["unit"])  # not "12 tin trên 3 trang"
    whole = match["total"] or (same_unit and match["by"] != "trong")
    return (a, b) if whole and a is not None and b is not None else None


def _is_ratio(match: re.Match[str], a: Rational, b: Rational, rest: str) -> bool:
    """Whether a/b is a ratio for sure: not a date, an address or the number of a document."""
    before, after = rest[: match.start()], _words(rest[match.end() :])
    words, counted = _words(before), after.split(" ")[0] in _UNITS
    if match["by"] == "/" and not match["unit"]:
        year = 1990 <= b <= 2099 and match["b"].isdecimal() and (a <= 12 or a == b - 1)
        if year or (a <= 31 and b <= 12):
            date = year or (a, b) == (24, 7) or (a > b and match["b"].startswith("0"))  # "15/01"
            alone = after in {"", "đạt"} and (not words or bool(_LEAD.search(words)))
            return _led(before) if counted else alone and not date
    if counted:
        return not _NAME.search(words)
    return _led(before) and (not after or after.startswith(("đạt", "chiếm", "bằng", "tỷ lệ")))


def _read_count(text: str) -> TypedText:
    match = _COUNT.fullmatch(text)
    value = read_numeral(match[2]) if match else None
    if match is None or value is None:
        return _unreadable("không chắc con số là bao nhiêu hoặc nói về cái gì")
    before, unit = match[1], _words(match[3])
    counted = value >= 0 and unit.split(" ")[0] in _UNITS and _led(before)
    alone = not unit and _words(before) in {"", "có", "tổng số", "tổng cộng", "số lượng"}
    if counted or alone:
        return TypedText(ReadKind.NUMBER, value=value)
    return _unreadable("không rõ đếm gì")


def _read_figures(text: str) -> TypedText:
    ratios = list(_RATIO.finditer(text))
    rest = _RATIO.sub(lambda match: " " * len(match[0]), text)
    percents = list(_PERCENT.finditer(rest))
    rest = _PERCENT.sub(lambda match: " " * len(match[0]), rest)
    if not ratios and not percents:
        return _read_count(text)
    pairs = {_parts(match, text) for match in ratios}
    rates = {_percentage(match[1]) for match in percents}
    if len(pairs) > 1 or len(rates) > 1 or re.search("[0-9]", rest):
        return _unreadable("có nhiều con số khác nhau")
    if None in pairs or None in rates:
        return _unreadable("con số có thể hiểu hơn một cách")
    pair, rate = next(iter(pairs), None), next(iter(rates), None)
    if pair:
        a, b = pair
        if b == 0:
            return _unreadable("mẫu số bằng 0 nên không thành tỷ lệ")
        if rate and abs(Fraction(a) / b * 100 - rate[0]) > Fraction(1, 2 * 10 ** rate[1]):
            return _unreadable("tỷ số và tỷ lệ phần trăm không khớp nhau")
        # A percentage that agrees proves that a/b is no date; 100% does not prove it for 08/08.
        if (rate and a != b) or _is_ratio(ratios[0], a, b, rest):
            return TypedText(ReadKind.RATIO, a=a, b=b)
        return _unreadable("có thể là ngày tháng hoặc số hiệu, không chắc là tỷ số")
    before = rest[: percents[0].start()]
    rated = before.lstrip().startswith("tỷ lệ") and not _NAME.search(_words(before))
    if rate and (_led(before) or rated):
        return TypedText(ReadKind.PERCENT, value=rate[0])
    return _unreadable("không rõ tỷ lệ phần trăm của cái gì")


def read(text: str) -> TypedText:
    """Read a typed result; never raises.

    >>> read("Có 2 trên tổng số 2 trường")
    TypedText(kind=<ReadKind.RATIO: 'ratio'>, a=2, b=2, value=None, why='')
    >>> read("Đạt 85,5 %").value, read("Chưa ban hành").kind.value
    (Fraction(171, 2), 'no')
    """
    clean = _clean(text).replace(" phần trăm", "%").replace("tỉ ", "tỷ ")
    clean = re.sub(r"\bđ/c\b", "đồng chí", clean)
    if not clean:
        return _unreadable("trống")
    answer = re.sub(r"^[-–—•·+*] ?(?=[^\W\d])| ?[.,;:!]$", "", clean)
    if answer in _YES or answer in _NO:
        return TypedText(ReadKind.YES if answer in _YES else ReadKind.NO)
    if not re.search("[0-9]", clean):
        return _unreadable("không có con số và không phải câu trả lời Có hoặc Không")
    if any(char.isnumeric() and not char.isascii() for char in clean):
        return _unreadable("có chữ số viết khác thường")
    if sign := _SIGN_OF_DOUBT.search(clean):
        return _unreadable(f"có “{sign[0]}” nên con số không chắc chắn")
    if doubt := _DOUBT.search(_HARMLESS.sub("", clean)):
        return _unreadable(f"có chữ “{doubt[0]}”: {_WHY[doubt[0]]}")
    return _read_figures(clean)
