"""Answers: «Có», «Không» and what offices write beside them — a document, or the answer again.

The numbers of a document that proves an answer are no figures. Words beside an answer that are
neither evidence nor the answer again leave it uncertain.
"""

from __future__ import annotations

import re

from reading.result import ReadKind, TypedText, unreadable

_phrases = re.compile("[|\n]").split
_DEEDS = _phrases("""thực hiện|ban hành|triển khai|kết nối|sử dụng|tham gia|tổ chức|ứng dụng|áp dụng
xây dựng|cập nhật|cung cấp|công bố|công khai|bố trí|phân công|thành lập|phê duyệt|vận hành|tích hợp
chia sẻ|số hóa|số hoá|phát động|đăng ký|cài đặt|trang bị|tập huấn|đào tạo|báo cáo|hoàn thành|đạt""")
YES = {"có", "đã có", "đạt", "hoàn thành"}
YES |= {f"{did} {deed}" for did in ("có", "đã", "đã được") for deed in _DEEDS}
NO = {"không", "chưa", "không có", "chưa có"}
NO |= {f"{did} {deed}" for did in ("không", "chưa", "chưa được") for deed in _DEEDS}
_NOT_APPLICABLE = "không áp dụng"
NO.remove(_NOT_APPLICABLE)

TICKS = "✓✔☑✅🗸🗹√"
"""Marks that say yes. A cross or an «x» may say either."""
_TICKED = re.compile(rf"[(\[]? ?[{TICKS}] ?[)\]]?")
_EMPTY, _MARKED = "☐□▢", f"{TICKS}☒🗷"
_BOXES = re.compile(
    rf"(?P<yes>[{_EMPTY}{_MARKED}]) ?có ?[,;/]? ?(?P<no>[{_EMPTY}{_MARKED}]) ?không"
)


def _any(phrases: set[str]) -> str:
    return "|".join(sorted(phrases, key=len, reverse=True))


_HEAD = re.compile(
    rf"(?P<answer>(?:[{TICKS}] ?)?(?:{_any(YES | NO)})|[{TICKS}])"
    r"(?P<rest>(?: ?[(,;:.–—-]| (?:theo|tại|căn cứ|nhưng|song|tuy)\b).*)"
)
# The contents of one answer: a text longer than this is a report.
_LONGEST = 600

_LEAD_IN = r"(?:(?:theo|tại|căn cứ|kèm|kèm theo|minh chứng|có)\b:? ?){0,3}"
_KIND = (
    "qđ|quyết định|kh|kế hoạch|nq|nghị quyết|nđ|nghị định|cv|công văn|tb|thông báo|bc|báo cáo|vb"
    "|văn bản|ttr|tờ trình|hd|hướng dẫn|ct|chỉ thị|qc|quy chế|quy định|đề án|chương trình|biên bản"
    "|giấy mời"
)
_ABBREVIATION = "qđ|kh|nq|cv|tb|bc|ttr|tt|hd|ct|nđ|qc|gm|bb|đa|kl|cđ|ctr"
# «15/QĐ-UBND», «42/2022/NĐ-CP», «123/UBND-VX», «15-QĐ/TU»
_SYMBOL = (
    r"[0-9]{1,6}(?: ?/ ?(?:19|20)[0-9]{2})? ?[/-] ?"
    rf"(?:(?:{_ABBREVIATION})(?:[-/&][a-zđ]{{1,12}}){{0,4}}|[a-zđ]{{2,10}}(?:[-/&][a-zđ]{{1,12}}){{1,4}})"
)
_DATE = (
    r"[0-9]{1,2}(?: ?[/.-] ?[0-9]{1,2} ?[/.-] ?(?:(?:19|20)[0-9]{2}|[0-9]{2})"
    r"| tháng [0-9]{1,2} năm (?:19|20)[0-9]{2})"
)
_ENDS = r"(?![^\s.:])"
_DOCUMENT = re.compile(
    rf"(?:(?:{_any(YES)}) )?{_LEAD_IN}(?:"
    rf"(?:(?:{_KIND}) ?)?(?:số:? ?)?{_SYMBOL}"
    rf"|(?:{_KIND}) số:? ?[0-9]{{1,6}}(?:/(?:19|20)[0-9]{{2}})?"
    rf"|(?:{_KIND}) [0-9]{{1,6}}(?= ngày ){_ENDS}"
    rf"|https?://\S{{1,500}}){_ENDS}"
)
_DAY = re.compile(rf"(?:từ )?ngày {_DATE}|[0-9]{{1,2}}[/.-][0-9]{{1,2}}[/.-](?:19|20)[0-9]{{2}}")
_AGAIN = re.compile(rf"(?P<answer>{_any(YES | NO)})(?: (?:{_KIND}))?")
_KNOWN_NUMBERS = re.compile(rf"{_SYMBOL}|{_DATE}|\b(?:19|20)[0-9]{{2}}\b")

_BUT = re.compile(r"\b(?:nhưng|song|tuy)\b")
_AGAINST = re.compile(
    r"\b(?:không|chưa|trừ|riêng|còn|thiếu|một phần|dự thảo|dự kiến|nháp|chờ|đang|sẽ|trễ|chậm|muộn"
    r"|quá hạn|hết hiệu lực|thu hồi|bãi bỏ|hủy|huỷ|(?<!địa )chỉ(?! (?:đạo|thị|số|tiêu|huy|dẫn)))\b"
)
HARMLESS = re.compile(
    r"\b(?:không (?:dùng|sử dụng) (?:tiền mặt|giấy tờ)|không (?:giấy|gian|dây)"
    r"|trong (?:năm|kỳ)(?! (?:trước|ngoái|qua|tới))|tăng cường|mục riêng)\b"
)
"""These hold a word of doubt and mean no doubt."""
_BARE_PAIR = re.compile(r" ?\( ?([0-9]{1,2}) ?/ ?([0-9]{1,2}) ?\)")


def read_answer(text: str) -> TypedText | None:
    """Read a cleaned text that is an answer, alone or with its evidence.

    None: the text is no answer; it may still say a figure.
    """
    if text.startswith(_NOT_APPLICABLE):
        return unreadable("not-applicable")
    if text in YES or text in NO or _TICKED.fullmatch(text):
        return TypedText(ReadKind.NO if text in NO else ReadKind.YES)
    if boxes := _BOXES.fullmatch(text):
        yes, no = boxes["yes"] in _MARKED, boxes["no"] in _MARKED
        return None if yes == no else TypedText(ReadKind.YES if yes else ReadKind.NO)
    head = _HEAD.fullmatch(text) if len(text) <= _LONGEST else None
    if head is None:
        # «✓ Có» says yes twice; a tick beside «Không» may choose it or contradict it.
        ticked = text.strip(TICKS)
        return TypedText(ReadKind.YES) if ticked != text and ticked.strip() in YES else None
    return _with_evidence(head["answer"], head["rest"])


def _with_evidence(answer: str, rest: str) -> TypedText | None:
    bare = answer.lstrip(TICKS).strip()
    kind = ReadKind.NO if bare in NO else ReadKind.YES
    if bare != answer and kind is ReadKind.NO:
        return None
    if but := _BUT.search(rest):
        return unreadable("restriction", answer=answer, word=but[0])
    pair = _BARE_PAIR.fullmatch(rest)
    if pair and int(pair[1]) <= 31 and int(pair[2]) <= 12:
        return unreadable("answer-or-ratio", figure=rest.strip(" ()"), answer=answer)
    proven = said = False
    for segment in re.split("[(),;]", rest):
        words = segment.strip(" .:–—-")
        if not words:
            continue
        said = True
        again = _AGAIN.fullmatch(words)
        if again and (again["answer"] in NO) != (kind is ReadKind.NO):
            return unreadable("contradiction", answer=answer)
        if again or _DAY.fullmatch(words) or (words in TICKS and kind is ReadKind.YES):
            continue
        document = _DOCUMENT.match(words)
        proven = proven or bool(document and kind is ReadKind.YES)
        if not proven or not _is_about_it(words[document.end() :] if document else words):
            return None
    return TypedText(kind) if said else None


def _is_about_it(words: str) -> bool:
    """Whether the words after a document only say more of it: its day, its office, its subject."""
    plain = HARMLESS.sub("", _KNOWN_NUMBERS.sub("", words))
    return not _AGAINST.search(plain) and not any(char.isnumeric() for char in plain)
