"""Write: a result to a file — beside it first, then in its place; nothing is ever half there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from texts import Text, text


class CannotWrite(Exception):
    """The file cannot, or must not, be written; `why` says why and what to do."""

    def __init__(self, why: Text) -> None:
        super().__init__(why)
        self.why = why

    def __str__(self) -> str:
        return str(self.why)


def write_bytes(
    path: Path,
    data: bytes,
    *,
    sources: Iterable[Path] = (),
    force: bool = False,
    suffixes: Collection[str] | None = None,
) -> None:
    """Write a file whole, or leave what was there.

    `sources`: files that the result was made of, never written over. `force`: an existing file may
    be replaced. `suffixes`: the endings that the name may have, lower case, with the dot.
    Raises CannotWrite.
    """
    with replacing(path, sources=sources, force=force, suffixes=suffixes) as beside:
        beside.write_bytes(data)


@contextmanager
def replacing(
    path: Path,
    *,
    sources: Iterable[Path] = (),
    force: bool = False,
    suffixes: Collection[str] | None = None,
) -> Iterator[Path]:
    """A file beside `path` to write into; it takes the place of `path` at the end of the block.

    What forbids the writing is said before the block begins. Where the block fails, nothing is
    left. Raises CannotWrite.
    """
    _check(path, sources, force, suffixes)
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise _failed(path, error) from error
    os.close(handle)
    beside = Path(name)
    try:
        yield beside
        beside.chmod(0o666 & ~_umask())
        beside.replace(path)
    except OSError as error:
        raise _failed(path, error) from error
    finally:
        beside.unlink(missing_ok=True)


def _check(
    path: Path, sources: Iterable[Path], force: bool, suffixes: Collection[str] | None
) -> None:
    for source in sources:
        if path.exists() and source.exists() and path.samefile(source):
            raise CannotWrite(text("writing.onto-source", file=str(path)))
    if path.is_dir():
        raise CannotWrite(text("writing.folder", file=str(path)))
    if suffixes is not None and path.suffix.lower() not in suffixes:
        raise CannotWrite(
            text("writing.suffix", file=path.name, suffix=path.suffix, known=tuple(suffixes))
        )
    if not path.parent.is_dir():
        raise CannotWrite(text("writing.no-folder", folder=str(path.parent)))
    if path.exists() and not force:
        raise CannotWrite(text("writing.exists", file=str(path)))


def _failed(path: Path, error: OSError) -> CannotWrite:
    return CannotWrite(text("writing.failed", file=str(path), why=error.strerror or str(error)))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
