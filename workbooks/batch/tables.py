"""Tables: the results as JSON lines, and as Parquet for those who go on in pandas."""

from __future__ import annotations

import json
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import Any

from texts import Text, text
from workbooks.batch.answer import FOUR, Kept

Line = tuple[Path, Kept, dict[str, Any]]
"""A file, its line of the overview, and its result as `dti check --json` has it."""


class Missing(Exception):
    """Something that has to be installed first; `why` says what."""

    def __init__(self, why: Text) -> None:
        """Keep the reason."""
        super().__init__(str(why))
        self.why = why


def write_jsonl(target: Path, lines: Iterable[Line]) -> None:
    """One result a line, with the path of its file."""
    with target.open("wb") as file:
        for path, _, result in lines:
            line = json.dumps({"path": str(path), **result}, ensure_ascii=False)
            # Half of a pair, from a name that is not UTF-8, is a valid escape of JSON.
            file.write(line.encode("utf-8", "backslashreplace") + b"\n")


def write_parquet(target: Path, lines: Iterable[Line]) -> None:
    """One row a file; `findings` holds the findings as JSON. Raises Missing without pyarrow."""
    need_parquet()
    import pandas

    rows = [_row(*line) for line in lines]
    frame = pandas.DataFrame(rows)
    frame.to_parquet(target, index=False, engine="pyarrow")


def need_parquet() -> None:
    """Raise Missing where Parquet cannot be written."""
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        raise Missing(text("batch.no-parquet")) from None


def _row(path: Path, kept: Kept, result: dict[str, Any]) -> dict[str, Any]:
    findings = json.dumps(result["findings"], ensure_ascii=False)
    return {
        "path": _clean(str(path)),
        "file": _clean(kept.file),
        "unit": _clean(kept.unit),
        "table": kept.table,
        "verdict": kept.verdict,
        **{name: _float(kept.totals[name]) for name in FOUR},
        "max": _float(kept.maximum),
        "errors": kept.errors,
        "warnings": kept.warnings,
        "missing": len(kept.missing),
        "unread": len(kept.unread),
        "unread_points": float(kept.unread_points),
        "findings": _clean(findings),
    }


def _clean(words: str) -> str:
    return words.encode("utf-8", "backslashreplace").decode("utf-8")


def _float(value: Fraction | None) -> float:
    """A total as pandas has it: NaN where there is none."""
    return float("nan") if value is None else float(value)
