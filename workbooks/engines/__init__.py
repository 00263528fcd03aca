"""Engines that recalculate a workbook's own formulas; they share no code with ours.

`recalculate` is the one that every check uses, `recalculate_deep` the one that `--deep` adds.
"""

from workbooks.engines.formualizer_engine import recalculate
from workbooks.engines.formulas_engine import recalculate_deep
from workbooks.engines.formulas_text import plain_formula
from workbooks.engines.port import ERRORS, Engine, Recalculated, Target, agreed

__all__ = [
    "ERRORS",
    "Engine",
    "Recalculated",
    "Target",
    "agreed",
    "plain_formula",
    "recalculate",
    "recalculate_deep",
]
