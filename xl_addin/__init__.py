"""Hosts: thin translations between the functions of `udfs` and one spreadsheet program each."""
