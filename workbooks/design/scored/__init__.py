"""Scored: the workbook of a scored table — where everything stands and what its formulas say."""
