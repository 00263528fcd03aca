"""Measurements: parity of all surfaces, and speed beside what a user would otherwise run."""
