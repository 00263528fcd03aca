"""Limits: how much of a file is read. Any file is done within 10 seconds and 512 MB.

The largest official table has 120 rows; a filled form with its annexes holds 5,000 cells and its
largest part is 0.4 MB. Each limit stands far above what an office makes and far below what would
hold a machine up. A file beyond one is refused in one line that names the limit; nothing is cut
off silently.
"""

from __future__ import annotations

MB = 1024 * 1024

FILE_BYTES = 100 * MB
"""A file on disk. Forms with scanned evidence pasted in reach some 30 MB."""

XLS_BYTES = 16 * MB
"""An .xls on disk: its cells are 2 bytes each at their shortest, and are read all at once."""

XLS_PLACES = 3_000_000
"""Places of an .xls up to the last cell of each row, empty ones too: each is 11 bytes of memory."""

DIRECTORY_BYTES = MB
"""The list of parts at the end of a package: some 10,000 parts."""

PACKAGE_BYTES = 200 * MB
"""What all parts say they unpack to."""

RATIO = 200
"""How often smaller a packed part may be; real sheets reach 60."""

RATIO_MATTERS_FROM = MB
"""Below this a part is harmless however well it is packed."""

PART_BYTES = 64 * MB
"""One XML part that is read: 300 times the sheet of the largest table."""

READ_BYTES = 96 * MB
"""All XML that is read of one file, a part that is named twice counted twice."""

MARKS = 5_000_000
"""Signs `<` in all XML that is read: what the time goes into (some 0.4 µs each)."""

TREE_MARKS = 400_000
"""Signs `<` of a part that is held as a tree: styles, names, relations, comments."""

DEPTH = 256
"""Elements inside elements; the format itself needs 12."""

SHEETS = 256
"""Sheets of a book; Excel's own limit is memory."""

ROWS = 1_048_576
COLUMNS = 16_384
"""The edge of a sheet, as Excel has it (ECMA-376 part 1, 18.3.1)."""

CELLS = 200_000
"""Cells that hold something, of all sheets of a book: each is some 500 bytes of memory."""

TEXT = 32_767
"""Characters of one cell, as Excel has it; formulas are shorter (8,192)."""

TEXTS = 500_000
"""Texts that the cells of a book share."""

TRANSLATED = 2_000_000
"""Characters of formulas that are written out from shared ones, of all sheets."""

NAMES = 20_000
"""Defined names; our largest book has 500."""

AREA = 100_000
"""Cells of an area that a name stands for. Of larger ones (whole columns) nothing is read."""

MERGES = 20_000
"""Merged areas of a sheet; the largest forms have 300."""

MERGED_CELLS = 500_000
"""Cells under the small merged areas of a sheet, which are looked up by place."""

SMALL_MERGE = 1_000
"""A merged area of more cells is large: looked up one by one."""

LARGE_MERGES = 100
"""Large merged areas of a sheet."""

COMMENTS = 20_000
"""Comments of a sheet."""

EXTERNAL_LINKS = 200
"""Other files that a file refers to: each is one finding."""
