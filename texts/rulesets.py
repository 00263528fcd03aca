"""What is wrong with a ruleset, and what lint, tests and comparisons of rulesets say."""

TEXTS = {
    "rules.at_line": ("{where}, dòng {line}: {reason}", "{where}, line {line}: {reason}"),
    "rules.at_file": ("{where}: {reason}", "{where}: {reason}"),
    # files
    "rules.no_file": (
        "không có tệp này. Mỗi thư mục bộ chỉ số cần decision.yaml bên cạnh các bảng; hãy thêm tệp",
        "there is no such file. Every folder of a ruleset needs decision.yaml beside its tables; add it",
    ),
    "rules.not_a_file": (
        "đây là thư mục, cần một tệp YAML",
        "this is a folder, a YAML file is needed",
    ),
    "rules.too_large": (
        "tệp quá lớn (tối đa {most} MB)",
        "the file is too large (at most {most} MB)",
    ),
    "rules.unreadable": ("không đọc được tệp ({why})", "the file cannot be read ({why})"),
    "rules.not_utf8": (
        "tệp không phải UTF-8. Hãy lưu lại với bảng mã UTF-8 (Unicode)",
        "the file is not UTF-8. Save it in the encoding UTF-8",
    ),
    "rules.no_yaml": (
        "máy này thiếu thư viện đọc YAML (PyYAML) nên chỉ dùng được các bảng có sẵn",
        "this Python has no YAML reader (PyYAML), so only the built-in tables can be used",
    ),
    "rules.bad_yaml": ("không đọc được YAML: {problem}", "the YAML cannot be read: {problem}"),
    "rules.control_character": (
        "không đọc được YAML: có ký tự điều khiển {char}; hãy xóa đi",
        "the YAML cannot be read: it has the control character {char}; remove it",
    ),
    "rules.file_no_object": ("tệp phải là một đối tượng", "the file must be an object"),
    "rules.one_document": (
        "tệp chỉ chứa một văn bản YAML (bỏ dấu ---)",
        "the file holds one YAML document (remove the ---)",
    ),
    "rules.no_alias": (
        "không dùng & và * của YAML; hãy viết đủ ở mỗi chỗ",
        "the & and * of YAML are not used; write it out where it stands",
    ),
    "rules.no_tag": ("không dùng thẻ YAML «{tag}»", "YAML tags such as “{tag}” are not used"),
    "rules.too_deep": ("lồng quá {most} lớp", "nested more than {most} levels deep"),
    "rules.key_no_text": ("khóa phải là chữ", "a key must be a text"),
    "rules.key_twice": ("khóa «{name}» bị lặp lại", "the key “{name}” stands twice"),
    "rules.damaged_copy": (
        "tệp bị hỏng; hãy cài đặt lại chương trình",
        "the file is damaged; install the program again",
    ),
    "rules.clash": (
        "bảng {id} đã có ở {other}. Mỗi mã chỉ một bảng, bảng có sẵn không thay được; hãy đổi tên thư mục hoặc tệp",
        "there is already a table {id} in {other}. An id is one table, and a built-in one cannot be replaced; rename the folder or the file",
    ),
    "rules.no_folder": (
        "không có thư mục này. Hãy sửa --rulesets hoặc DTI_RULESETS",
        "there is no such folder. Correct --rulesets or DTI_RULESETS",
    ),
    "rules.no_tables": (
        "không có bảng nào. Cần dạng <thư mục này>/<quyết định>/<bảng>.yaml, ví dụ vd-2026/xa.yaml",
        "there are no tables. They stand as <this folder>/<decision>/<table>.yaml, such as vd-2026/xa.yaml",
    ),
    "rules.no_id": (
        "«{id}» không thành mã bảng. Đặt tên thư mục dạng co_quan-năm và tệp dạng cấp.yaml, ví dụ vd-2026/xa.yaml, chỉ dùng chữ a–z và số",
        "“{id}” makes no table id. Name the folder authority-year and the file level.yaml, such as vd-2026/xa.yaml, with letters a–z and digits only",
    ),
    # keys
    "rules.unknown_key": (
        "{what} có khóa lạ «{name}» (các khóa dùng được ở đây: {known})",
        "{what} has the unknown key “{name}” (keys that may stand here: {known})",
    ),
    "rules.missing_key": ("{what} thiếu khóa «{name}»", "{what} lacks the key “{name}”"),
    "rules.needs": (
        "«{key}» của {what} chỉ đi cùng «{needs}»",
        "“{key}” of {what} goes only with “{needs}”",
    ),
    "rules.needs_one_of": (
        "{what} cần đúng một trong các khóa: {keys}",
        "{what} needs exactly one of the keys: {keys}",
    ),
    "rules.apart": (
        "«{one}» và «{other}» của {what} không đi cùng nhau",
        "“{one}” and “{other}” of {what} do not go together",
    ),
    "rules.needs_an_end": (
        "{what} cần một đầu ({ends}), hoặc một đầu dưới và một đầu trên",
        "{what} needs one end ({ends}), or a lower and an upper one",
    ),
    # types
    "rules.not_a_text": (
        "«{key}» của {what} phải là chữ trong dấu nháy, không phải {got}",
        "“{key}” of {what} must be a text in quotes, not {got}",
    ),
    "rules.not_like": (
        "«{key}» của {what} không đúng dạng {pattern}: «{got}»",
        "“{key}” of {what} does not have the form {pattern}: “{got}”",
    ),
    "rules.not_a_flag": (
        "«{key}» của {what} phải là true hoặc false, không phải {got}",
        "“{key}” of {what} must be true or false, not {got}",
    ),
    "rules.no_number": (
        "«{key}» của {what} phải là số, không phải {got}",
        "“{key}” of {what} must be a number, not {got}",
    ),
    "rules.bad_number": (
        '«{key}» của {what} không phải số: {got} (viết 10, "85%", "1/2", "2.5")',
        '“{key}” of {what} is no number: {got} (write 10, "85%", "1/2", "2.5")',
    ),
    "rules.no_whole_number": (
        "«{key}» của {what} phải là số nguyên từ 0, không phải {got}",
        "“{key}” of {what} must be a whole number from 0, not {got}",
    ),
    "rules.no_mark": (
        '«{key}» của {what} phải là số (10, "85%", "1/2", "2.5") hoặc phải là ngày viết "2024-01-15", không phải {got}',
        '“{key}” of {what} must be a number (10, "85%", "1/2", "2.5") or a day written "2024-01-15", not {got}',
    ),
    "rules.no_day": (
        '«{key}» của {what} phải là ngày viết "2024-01-15", không phải {got}',
        '“{key}” of {what} must be a day written "2024-01-15", not {got}',
    ),
    "rules.no_choice": (
        "«{key}» của {what} phải là một trong: {known}; không phải «{got}»",
        "“{key}” of {what} must be one of: {known}; not “{got}”",
    ),
    "rules.no_texts": (
        "«{key}» của {what} phải là danh sách chữ, không phải {got}",
        "“{key}” of {what} must be a list of texts, not {got}",
    ),
    "rules.no_names": (
        "«{key}» của {what} phải là tên số liệu hoặc danh sách tên, không phải {got}",
        "“{key}” of {what} must be the name of an input or a list of names, not {got}",
    ),
    "rules.no_list": (
        "«{key}» của {what} phải là danh sách, không phải {got}",
        "“{key}” of {what} must be a list, not {got}",
    ),
    "rules.not_so_many": (
        "«{key}» của {what} phải có đúng {count} mục, không phải {got}",
        "“{key}” of {what} must have exactly {count} items, not {got}",
    ),
    "rules.no_object": (
        "«{key}» của {what} phải là một đối tượng, không phải {got}",
        "“{key}” of {what} must be an object, not {got}",
    ),
    "rules.no_record": (
        "{what} phải là một đối tượng, không phải {got}",
        "{what} must be an object, not {got}",
    ),
    "rules.bad_name": (
        "«{name}» ở {what}: tên chỉ gồm chữ thường a–z, số và _, không bắt đầu bằng row_",
        "“{name}” in {what}: a name has only the letters a–z, digits and _, and does not begin with row_",
    ),
    "rules.empty": ("«{key}» của {what} còn trống", "“{key}” of {what} is empty"),
    "rules.no_such_value": (
        "«{key}» của {what} phải là {wanted}, không phải {got}",
        "“{key}” of {what} must be {wanted}, not {got}",
    ),
    # what does not fit together
    "rules.wrong_id": ("«id» phải là {id} như tên tệp", "“id” must be {id} like the file"),
    "rules.wrong_kind": ("{id} là {kind}, không phải {wanted}.", "{id} is {kind}, not {wanted}."),
    "rules.kind.scored": ("bảng chấm điểm", "a scored table"),
    "rules.kind.levels": ("bảng mức độ", "a table of levels"),
    "rules.kind.targets": ("bảng chỉ tiêu kế hoạch", "a plan of targets"),
    "rules.place.item": ("{place}, mục {code}", "{place}, item {code}"),
    "rules.place.indicator": ("{place}, chỉ số {code}", "{place}, indicator {code}"),
    "rules.code_twice": ("mã {code} bị lặp lại", "the code {code} stands twice"),
    "rules.code_of_group": (
        "mã {code} phải bắt đầu bằng mã nhóm «{group}.»",
        "the code {code} must begin with the code of its group, “{group}.”",
    ),
    "rules.no_such_reading": (
        "{what} dùng cách hiểu «{name}» chưa được ghi",
        "{what} uses the reading “{name}”, which is not recorded",
    ),
    "rules.alternative_of_what": (
        "{what}: «alternatives» nêu cách hiểu lạ «{name}»",
        "{what}: “alternatives” names the unknown reading “{name}”",
    ),
    "rules.no_such_input": (
        "«{key}» của {what} dùng «{name}» nhưng «inputs» chỉ có: {known}",
        "“{key}” of {what} uses “{name}” but “inputs” has only: {known}",
    ),
    "rules.unused_input": (
        "{what}: quy tắc không dùng số liệu {names}",
        "{what}: the rule does not use the input {names}",
    ),
    "rules.two_cohorts": (
        "{what}: một dòng chỉ so với cụm theo một số liệu",
        "{what}: a row is held against its cohort by one quantity only",
    ),
    "rules.no_floor": (
        "{what}: trừ điểm («each» âm) cần «at_least», điểm thấp nhất",
        "{what}: a deduction (a negative “each”) needs “at_least”, the fewest points",
    ),
    "rules.no_ceiling": (
        "{what}: quy tắc có thể cho quá điểm tối đa {max}. Hãy ghi giới hạn: «at_most», hoặc mức cao nhất trong «bands»",
        "{what}: the rule can give more than the maximum of {max}. State a limit: “at_most”, or a highest band",
    ),
    "rules.above_maximum": (
        "{what}: quy tắc có thể cho {most} điểm, quá điểm tối đa {max}. Hãy sửa «points», «share», «at_most» hoặc «max_score»",
        "{what}: the rule can give {most} points, more than the maximum of {max}. Correct “points”, “share”, “at_most” or “max_score”",
    ),
    "rules.day_and_number": (
        "«{one}» và «{other}» phải cùng là ngày, hoặc cùng là số",
        "“{one}” and “{other}” must both be days, or both numbers",
    ),
    "rules.change_needs_capped": (
        "hệ số âm (mức thay đổi) cần «capped: true»",
        "a negative factor (a change) needs “capped: true”",
    ),
    "rules.rank_needs_bands": (
        "thứ hạng («rank») cần «bands» hoặc «each»",
        "a “rank” needs “bands” or “each”",
    ),
    "rules.day_needs_bands": ("ngày cần «bands»", "a day needs “bands”"),
    "rules.full_at_zero": ("«full_at» phải lớn hơn 0", "“full_at” must be above 0"),
    "rules.full_at_above_one": (
        '«full_at» của một tỷ lệ không quá 100%: viết "{full}%"?',
        '“full_at” of a ratio is at most 100%: write "{full}%"?',
    ),
    "rules.no_otherwise": (
        "«cases» cần một trường hợp cuối «otherwise»",
        "“cases” needs a last case “otherwise”",
    ),
    "rules.otherwise_last": (
        "«otherwise» phải là trường hợp cuối",
        "“otherwise” must be the last case",
    ),
    "rules.score_is_no_answer": (
        "«{name}» là điểm: hỏi bằng số, positive hoặc missing",
        "“{name}” is a score: ask for a number, positive or missing",
    ),
    "rules.leader_and_inverse": (
        "«leader» và «inverse» không đi cùng nhau",
        "“leader” and “inverse” do not go together",
    ),
    "rules.all_variants": (
        "«max_score» của {what} cần đủ các loại đơn vị ghi ở «variants»: {known}",
        "“max_score” of {what} needs every type of unit named in “variants”: {known}",
    ),
    "rules.row_not_there": (
        "chỉ số {code} hỏi điểm dòng «{asked}» không có trong bảng",
        "indicator {code} asks for the score of “{asked}”, which the table does not have",
    ),
    "rules.row_substituted": (
        "chỉ số {code} hỏi điểm dòng «{asked}» có thể bị thay thế",
        "indicator {code} asks for the score of “{asked}”, which may be substituted",
    ),
    "rules.circle": (
        "điểm các dòng hỏi nhau thành vòng: {circle}",
        "the scores of rows ask for each other in a circle: {circle}",
    ),
    "rules.not_applicable": (
        "{what}: ngưỡng null phải đứng đúng ở mức in «{word}»",
        "{what}: the threshold null stands exactly where “{word}” is printed",
    ),
    "rules.threshold_yes": (
        'ngưỡng của {what} phải là "Có", không phải {got}',
        'the threshold of {what} must be "Có", not {got}',
    ),
    "rules.threshold_percent": (
        'ngưỡng của {what} phải viết như "62%": {got}',
        'the threshold of {what} must be written like "62%": {got}',
    ),
    "rules.threshold_level": (
        "{what} phải nêu mức từ 1 đến 5",
        "{what} must name levels from 1 to 5",
    ),
    "rules.needs_threshold": (
        "{what} cần một ngưỡng; không có chỉ tiêu thì ghi kind: none",
        "{what} needs a threshold; where there is no target write kind: none",
    ),
    "rules.no_threshold_here": (
        "{what} thuộc loại {kind} nên có khóa lạ «threshold»",
        "{what} is of the kind {kind} and takes no “threshold”",
    ),
    "rules.header_without_rows": (
        "dòng tiêu đề {code} không có dòng con",
        "the heading {code} has no rows of its own",
    ),
    "rules.no_such_part": (
        "«part» {part} chưa được ghi ở «parts»",
        "“part” {part} is not among the “parts”",
    ),
    # lint
    "lint.no_table": ("không có bảng {id}", "there is no table {id}"),
    "lint.not_loaded": ("không nạp được", "could not be loaded"),
    "lint.counted.scored": (
        "{pillars} chỉ số chính, {rows} dòng, {points} điểm, {readings} cách hiểu",
        "{pillars} pillars, {rows} rows, {points} points, {readings} readings",
    ),
    "lint.counted.levels": (
        "{groups} nhóm, {rows} tiêu chí, {levels} mức độ, {readings} cách hiểu",
        "{groups} groups, {rows} criteria, {levels} levels, {readings} readings",
    ),
    "lint.counted.part": ("{rows} (phần {part})", "{rows} (part {part})"),
    "lint.counted.targets": (
        "chỉ tiêu: {parts}; {readings} cách hiểu",
        "targets: {parts}; {readings} readings",
    ),
    "lint.declared": (
        "văn bản tự ghi {name}: {value}",
        "the document itself states {name}: {value}",
    ),
    "lint.inferred": (
        "{code}: ô điểm tối đa in trống, suy ra {points}",
        "{code}: the printed maximum is empty, inferred: {points}",
    ),
    "lint.sum.table": (
        "các chỉ số chính cộng {sum}, bảng ghi {max}",
        "the pillars add up to {sum}, the table says {max}",
    ),
    "lint.sum.pillar": (
        "chỉ số chính {code}: các dòng cộng {sum}, ghi {max}",
        "pillar {code}: the rows add up to {sum}, it says {max}",
    ),
    "lint.sum.group": (
        "nhóm {code}: các dòng cộng {sum}, ghi {max}",
        "group {code}: the rows add up to {sum}, it says {max}",
    ),
    "lint.code_of_pillar": (
        "mã {code} không thuộc chỉ số chính {pillar}",
        "the code {code} does not belong to pillar {pillar}",
    ),
    "lint.no_info": (
        "{code}: không có mục {line} trong thông tin chung",
        "{code}: the general information has no line {line}",
    ),
    "lint.reading_unused": (
        "cách hiểu {id} nêu mục {place} nhưng không dòng nào dùng",
        "the reading {id} is about {place}, but no row uses it",
    ),
    "lint.no_source": (
        "không có {file} của văn bản, nên chưa đối chiếu được chữ nào",
        "there is no {file} of the document, so no word could be compared",
    ),
    "lint.unquoted": (
        "{code}: {what} có chữ không có trong {file}: {words}",
        "{code}: the {what} has words that {file} does not have: {words}",
    ),
    "lint.what.name": ("tên", "name"),
    "lint.what.printed": ("cách tính", "clause"),
    "lint.what.evidence": ("tài liệu", "evidence"),
    "lint.what.unit": ("đơn vị tính", "unit"),
    "lint.what.level": ("lời của mức", "words of a level"),
    "lint.what.method": ("cách đánh giá", "method"),
    "lint.what.basis": ("căn cứ", "basis"),
    "lint.what.requirement": ("yêu cầu", "requirement"),
    "lint.what.guiding_agency": ("cơ quan theo dõi", "guiding agency"),
    "lint.what.lead_agency": ("cơ quan chủ trì", "agency in charge"),
    "lint.what.coordinating_agency": ("cơ quan phối hợp", "agencies that take part"),
    "lint.criteria": (
        "văn bản ghi {count} tiêu chí ({name}), bảng có {found}",
        "the document states {count} criteria ({name}), the table has {found}",
    ),
    "lint.gap": (
        "{parent}: dòng thứ {number} có mã {code}, cần {wanted}",
        "{parent}: row {number} has the code {code}, {wanted} is needed",
    ),
    "lint.empty_level": (
        "{code}: cần đủ {count} dòng chữ của các mức",
        "{code}: the words of all {count} levels are needed",
    ),
    "lint.at_level": ("{said} (mức {level})", "{said} (level {level})"),
    "lint.falls": (
        "{code}: ngưỡng mức {level} ({words}) thấp hơn mức {before}",
        "{code}: the threshold of level {level} ({words}) is below that of level {before}",
    ),
    "lint.not_printed": (
        "{code}: ngưỡng {number} không có trong chữ in «{printed}»",
        "{code}: the threshold {number} is not in the printed words “{printed}”",
    ),
    "lint.no_agency": (
        "{code}: không có cơ quan chủ trì",
        "{code}: there is no agency in charge",
    ),
    # cases
    "rules.wrong_table": (
        "«table» phải là {id} như tên tệp",
        "“table” must be {id} like the file",
    ),
    "rules.no_such_unit": (
        "«units» không có đơn vị mẫu «{name}»",
        "“units” has no sample unit “{name}”",
    ),
    "case.name": ("{name}", "{name}"),
    "case.differs": ("{place} → {differences}", "{place}: {differences}"),
    "case.other": (
        "{what}: cần {expected}, được {got}",
        "{what}: expected {expected}, got {got}",
    ),
    "case.unusable": ("số liệu không dùng được: {why}", "the figures cannot be used: {why}"),
    "case.score": ("điểm", "score"),
    "case.score_of": ("điểm {code}", "score of {code}"),
    "case.status": ("tình trạng", "status"),
    "case.status_of": ("tình trạng {code}", "status of {code}"),
    "case.findings": ("mã phát hiện", "findings"),
    "case.explanation": ("giải thích", "explanation"),
    "case.total": ("tổng điểm", "total"),
    "case.max": ("điểm tối đa được đánh giá", "maximum assessed"),
    "case.index": ("chỉ số", "index"),
    "case.level": ("mức độ", "level"),
    "case.blocking": ("tiêu chí còn cản", "criteria that stop the next level"),
    "case.reached": ("mức của {code}", "level of {code}"),
    "case.result": ("kết quả {code}", "result of {code}"),
    "case.none": ("không có ca nào", "there are no cases"),
    "case.passed": ("✓ {table}: {count} ca đều đúng", "✓ {table}: all {count} cases hold"),
    "case.failed": (
        "✗ {table}: {wrong} trên {count} ca sai",
        "✗ {table}: {wrong} of {count} cases differ",
    ),
    # comparing two tables
    "diff.same": ("hai bảng giống nhau", "the two tables are alike"),
    "diff.head": ("{a} → {b}: {count} khác biệt", "{a} → {b}: {count} differences"),
    "diff.gone": ("− {code} {name} ({max} điểm)", "− {code} {name} ({max} points)"),
    "diff.came": ("+ {code} {name} ({max} điểm)", "+ {code} {name} ({max} points)"),
    "diff.changed": ("~ {code}: {changes}", "~ {code}: {changes}"),
    "diff.change": ("{what}: «{before}» → «{after}»", "{what}: “{before}” → “{after}”"),
    "diff.what.name": ("tên", "name"),
    "diff.what.max": ("điểm tối đa", "maximum"),
    "diff.what.rule": ("quy tắc", "rule"),
    "diff.what.printed": ("lời in", "printed words"),
    "diff.other_kind": (
        "{a} và {b} khác loại nên không so được",
        "{a} and {b} are of different kinds and cannot be compared",
    ),
}
