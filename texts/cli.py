"""What the command line says of a call itself."""

TEXTS = {
    "call.usage": ("Cách dùng: {call}", "Usage: {call}"),
    "call.help": ("Xem: {call}", "See: {call}"),
    "call.error": ("Lỗi: {why}", "Error: {why}"),
    "call.no-option": ("không có tùy chọn {option}.", "there is no option {option}."),
    "call.no-option-near": (
        "không có tùy chọn {option}. Có phải: {near}?",
        "there is no option {option}. Did you mean {near}?",
    ),
    "call.no-verb": (
        "không có lệnh «{verb}». Các lệnh: {known}.",
        "there is no command “{verb}”. The commands: {known}.",
    ),
    "call.missing": ("thiếu {what}.", "{what} is missing."),
    "call.missing-option": (
        "thiếu {what}. Hãy thêm tùy chọn này.",
        "{what} is missing. Add this option.",
    ),
    "call.needs-value": ("{option} cần một giá trị.", "{option} needs a value."),
    "call.takes-no-value": ("{option} không nhận giá trị.", "{option} takes no value."),
    "call.choice": ("{what} phải là một trong: {known}.", "{what} must be one of: {known}."),
    "call.bad-value": (
        "giá trị của {what} không dùng được ({why})",
        "the value of {what} cannot be used ({why})",
    ),
    "call.too-many": ("thừa: {given}.", "too many arguments: {given}."),
    "call.other": ("lời gọi không dùng được ({why})", "the call cannot be used ({why})"),
}
