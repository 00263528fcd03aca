"""Texts of work with many hands: request slips, `dti split` and `dti merge`."""

TEXTS = {
    "sheet.slips.title": ("PHIẾU YÊU CẦU CUNG CẤP SỐ LIỆU", "REQUEST FOR FIGURES"),
    "sheet.slips.to": ("Kính gửi: {agency}", "To: {agency}"),
    "sheet.slips.basis": (
        "Đề nghị cơ quan cung cấp số liệu và tài liệu kiểm chứng của các dòng dưới đây, theo {source}. Chưa có số liệu thì để trống, không ghi 0.",
        "Please give the figures and the evidence of the rows below, under {source}. Leave what is not known blank, do not write 0.",
    ),
    "sheet.slips.code": ("TT", "No."),
    "sheet.slips.name": ("Chỉ số", "Row"),
    "sheet.slips.asked": ("Số liệu cần cung cấp", "Figures asked for"),
    "sheet.slips.evidence": ("Tài liệu kiểm chứng", "Evidence"),
    "sheet.slips.option": ("Chọn một: {options}", "Choose one: {options}"),
    "sheet.slips.figure": ("Kết quả", "Result"),
    "sheet.slips.sign": (
        "Thủ trưởng cơ quan cung cấp số liệu\n(ký, ghi rõ họ tên, ngày tháng năm)",
        "Head of the agency that gives the figures\n(signature, full name, date)",
    ),
    "split.no-agencies": (
        "Bảng {table} không ghi cơ quan chủ trì. Hãy giao việc bằng --assign FILE: một tệp JSON với mã dòng hoặc mã nhóm → tên cơ quan.",
        "Table {table} names no lead agencies. Assign the rows with --assign FILE: a JSON file of row or pillar code → agency.",
    ),
    "split.assign": (
        "{file}: phải là một đối tượng JSON, mã dòng hoặc mã nhóm của bảng {table} → tên cơ quan; không dùng được «{given}».",
        "{file}: must be a JSON object, code of a row or pillar of table {table} → agency; “{given}” cannot be used.",
    ),
    "split.too-much": (
        "Phần của {agency} quá dài để ghi vào tệp. Hãy chia nhỏ hơn bằng --assign.",
        "The share of {agency} is too long for a file. Split it further with --assign.",
    ),
    "split.is-share": (
        "{file} đã là phần của {agency}. Hãy chia từ biểu đầy đủ.",
        "{file} is the share of {agency} already. Split the whole workbook.",
    ),
    "split.head": (
        "{file}: {count} cơ quan, {rows} dòng đã giao.",
        "{file}: {count} agencies, {rows} rows given out.",
    ),
    "split.line": ("{file}: {agency} ({codes}).", "{file}: {agency}, rows {codes}."),
    "split.left": (
        "Dòng không có cơ quan chủ trì, còn ở biểu chính: {codes}.",
        "Rows without a lead agency, left in the main workbook: {codes}.",
    ),
    "split.too-many": (
        "Thư mục {folder} phải là thư mục, không phải tệp.",
        "{folder} must be a folder, not a file.",
    ),
    "merge.no-files": (
        "Thư mục {folder} không có tệp Excel nào để gộp.",
        "The folder {folder} holds no workbook to merge.",
    ),
    "merge.head": (
        "{file}: gộp {count} tệp, nhận {taken} ô.",
        "{file}: {count} files merged, {taken} cells taken.",
    ),
    "merge.file": (
        "{file} ({agency}): nhận {taken} ô.",
        "{file} ({agency}): {taken} cells taken.",
    ),
    "merge.refused": ("✗ {file}: không gộp. {why}", "✗ {file}: not merged. {why}"),
    "merge.other-table": (
        "Tệp là bảng {given}, biểu chính là {wanted}.",
        "The file is of table {given}, the main workbook of {wanted}.",
    ),
    "merge.conflicts": (
        "Xung đột, giữ giá trị của biểu chính ({count}):",
        "Conflicts, the value of the main workbook is kept ({count}):",
    ),
    "merge.conflict": (
        "! {place}: biểu chính {kept}; {others}",
        "! {place}: main workbook {kept}; {others}",
    ),
    "merge.other": ("{value} trong {file}", "{value} in {file}"),
    "merge.closed": (
        "! {file}, {place}: {value} ở dòng không được giao nên không nhận.",
        "! {file}, {place}: {value} in a row that was not given to it, not taken.",
    ),
    "merge.blank": ("(trống)", "(blank)"),
    "merge.written": ("Đã ghi {file}.", "Written: {file}."),
    "merge.journal-conflict": ("chưa nhận (xung đột): {words}", "not taken (conflict): {words}"),
    "merge.label-typed": ("điểm tự chấm", "self score"),
    "merge.label-attached": ("tài liệu gửi kèm", "evidence"),
    "merge.label-explanation": ("giải trình", "explanation"),
    "merge.label-excluded": ("không đánh giá", "not assessed"),
    "merge.label-reason": ("lý do không đánh giá", "reason"),
    "merge.label-words": ("lời của đơn vị", "words"),
    "merge.label-cohort": ("số liệu cụm {slot}", "cohort {slot}"),
    "merge.label-info": ("mục {code}", "line {code}"),
    "merge.label-commune": ("xã {code}", "commune {code}"),
    "merge.label-document": ("tài liệu", "document"),
    "merge.label-value": ("số liệu", "figure"),
}
