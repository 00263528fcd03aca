"""Why a typed text is not read for certain."""

TEXTS = {
    "read.blank": ("trống", "blank"),
    "read.too-long": (
        "dài hơn một ô bảng tính; hãy rút gọn còn kết quả",
        "longer than a cell can hold; keep only the result",
    ),
    "read.no-figure": (
        "không có con số và không phải câu trả lời Có hoặc Không",
        "there is no figure, and it is no answer of yes or no",
    ),
    "read.not-applicable": (
        "“Không áp dụng” không nói rõ có hay không",
        "«not applicable» says neither yes nor no",
    ),
    "read.contradiction": (
        "câu trả lời “{answer}” nhưng lời kèm theo nói ngược lại",
        "the answer is “{answer}”, but the words after it say the opposite",
    ),
    "read.restriction": (
        "câu trả lời “{answer}” có lời rào đón “{word}”",
        "the answer “{answer}” is restricted by “{word}”",
    ),
    "read.answer-or-ratio": (
        "“{figure}” sau “{answer}” có thể là tỷ số hoặc ngày tháng",
        "“{figure}” after “{answer}” may be a ratio or a date",
    ),
    "read.words-differ": (
        "số {figure} và chữ “{words}” trong ngoặc không khớp nhau",
        "the number {figure} and the words “{words}” in brackets differ",
    ),
    "read.odd-digits": ("có chữ số viết khác thường", "there are unusual digits"),
    "read.sign": (
        "có “{sign}” nên con số không chắc chắn",
        "with “{sign}” the figure is not certain",
    ),
    "read.doubt": ("có chữ “{word}”: {why}", "there is “{word}”: {why}"),
    "read.doubt.estimate": ("chỉ là ước chừng", "an estimate or a bound"),
    "read.doubt.exception": ("có phủ định, ngoại lệ", "a negation or an exception"),
    "read.doubt.change": (
        "là mục tiêu hoặc mức thay đổi",
        "a target or a change, not a result",
    ),
    "read.doubt.time": ("nói về thời gian", "it speaks of time"),
    "read.doubt.document": ("là số hiệu văn bản", "the number of a document"),
    "read.doubt.multiple": (
        "là bội số, cần ghi đủ chữ số",
        "a multiple; write all the digits",
    ),
    "read.which-figure": (
        "không chắc con số là bao nhiêu hoặc nói về cái gì",
        "it is not certain what the figure is, or what it is about",
    ),
    "read.count-of-what": ("không rõ đếm gì", "it is not clear what is counted"),
    "read.several-figures": ("có nhiều con số khác nhau", "there are different figures"),
    "read.two-readings": (
        "con số có thể hiểu hơn một cách",
        "the figure may be read in more than one way",
    ),
    "read.no-whole": (
        "mẫu số bằng 0 nên không thành tỷ lệ",
        "the denominator is 0, so there is no ratio",
    ),
    "read.figures-disagree": (
        "tỷ số và tỷ lệ phần trăm không khớp nhau",
        "the ratio and the percentage disagree",
    ),
    "read.date-or-number": (
        "có thể là ngày tháng hoặc số hiệu, không chắc là tỷ số",
        "it may be a date or the number of a document, not certainly a ratio",
    ),
    "read.percent-of-what": (
        "không rõ tỷ lệ phần trăm của cái gì",
        "it is not clear what the percentage is of",
    ),
}
