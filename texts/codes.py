"""What each finding code means and what to do about it, for the guide of codes."""

TEXTS = {
    "code.input-not-a-number.means": (
        "ô cần số nhưng chứa chữ, dấu cách hoặc lỗi",
        "a cell for a number holds text, spaces or an error",
    ),
    "code.input-not-a-number.do": (
        "gõ lại bằng số; xóa dấu cách bằng phím Delete",
        "type the number again",
    ),
    "code.input-negative.means": (
        "số đếm hoặc số tiền âm",
        "a count or an amount is negative",
    ),
    "code.input-negative.do": ("kiểm tra số liệu", "check the figure"),
    "code.option-unknown.means": (
        "không có lựa chọn này; câu Có/Không có câu trả lời khác",
        "there is no such option, or the answer is neither yes nor no",
    ),
    "code.option-unknown.do": ("chọn trong danh sách", "choose from the list"),
    "code.part-exceeds-whole.means": (
        "phần lớn hơn tổng: số liệu không thể có, không được điểm",
        "the part is larger than the whole: impossible data earns nothing",
    ),
    "code.part-exceeds-whole.do": ("kiểm tra cả hai số", "check both figures"),
    "code.zero-denominator.means": (
        "mẫu số bằng 0, văn bản không quy định cách tính",
        "the denominator is 0 and the document has no rule for it",
    ),
    "code.zero-denominator.do": (
        "nhập số đúng, hoặc đánh dấu không đánh giá nếu được phép",
        "type the right figure, or mark the row as not assessed where that is allowed",
    ),
    "code.score-mismatch.means": (
        "điểm gõ tay khác điểm tính được quá nửa đơn vị của chữ số cuối; hoặc điểm trong ô khác điểm máy chấm",
        "a typed score is more than half a unit of its last digit off the computed one, or the sheet's score is not the engine's",
    ),
    "code.score-mismatch.do": (
        "xem nguyên nhân nêu kèm (chưa chia cho ngưỡng, làm tròn sớm, đảo tử mẫu)",
        "see the cause that is named",
    ),
    "code.score-above-maximum.means": (
        "điểm gõ tay vượt điểm tối đa",
        "a typed score is above the maximum",
    ),
    "code.score-above-maximum.do": ("sửa điểm gõ tay", "correct the score"),
    "code.score-stale.means": (
        "ô giữ giá trị cũ, công thức của chính ô cho số khác",
        "the cell holds an old value; its own formula gives another",
    ),
    "code.score-stale.do": (
        "mở tệp, tính lại tất cả (Ctrl+Shift+F9), lưu",
        "open the file, recalculate everything (Ctrl+Shift+F9), save",
    ),
    "code.formula-overwritten.means": (
        "một công thức của biểu bị gõ đè (điểm, tổng, tổng hợp, tình trạng …)",
        "a formula of the workbook was typed over",
    ),
    "code.formula-overwritten.do": (
        "khôi phục công thức: dựng lại biểu bằng `dti convert`, số liệu được giữ nguyên",
        "restore it with `dti convert`; figures are kept",
    ),
    "code.formula-changed.means": (
        "một công thức của biểu bị sửa",
        "a formula of the workbook was changed",
    ),
    "code.formula-changed.do": ("như trên", "as above"),
    "code.max-score-changed.means": (
        "điểm tối đa khác văn bản",
        "a maximum differs from the document",
    ),
    "code.max-score-changed.do": ("trả lại số trong văn bản", "restore the printed number"),
    "code.subtotal-mismatch.means": (
        "điểm cộng của chỉ số chính không bằng tổng các dòng",
        "a subtotal is not the sum of its rows",
    ),
    "code.subtotal-mismatch.do": (
        "cộng lại; thông báo nêu dòng có lẽ bị sót",
        "add again; the message names the row that was probably left out",
    ),
    "code.total-mismatch.means": (
        "tổng điểm không bằng tổng các dòng",
        "the total is not the sum of its rows",
    ),
    "code.total-mismatch.do": ("cộng lại", "add again"),
    "code.index-mismatch.means": (
        "chỉ số (%) khác tổng ÷ điểm tối đa được đánh giá",
        "the index (%) is not total by assessed maximum",
    ),
    "code.index-mismatch.do": ("sửa chỉ số", "correct the index"),
    "code.level-mismatch.means": (
        "mức độ khác mức tính được",
        "the level differs from the computed one",
    ),
    "code.level-mismatch.do": ("sửa mức độ", "correct the level"),
    "code.row-missing.means": (
        "thiếu dòng của một chỉ số",
        "the row of an indicator is missing",
    ),
    "code.row-missing.do": ("thêm dòng với đúng mã và tên", "add it with its code and title"),
    "code.row-duplicate.means": (
        "một chỉ số có nhiều dòng",
        "an indicator has several rows",
    ),
    "code.row-duplicate.do": ("giữ một dòng", "keep one"),
    "code.exclusion-without-reason.means": (
        "đánh dấu không đánh giá mà chưa ghi lý do",
        "a row is marked as not assessed without a reason",
    ),
    "code.exclusion-without-reason.do": ("ghi lý do", "write the reason"),
    "code.table-mismatch.means": (
        "các dòng là của bảng khác",
        "the rows are those of another table",
    ),
    "code.table-mismatch.do": ("dùng đúng bảng", "use the right table"),
    "code.table-unknown.means": (
        "không có bảng này",
        "there is no such table",
    ),
    "code.table-unknown.do": ("xem danh sách bảng: `dti tables`", "see `dti tables`"),
    "code.layout-unknown.means": (
        "không nhận ra bố cục, hoặc biểu từ phiên bản khác của bộ chỉ số",
        "the layout is unknown, or the workbook is of another version of the ruleset",
    ),
    "code.layout-unknown.do": (
        "dùng `dti convert` (biểu của dti-excel) hoặc `dti adopt`; số liệu được giữ nguyên",
        "use `dti convert` (a workbook of dti-excel) or `dti adopt`; figures are kept",
    ),
    "code.input-missing.means": (
        "còn thiếu số liệu; chưa có điểm, tổng tạm coi là 0",
        "a figure is missing; there is no score yet and the total counts 0",
    ),
    "code.input-missing.do": (
        "nhập; kết quả bằng 0 thì gõ 0",
        "type it; a result of 0 is typed as 0",
    ),
    "code.number-as-text.means": (
        "số được gõ như chữ («85,5» trong ô định dạng chữ); không được tính",
        "a number typed as text; it is not counted",
    ),
    "code.number-as-text.do": ("gõ lại bằng số", "type it as a number"),
    "code.input-is-date.means": (
        "bảng tính đã đổi «08/08» thành ngày tháng; không được tính",
        "the spreadsheet made a date of «08/08»; it is not counted",
    ),
    "code.input-is-date.do": ("gõ lại từng số vào ô của nó", "type each number into its own cell"),
    "code.score-uncached.means": (
        "ô công thức chưa có giá trị lưu",
        "a formula has no stored value yet",
    ),
    "code.score-uncached.do": ("mở tệp, tính lại, lưu", "open, recalculate, save"),
    "code.row-unknown.means": (
        "dòng không có trong bảng chính thức; không được tính",
        "the row is not in the official table; it is not counted",
    ),
    "code.row-unknown.do": ("bỏ, hoặc sửa mã", "remove it, or correct its code"),
    "code.row-hidden.means": (
        "dòng bị ẩn",
        "a row is hidden",
    ),
    "code.row-hidden.do": ("bỏ ẩn", "show it"),
    "code.info-mismatch.means": (
        "số liệu khác với số ở Thông tin chung",
        "a figure differs from the general information",
    ),
    "code.info-mismatch.do": ("sửa một trong hai nơi", "correct one of them"),
    "code.evidence-missing.means": (
        "chưa có tài liệu kiểm chứng",
        "no evidence is given",
    ),
    "code.evidence-missing.do": ("bổ sung", "add it"),
    "code.explanation-missing.means": (
        "chưa có giải trình",
        "no explanation is given",
    ),
    "code.explanation-missing.do": ("bổ sung", "add it"),
    "code.cohort-missing.means": (
        "chỉ số Min-Max chờ số liệu các đơn vị trong cụm",
        "a min-max indicator waits for the figures of the other units",
    ),
    "code.cohort-missing.do": (
        "nhập trang «Số liệu cụm» khi có",
        "fill in the sheet of the cohort",
    ),
    "code.text-legacy-encoding.means": (
        "chữ gõ bằng bảng mã cũ (TCVN3, VNI); đã đọc lại bằng Unicode",
        "text in an old encoding (TCVN3, VNI), read as Unicode",
    ),
    "code.text-legacy-encoding.do": ("soát lại chữ đã đọc", "look over what was read"),
    "code.external-link.means": (
        "tệp lấy số từ tệp khác",
        "the file takes figures from another one",
    ),
    "code.external-link.do": ("dán giá trị thay cho liên kết", "paste values in place of links"),
    "code.macro-present.means": (
        "tệp có macro; không được chạy",
        "the file has macros; they are not run",
    ),
    "code.macro-present.do": (
        "gửi tệp .xlsx không macro nếu có thể",
        "send an .xlsx without macros where possible",
    ),
    "code.reading-applied.means": (
        "điểm dựa vào một trường hợp văn bản không nêu, hoặc số liệu mâu thuẫn nhau",
        "the score rests on a case that the document leaves open",
    ),
    "code.reading-applied.do": (
        "đọc câu kèm theo; giải trình nếu cần",
        "read the sentence; explain where needed",
    ),
    "code.table-superseded.means": (
        "bảng chỉ còn giá trị lịch sử; câu kèm theo nói vì sao",
        "the table is historical; the sentence says why",
    ),
    "code.table-superseded.do": ("đọc câu kèm theo", "read the sentence"),
    "code.file-unreadable.means": (
        "không phải bảng tính, bị hỏng, có mật khẩu, .ods hoặc .xlsb; thông báo nói rõ",
        "no workbook, damaged, or with a password; the message says which",
    ),
    "code.file-unreadable.do": (
        "lưu lại thành .xlsx, gỡ mật khẩu",
        "save it as .xlsx, remove the password",
    ),
    "code.file-unsafe.means": (
        "tệp có thể gây hại: nén bất thường, phần trùng tên, khai báo thực thể XML",
        "the file could do harm: odd compression, double parts, XML entities",
    ),
    "code.file-unsafe.do": ("xin tệp gốc; đừng mở bằng cách khác", "ask for the original file"),
    "code.text-changed.means": (
        "chữ in sẵn (mã, tên, cách tính, lựa chọn) khác văn bản",
        "a printed text (code, title, clause, option) differs from the document",
    ),
    "code.text-changed.do": ("dựng lại biểu bằng `dti convert`", "restore it with `dti convert`"),
    "code.row-unread.means": (
        "chữ của đơn vị chưa đọc chắc được, hoặc mới đọc được một phần; dòng chưa được đối chiếu",
        "words that were not read for certain, or only in part; the row was not checked",
    ),
    "code.row-unread.do": ("nhập số liệu vào ô vàng", "type the figures into the yellow cells"),
    "code.value-hidden.means": (
        "định dạng của ô giấu giá trị",
        "the format of a cell hides its value",
    ),
    "code.value-hidden.do": ("bỏ định dạng ấy", "remove the format"),
    "code.evidence-changed.means": (
        "tài liệu kiểm chứng đã thay đổi",
        "a document of the evidence has changed",
    ),
    "code.evidence-changed.do": ("xem lại tài liệu", "look at it again"),
    "code.check.files": ("tệp", "the file"),
    "code.check.hidden": ("dòng ẩn", "hidden rows"),
    "code.check.printed": ("chữ và số in sẵn", "printed cells"),
    "code.check.inputs": ("số liệu", "figures"),
    "code.check.exclusions": ("không đánh giá", "exclusions"),
    "code.check.formulas": ("công thức", "formulas"),
    "code.check.stale": ("giá trị lưu", "stored values"),
    "code.check.sheet": ("biểu và máy chấm", "sheet and engine"),
    "code.check.typed": ("ô gõ tay", "typed cells"),
    "code.check.scores": ("điểm gõ tay", "typed scores"),
    "code.check.sums": ("phép cộng", "sums"),
    "code.check.index": ("chỉ số", "index"),
    "code.check.level": ("mức độ", "level"),
    "code.check.appraisal": ("thẩm định, tài liệu", "appraisal, evidence"),
    "code.check.status": ("hiệu lực", "status of the table"),
    "code.check.reading": ("đọc tệp", "reading the file"),
}
