"""What the sheets of levels tables and plans say of one value, and of the rows still open."""

TEXTS = {
    "sheet.value.full": ("Đủ", "Complete"),
    "sheet.value.missing": ("Chưa nhập", "Not filled in"),
    "sheet.value.missing-total": ("Thiếu tổng số", "The total is missing"),
    "sheet.value.not-a-number": ("Sai: không phải số", "Wrong: not a number"),
    "sheet.value.negative": ("Sai: số âm", "Wrong: negative"),
    "sheet.value.above-100": ("Sai: lớn hơn 100%", "Wrong: above 100%"),
    "sheet.value.above-total": ("Sai: lớn hơn tổng số", "Wrong: above the total"),
    "sheet.value.not-an-answer": ("Sai: chỉ nhận Có, Không", "Wrong: takes Có or Không only"),
    "sheet.value.communes": (
        "Sai: xem trang «Mức độ các xã»",
        "Wrong: see the sheet “Mức độ các xã”",
    ),
    "sheet.open.none": ("Đã nhập đủ {total} {rows}.", "All {total} {rows} are filled in."),
    "sheet.open.missing": (
        "Còn {count} {rows} chưa nhập, trước hết {first}",
        "{count} {rows} to fill in, first {first}",
    ),
    "sheet.open.wrong-one": ("1 {rows} sai: {first}", "1 {rows} wrong: {first}"),
    "sheet.open.wrong-more": (
        "{count} {rows} sai, trước hết {first}",
        "{count} {rows} wrong, first {first}",
    ),
    "sheet.value.no-addin": (
        "chưa tính được vì máy này chưa cài phần bổ trợ DTI; hãy cài, hoặc chuyển tệp sang bản công thức bằng lệnh dti convert",
        "not computed: the DTI add-in is not installed here; install it, or convert the file with dti convert",
    ),
    "sheet.unit-line": ("Đơn vị: {name}   Kỳ: {period}", "Unit: {name}   Period: {period}"),
    "prompt.percent": (
        "Nhập tỷ lệ từ 0% đến 100%, ví dụ 85,5%. Ô trống là chưa có số liệu, không phải số 0.",
        "Type a rate of 0% to 100%, e.g. 85.5%. Blank is no figure, not 0.",
    ),
    "prompt.count": (
        "Nhập số lượng, từ 0 trở lên. Ô trống là chưa có số liệu, không phải số 0.",
        "Type a count, 0 or more. Blank is no figure, not 0.",
    ),
    "prompt.answer": (
        "Chọn «Có» hoặc «Không» trong danh sách. Ô trống là chưa có số liệu.",
        "Choose “Có” or “Không” from the list. Blank is no figure.",
    ),
    "prompt.total": (
        "Nhập tổng số trên địa bàn, không nhỏ hơn số lượng ở dòng trên. Chỉ cần khi xét «100%».",
        "Type the total, not less than the count above. Needed for “100%” only.",
    ),
    "prompt.level": (
        "Nhập mức độ: số nguyên từ 0 (chưa đạt mức nào) đến 5.",
        "Type the level: a whole number from 0 (none reached) to 5.",
    ),
    "prompt.method": ("{what} Cách đánh giá: {method}", "{what} Method: {method}"),
    "valid.percent-title": ("{code}: tỷ lệ từ 0% đến 100%", "{code}: a rate of 0% to 100%"),
    "valid.percent": (
        "{code} là tỷ lệ ({unit}), phải từ 0% đến 100%. Hãy nhập ví dụ 85,5%; nếu chưa có số liệu thì để trống.",
        "{code} is a rate ({unit}) of 0% to 100%. Type e.g. 85.5%; leave it blank without a figure.",
    ),
    "valid.count-title": ("{code}: số từ 0 trở lên", "{code}: a number, 0 or more"),
    "valid.count": (
        "{code} là số lượng ({unit}), phải là số từ 0 đến 36.525 (số lớn hơn thường là ngày tháng gõ nhầm). Hãy nhập lại bằng số; nếu chưa có số liệu thì để trống.",
        "{code} is a count ({unit}) of 0 to 36,525 (more is mostly a date typed by mistake). Type a number; leave it blank without a figure.",
    ),
    "valid.choice-title": ("{code}: Có hoặc Không", "{code}: Có or Không"),
    "valid.choice": (
        "{code} chỉ nhận «Có» hoặc «Không». Hãy chọn trong danh sách; nếu chưa có số liệu thì để trống.",
        "{code} takes “Có” or “Không” only. Choose from the list; leave it blank without a figure.",
    ),
    "valid.level-title": ("Mức độ từ 0 đến 5", "A level of 0 to 5"),
    "valid.level": (
        "Mức độ là số nguyên từ 0 (chưa đạt mức nào) đến 5 (Toàn diện). Hãy nhập lại, hoặc để trống.",
        "A level is a whole number from 0 (none reached) to 5 (“Toàn diện”). Type it again, or leave it blank.",
    ),
}
