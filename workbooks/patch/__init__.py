"""Patch: a copy of a workbook in which single parts are changed and every other byte stays."""
