"""Evidence: the document that an office names behind its result, in the same cell."""

from __future__ import annotations

import re

from workbooks.files.book import Cell, CellKind

_DOCUMENT = (
    r"theo|căn cứ|minh chứng|kiểm chứng|tài liệu|kèm theo|tại|xem|qđ|quyết định|báo cáo|bc|"
    r"công văn|cv|kế hoạch|kh|nghị quyết|nq|văn bản|vb|tờ trình|thông báo|tb|biên bản|link"
    r"|đường link|https?"
)
_SPLIT = re.compile(
    rf"\s*(?P<said>[^\n]*?)\s*(?:[.;,(\n–-]\s*)+(?P<proof>(?:{_DOCUMENT})\b.*)",
    re.IGNORECASE | re.DOTALL,
)


def split_evidence(words: str) -> tuple[str, str]:
    """Result and evidence of a cell that holds both.

    >>> split_evidence("12/15 xã; Báo cáo số 12/BC-UBND"), split_evidence("Có (QĐ số 15/QĐ-UBND)")
    (('12/15 xã', 'Báo cáo số 12/BC-UBND'), ('Có', 'QĐ số 15/QĐ-UBND'))
    >>> split_evidence("Đã ban hành Kế hoạch số 15/KH-UBND")
    ('Đã ban hành Kế hoạch số 15/KH-UBND', '')
    """
    match = _SPLIT.fullmatch(words)
    if not match or not match["said"].strip():
        return words, ""
    return match["said"].strip(), match["proof"].strip().removesuffix(")")


def result_of(cell: Cell) -> tuple[Cell, str]:
    """A cell under «Kết quả và tài liệu kiểm chứng» without its evidence, and the evidence."""
    if cell.kind is not CellKind.TEXT:
        return cell, ""
    said, proof = split_evidence(str(cell.value))
    if not proof:
        return cell, ""
    return cell._replace(value=said), proof
