"""What is wrong with a JSON text that somebody hands in, and what to do about it."""

TEXTS = {
    "json.wrong": ("{place}: {what}", "{place}: {what}"),
    "json.at": ("dòng {line}, cột {column}", "line {line}, column {column}"),
    "json.at-path": (
        "dòng {line}, cột {column} ({path})",
        "line {line}, column {column} ({path})",
    ),
    "json.too-long": (
        "dài hơn {limit} byte. Hãy chia thành nhiều tệp.",
        "longer than {limit} bytes. Split it into several files.",
    ),
    "json.not-utf8": (
        "byte thứ {byte} không phải UTF-8. Hãy lưu lại tệp với bảng mã UTF-8.",
        "byte {byte} is not UTF-8. Save the file again as UTF-8.",
    ),
    "json.surrogate": (
        "có nửa ký tự (mã {code}) không thành chữ. Hãy gõ lại chữ ấy.",
        "half a character (code {code}) is no letter. Type the letter again.",
    ),
    "json.control": (
        "có ký tự điều khiển (mã {code}) trong chữ. Hãy xóa ký tự ấy.",
        "a control character (code {code}) in a text. Delete it.",
    ),
    "json.duplicate": (
        "khóa «{key}» có hai lần. Hãy giữ một.",
        "the key «{key}» stands twice. Keep one.",
    ),
    "json.too-deep": (
        "lồng nhau quá {limit} tầng. Hãy bỏ bớt ngoặc.",
        "nested deeper than {limit}. Remove brackets.",
    ),
    "json.number-too-long": (
        "con số dài hơn {limit} ký tự. Hãy ghi số thật.",
        "a number longer than {limit} characters. Write the real figure.",
    ),
    "json.bad-number": (
        "«{shown}» không phải là số của JSON. Hãy ghi như 1234.5 (dấu chấm thập phân, không có số 0 ở đầu).",
        "«{shown}» is no JSON number. Write it like 1234.5 (decimal point, no leading zero).",
    ),
    "json.bad-text": (
        'chữ viết sai (thiếu dấu " ở cuối, hoặc dấu \\ sai). Hãy sửa lại chữ.',
        'a text is written wrongly (no closing ", or a wrong \\). Correct the text.',
    ),
    "json.expected": (
        "cần {expected} nhưng gặp {shown}. Hãy sửa tệp rồi chạy lại.",
        "{expected} is needed, but there is {shown}. Correct the file and run again.",
    ),
    "json.end": ("chỗ hết tệp", "the end of the file"),
    "json.a-value": ("một giá trị", "a value"),
    "json.a-key": ('một khóa trong dấu "', 'a key in " marks'),
    "json.a-colon": ("dấu :", "a :"),
    "json.comma-or-brace": ("dấu , hoặc }}", "a , or }}"),
    "json.comma-or-bracket": ("dấu , hoặc ]", "a , or ]"),
    "json.nothing-more": ("hết tệp", "the end of the file"),
}
