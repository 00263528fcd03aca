"""Shared by the tests: random units, engines."""
