"""Editions: in which edition a source is, so that it is written back in the same."""

from __future__ import annotations

from answers.sources import Source
from workbooks.design.names import UDF


def edition_of(source: Source) -> str:
    """The edition of a workbook of ours; the one with the functions for anything else."""
    statement = source.statement
    return UDF if statement is None or statement.design is None else statement.design.edition
