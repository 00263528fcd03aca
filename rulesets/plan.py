"""The name under which plans were loaded before `rulesets.laws` had them all."""

from __future__ import annotations

from rulesets.laws import load_plan

__all__ = ["load_plan"]
