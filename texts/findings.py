"""Findings in words: what is wrong, why, and what to do about it. The id is the code."""

TEXTS = {
    "finding.input-not-a-number": (
        "{label} phải là một số nhưng đang là {actual}. Hãy nhập lại bằng số.",
        "{label} must be a number but is {actual}. Type a number.",
    ),
    "finding.input-negative": (
        "{label} không thể âm ({actual}). Hãy kiểm tra lại số liệu.",
        "{label} cannot be negative ({actual}). Check the figure.",
    ),
    "finding.option-unknown": (
        "{label}: không có lựa chọn {actual}. Hãy chọn một trong danh sách.",
        "{label}: there is no option {actual}. Choose one from the list.",
    ),
    "finding.part-exceeds-whole": (
        "Phần lớn hơn tổng: {actual}. Số liệu không thể có nên không được điểm; hãy kiểm tra lại.",
        "The part is larger than the whole: {actual}. Impossible data earns nothing; check it.",
    ),
    "finding.zero-denominator": (
        "Mẫu số bằng 0 ({actual}) và văn bản không quy định cách tính khi đó. Hãy nhập số liệu đúng, hoặc đánh dấu không đánh giá nếu được phép.",
        "The denominator is 0 ({actual}) and the document has no rule for it. Type the right figure, or mark the row as not assessed where that is allowed.",
    ),
    "finding.score-mismatch": (
        "Điểm nhập {actual} khác điểm tính được {expected} (lệch {difference}). {why}",
        "The typed score {actual} differs from the computed {expected} (by {difference}). {why}",
    ),
    "finding.score-above-maximum": (
        "Điểm {actual} vượt điểm tối đa {expected}.",
        "The score {actual} is above the maximum {expected}.",
    ),
    "finding.score-stale": (
        "Ô còn lưu giá trị cũ {actual}; tính lại từ chính công thức của ô được {expected}. Hãy mở tệp và tính lại (Ctrl+Shift+F9).",
        "The cell still holds the old value {actual}; its own formula gives {expected}. Open the file and recalculate (Ctrl+Shift+F9).",
    ),
    "finding.formula-overwritten": (
        "Công thức tính điểm đã bị gõ đè bằng {actual}; tính đúng được {expected}. Hãy khôi phục công thức.",
        "The scoring formula was overwritten with {actual}; the right score is {expected}. Restore the formula.",
    ),
    "finding.formula-changed": (
        "Công thức đã bị sửa: {actual}. Công thức đúng: {expected}.",
        "The formula was changed: {actual}. The right one: {expected}.",
    ),
    "finding.max-score-changed": (
        "Điểm tối đa trong tệp là {actual}, theo văn bản là {expected}.",
        "The maximum in the file is {actual}; the document says {expected}.",
    ),
    "finding.subtotal-mismatch": (
        "Điểm cộng {actual} không bằng tổng các điểm đang đứng trong nhóm: {expected}. {why}",
        "The subtotal {actual} is not the sum of the scores in its rows: {expected}. {why}",
    ),
    "finding.total-mismatch": (
        "Tổng điểm {actual} không bằng tổng các điểm đang đứng trong bảng: {expected}. {why}",
        "The total {actual} is not the sum of the scores in the table: {expected}. {why}",
    ),
    "finding.index-mismatch": (
        "Chỉ số {actual} khác chỉ số tính được {expected}.",
        "The index {actual} differs from the computed {expected}.",
    ),
    "finding.level-mismatch": (
        "Mức độ {actual} khác mức độ tính được {expected}.",
        "The level {actual} differs from the computed {expected}.",
    ),
    "finding.row-missing": (
        "Thiếu dòng của chỉ số {label}. Hãy bổ sung đúng mã và tên như văn bản.",
        "The row of indicator {label} is missing. Add it with its printed code and title.",
    ),
    "finding.row-duplicate": (
        "Chỉ số {label} có nhiều dòng: {actual}. Hãy giữ một dòng.",
        "Indicator {label} has several rows: {actual}. Keep one.",
    ),
    "finding.exclusion-without-reason": (
        "Chỉ số được đánh dấu không đánh giá nhưng chưa ghi lý do.",
        "The indicator is marked as not assessed without a reason.",
    ),
    "finding.table-mismatch": (
        "Các dòng là của bảng {actual}, không phải {expected}.",
        "The rows are those of table {actual}, not {expected}.",
    ),
    "finding.table-unknown": (
        "Không có bảng chỉ số {actual}. Xem danh sách bằng lệnh: dti tables.",
        "There is no table {actual}. See the list with: dti tables.",
    ),
    "finding.layout-unknown": (
        "Không nhận ra bố cục của tệp: {why}. Hãy dùng lệnh dti adopt để chuyển sang biểu mẫu chính thức.",
        "The layout of the file is unknown: {why}. Use dti adopt to read it into our form.",
    ),
    "finding.input-missing": (
        "Thiếu số liệu: {label}.",
        "Missing: {label}.",
    ),
    "finding.number-as-text": (
        "Số được gõ như chữ: {actual}. Hãy nhập lại bằng số.",
        "A number typed as text: {actual}. Type it as a number.",
    ),
    "finding.input-is-date": (
        "Ô chứa ngày tháng {actual}; có lẽ bảng tính tự đổi từ «{expected}». Hãy nhập lại số.",
        "The cell holds the date {actual}, probably made of «{expected}». Type the number again.",
    ),
    "finding.score-uncached": (
        "Ô công thức chưa có giá trị lưu. Hãy mở tệp, tính lại và lưu.",
        "The formula has no stored value. Open, recalculate and save the file.",
    ),
    "finding.row-unknown": (
        "Dòng {label} không có trong bảng chính thức; không được tính.",
        "Row {label} is not in the official table; it is not counted.",
    ),
    "finding.row-hidden": (
        "Dòng đang bị ẩn. Hãy bỏ ẩn để người đọc thấy đủ bảng.",
        "The row is hidden. Show it so that readers see the whole table.",
    ),
    "finding.info-mismatch": (
        "{label}: số liệu {actual} khác với {expected} đã khai ở nơi khác.",
        "{label}: the figure {actual} differs from {expected} given elsewhere.",
    ),
    "finding.evidence-missing": (
        "Chưa có tài liệu kiểm chứng.",
        "No evidence is given.",
    ),
    "finding.explanation-missing": (
        "Chưa có giải trình. {why}",
        "No explanation is given. {why}",
    ),
    "finding.cohort-missing": (
        "Chỉ số tính theo min-max, cần số liệu của các đơn vị khác: chờ số liệu cụm.",
        "A min-max indicator needs the figures of the other units: waiting for the cohort.",
    ),
    "finding.text-legacy-encoding": (
        "Chữ gõ bằng bảng mã cũ ({actual}); đã đọc thành {expected}.",
        "Text in an old encoding ({actual}); read as {expected}.",
    ),
    "finding.external-link": (
        "Tệp có liên kết ra ngoài: {actual}. Số liệu lấy từ nơi khác có thể thay đổi.",
        "The file links elsewhere: {actual}. Figures from there may change.",
    ),
    "finding.macro-present": (
        "Tệp có macro. dti-excel không chạy macro.",
        "The file has macros. dti-excel does not run them.",
    ),
    "finding.reading-applied": (
        "{why}",
        "{why}",
    ),
    "finding.table-superseded": (
        "{why}",
        "{why}",
    ),
    "finding.file-unsafe": (
        "Không mở tệp vì không an toàn: {why}.",
        "The file is not opened because it is unsafe: {why}.",
    ),
    "finding.file-unreadable": (
        "Không đọc được tệp: {why}.",
        "The file cannot be read: {why}.",
    ),
    "finding.text-changed": (
        "Nội dung in sẵn của biểu đã bị sửa: {actual}; trong văn bản là {expected}. Hãy khôi phục đúng chữ của văn bản.",
        "A printed text of the form was changed: {actual}; the document says {expected}. Restore the printed words.",
    ),
    "finding.value-hidden": (
        "Ô có định dạng giấu giá trị ({actual}). Hãy bỏ định dạng ấy để người đọc thấy số.",
        "The cell's format hides its value ({actual}). Remove the format so that readers see the figure.",
    ),
    "finding.row-unread": (
        "Chưa đọc chắc được {actual}: {why}. Số liệu của dòng này chưa được đối chiếu; hãy nhập vào ô vàng.",
        "Not read for certain: {actual} ({why}). The figure of this row was not checked; type it into the yellow cell.",
    ),
    "finding.evidence-changed": (
        "Tài liệu kiểm chứng {label} đã thay đổi: {actual}, trước là {expected}.",
        "The evidence {label} has changed: {actual}, was {expected}.",
    ),
}
