"""Limits: what a rule may not do — leave its printed bounds, or ask for two cohorts at once."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from rulesets.fields import Fields
from scoring.rules import Best, Cases, Measure, Measured, MinMax, Options, Rank, Rule, Total


def check_rule(rule: Rule, fields: Fields, max_score: Fraction) -> None:
    """Refuse what no surface could show and what leaves the printed bounds.

    Two cohorts in a row, a deduction without an end, points beyond the maximum of the row.
    """
    measures = {measure for part in _all(rule) if (measure := _over_a_cohort(part)) is not None}
    if len(measures) > 1:
        raise fields.error("rules.two_cohorts", "rule")
    if rule.floor(Fraction(1)) is None:
        raise fields.error("rules.no_floor", "rule")
    most = rule.ceiling(max_score)
    if most is None:
        raise fields.error("rules.no_ceiling", "rule", max=max_score)
    if most > max_score:
        raise fields.error("rules.above_maximum", "rule", most=most, max=max_score)


def _all(rule: Rule) -> Iterator[Rule]:
    """A rule and every rule inside it."""
    yield rule
    inner: tuple[Rule, ...] = ()
    if isinstance(rule, Total | Best):
        inner = rule.rules
    elif isinstance(rule, Options):
        inner = tuple(option.rule for option in rule.options)
    elif isinstance(rule, Cases):
        inner = (*(case.rule for case in rule.cases), rule.otherwise)
    for part in inner:
        yield from _all(part)


def _over_a_cohort(rule: Rule) -> Measure | None:
    if isinstance(rule, MinMax):
        return rule.measure
    if isinstance(rule, Measured) and isinstance(rule.measure, Rank):
        return rule.measure.of
    return None
