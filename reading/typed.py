"""Reads what an official typed as a result: a ratio, a percentage, a number, yes or no.

What is certain is read; everything else is unreadable, with the reason. Nothing is guessed: a text
left to the official costs a minute, a wrong figure costs the score its credit.
"""

from __future__ import annotations

import re
from fractions import Fraction

from reading.answers import HARMLESS, YES, read_answer
from reading.numerals import PLAIN, clean, exact, is_number_words, read_numeral, read_words
from reading.result import ReadKind, TypedText, unreadable
from scoring.numbers import Rational
from texts import text as text_of

__all__ = ["ReadKind", "TypedText", "read", "read_numeral"]

_phrases = re.compile("[|\n]").split
# Beside one of these a figure is not certainly the result that is asked for.
_DOUBTS = {
    "estimate": """khoảng|xấp xỉ|chừng|ước|gần|hơn|dưới|trở lên|trở xuống|tối đa|tối thiểu
ít nhất|nhiều nhất|bình quân|trung bình|hầu hết|đa số|phần lớn|một số|có thể|nếu|hoặc|rưỡi""",
    "exception": "không|chưa|trừ|riêng|còn|thiếu|vắng|hỏng|lỗi|trễ|chậm|muộn|quá hạn",
    "change": """dự kiến|phấn đấu|mục tiêu|chỉ tiêu|kế hoạch|sẽ|đang|phải|cần
tăng|giảm|so với""",
    "time": "ngày|tháng|năm|quý|tuần|giờ|phút|mỗi|hôm|thời gian|thời điểm|tần suất",
    "document": "quyết định|nghị quyết|nghị định|thông tư|chỉ thị|công văn|tờ trình",
    "multiple": "nghìn|ngàn|triệu|tỷ đồng",
}
_WHY = {word: why for why, words in _DOUBTS.items() for word in _phrases(words)}
_DOUBT = re.compile(r"\b(?:" + "|".join(sorted(_WHY, key=len, reverse=True)) + r")\b")
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


def _words(text: str) -> str:
    return " ".join(re.findall(_WORD, text))


def _percentage(text: str) -> tuple[Rational, int] | None:
    """Return value and decimals shown. "12.345%" is not certainly twelve, nor twelve thousand."""
    plain = PLAIN.fullmatch(text)
    if plain is None or (plain[2] == "." and len(plain[3]) == 3 and plain[1].strip("0")):
        return None
    return exact(plain[1], plain[3]), len(plain[3] or "")


def _led(before: str) -> bool:
    """Whether what stands before a figure announces a result."""
    words = _words(before)
    if not words or words in YES or _LEAD.search(words):
        return True
    return before.rstrip().endswith((":", "=")) and not _NAME.search(words)


def _parts(match: re.Match[str], text: str) -> tuple[Rational, Rational] | None:
    a, b = read_numeral(match["a"]), read_numeral(match["b"])
    same_unit = text.startswith(match["unit"], match.end())  # not "12 tin trên 3 trang"
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
        return unreadable("which-figure")
    before, unit = match[1], _words(match[3])
    counted = value >= 0 and unit.split(" ")[0] in _UNITS and _led(before)
    alone = not unit and _words(before) in {"", "có", "tổng số", "tổng cộng", "số lượng"}
    if counted or alone:
        return TypedText(ReadKind.NUMBER, value=value)
    return unreadable("count-of-what")


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
        return unreadable("several-figures")
    if None in pairs or None in rates:
        return unreadable("two-readings")
    pair, rate = next(iter(pairs), None), next(iter(rates), None)
    if pair:
        a, b = pair
        if b == 0:
            return unreadable("no-whole")
        if rate and abs(Fraction(a) / b * 100 - rate[0]) > Fraction(1, 2 * 10 ** rate[1]):
            return unreadable("figures-disagree")
        # A percentage that agrees proves that a/b is no date; 100% does not prove it for 08/08.
        if (rate and a != b) or _is_ratio(ratios[0], a, b, rest):
            return TypedText(ReadKind.RATIO, a=a, b=b)
        return unreadable("date-or-number")
    before = rest[: percents[0].start()]
    rated = before.lstrip().startswith("tỷ lệ") and not _NAME.search(_words(before))
    if rate and (_led(before) or rated):
        return TypedText(ReadKind.PERCENT, value=rate[0])
    return unreadable("percent-of-what")


_LONGEST = 32767
"""Characters that a cell can hold."""

# «8 (tám)», «85 (tám mươi lăm) phần trăm»
_SAID_TWICE = re.compile(rf"({_NUM})( ?%)? ?\(({_WORD}(?: {_WORD}){{0,19}})\)")


def _said_once(plain: str) -> str | TypedText:
    """Leave out the words that repeat a number in brackets; unreadable where they differ."""
    for match in _SAID_TWICE.finditer(plain):
        said = match[3].removesuffix(" phần trăm")
        if is_number_words(said) and read_words(said) != read_numeral(match[1]):
            return unreadable("words-differ", figure=match[1], words=match[3])

    def once(match: re.Match[str]) -> str:
        said = match[3].removesuffix(" phần trăm")
        if not is_number_words(said):
            return match[0]
        return match[1] + ("%" if match[2] or said != match[3] else "")

    return _SAID_TWICE.sub(once, plain)


def read(text: str) -> TypedText:
    """Read a typed result; never raises.

    >>> read("Có 2 trên tổng số 2 trường")
    TypedText(kind=<ReadKind.RATIO: 'ratio'>, a=2, b=2, value=None, why=None)
    >>> read("Đạt 85,5 %").value, read("Chưa ban hành").kind.value
    (Fraction(171, 2), 'no')
    >>> read("Có (QĐ số 15/QĐ-UBND ngày 08/6/2022)").kind.value, str(read("8 (bảy)").why)
    ('yes', 'số 8 và chữ “bảy” trong ngoặc không khớp nhau')
    """
    if len(text) > _LONGEST:
        return unreadable("too-long")
    plain = clean(text)
    if not plain:
        return unreadable("blank")
    answer = read_answer(re.sub(r"^[-–—•·+*] ?(?=[^\W\d])| ?[.,;:!]$", "", plain))
    if answer is not None:
        return answer
    once = _said_once(plain)
    if isinstance(once, TypedText):
        return once
    plain = once.replace(" phần trăm", "%").replace("tỉ ", "tỷ ")
    plain = re.sub(r"\bđ/c\b", "đồng chí", plain)
    if not re.search("[0-9]", plain):
        return unreadable("no-figure")
    if any(char.isnumeric() and not char.isascii() for char in plain):
        return unreadable("odd-digits")
    if sign := _SIGN_OF_DOUBT.search(plain):
        return unreadable("sign", sign=sign[0])
    if doubt := _DOUBT.search(HARMLESS.sub("", plain)):
        why = text_of(f"read.doubt.{_WHY[doubt[0]]}")
        return unreadable("doubt", word=doubt[0], why=why)
    return _read_figures(plain)
