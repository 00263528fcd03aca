"""Design: what our own workbooks are, as data — every place, formula, field, text and name.

`sheets` only writes it, `own` finds it again in a file, `checks` hold one against the other.
"""
