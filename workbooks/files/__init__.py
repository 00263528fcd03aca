"""Files as they lie on disk: packages, sheets, styles, old and new formats."""
