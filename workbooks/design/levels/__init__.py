"""The workbook of a levels table: criteria, the communes, the result, and how each is assessed."""
