"""Texts of the evidence: the list in the workbook, and what `dti evidence` finds."""

TEXTS = {
    "sheet.documents.title": ("DANH MỤC TÀI LIỆU KIỂM CHỨNG", "LIST OF EVIDENCE"),
    "sheet.documents.guide": (
        "Mỗi dòng một tài liệu cho một chỉ số; một tài liệu dùng cho nhiều chỉ số thì ghi nhiều dòng. Ghi tên tệp đúng như trong thư mục tài liệu, rồi chạy lệnh dti evidence để điền mã băm và dung lượng.",
        "One row a document and indicator; a document that backs several has several rows. Write the name of the file as in the folder of evidence, then run dti evidence to fill in hash and size.",
    ),
    "sheet.documents.place": ("STT", "No."),
    "sheet.documents.row": ("Chỉ số", "Row"),
    "sheet.documents.number": ("Số, ký hiệu", "Number"),
    "sheet.documents.date": ("Ngày văn bản", "Date"),
    "sheet.documents.issuer": ("Cơ quan ban hành", "Issuing body"),
    "sheet.documents.name": ("Tên tệp hoặc liên kết", "File or link"),
    "sheet.documents.sha256": ("Mã băm SHA-256", "SHA-256"),
    "sheet.documents.size": ("Dung lượng (byte)", "Size (bytes)"),
    "prompt.document-row": (
        "Chọn mã của chỉ số mà tài liệu này kiểm chứng.",
        "Choose the code of the row that this document backs.",
    ),
    "valid.document-row-title": ("Không có mã chỉ số này", "No such row"),
    "valid.document-row": (
        "Hãy chọn mã trong danh sách; mã là của bảng này, ví dụ 1.1.",
        "Choose a code from the list; it is one of this table, e.g. 1.1.",
    ),
    "sheet.journal.title": ("NHẬT KÝ: AI ĐÃ NHẬP GÌ", "JOURNAL: WHO TYPED WHAT"),
    "sheet.journal.guide": (
        "Lệnh dti merge tự ghi trang này khi gộp tệp của các cơ quan.",
        "dti merge writes this sheet when it takes back the workbooks of the agencies.",
    ),
    "sheet.journal.row": ("Dòng", "Row"),
    "sheet.journal.agency": ("Cơ quan", "Agency"),
    "sheet.journal.file": ("Tệp", "File"),
    "sheet.journal.words": ("Đã nhập", "Typed"),
    "evidence.no-folder": (
        "Không thấy thư mục {folder}. Hãy kiểm tra lại đường dẫn.",
        "There is no folder {folder}. Check the path.",
    ),
    "evidence.head": (
        "{file}: {count} tài liệu trong danh mục, {files} tệp trong thư mục.",
        "{file}: {count} documents listed, {files} files in the folder.",
    ),
    "evidence.none": (
        "Danh mục chưa có tài liệu nào. Hãy điền trang «Danh mục tài liệu kiểm chứng» rồi chạy lại.",
        "No document is listed. Fill in the sheet “Danh mục tài liệu kiểm chứng” and run again.",
    ),
    "evidence.filled": ("điền mã băm và dung lượng", "hash and size filled in"),
    "evidence.same": ("không đổi", "unchanged"),
    "evidence.changed": (
        "đã thay đổi sau khi ghi mã băm; nếu bản mới là đúng, xóa mã băm trong danh mục rồi chạy lại",
        "changed after its hash was taken; if the new one is right, clear its hash and run again",
    ),
    "evidence.missing": (
        "không thấy tệp trong thư mục; hãy kiểm tra tên tệp",
        "the file is not in the folder; check its name",
    ),
    "evidence.ambiguous": (
        "có nhiều tệp cùng tên; hãy ghi cả thư mục con",
        "several files have that name; write its subfolder, too",
    ),
    "evidence.link": ("liên kết, không kiểm tra được tệp", "a link; its file is not checked"),
    "evidence.unnamed": ("chưa ghi tên tệp", "no file is named"),
    "evidence.line": ("{place}. [{row}] {name}: {state}.", "{place}. [{row}] {name}: {state}."),
    "evidence.unused": (
        "Tệp không dòng nào dùng: {files}.",
        "Files that no row names: {files}.",
    ),
    "evidence.outside": (
        "{place}. [{row}] ghi ngày {date}, ngoài kỳ đánh giá {period}.",
        "{place}. [{row}] is dated {date}, outside the period {period}.",
    ),
    "evidence.homeless": (
        "{place}. {name}: mã dòng «{row}» không có trong bảng; hãy chọn lại.",
        "{place}. {name}: there is no row “{row}” in the table; choose again.",
    ),
    "evidence.rows": (
        "Dòng có điểm mà chưa có tài liệu: {codes}.",
        "Rows with a score and without a document: {codes}.",
    ),
    "evidence.written": ("Đã ghi {file}.", "Written: {file}."),
}
