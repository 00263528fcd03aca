"""The name under which levels tables were loaded before `rulesets.laws` had them all."""

from __future__ import annotations

from rulesets.laws import load_levels

__all__ = ["load_levels"]
