"""The main job on the real form: adopt → score → workbook in both editions → check → report."""

from __future__ import annotations

import sys
from pathlib import Path

from cli.data import Output
from cli.verbs.adopt import form_text
from cli.verbs.check import result_text
from scoring.assess import assess
from texts.figures import vietnamese
from workbooks.builder import build
from workbooks.files.scan import scan
from workbooks.forms.adopt import adopt
from workbooks.forms.state import submission, words
from workbooks.layout import NATIVE, UDF
from workbooks.reconcile import check_file
from workbooks.reports.html import write_report

ROOT = Path(__file__).parent.parent
FORM = ROOT / "examples" / "vn-2024-huyen-dai-lanh.xlsx"
OUT = ROOT / "out" / "demo"


def main() -> int:
    """Go the whole way and say what happened; 0 when every surface agrees."""
    from rulesets.loader import load

    OUT.mkdir(parents=True, exist_ok=True)
    output = Output(as_json=False, lang="vi")
    table = load("VN-2024-HUYEN")
    print(f"1. Đọc biểu thật của xã Đại Lãnh: {FORM.name}\n")
    form = adopt(scan(FORM), table)
    print(form_text(form, None, output))

    given = submission(form)
    result = assess(table, given)
    scored = [row for row in result.rows if row.score is not None]
    print(
        f"\n2. Chấm điểm: {len(scored)}/{len(result.rows)} dòng có điểm; "
        f"tổng {vietnamese(result.total)}/{vietnamese(table.max_score)} điểm; "
        f"{len(result.missing)} dòng còn thiếu số liệu."
    )

    print("\n3. Tạo biểu chính thức, đã điền những gì đọc chắc:")
    books = []
    for edition, meaning in ((UDF, "cho máy có tiện ích"), (NATIVE, "không cần tiện ích")):
        book = OUT / f"dai-lanh-{edition}.xlsx"
        build(book, table.id, submission=given, edition=edition, words=words(form))
        books.append(book)
        print(f"   {meaning}: {book.relative_to(ROOT)}")

    print("\n4. Đối soát (gõ tay · trong ô · tính lại độc lập · máy chấm):\n")
    results = [check_file(path) for path in (FORM, *books)]
    print("\n\n".join(result_text(item, output) for item in results))

    report = OUT / "bao-cao.html"
    write_report(report, results)
    totals = {item.totals.engine for item in results}
    totals |= {item.totals.recalculated for item in results[1:]}
    agreed = totals == {result.total} and all(item.exit_status == 0 for item in results)
    verdict = "mọi mặt cho cùng một số" if agreed else "CÓ SAI LỆCH, xem báo cáo"
    print(
        f"\nKết luận: {verdict}: {vietnamese(result.total)} / {vietnamese(table.max_score)} điểm "
        f"từ {len(scored)} dòng đọc chắc được."
    )
    print(f"Báo cáo: {report.relative_to(ROOT)}")
    return 0 if agreed else 1


if __name__ == "__main__":
    sys.exit(main())
