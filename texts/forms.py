"""What is said of forms that others made: why words were not read, and where a figure came from."""

TEXTS = {
    "form.no-row": ("không thấy dòng này", "this row was not found"),
    "form.row": ("dòng này", "this row"),
    "form.no-table": (
        "không thấy các dòng của bảng {table} trên trang tính nào",
        "no sheet holds the rows of table {table}",
    ),
    "form.excluded": ("không đánh giá", "not assessed"),
    "form.excluded-mark": ("Không đánh giá", "Not assessed"),
    "form.excluded-because": ("Không đánh giá: {reason}", "Not assessed: {reason}"),
    "form.takes-nothing": (
        "dòng này không xét bằng số liệu của một đơn vị",
        "this row is not judged by a figure of one unit",
    ),
    "form.whys": ("{first}; {rest}", "{first}; {rest}"),
    "form.labelled": ("{label}: {why}", "{label}: {why}"),
    "form.figure": ("Số liệu", "The figure"),
    "form.points": ("Điểm", "The score"),
    "form.date": (
        "ngày tháng {actual}: hãy nhập vào ô vàng",
        "the date {actual}: type it into the yellow cell",
    ),
    "form.uncached": ("ô công thức chưa được tính", "the formula was never calculated"),
    "form.is-date": ("ô chứa ngày tháng {actual}", "the cell holds the date {actual}"),
    "form.or": ("{first} hoặc {second}", "{first} or {second}"),
    "form.error": ("ô báo lỗi {actual}", "the cell shows the error {actual}"),
    "form.percent-for-count": (
        "ô hiện {actual} nhưng ở đây cần số lượng",
        "the cell shows {actual}, but a count is wanted",
    ),
    "form.answer-for-count": (
        "ô chứa Có/Không nhưng ở đây cần số lượng",
        "the cell holds yes or no, but a count is wanted",
    ),
    "form.answer-for-rate": (
        "ô chứa Có/Không nhưng ở đây cần tỷ lệ",
        "the cell holds yes or no, but a rate is wanted",
    ),
    "form.no-count": ("“{actual}” không phải là số lượng", "“{actual}” is no count"),
    "form.no-rate": (
        "“{actual}” không phải là tỷ lệ phần trăm",
        "“{actual}” is no percentage",
    ),
    "form.bare": (
        "“{actual}” không ghi %, không rõ là tỷ lệ hay số lượng",
        "“{actual}” has no % sign: a rate or a count?",
    ),
    "form.bare-ratio": (
        "“{actual}” không ghi %: không rõ là {actual}% hay tỷ số",
        "“{actual}” has no % sign: {actual}% or a ratio?",
    ),
    "form.no-answer": (
        "“{actual}” không phải là Có hoặc Không",
        "“{actual}” is neither yes nor no",
    ),
    "form.option-or-count": (
        "“{actual}” có thể là số lượng, không rõ là lựa chọn nào",
        "“{actual}” may be a count; which option is meant is not clear",
    ),
    "form.no-such-option": ("không có lựa chọn số {actual}", "there is no option {actual}"),
    "form.no-option": (
        "“{actual}” không khớp rõ với lựa chọn nào trong văn bản",
        "“{actual}” is clearly none of the printed options",
    ),
    "form.rates-differ": (
        "số lượng và tỷ lệ phần trăm không khớp nhau",
        "the counts and the percentage differ",
    ),
    "form.no-symbol": (
        "chỉ số này không có ký hiệu {symbol}",
        "this indicator has no symbol {symbol}",
    ),
    "form.many-cells": (
        "có nhiều ô số liệu, không rõ ô nào là số liệu nào",
        "there are several figures; which is which is not clear",
    ),
    "form.many-results": (
        "có nhiều ô số liệu, không rõ ô nào là kết quả",
        "there are several figures; which is the result is not clear",
    ),
    "form.needs-too": (
        "“{actual}” chưa đủ: cần {wanted}",
        "“{actual}” is not enough: {wanted} are needed",
    ),
    "form.needs": ("chưa đủ: cần {wanted}", "not enough: {wanted} are needed"),
    "form.part-read": (
        "mới đọc được {given}, còn thiếu {wanted}",
        "only {given} was read; {wanted} is missing",
    ),
    "form.ratio-short": (
        "là một tỷ số nhưng chỉ số này cần nhiều số liệu hơn",
        "a ratio, but this indicator needs more figures",
    ),
    "form.percent-short": (
        "chỉ có tỷ lệ phần trăm, cần số lượng theo từng ký hiệu",
        "only a percentage; the counts of each symbol are needed",
    ),
    "form.no-column": ("không rõ cột nào ghi kết quả", "no column is surely the result's"),
    "form.blank": ("chưa có số liệu", "no figure yet"),
    "form.communes": (
        "cần mức độ của từng xã: hãy nhập vào trang các xã",
        "the level of every commune is needed: type them on the sheet of communes",
    ),
    "form.judgement": (
        "“{actual}” chỉ nói đạt hay chưa, không phải số liệu",
        "“{actual}” only says whether it is met; it is no figure",
    ),
    "form.not-applicable": (
        "“Không áp dụng” không nói rõ có hay không",
        "“not applicable” says neither yes nor no",
    ),
    "form.no-pair": (
        "chưa đủ hoặc chưa rõ số lượng và tổng số",
        "count and total are not both there for certain",
    ),
    "form.no-share": (
        "không thành tỷ lệ của số lượng trên tổng số",
        "count and total make no rate",
    ),
    "form.comment": (
        "đọc từ ghi chú của ô {cell}, không phải từ ô",
        "read from the comment of cell {cell}, not from the cell",
    ),
    "form.comment-words": ("[ghi chú ô {cell}] {words}", "[comment of {cell}] {words}"),
    "form.struck": (
        "“{actual}” đã bị gạch ngang nên không đọc",
        "“{actual}” is struck through and not read",
    ),
    "form.many-units": (
        "trang «{sheet}» có số liệu của nhiều đơn vị ({units}); hãy tách mỗi đơn vị một biểu",
        "sheet «{sheet}» holds several units ({units}); make one form for each",
    ),
    "form.unit-from": ("từ ô {cell}", "from {cell}"),
    "form.one-unit": (
        "biểu có số liệu của nhiều đơn vị, không trộn",
        "the form holds several units, which are not mixed",
    ),
    "form.head": (
        "{document} (đầu biểu ghi “{words}”)",
        "{document} (the head says “{words}”)",
    ),
    "form.proposal.option": (
        "lựa chọn gần với lời ghi nhất",
        "the option closest to the words",
    ),
    "form.proposal.part": (
        "ô này đọc được, các số liệu khác của dòng chưa có",
        "this cell was read, the row's other figures were not",
    ),
    "form.proposal.percent": (
        "con số không ghi %, hiểu là phần trăm",
        "the number has no % sign, taken as a percentage",
    ),
    "form.proposal.only-figure": (
        "con số duy nhất trong lời ghi",
        "the only figure in the words",
    ),
}
