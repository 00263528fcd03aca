"""Rule types: few, general, composed.

A rule says which slots it needs, when there can be no score, what it awards, and how it
explains itself. A measured quantity meets a mapping (`Measured`); options, printed parts, sums,
special cases, the best of several and min-max over a cohort compose them.
"""

from scoring.rules.base import Award, Check, Note, Rule
from scoring.rules.best import Best
from scoring.rules.cases import Case, Cases
from scoring.rules.fixed import Fixed
from scoring.rules.mapping import Band, Bands, Bound, Each, FullAt, Mapping
from scoring.rules.measure import Count, Measure, Rate, Ratio
from scoring.rules.measured import Measured
from scoring.rules.min_max import MinMax
from scoring.rules.options import Option, Options
from scoring.rules.parts import Part, Parts
from scoring.rules.rank import Rank
from scoring.rules.total import Total

__all__ = [
    "Award",
    "Band",
    "Bands",
    "Best",
    "Bound",
    "Case",
    "Cases",
    "Check",
    "Count",
    "Each",
    "Fixed",
    "FullAt",
    "Mapping",
    "Measure",
    "Measured",
    "MinMax",
    "Note",
    "Option",
    "Options",
    "Part",
    "Parts",
    "Rank",
    "Rate",
    "Ratio",
    "Rule",
    "Total",
]
