"""Areas of a sheet: inside it, and no more of them than are read."""

from __future__ import annotations

from collections.abc import Iterable

from workbooks.files import limits
from workbooks.files.book import Range, area_size
from workbooks.files.refusals import too_much


def lies_inside(area: Range) -> bool:
    """Whether an area is one of a sheet.

    >>> lies_inside((1, 1, 2, 3)), lies_inside((0, 1, 2, 3)), lies_inside((3, 1, 2, 3))
    (True, False, False)
    """
    top, left, bottom, right = area
    return 1 <= top <= bottom <= limits.ROWS and 1 <= left <= right <= limits.COLUMNS


def is_looked_through(area: Range) -> bool:
    """Whether an area that a name stands for is of a size that is read place by place."""
    return lies_inside(area) and area_size(area) <= limits.AREA


def merged_areas(areas: Iterable[Range]) -> tuple[Range, ...]:
    """The merged areas of a sheet. Raises Unreadable where there are more than are read."""
    kept = tuple(areas)
    if len(kept) > limits.MERGES:
        raise too_much("merges", limits.MERGES)
    sizes = [area_size(area) for area in kept]
    small = [size for size in sizes if size <= limits.SMALL_MERGE]
    if len(sizes) - len(small) > limits.LARGE_MERGES:
        raise too_much("merges", limits.LARGE_MERGES)
    if sum(small) > limits.MERGED_CELLS:
        raise too_much("merged-cells", limits.MERGED_CELLS)
    return kept
