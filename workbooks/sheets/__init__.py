"""Sheets: writing a design. Nothing is decided here."""
