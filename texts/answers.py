"""What the verbs answer, and why a call or a file cannot be used."""

TEXTS = {
    # Refusals of every verb.
    "answer.in-file": ("{file}: {why}", "{file}: {why}"),
    "answer.stop": ("{why}.", "{why}."),
    "answer.no-file": (
        "Không thấy tệp {file}. Hãy kiểm tra lại đường dẫn.",
        "There is no file {file}. Check the path.",
    ),
    "answer.is-folder": (
        "{file} là thư mục, không phải tệp. Hãy ghi cả tên tệp.",
        "{file} is a folder, not a file. Give the name of a file, too.",
    ),
    "answer.unreadable": (
        "Không đọc được {file}: {why}. Hãy kiểm tra quyền đọc.",
        "{file} cannot be read: {why}. Check its permissions.",
    ),
    "answer.no-table": (
        "Không có bảng chỉ số «{table}». Các bảng hiện có: {known}.",
        "There is no table “{table}”. The tables there are: {known}.",
    ),
    "source.no-object": (
        "cần một đối tượng JSON (unit.json).",
        "a JSON object is needed (unit.json).",
    ),
    "source.no-table-named": (
        'thiếu «table», ví dụ "table": "HB-2023-XA".',
        '“table” is missing, for example "table": "HB-2023-XA".',
    ),
    "source.other-table": (
        "số liệu của bảng {given}, không phải {wanted}. Hãy chọn đúng bảng.",
        "the figures are those of table {given}, not {wanted}. Choose the right table.",
    ),
    # tables, show, readings
    "tables.rows": ("dòng", "rows"),
    "tables.points": ("điểm", "points"),
    "show.no-indicator": (
        "Bảng {table} không có chỉ số «{code}». Xem: dti show {table}.",
        "Table {table} has no indicator “{code}”. See: dti show {table}.",
    ),
    "show.no-criterion": (
        "Bảng {table} không có tiêu chí «{code}». Xem: dti show {table}.",
        "Table {table} has no criterion “{code}”. See: dti show {table}.",
    ),
    "show.no-target": (
        "Bảng {table} không có chỉ tiêu «{code}». Xem: dti show {table}.",
        "Table {table} has no target “{code}”. See: dti show {table}.",
    ),
    "show.needs": ("cần", "needs"),
    "show.maximum": ("Điểm tối đa", "Maximum"),
    "show.inferred": ("(suy ra, ô in trống)", "(inferred, empty cell)"),
    "show.printed": ("Văn bản", "Printed"),
    "show.inputs": ("Số liệu", "Inputs"),
    "show.from-info": ("← mục {lines}", "← item {lines}"),
    "show.evidence": ("Tài liệu kiểm chứng", "Evidence"),
    "show.lead-agency": ("Cơ quan chủ trì", "Lead agency"),
    "show.guiding-agency": ("Cơ quan theo dõi, hướng dẫn", "Guiding agency"),
    "show.coordinating-agency": ("Cơ quan phối hợp", "Coordinating agency"),
    "show.deadline": ("Thời hạn báo cáo", "Report by"),
    "show.requirement": ("Yêu cầu", "Requirement"),
    "show.reading": ("Cách hiểu", "Reading"),
    "show.because": ("vì", "because"),
    "show.source": ("Nguồn", "Source"),
    "show.levels": ("Mức độ: {names}", "Levels: {names}"),
    "show.level": ("Mức {level} ({name})", "Level {level} ({name})"),
    "show.unit": ("Đơn vị tính", "Unit"),
    "show.method": ("Cách đánh giá", "Method"),
    "show.basis": ("Căn cứ", "Basis"),
    "readings.place": ("mục", "place"),
    "readings.printed": ("Văn bản in", "Printed"),
    "readings.adopted": ("Cách hiểu", "Adopted"),
    "readings.why": ("Vì sao", "Why"),
    "readings.effect": ("Ảnh hưởng", "Effect"),
    "readings.alternative": ("Cách khác", "Alternative"),
    # score
    "score.no-name": ("(chưa ghi tên đơn vị)", "(unit not named)"),
    "score.scaled": ("Điểm quy đổi: {total} / {most}", "Scaled total: {total} / {most}"),
    "score.grade": ("Xếp loại: {grade}", "Grade: {grade}"),
    "score.no-score-yet": ("Chưa có điểm ({count}): {codes}", "No score yet ({count}): {codes}"),
    "score.missing": ("Thiếu số liệu ({count}): {codes}", "Missing ({count}): {codes}"),
    "score.level": ("Mức độ đạt được: {level}", "Level: {level}"),
    "score.stopping": ("Còn cản mức {level}: {codes}", "Stopping level {level}: {codes}"),
    "score.all": ("Tất cả", "All"),
    "score.by-agency": ("Theo cơ quan chủ trì", "By lead agency"),
    "score.not-met": ("Chưa đạt ({count}): {codes}", "Not met ({count}): {codes}"),
    "score.tally": (
        "{met} đạt, {not_met} chưa đạt, {not_judged} không xét",
        "{met} met, {not_met} not met, {not_judged} not judged",
    ),
    "score.reading-kind": (
        "Bảng {table}: --reading chỉ dùng cho bảng chấm điểm.",
        "Table {table}: --reading is for tables with points only.",
    ),
    "score.reading": (
        "--reading «{choice}»: viết dạng MÃ=alternative. Bảng {table} tính được cách khác của: {known}.",
        "--reading “{choice}”: write ID=alternative. Table {table} can be read the other way in: {known}.",
    ),
    # new, convert, adopt
    "new.written": ("Đã tạo: {file}", "Written: {file}"),
    "new.edition": (
        "Không có ấn bản «{given}»; có: {known}.",
        "There is no edition “{given}”; there are: {known}.",
    ),
    "new.room-commune": (
        "Biểu {table} có chỗ cho {room} xã, số liệu có {given}. Hãy chia thành nhiều biểu.",
        "The workbook of {table} has room for {room} communes; {given} were given. Split them.",
    ),
    "new.room-document": (
        "Biểu {table} có chỗ cho {room} tài liệu, danh mục có {given}. Hãy gộp tài liệu vào một tệp.",
        "The workbook of {table} has room for {room} documents; {given} were given. Join some into one file.",
    ),
    "new.room-cohort": (
        "Biểu {table} có chỗ cho {room} đơn vị của cụm ở chỉ số {code}, số liệu có {given}. Hãy bớt đi.",
        "The workbook of {table} has room for {room} units of the cohort of {code}; {given} were given.",
    ),
    "convert.not-ours": (
        "không phải biểu của dti-excel. Hãy dùng: dti adopt.",
        "not a workbook of dti-excel. Use: dti adopt.",
    ),
    "convert.layout": (
        "{why}. Hãy dùng bản dti-excel mới hơn, hoặc dti adopt.",
        "{why}. Use a newer dti-excel, or dti adopt.",
    ),
    "adopt.no-table": (
        "không nhận ra bảng chỉ số; hãy thêm --table.",
        "no table was recognised; add --table.",
    ),
    "adopt.counts": (
        "{file} → {table}: đọc chắc {read} dòng, chưa đọc được {unread}, trống {blank}",
        "{file} → {table}: read {read}, unread {unread}, blank {blank}",
    ),
    "adopt.excluded": ("không đánh giá", "not assessed"),
    # check
    "verdict.match": ("KHỚP", "MATCH"),
    "verdict.mismatch": ("LỆCH", "MISMATCH"),
    "verdict.incomplete": ("CHƯA ĐỦ SỐ LIỆU", "INCOMPLETE"),
    "verdict.unreadable": ("KHÔNG ĐỌC ĐƯỢC", "UNREADABLE"),
    "check.no-books": (
        "Không thấy tệp Excel nào ({known}) ở nơi được chỉ.",
        "There is no Excel file ({known}) in the given place.",
    ),
    "check.four-totals": ("Bốn tổng", "Four totals"),
    "check.typed": ("gõ tay", "typed"),
    "check.sheet": ("trong ô", "sheet"),
    "check.recalculated": ("tính lại", "recalculated"),
    "check.engine": ("máy chấm", "engine"),
    "check.missing-in": ("thiếu số liệu ở {codes}", "missing in {codes}"),
    "check.report": ("Báo cáo: {file}", "Report: {file}"),
    "check.level": (
        "Mức độ {level}; {missing} tiêu chí thiếu số liệu.",
        "Level {level}; {missing} criteria wait for a figure.",
    ),
    "check.level-stopped": (
        "Mức độ {level}; còn cản mức kế tiếp: {codes}; {missing} tiêu chí thiếu số liệu.",
        "Level {level}; stopping the next one: {codes}; {missing} criteria wait for a figure.",
    ),
    "check.targets": (
        "{met} chỉ tiêu đạt, {not_met} chưa đạt, {not_judged} không xét; {missing} thiếu số liệu.",
        "{met} targets met, {not_met} not met, {not_judged} not judged; {missing} wait for a figure.",
    ),
    # conformance
    "conformance.not-json": ("không phải JSON: {why}", "not JSON: {why}"),
    "conformance.no-object": (
        "mỗi dòng phải là một đối tượng JSON",
        "every line must be a JSON object",
    ),
    "conformance.no-text": ("«text» phải là chữ", "“text” must be a text"),
}
