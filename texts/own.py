"""What can be wrong with a workbook of ours as a whole."""

TEXTS = {
    "own.version": (
        "biểu thuộc phiên bản bố cục «{given}», cần «{known}»",
        "the workbook has layout version “{given}”, “{known}” is needed",
    ),
    "own.edition": ("không có ấn bản «{given}»", "there is no edition “{given}”"),
    "own.ruleset": (
        "biểu được tạo từ phiên bản khác của bộ chỉ số {table} (mã {given}, hiện dùng {known})",
        "the workbook was made from another version of ruleset {table} ({given}, now {known})",
    ),
    "own.sheet": ("không còn trang «{sheet}»", "the sheet “{sheet}” is gone"),
    "own.columns": (
        "các cột của trang «{sheet}» đã bị dời chỗ",
        "the columns of the sheet “{sheet}” were moved",
    ),
    "own.lost": ("{code} ({name})", "{code} ({name})"),
    "own.lost-name": ("tên {name} của biểu", "the name {name} of the workbook"),
    "own.not-ours": ("tệp không phải biểu của dti-excel", "not a workbook of dti-excel"),
    "own.day-number": ("số ngày {number}", "day number {number}"),
    "own.mark": ("Không đánh giá", "Not assessed"),
}
