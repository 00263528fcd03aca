"""The workbook of a targets plan: every row with its result, by agency, and summed."""
