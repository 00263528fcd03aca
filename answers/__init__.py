"""Answers: what each verb finds out, as plain data and then in words. No host, no screen.

The command line, the commands of a spreadsheet, the service and the browser ask here.
"""
