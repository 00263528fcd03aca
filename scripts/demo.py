"""The main job on the real form: adopt → score → workbook in both editions → check → report."""

from __future__ import annotations

import sys
from pathlib import Path

from answers.adopt import adopt
from answers.check import check
from answers.saving import HTML, place_at
from scoring.assess import ScoredAssessment, assess
from texts.figures import vietnamese
from workbooks.design.names import NATIVE, UDF

ROOT = Path(__file__).parent.parent
FORM = ROOT / "examples" / "vn-2024-huyen-dai-lanh.xlsx"
OUT = ROOT / "out" / "demo"


def main() -> int:
    """Go the whole way and say what happened; 0 when every surface agrees."""
    OUT.mkdir(parents=True, exist_ok=True)
    print(f"1. Đọc biểu thật của xã Đại Lãnh: {FORM.name}\n")
    form = adopt(FORM, "VN-2024-HUYEN")
    print(form.words())

    result = assess(form.law, form.submission)
    assert isinstance(result, ScoredAssessment)
    scored = [row for row in result.rows if row.score is not None]
    most = vietnamese(result.law.max_score)
    print(
        f"\n2. Chấm điểm: {len(scored)}/{len(result.rows)} dòng có điểm; "
        f"tổng {vietnamese(result.total)}/{most} điểm; "
        f"{len(result.missing)} dòng còn thiếu số liệu."
    )

    print("\n3. Tạo biểu chính thức, đã điền những gì đọc chắc:")
    books = []
    for edition, meaning in ((UDF, "cho máy có tiện ích"), (NATIVE, "không cần tiện ích")):
        book = OUT / f"dai-lanh-{edition}.xlsx"
        place_at(book, [FORM], force=True).save(form.build(edition).content)
        books.append(book)
        print(f"   {meaning}: {book.relative_to(ROOT)}")

    print("\n4. Đối soát (gõ tay · trong ô · tính lại độc lập · máy chấm):\n")
    checked = check([FORM, *books])
    print(checked.words())

    report = OUT / "bao-cao.html"
    place_at(report, force=True, suffixes=HTML).save(checked.report())
    totals = {item.totals.engine for item in checked.results}
    totals |= {item.totals.recalculated for item in checked.results[1:]}
    agreed = totals == {result.total} and checked.exit_status == 0
    verdict = "mọi mặt cho cùng một số" if agreed else "CÓ SAI LỆCH, xem báo cáo"
    print(
        f"\nKết luận: {verdict}: {vietnamese(result.total)} / {most} điểm "
        f"từ {len(scored)} dòng đọc chắc được."
    )
    print(f"Báo cáo: {report.relative_to(ROOT)}")
    return 0 if agreed else 1


if __name__ == "__main__":
    sys.exit(main())
