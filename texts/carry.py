"""Texts of the next period: what is carried over from the last workbook, and what is not."""

TEXTS = {
    "carry.mapping-needed": (
        "{file} là bảng {given}, biểu mới là {wanted}. Hãy tạo bảng đối chiếu bằng --propose FILE, xem và sửa, rồi chạy lại với --mapping FILE.",
        "{file} is of table {given}, the new workbook of {wanted}. Make a mapping with --propose FILE, read and correct it, then run again with --mapping FILE.",
    ),
    "carry.no-from": (
        "--mapping và --propose cần --from FILE: biểu của kỳ trước.",
        "--mapping and --propose need --from FILE: the workbook of the last period.",
    ),
    "carry.from-or-data": (
        "Chỉ dùng một trong hai: --from hoặc --data.",
        "Use one of the two: --from or --data.",
    ),
    "carry.bad-mapping": (
        "{file}: phải có dạng như tệp mà --propose ghi ra; không dùng được «{given}».",
        "{file}: must be like the file that --propose writes; “{given}” cannot be used.",
    ),
    "carry.other-mapping": (
        "{file} là đối chiếu từ {given} sang {wanted}, không phải từ {source} sang {target}.",
        "{file} maps {given} to {wanted}, not {source} to {target}.",
    ),
    "carry.twice": (
        "{file}: nhiều dòng cùng chuyển vào «{code}». Hãy để lại một dòng.",
        "{file}: several rows lead to “{code}”. Keep one.",
    ),
    "carry.head": (
        "{file}: mang sang từ {source} ({given} → {wanted}).",
        "{file}: carried over from {source} ({given} → {wanted}).",
    ),
    "carry.kept": ("Giữ nguyên: {codes}.", "Kept: {codes}."),
    "carry.changed": ("Có thay đổi, cần xem lại: {codes}.", "Changed, to be looked at: {codes}."),
    "carry.changed-row": ("{code} (trước là {old}): {why}", "{code} (was {old}): {why}"),
    "carry.dropped": ("Bỏ, không mang sang:", "Dropped, not carried over:"),
    "carry.dropped-row": ("{code} {name}", "{code} {name}"),
    "carry.new": ("Dòng mới, chưa có gì: {codes}.", "New rows, nothing there yet: {codes}."),
    "carry.why-figures": (
        "{slots} không còn như trước nên không mang sang.",
        "{slots} are not what they were and are not carried over.",
    ),
    "carry.why-name": ("tên dòng đã đổi.", "the title has changed."),
    "carry.why-max": ("điểm tối đa {old} → {new}.", "the maximum {old} → {new}."),
    "carry.confirm": (
        "Số liệu mang sang là của kỳ trước: hãy xem và sửa từng dòng (trang «Nhật ký» ghi các dòng ấy). Điểm tự chấm, điểm thẩm định, giải trình, kỳ đánh giá và ngày ký không mang sang.",
        "The figures carried over are those of the last period: look at each row (the sheet “Nhật ký” lists them). Self scores, verified scores, explanations, the period and the date of signing are not carried over.",
    ),
    "carry.journal": ("mang từ kỳ trước {period}", "carried over from {period}"),
    "carry.proposed": (
        "Đã ghi đối chiếu đề nghị vào {file}: {count} dòng có đề nghị, {none} dòng không. Hãy xem từng dòng, sửa «to», rồi chạy lại với --mapping {file}.",
        "The proposed mapping is in {file}: {count} rows with a proposal, {none} without. Look at each, correct “to”, then run again with --mapping {file}.",
    ),
}
