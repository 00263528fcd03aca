"""Why a whole file could not be reconciled."""

TEXTS = {
    "reconcile.no-table": (
        "không thấy bảng chỉ số nào trong tệp",
        "no indicator table was found in the file",
    ),
    "reconcile.failed": (
        "chương trình gặp lỗi với tệp này ({error}); các tệp khác không bị ảnh hưởng",
        "the program failed on this file ({error}); other files are not affected",
    ),
    "reconcile.memory": (
        "tệp cần nhiều bộ nhớ hơn mức cho phép; các tệp khác không bị ảnh hưởng",
        "the file needs more memory than is allowed; other files are not affected",
    ),
}
