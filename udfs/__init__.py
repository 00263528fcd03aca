"""Spreadsheet functions, the same on every host: DTI_SCORE, DTI_MAX, DTI_EXPLAIN …

Importing this package loads neither pandas, openpyxl nor xlwings: it is the in-cell path.
"""

from udfs.registry import FUNCTIONS, call

__all__ = ["FUNCTIONS", "call"]
