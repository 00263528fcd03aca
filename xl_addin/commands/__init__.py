"""Commands: what an official asks of the open workbook, each as a plan of what to write there."""
