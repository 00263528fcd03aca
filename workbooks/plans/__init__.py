"""Workbooks of targets plans."""
