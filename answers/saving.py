"""Saving: results to files, safely; what stands in the way is `Unusable` like everything else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from answers.refusal import Unusable
from workbooks.files.write import CannotWrite, replacing

XLSX, XLSM, HTML = (".xlsx",), (".xlsm",), (".html", ".htm")
"""The endings of the files that verbs write."""


@contextmanager
def saving(
    target: Path,
    *,
    sources: Iterable[Path] = (),
    force: bool = False,
    suffixes: Collection[str] | None = XLSX,
) -> Iterator[Path]:
    """A file beside the target to write into; it takes its place at the end of the block.

    Raises Unusable, before the block begins, where nothing may be written there.
    """
    try:
        with replacing(target, sources=sources, force=force, suffixes=suffixes) as beside:
            yield beside
    except CannotWrite as error:
        raise Unusable(error.why) from error
