"""The annotated copy of a checked file."""

TEXTS = {
    "annotate.about": (
        "Đối chiếu {file}: bấm vào cột «Ô» để tới ô đó. Đây là bản sao có đánh dấu, tệp gốc không đổi.",
        "Reconciliation of {file}: click in the column “Cell” to go there. This is a marked copy; the file itself is as it was.",
    ),
    "annotate.kind": (
        "--annotate chỉ đánh dấu được tệp {known}, không phải «{ending}». Hãy lưu biểu dạng .xlsx rồi chạy lại.",
        "--annotate marks files of {known} only, not “{ending}”. Save the workbook as .xlsx and try again.",
    ),
    "annotate.one": (
        "--annotate chỉ dùng cho một tệp, ở đây có {count} tệp. Hãy chạy riêng từng tệp.",
        "--annotate is for one file; {count} were given. Run it for each of them.",
    ),
    "annotate.unreadable": (
        "Không đánh dấu được {file} vì không đọc được tệp.",
        "{file} was not marked, because it cannot be read.",
    ),
    "annotate.written": ("Bản sao có đánh dấu: {file}", "Marked copy: {file}"),
}
