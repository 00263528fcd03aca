"""The names under which scored tables were loaded before `rulesets.laws` had them all."""

from __future__ import annotations

from rulesets.errors import RulesetError
from rulesets.laws import WrongKind, kind_of
from rulesets.laws import load_scored as load

__all__ = ["RulesetError", "WrongKind", "kind_of", "load"]
