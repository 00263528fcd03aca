"""Answers: one function a verb, from files and ids to plain data, and from data to words.

Nothing here prints, parses arguments or knows which program asks: the command line, the commands of
the hosts, the service and the browser call the same functions. What cannot be used is one
exception, `answers.refusal.Unusable`.
"""
