"""Files: why one is not opened or not written."""

TEXTS = {
    "file.missing": ("không có tệp {name}", "there is no file {name}"),
    "file.folder": ("đây là thư mục, không phải tệp", "this is a folder, not a file"),
    "file.not-regular": (
        "đây không phải tệp thường mà là thiết bị hoặc đường ống",
        "this is no regular file but a device or a pipe",
    ),
    "file.wrong-name": (
        "đường dẫn này không thể là tên tệp",
        "this path cannot be the name of a file",
    ),
    "file.not-opened": ("không mở được tệp ({why})", "the file cannot be opened ({why})"),
    "file.empty": ("tệp rỗng (0 byte)", "the file is empty (0 bytes)"),
    "file.html": (
        "tệp là trang HTML hoặc XML mang tên bảng tính; hãy mở bằng Excel rồi lưu lại thành .xlsx",
        "the file is an HTML or XML page named like a workbook; open it in Excel and save it as .xlsx",
    ),
    "file.pdf": ("tệp là PDF, không phải bảng tính", "the file is a PDF, not a workbook"),
    "file.no-workbook": (
        "tệp không phải bảng tính Excel (.xlsx, .xlsm, .xls)",
        "the file is not an Excel workbook (.xlsx, .xlsm, .xls)",
    ),
    "file.other-office": (
        "tệp Office này không phải bảng tính Excel",
        "this Office file is not an Excel workbook",
    ),
    "file.no-workbook-inside": (
        "gói nén không chứa bảng tính Excel",
        "the archive holds no Excel workbook",
    ),
    "file.ods": (
        "tệp OpenDocument (.ods); hãy lưu thành .xlsx rồi thử lại",
        "the file is OpenDocument (.ods); save it as .xlsx and try again",
    ),
    "file.xlsb": (
        "tệp .xlsb; hãy mở bằng Excel rồi lưu thành .xlsx",
        "the file is .xlsb; open it in Excel and save it as .xlsx",
    ),
    "file.encrypted": (
        "tệp được đặt mật khẩu; hãy gỡ mật khẩu rồi thử lại",
        "the file has a password; remove it and try again",
    ),
    "file.no-sheet": ("tệp không có trang tính nào", "the file has no sheet"),
    "file.damaged.archive": (
        "tệp bị hỏng: không đọc được gói nén ({why})",
        "the file is damaged: its archive cannot be read ({why})",
    ),
    "file.damaged.part": (
        "tệp bị hỏng: không giải nén được {part} ({why})",
        "the file is damaged: {part} cannot be unpacked ({why})",
    ),
    "file.damaged.part-missing": (
        "tệp bị hỏng: thiếu phần {part}",
        "the file is damaged: its part {part} is missing",
    ),
    "file.damaged.xml": (
        "tệp bị hỏng: XML sai trong {part} ({why})",
        "the file is damaged: wrong XML in {part} ({why})",
    ),
    "file.damaged.content": (
        "tệp bị hỏng: nội dung không đúng chuẩn ({why})",
        "the file is damaged: its content is not what the format asks ({why})",
    ),
    "file.damaged.place": (
        "tệp bị hỏng: ô {place} nằm ngoài trang tính",
        "the file is damaged: the cell {place} lies outside the sheet",
    ),
    "file.damaged.xls": ("tệp .xls bị hỏng ({why})", "the .xls file is damaged ({why})"),
    "file.unsafe.doctype": (
        "phần {part} chứa khai báo DOCTYPE",
        "its part {part} holds a DOCTYPE declaration",
    ),
    "file.unsafe.escapes": (
        "gói nén có tên thoát khỏi thư mục: {part}",
        "the archive holds a name that leaves its folder: {part}",
    ),
    "file.unsafe.twice": (
        "gói nén có hai phần cùng tên: {part}",
        "the archive holds two parts of one name: {part}",
    ),
    "file.unsafe.ratio": (
        "phần {part} nén quá {limit} lần, giống bom nén",
        "its part {part} is packed more than {limit} times, like a zip bomb",
    ),
    "file.too-large": (
        "{what} lớn hơn {limit} MB",
        "{what}: larger than {limit} MB",
    ),
    "file.too-much": (
        "có hơn {limit} {what}, nhiều hơn bất kỳ biểu nào; hãy xóa phần thừa rồi thử lại",
        "there are more than {limit} {what}, more than any form has; delete what is not needed and try again",
    ),
    "file.what.file": ("tệp", "the file"),
    "file.what.xls": ("tệp .xls", "the .xls file"),
    "file.what.package": ("khi giải nén tệp", "the unpacked file"),
    "file.what.part": ("phần {part}", "its part {part}"),
    "file.what.xml": ("tổng các phần XML phải đọc", "the XML parts to be read"),
    "file.what.directory": ("danh sách các phần của tệp", "the list of the parts"),
    "file.what.marks": ("phần tử XML", "XML elements"),
    "file.what.depth": ("tầng XML lồng nhau", "levels of nested XML"),
    "file.what.sheets": ("trang tính", "sheets"),
    "file.what.cells": ("ô có nội dung", "cells with content"),
    "file.what.places": ("ô, kể cả ô trống", "cells, empty ones too"),
    "file.what.text": ("ký tự trong một ô", "characters in one cell"),
    "file.what.texts": ("đoạn chữ", "texts"),
    "file.what.translated": (
        "ký tự trong các công thức dùng chung",
        "characters in shared formulas",
    ),
    "file.what.names": ("tên đặt cho ô", "defined names"),
    "file.what.merges": ("vùng gộp ô", "merged areas"),
    "file.what.columns": ("cột được định dạng", "formatted columns"),
    "file.what.merged-cells": ("ô nằm trong vùng gộp", "cells in merged areas"),
    "file.what.comments": ("chú thích", "comments"),
    "file.what.links": ("liên kết ra ngoài", "links to other files"),
}
