"""The format of ruleset files, stated once: it drives loader, JSON Schema and guide."""

from __future__ import annotations

from rulesets.format import rules, tables
from rulesets.format.records import Key, Record

RECORDS: dict[str, Record] = {record.name: record for record in (*rules.RECORDS, *tables.RECORDS)}
"""Every record of the format by its name."""

__all__ = ["RECORDS", "Key", "Record"]
