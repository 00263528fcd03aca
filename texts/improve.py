"""What would win points, what stops the next level, and two units side by side."""

TEXTS = {
    "improve.head": (
        "{table} · {name}: {total} / {most} điểm ({share})",
        "{table} · {name}: {total} of {most} points ({share})",
    ),
    "improve.near": ("Sát ngưỡng", "Just missed"),
    "improve.best": (
        "Đáng làm nhất (điểm được thêm so với phần còn thiếu)",
        "Best for their effort (points won against what is wanting)",
    ),
    "improve.rows": (
        "Dòng còn nhiều điểm nhất",
        "Rows with most points left",
    ),
    "improve.row": (
        "{code} {name}: còn {left} / {most} điểm",
        "{code} {name}: {left} of {most} points left",
    ),
    "improve.waiting": (
        "Chưa có điểm vì thiếu số liệu hoặc số liệu sai: tối đa {points} điểm ở {count} dòng ({codes})",
        "No score yet, because figures are missing or wrong: at most {points} points in {count} rows ({codes})",
    ),
    "improve.move": ("{code}: {what}: {gain}", "{code}: {what}: {gain}"),
    "improve.gain": ("+{points} điểm", "+{points} points"),
    "improve.rate": (
        "{before} → {after} ({slot}: {old} → {new})",
        "{before} → {after} ({slot}: {old} → {new})",
    ),
    "improve.figure": ("{slot}: {old} → {new}", "{slot}: {old} → {new}"),
    "improve.nothing": ("Không còn điểm nào để thêm.", "There are no points left to win."),
    "improve.goal": (
        "Để đạt {goal} ({wanted} điểm) cần thêm {short} điểm",
        "To reach {goal} ({wanted} points), {short} more points are wanted",
    ),
    "improve.goal-reached": ("Đã đạt {goal}.", "{goal} is reached."),
    "improve.goal-plan": ("Làm các việc sau sẽ được {total} điểm", "This brings {total} points"),
    "improve.goal-not": (
        "Chỉ đổi từng số liệu đang có thì được nhiều nhất {total} điểm; phần còn lại nằm ở các dòng chưa có điểm.",
        "Changing the figures that are there brings {total} points at most; the rest is in rows without a score.",
    ),
    "improve.goal-bad": (
        "--goal «{goal}»: bảng chấm điểm viết 80% hoặc số điểm như 240; bảng mức độ viết mức 1 đến 5.",
        "--goal “{goal}”: write 80% or points such as 240 for a scored table, a level of 1 to 5 for a table of levels.",
    ),
    "improve.goal-kind": (
        "Bảng {table}: --goal không dùng cho kế hoạch chỉ tiêu.",
        "Table {table}: there is no --goal for a plan of targets.",
    ),
    "improve.level": ("{table} · {name}: mức {level}", "{table} · {name}: level {level}"),
    "improve.to-level": (
        "Để đạt mức {level} còn {count} tiêu chí",
        "For level {level}, {count} criteria are wanting",
    ),
    "improve.all-levels": ("Đã đạt mức cao nhất.", "The highest level is reached."),
    "improve.targets": (
        "{table} · {name}: {met} chỉ tiêu đạt, {count} chưa đạt",
        "{table} · {name}: {met} targets met, {count} not met",
    ),
    "improve.block": (
        "{code} {name}: {now} → cần {asked}",
        "{code} {name}: {now} → {asked} is asked",
    ),
    "improve.block-by": (
        "{code} {name}: {now} → cần {asked} (thêm {change})",
        "{code} {name}: {now} → {asked} is asked ({change} more)",
    ),
    "improve.points-of-percent": ("{points} điểm phần trăm", "{points} percentage points"),
    "improve.communes": ("nâng mức {count} xã", "{count} communes to be raised"),
    "improve.held": ("{figures}", "{figures}"),
    "improve.a-level": ("mức {level}", "level {level}"),
    "improve.no-value": ("chưa có số liệu", "no figure yet"),
    # compare
    "compare.other-table": (
        "{first} theo bảng {one}, {second} theo bảng {two}. Chỉ so sánh hai tệp cùng bảng.",
        "{first} is of table {one}, {second} of table {two}. Only two files of one table are compared.",
    ),
    "compare.head": ("{table}: A = {first}, B = {second}", "{table}: A = {first}, B = {second}"),
    "compare.called": ("{name} ({file})", "{name} ({file})"),
    "compare.period": ("{name}, kỳ {period} ({file})", "{name}, period {period} ({file})"),
    "compare.total": (
        "Tổng điểm: {first} → {second} ({difference}); tỷ lệ: {share_first} → {share_second}",
        "Total: {first} → {second} ({difference}); share: {share_first} → {share_second}",
    ),
    "compare.level": ("Mức độ: {first} → {second}", "Level: {first} → {second}"),
    "compare.met": ("Chỉ tiêu đạt: {first} → {second}", "Targets met: {first} → {second}"),
    "compare.pillar": (
        "{code}. {name}: {first} → {second} ({difference})",
        "{code}. {name}: {first} → {second} ({difference})",
    ),
    "compare.row": (
        "{code} {name}: {first} → {second} ({difference})",
        "{code} {name}: {first} → {second} ({difference})",
    ),
    "compare.row-plain": ("{code} {name}: {first} → {second}", "{code} {name}: {first} → {second}"),
    "compare.figure": ("{slot}: {first} → {second}", "{slot}: {first} → {second}"),
    "compare.status": ("{first} → {second}", "{first} → {second}"),
    "compare.cohort": (
        "số liệu của các đơn vị khác trong cụm đã đổi",
        "the figures of the other units of the cohort changed",
    ),
    "compare.other-row": ("theo điểm của {codes}", "follows the score of {codes}"),
    "compare.verified": (
        "điểm thẩm định: {first} → {second}",
        "verified score: {first} → {second}",
    ),
    "compare.same": ("Không dòng nào khác nhau.", "No row differs."),
    "compare.count": ("{count} dòng khác nhau", "{count} rows differ"),
    "compare.plus": ("+{number}", "+{number}"),
}
