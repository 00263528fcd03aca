"""What is wrong with a unit.json, where, and what to do."""

TEXTS = {
    "unit.unknown-key": (
        "Có khóa lạ «{key}».{hint} Các khóa dùng được: {known}.",
        "Unknown key “{key}”.{hint} The keys there are: {known}.",
    ),
    "unit.meant": (" Có phải ý là «{key}»?", " Did you mean “{key}”?"),
    "unit.unknown-row": (
        "Bảng {table} không có dòng «{code}» (trong «{key}»).{hint} Hãy ghi mã như văn bản.",
        "Table {table} has no row “{code}” (in “{key}”).{hint} Write the code as printed.",
    ),
    "unit.unknown-input": (
        "Chỉ số {code} không có số liệu «{name}»; cần: {wanted}.",
        "Indicator {code} takes no input “{name}”; it takes: {wanted}.",
    ),
    "unit.value-or": (
        "Chỉ số {code}: chỉ cho «value», hoặc chỉ cho {symbols}.",
        "Indicator {code}: give “value” alone, or {symbols} alone.",
    ),
    "unit.other-kind": (
        "Bảng {table} nhận «{wanted}», không nhận «{given}».",
        "Table {table} takes “{wanted}”, not “{given}”.",
    ),
    "unit.object": (
        "«{key}» phải là một đối tượng: mã → giá trị.",
        "“{key}” must be an object: code → value.",
    ),
    "unit.row-object": (
        "Số liệu của {code} (trong «{key}») phải là một đối tượng: tên → giá trị.",
        "The figures of {code} (in “{key}”) must be an object: name → value.",
    ),
    "unit.list": ("«{key}» phải là một danh sách.", "“{key}” must be a list."),
    "unit.flag": ("«{key}» phải là true hoặc false.", "“{key}” must be true or false."),
    "unit.score": (
        "«{key}» của {code} không phải là số: {actual}.",
        "“{key}” of {code} is not a number: {actual}.",
    ),
    "unit.verified": (
        "Điểm thẩm định của {code} phải từ {least} đến điểm tối đa {most}.",
        "The verified score of {code} must lie between {least} and the maximum {most}.",
    ),
    "unit.info": (
        "«info» {code} phải là một số hoặc một đoạn chữ.",
        "“info” {code} must be a number or a text.",
    ),
    "unit.documents": ("«documents» phải là một danh sách.", "“documents” must be a list."),
    "unit.document": (
        "«documents», tài liệu thứ {place}: phải là một đối tượng với các khóa {known}.",
        "“documents”, document {place}: must be an object with the keys {known}.",
    ),
    "unit.document-size": (
        "«documents», tài liệu thứ {place}: «size» phải là số byte, số nguyên từ 0 trở lên.",
        "“documents”, document {place}: “size” must be a number of bytes, a whole number of 0 or more.",
    ),
    "unit.journal": (
        "«journal» phải là danh sách các đối tượng với các khóa {known}.",
        "“journal” must be a list of objects with the keys {known}.",
    ),
}
