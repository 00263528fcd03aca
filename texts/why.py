"""Words around figures: totals, levels, and why a row stands as it does."""

TEXTS = {
    "total.own": ("Tổng điểm tự chấm", "Total, self-assessed"),
    "total.verified": ("Tổng điểm thẩm định", "Total, appraised"),
    "total.official": ("Tổng điểm chính thức", "Total, official"),
    "total.of": ("{total} / {most}", "{total} / {most}"),
    "index.own": ("Chỉ số tự chấm", "Index, self-assessed"),
    "index.official": ("Chỉ số chính thức", "Index, official"),
    "level.none": ("Chưa đạt mức nào", "no level reached"),
    "why.reading": ("cách hiểu", "reading"),
    "why.by-share": (
        " → {score} điểm, bằng tỷ lệ đạt được ở các chỉ số khác",
        " → {score} points, by the share reached on the other indicators",
    ),
    "why.score": ("{score} / {most} điểm", "{score} of {most} points"),
    "why.no-score": ("chưa có điểm", "no score yet"),
    "why.rule": ("văn bản quy định: «{rule}»", "the document says: «{rule}»"),
    "why.option": ("{number} («{label}»)", "{number} («{label}»)"),
    "why.level": ("mức {level} cần {asked}: {met}", "level {level} asks for {asked}: {met}"),
    "why.level-not-asked": ("mức {level}: không áp dụng", "level {level}: not applicable"),
    "why.no-value": ("chưa có số liệu", "no figure yet"),
    "why.requirement": ("yêu cầu: «{wanted}»", "required: «{wanted}»"),
    "why.judged-at": ("đạt khi {asked}", "met at {asked}"),
    "asked.nothing": ("không áp dụng", "nothing"),
    "asked.percent": ("≥ {percent}", "≥ {percent}"),
    "asked.count": ("≥ {count}", "≥ {count}"),
    "asked.count-or-all": ("≥ {count} hoặc 100%", "≥ {count} or 100%"),
    "asked.yes": ("Có", "yes"),
    "asked.communes": (
        "mọi xã từ mức {all_from}",
        "every commune at level {all_from} or higher",
    ),
    "asked.communes-share": (
        "mọi xã từ mức {all_from}, ≥ {share} số xã từ mức {share_from}",
        "every commune at level {all_from} or higher and ≥ {share} of them at level {share_from} or higher",
    ),
}
