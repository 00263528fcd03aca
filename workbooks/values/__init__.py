"""What levels and plan workbooks share: one value a row."""
