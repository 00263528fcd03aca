"""Saving: results to files, safely; what stands in the way is `Unusable` like everything else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from answers.refusal import Unusable
from workbooks.files.write import CannotWrite, check_target, replacing, write_bytes

XLSX, XLSM, HTML = (".xlsx",), (".xlsm",), (".html", ".htm")
JSONL, PARQUET = (".jsonl", ".ndjson"), (".parquet",)
"""The endings of the files that verbs write."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a result goes. `sources`: the files it is made from, which are never written over."""

    target: Path
    sources: tuple[Path, ...] = ()
    force: bool = False
    suffixes: tuple[str, ...] = XLSX

    def save(self, content: bytes) -> None:
        """Write the file whole, or leave what was there. Raises Unusable."""
        try:
            write_bytes(
                self.target,
                content,
                sources=self.sources,
                force=self.force,
                suffixes=self.suffixes,
            )
        except CannotWrite as error:
            raise Unusable(error.why) from error

    @contextmanager
    def writing(self) -> Iterator[Path]:
        """Write to the path that is given; it takes its place at the end. Raises Unusable."""
        try:
            with replacing(
                self.target, sources=self.sources, force=self.force, suffixes=self.suffixes
            ) as temporary:
                yield temporary
        except CannotWrite as error:
            raise Unusable(error.why) from error


def place_at(
    target: Path,
    sources: Iterable[Path] = (),
    force: bool = False,
    suffixes: tuple[str, ...] = XLSX,
) -> Place:
    """A place that may be written to, as far as is known before the work. Raises Unusable."""
    place = Place(target, tuple(sources), force, suffixes)
    try:
        check_target(target, sources=place.sources, force=force, suffixes=suffixes)
    except CannotWrite as error:
        raise Unusable(error.why) from error
    return place
