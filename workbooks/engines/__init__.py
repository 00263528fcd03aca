"""Engines that recalculate the formulas of a workbook, none of them ours."""
