"""Workbooks of levels tables."""
