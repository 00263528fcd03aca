"""Texts of the commands on the open workbook: buttons, what they write there, and what they say."""

TEXTS = {
    # Groups and commands, as ribbon, menu and toolbar show them.
    "command.group.check": ("Kiểm tra", "Check"),
    "command.group.work": ("Số liệu và báo cáo", "Figures and reports"),
    "command.group.care": ("Biểu và bộ chỉ số", "Workbook and tables"),
    "command.reconcile": ("Chấm lại và đối soát", "Score again and reconcile"),
    "command.reconcile.tip": (
        "Tính lại mọi điểm, ghi chú vào ô có chỗ lệch và lập trang «Đối chiếu».",
        "Computes every score again, puts a note at each cell that differs and writes a sheet of differences.",
    ),
    "command.unmark": ("Bỏ đánh dấu", "Remove marks"),
    "command.unmark.tip": (
        "Bỏ mọi ghi chú và trang mà các lệnh DTI đã thêm; ghi chú của anh chị giữ nguyên.",
        "Removes every note and sheet that the DTI commands have added; your own notes stay.",
    ),
    "command.explain": ("Giải thích ô này", "Explain this cell"),
    "command.explain.tip": (
        "Nói vì sao chỉ số ở ô đang chọn được số điểm đó, theo điều khoản nào.",
        "Says why the indicator of the selected cell has this score, and by which clause.",
    ),
    "command.precheck": ("Kiểm tra trước khi ký", "Check before signing"),
    "command.precheck.tip": (
        "Liệt kê những gì còn thiếu, còn lệch hoặc chưa giải trình trước khi ký và gửi.",
        "Lists what is still missing, different or unexplained before the form is signed and sent.",
    ),
    "command.adopt": ("Lấy số liệu từ biểu cũ", "Take figures from an old form"),
    "command.adopt.tip": (
        "Đọc một tệp biểu khác vào các ô vàng còn trống của biểu đang mở; ô đã có số liệu giữ nguyên.",
        "Reads another form into the yellow cells of the open workbook that are still blank; cells with figures stay.",
    ),
    "command.improve": ("Việc cần làm tiếp", "What to do next"),
    "command.improve.tip": (
        "Xếp các chỉ số theo số điểm còn có thể đạt thêm.",
        "Orders the indicators by the points that can still be won.",
    ),
    "command.rank": ("Xếp hạng cụm", "Rank the units"),
    "command.rank.tip": (
        "Chọn một thư mục; chấm và xếp hạng mọi biểu trong đó.",
        "Choose a folder; scores and ranks every form in it.",
    ),
    "command.report": ("Xuất báo cáo", "Write the report"),
    "command.report.tip": (
        "Ghi báo cáo kết quả của biểu đang mở ra tệp riêng.",
        "Writes the report on the open workbook to a file of its own.",
    ),
    "command.convert": ("Chuyển ấn bản", "Change the edition"),
    "command.convert.tip": (
        "Ghi cùng biểu này thành tệp cho máy có, hoặc không có, tiện ích.",
        "Writes the same workbook for computers with, or without, the add-in.",
    ),
    "command.relink": ("Nối lại hàm", "Reconnect functions"),
    "command.relink.tip": (
        "Sửa các ô hiện #NAME? vì tệp được lập ở máy khác.",
        "Mends cells that show #NAME? because the file was made elsewhere.",
    ),
    "command.update": ("Cập nhật bộ chỉ số", "Update the tables"),
    "command.update.tip": (
        "So bộ chỉ số của biểu với bản đã cài; nếu khác, ghi một bản theo bộ đã cài.",
        "Compares the table of the workbook with the installed one; where they differ, writes a copy of the installed one.",
    ),
    # What is said of any command.
    "command.unknown": (
        "Không có lệnh «{command}»; biểu đang mở không thay đổi. Hãy dùng một trong các lệnh: {known}.",
        "There is no command «{command}»; the open workbook is unchanged. Use one of: {known}.",
    ),
    "command.failed": (
        "Lệnh «{command}» không làm được: {why}",
        "The command «{command}» failed: {why}",
    ),
    "command.cancelled": (
        "Chưa chọn gì nên lệnh «{command}» không làm gì; biểu đang mở không thay đổi.",
        "Nothing was chosen, so the command «{command}» did nothing; the open workbook is unchanged.",
    ),
    "command.not-saved": (
        "Chưa chọn chỗ ghi nên không có tệp nào được ghi.",
        "No place was chosen, so no file was written.",
    ),
    "command.saved": ("Đã ghi tệp {file}.", "Wrote the file {file}."),
    "command.not-ours": (
        "không phải biểu do chương trình này lập, nên lệnh này không làm được. Hãy lập biểu chính thức bằng «dti adopt» rồi mở biểu đó",
        "was not made by this program, so this command cannot work on it. Make the official workbook with «dti adopt» and open that one",
    ),
    "command.locked": (
        "Trang «{sheet}» khóa bằng mật khẩu nên không ghi được vào đó ({count} chỗ). Hãy bỏ khóa trang rồi làm lại.",
        "The sheet «{sheet}» is protected by a password, so nothing was written there ({count} places). Unprotect it and try again.",
    ),
    "command.choose-file": ("Chọn tệp biểu cũ", "Choose the old form"),
    "command.choose-folder": ("Chọn thư mục các biểu của cụm", "Choose the folder of the forms"),
    "command.choose-place": ("Ghi ra tệp", "Write to a file"),
    "command.files.books": ("Bảng tính", "Spreadsheets"),
    # What the sheets of ours say.
    "command.sheet.reconcile": ("Đối chiếu", "Reconciliation"),
    "command.sheet.reconcile.about": (
        "Đối chiếu {file}: bấm vào cột «Ô» để tới ô đó. Trang này do lệnh «Chấm lại và đối soát» lập; lệnh «Bỏ đánh dấu» xóa nó.",
        "Reconciliation of {file}: click in the column «Cell» to go there. The command «Score again and reconcile» made this sheet; «Remove marks» takes it away.",
    ),
    "command.sheet.precheck": ("Trước khi ký", "Before signing"),
    "command.sheet.precheck.about": (
        "Những việc còn lại trước khi ký {file}: bấm vào cột «Ô» để tới ô đó. Lệnh «Bỏ đánh dấu» xóa trang này.",
        "What is left to do before signing {file}: click in the column «Cell» to go there. «Remove marks» takes this sheet away.",
    ),
    "command.sheet.adopt": ("Số liệu lấy về", "Figures taken over"),
    "command.sheet.adopt.about": (
        "Những chỗ trong {file} chưa lấy được số liệu: bấm vào cột «Ô» để tới ô đó. Lệnh «Bỏ đánh dấu» xóa trang này.",
        "Places in {file} that no figure was taken over for: click in the column «Cell» to go there. «Remove marks» takes this sheet away.",
    ),
    "command.sheet.improve": ("Việc cần làm", "What to do"),
    "command.sheet.improve.about": (
        "Việc cần làm tiếp của {file}: bấm vào cột «Ô» để tới dòng đó. Lệnh «Bỏ đánh dấu» xóa trang này.",
        "What to do next in {file}: click in the column «Cell» to go to the row. «Remove marks» takes this sheet away.",
    ),
    "command.column.weight": ("Mức", "Weight"),
    "command.column.code": ("Chỉ số", "Row"),
    "command.column.place": ("Ô", "Cell"),
    "command.column.what": ("Nội dung", "What"),
    "command.column.actual": ("Đang ghi", "Stands there"),
    "command.column.expected": ("Tính được", "Computed"),
    "command.column.what-kind": ("Loại", "Kind"),
    "command.column.why": ("Vì sao", "Why"),
    "command.column.here": ("Biểu đang mở", "Open workbook"),
    "command.column.there": ("Biểu cũ", "Old form"),
    "command.weight.error": ("Sai", "Wrong"),
    "command.weight.refusal": ("Không dùng được", "Unusable"),
    "command.weight.warning": ("Cần xem", "To be looked at"),
    "command.weight.info": ("Ghi chú", "Note"),
    # What each command says at the end.
    "command.reconcile.done": ("Đối soát xong: {verdict}.", "Reconciled: {verdict}."),
    "command.reconcile.counts": (
        "{faults} chỗ sai, {others} chỗ cần xem; tất cả ở trang «Đối chiếu».",
        "{faults} wrong, {others} to be looked at; all of them on the sheet «Reconciliation».",
    ),
    "command.unmark.nothing": (
        "Không có đánh dấu nào của DTI; biểu không thay đổi.",
        "There are no marks of DTI; the workbook is unchanged.",
    ),
    "command.unmark.done": (
        "Đã bỏ {notes} ghi chú và {sheets} trang của DTI; ghi chú của anh chị giữ nguyên.",
        "Removed {notes} notes and {sheets} sheets of DTI; your own notes are as they were.",
    ),
    "command.explain.no-cell": (
        "Chưa chọn ô nào. Hãy bấm vào một ô trong dòng của chỉ số rồi làm lại.",
        "No cell is selected. Click a cell in the row of an indicator and try again.",
    ),
    "command.explain.no-row": (
        "ô {place} không thuộc chỉ số nào. Hãy bấm vào một ô trong dòng của chỉ số rồi làm lại",
        "the cell {place} belongs to no indicator. Click a cell in the row of an indicator and try again",
    ),
    "command.explain.row": ("{code}. {name}", "{code}. {name}"),
    "command.line": ("{line}", "{line}"),
    "command.precheck.ready": (
        "Không còn gì cản trở việc ký: số liệu đủ, điểm khớp, chỗ lệch đã giải trình.",
        "Nothing hinders signing any more: all figures are there, the scores agree, differences are explained.",
    ),
    "command.precheck.not-ready": (
        "Còn {count} việc trước khi ký; xem trang «Trước khi ký».",
        "{count} things are left before signing; see the sheet «Before signing».",
    ),
    "command.precheck.line": ("{kind}: {count}", "{kind}: {count}"),
    "command.precheck.missing": ("Còn thiếu", "Missing"),
    "command.precheck.wrong": ("Sai", "Wrong"),
    "command.precheck.unexplained": ("Lệch chưa giải trình", "Unexplained difference"),
    "command.precheck.evidence": ("Tài liệu kiểm chứng", "Evidence"),
    "command.precheck.unread": ("Chưa đọc được", "Not read"),
    "command.adopt.no-file": (
        "Chưa chọn biểu cũ. Hãy làm lại và chọn tệp có số liệu cần lấy.",
        "No old form was chosen. Try again and choose the file that has the figures.",
    ),
    "command.adopt.done": (
        "Đã lấy số liệu từ {file} vào {cells} ô còn trống.",
        "Took figures from {file} into {cells} blank cells.",
    ),
    "command.adopt.left": (
        "{conflicts} ô đã có số khác nên giữ nguyên, {unread} dòng chưa đọc được; xem trang «Số liệu lấy về».",
        "{conflicts} cells have another figure and were left as they are, {unread} rows were not read; see the sheet «Figures taken over».",
    ),
    "command.adopt.conflict": ("Khác nhau", "Different"),
    "command.adopt.conflict.why": (
        "Hai biểu ghi khác nhau; ô này giữ nguyên. Hãy xem số nào đúng.",
        "The two say different things; this cell was left as it is. See which one is right.",
    ),
    "command.adopt.unread": ("Chưa đọc được", "Not read"),
    "command.improve.nothing": (
        "Không còn gì để làm: mọi chỉ số đã đạt mức cao nhất.",
        "There is nothing left to do: every row has reached the most it can.",
    ),
    "command.improve.done": (
        "{count} việc, xem trang «Việc cần làm».",
        "{count} things to do, see the sheet «What to do».",
    ),
    "command.improve.near": ("Suýt đạt ngưỡng", "Threshold just missed"),
    "command.improve.best": ("Được nhiều điểm", "Wins most"),
    "command.improve.waiting": ("Còn thiếu số liệu", "Waits for figures"),
    "command.improve.not-met": ("Chưa đạt", "Not met"),
    "command.improve.points": ("còn {points} điểm", "{points} points are left"),
    "command.improve.gap": ("đang là {now}, cần {asked}", "it is {now}, asked is {asked}"),
    "command.rank.no-folder": (
        "Chưa chọn thư mục. Hãy làm lại và chọn thư mục có biểu của các đơn vị.",
        "No folder was chosen. Try again and choose the folder with the forms of the units.",
    ),
    "command.report.done": ("Báo cáo đã lập xong.", "The report is ready."),
    "command.convert.done": (
        "Đã lập bản {edition} với đủ số liệu của biểu này.",
        "Made the copy {edition}, with all figures of this workbook.",
    ),
    "command.edition.udf": ("cho máy có tiện ích DTI", "for computers with the DTI add-in"),
    "command.edition.native": (
        "cho máy không có tiện ích (công thức thường)",
        "for computers without the add-in (plain formulas)",
    ),
    "command.lost": ("Chưa chuyển được {place}: {what}", "Not carried over, {place}: {what}"),
    "command.relink.nothing": (
        "Mọi hàm DTI đã mang tên thường; biểu không thay đổi. Nếu ô vẫn hiện #NAME?, máy này chưa cài tiện ích DTI.",
        "Every DTI function has its plain name already; the workbook is unchanged. Where a cell still shows #NAME?, this computer lacks the DTI add-in.",
    ),
    "command.relink.done": (
        "Đã nối lại hàm DTI ở {cells} ô.",
        "Reconnected the DTI functions in {cells} cells.",
    ),
    "command.update.current": (
        "Biểu dùng bộ chỉ số {table}, đúng bản đã cài ({digest}). Không cần làm gì.",
        "The workbook uses the table {table} as it is installed ({digest}). There is nothing to do.",
    ),
    "command.update.newer": (
        "Biểu lập theo bộ chỉ số {table} bản {given}; bản đã cài là {digest}. Đã lập một bản theo bộ đã cài, với đủ số liệu; biểu đang mở giữ nguyên.",
        "The workbook was made of the table {table}, version {given}; the installed one is {digest}. A copy of the installed one was made with all figures; the open workbook is unchanged.",
    ),
    "command.update.superseded": ("{why}", "{why}"),
}
