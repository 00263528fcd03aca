"""Words of the checks: causes, and what a figure is called."""

TEXTS = {
    "check.quoted": ("«{words}»", "“{words}”"),
    "check.in-cell": (
        "Đây là điểm mà công thức trong ô tính ra: số liệu, danh mục hoặc công thức của biểu đã bị sửa.",
        "This is what the cell's own formula gives: figures, lists or formulas of the workbook were changed.",
    ),
    "check.typed-score": ("Điểm nhập tay", "The typed score"),
    "check.verified-score": ("Điểm thẩm định", "The verified score"),
    "check.verified-differs": (
        "Điểm thẩm định {verified} khác {own}.",
        "The verified score {verified} differs from {own}.",
    ),
    "level.named": ("{level} ({name})", "{level} ({name})"),
    "cause.above": ("Điểm nhập vượt điểm tối đa {most}.", "It is above the maximum {most}."),
    "cause.not-divided": ("Có lẽ chưa chia cho {full}.", "Probably not divided by {full}."),
    "cause.rounded-early": (
        "Có lẽ đã làm tròn tỷ lệ trước khi nhân điểm tối đa.",
        "Probably the ratio was rounded before it was multiplied by the maximum.",
    ),
    "cause.upside-down": (
        "Có lẽ đã lấy mẫu số chia cho tử số.",
        "Probably the denominator was divided by the numerator.",
    ),
    "sum.off": ("Lệch {difference}.", "Off by {difference}."),
    "sum.row-left-out": (
        "Lệch {difference}: có lẽ bỏ sót dòng {row}.",
        "Off by {difference}: probably row {row} was left out.",
    ),
}
