"""What all tests share: the same random examples on every run; a gate must not depend on luck."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("gate", derandomize=True, deadline=None)
settings.load_profile("gate")
