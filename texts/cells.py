"""What a cell says when a call itself is wrong."""

TEXTS = {
    "cell.date-for-count": (
        "Ô chứa ngày tháng; hãy định dạng ô là chữ rồi nhập lại, ví dụ 2/5.",
        "The cell holds a date; format it as text and type it again, e.g. 2/5.",
    ),
    "cell.count-of-total": (
        "«{actual}»: hãy nhập số đơn vị, hoặc số đơn vị/tổng số, ví dụ 2/5.",
        "“{actual}”: type the number of units, or units/total, e.g. 2/5.",
    ),
    "cell.communes": (
        "«{actual}»: hãy nhập mức 0–5 của từng xã, cách nhau bằng dấu «;», ví dụ 3; 4.",
        "“{actual}”: type the level 0–5 of every commune, parted by “;”, e.g. 3; 4.",
    ),
    "cell.rows": (
        "{code}: số ô không khớp số dòng.",
        "{code}: as many cells as rows are needed.",
    ),
    "cell.inputs": (
        "Chỉ số {code} cần {wanted} ô số liệu, nhận {given}.",
        "Indicator {code} takes {wanted} cells, {given} were given.",
    ),
}
