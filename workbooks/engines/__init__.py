"""Engines that recalculate the formulas of a workbook, none of them ours."""

from workbooks.engines.recalculate import (
    Recalculated,
    Target,
    agreed,
    plain_formula,
    recalculate,
    recalculate_deep,
)

__all__ = ["Recalculated", "Target", "agreed", "plain_formula", "recalculate", "recalculate_deep"]
