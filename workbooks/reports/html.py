"""Report: reconciliations as one HTML page that prints on A4 and needs nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, select_autoescape

from scoring.explain import explain
from scoring.findings import Severity
from texts.figures import percent, vietnamese
from workbooks.reconcile import Reconciliation

_TEMPLATES = Path(__file__).parent

VERDICTS = {
    "vi": {
        "match": "KHỚP",
        "mismatch": "LỆCH",
        "incomplete": "CHƯA ĐỦ SỐ LIỆU",
        "unreadable": "KHÔNG ĐỌC ĐƯỢC",
    },
    "en": {
        "match": "MATCH",
        "mismatch": "MISMATCH",
        "incomplete": "INCOMPLETE",
        "unreadable": "UNREADABLE",
    },
}

_WORDS = {
    "vi": {
        "title": "Báo cáo đối soát điểm chuyển đổi số",
        "made": "Lập bởi dti-excel. Bốn tổng: điểm gõ tay, điểm lưu trong ô, điểm tính lại độc lập "
        "từ công thức của tệp, điểm của máy chấm theo văn bản.",
        "file": "Tệp",
        "table": "Bảng",
        "verdict": "Kết luận",
        "errors": "Số lỗi",
        "pillars": "Điểm theo chỉ số chính",
        "pillar": "Chỉ số chính",
        "score": "Điểm",
        "max": "Tối đa",
        "share": "Tỷ lệ",
        "findings": "Phát hiện",
        "code": "Mã",
        "place": "Ô",
        "row": "Chỉ số",
        "what": "Nội dung",
        "nothing": "Không phát hiện sai lệch.",
        "unread": "Kết quả ghi bằng chữ chưa đọc chắc được",
        "words": "Lời của đơn vị",
        "rows": "Diễn giải từng chỉ số có điểm",
        "why": "Vì sao",
        "typed": "Gõ tay",
        "sheet": "Trong ô",
        "recalculated": "Tính lại",
        "engine": "Máy chấm",
    },
    "en": {
        "title": "Reconciliation of digital transformation scores",
        "made": "Made by dti-excel. Four totals: typed by hand, stored in the sheet, recalculated "
        "independently from the sheet's own formulas, computed by the engine.",
        "file": "File",
        "table": "Table",
        "verdict": "Verdict",
        "errors": "Errors",
        "pillars": "Scores by pillar",
        "pillar": "Pillar",
        "score": "Score",
        "max": "Maximum",
        "share": "Share",
        "findings": "Findings",
        "code": "Code",
        "place": "Cell",
        "row": "Indicator",
        "what": "What",
        "nothing": "Nothing found.",
        "unread": "Results in words that could not be read for certain",
        "words": "The office's words",
        "rows": "Every scored indicator explained",
        "why": "Why",
        "typed": "Typed",
        "sheet": "Sheet",
        "recalculated": "Recalculated",
        "engine": "Engine",
    },
}


def write_report(path: Path, results: Sequence[Reconciliation], lang: str = "vi") -> None:
    """Write the report of one or several files."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=select_autoescape(), trim_blocks=True
    )
    words = _WORDS[lang]
    page = environment.get_template("report.html").render(
        lang=lang, t=words, results=[_result(result, lang) for result in results]
    )
    path.write_text(page, encoding="utf-8")


def _result(result: Reconciliation, lang: str) -> dict[str, Any]:
    table, assessment, statement = result.table, result.assessment, result.statement
    words, totals = _WORDS[lang], result.totals
    data: dict[str, Any] = {
        "file": result.file.name,
        "table": table.id if table else "",
        "unit": statement.submission.name if statement else "",
        "source": f"{table.title} ({table.place})" if table else "",
        "verdict": result.verdict,
        "verdict_text": VERDICTS[lang][result.verdict],
        "errors": sum(
            1 for f in result.findings if f.severity in (Severity.ERROR, Severity.REFUSAL)
        ),
        "totals": [
            (words["typed"], _figure(totals.typed)),
            (words["sheet"], _figure(totals.sheet)),
            (words["recalculated"], _figure(totals.recalculated)),
            (words["engine"], _figure(totals.engine)),
        ],
        "findings": [
            {
                "code": item.code,
                "severity": item.severity.value,
                "place": item.place,
                "indicator": item.indicator,
                "message": item.message(lang),
            }
            for item in result.findings
        ],
    }
    if result.examined is not None:
        data["unit"] = result.examined.unit.name
        data["summary"] = result.examined.summary
        data["totals"] = []
    if assessment is None or statement is None:
        return data
    scored = [row for row in assessment.rows if row.score is not None]
    index = "" if assessment.index is None else f"{vietnamese(assessment.index)}%"
    if lang == "en":
        data["summary"] = (
            f"{len(scored)} of {len(assessment.rows)} rows scored, {len(assessment.missing)} "
            f"waiting, {len(assessment.wrong)} impossible. Index {index}."
        )
    else:
        data["summary"] = (
            f"{len(scored)}/{len(assessment.rows)} dòng có điểm, {len(assessment.missing)} dòng "
            f"thiếu số liệu, {len(assessment.wrong)} dòng số liệu sai. Chỉ số {index}."
        )
    data["pillars"] = [
        {
            "code": pillar.code,
            "name": pillar.name,
            "score": vietnamese(pillar.score),
            "max": vietnamese(pillar.max_score),
            "percent": percent(pillar.score / pillar.max_score) if pillar.max_score else "",
            "width": _width(pillar.score / pillar.max_score) if pillar.max_score else 0,
        }
        for pillar in assessment.pillars
    ]
    data["unread"] = [
        {"code": row.code, "cell": f"{row.sheet}!{row.cell}", "words": row.words}
        for row in statement.rows.values()
        if row.words and assessment_score(result, row.code) is None
    ]
    data["rows"] = [
        {
            "code": row.indicator.code,
            "score": _figure(row.score),
            "max": vietnamese(row.indicator.max_score),
            "why": explain(row.indicator, row.figures),
        }
        for row in scored
    ]
    return data


def assessment_score(result: Reconciliation, code: str) -> Fraction | None:
    """The engine's score of a row in a result."""
    if result.assessment is None:
        return None
    return next(row.score for row in result.assessment.rows if row.indicator.code == code)


def _width(share: Fraction) -> float:
    """The width of a bar in percent; bonus and negative points stay inside it."""
    return float(min(Fraction(1), max(Fraction(0), share)) * 100)


def _figure(value: Fraction | None) -> str:
    return "—" if value is None else vietnamese(value)
