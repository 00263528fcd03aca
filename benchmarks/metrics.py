"""Metrics of the house: kinds asked by type, long functions, long files, `Any`, foreign words.

`python -m benchmarks.metrics [TREE …]` prints one row a tree, so that two states of the code can
be held side by side.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).parent.parent
ROOMS = (
    "texts",
    "scoring",
    "reading",
    "rulesets",
    "udfs",
    "workbooks",
    "answers",
    "xl_addin",
    "cli",
)
KINDS = frozenset(
    [
        "Table",
        "LevelTable",
        "Plan",
        "Assessment",
        "ScoredAssessment",
        "LevelAssessment",
        "PlanAssessment",
        "Unit",
        "ValuesLaw",
        "AdoptedForm",
        "AdoptedLevels",
        "Indicator",
        "Criterion",
        "Target",
        "IndicatorAssessment",
        "CriterionAssessment",
        "TargetAssessment",
    ]
)
_LONG_FUNCTION, _LONG_FILE = 60, 300
_VIETNAMESE = set("ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ")


def main() -> None:
    """Print the figures of every tree."""
    trees = [Path(name) for name in sys.argv[1:]] or [ROOT]
    grid = Table("tree", *_FIGURES)
    for tree in trees:
        files = [path for room in ROOMS for path in sorted((tree / room).rglob("*.py"))]
        grid.add_row(tree.resolve().name, *(str(count(files)) for count in _FIGURES.values()))
    Console().print(grid)


def _nodes(files: list[Path]) -> Iterator[ast.AST]:
    for path in files:
        yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def kinds_asked(files: list[Path]) -> int:
    """`isinstance` calls that ask for a kind of table, row or assessment."""
    return sum(
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "isinstance"
        and any(isinstance(n, ast.Name) and n.id in KINDS for n in ast.walk(node.args[1]))
        for node in _nodes(files)
    )


def long_functions(files: list[Path]) -> int:
    """Functions of more than 60 lines."""
    return sum(
        isinstance(node, ast.FunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > _LONG_FUNCTION
        for node in _nodes(files)
    )


def long_files(files: list[Path]) -> int:
    """Files of more than 300 lines."""
    lines = (len(path.read_text(encoding="utf-8").splitlines()) for path in files)
    return sum(count > _LONG_FILE for count in lines)


def anys(files: list[Path]) -> int:
    """How often `Any` stands in the code."""
    return sum(isinstance(node, ast.Name) and node.id == "Any" for node in _nodes(files))


def sentences(files: list[Path]) -> int:
    """Vietnamese text constants outside the catalogue; docstrings are none."""
    count = 0
    for path in files:
        if "texts" in path.parts:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        said = {
            id(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        count += sum(
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in said
            and bool(_VIETNAMESE & set(node.value.lower()))
            for node in ast.walk(tree)
        )
    return count


def total_lines(files: list[Path]) -> int:
    """Lines of code, comments and docstrings included."""
    return sum(len(path.read_text(encoding="utf-8").splitlines()) for path in files)


_FIGURES = {
    "isinstance on kinds": kinds_asked,
    "functions > 60 lines": long_functions,
    "files > 300 lines": long_files,
    "Any": anys,
    "Vietnamese outside texts/": sentences,
    "files": len,
    "lines": total_lines,
}

if __name__ == "__main__":
    main()
