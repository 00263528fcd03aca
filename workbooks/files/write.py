"""Writing: whole or not at all, beside the target first, and never over what it was made from."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from texts import Text, text
from texts.printable import printable

WORKBOOK = (".xlsx", ".xlsm")
"""The names that the content of an Office Open XML workbook may have."""

_REASONS = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EACCES: "not-allowed",
    errno.EPERM: "not-allowed",
    errno.EROFS: "not-allowed",
    errno.ENAMETOOLONG: "name-too-long",
    errno.ENOENT: "no-folder",
    errno.ENOTDIR: "no-folder",
}


class CannotWrite(Exception):
    """A result cannot, or must not, be written; `why` says so. Nothing was left behind."""

    def __init__(self, why: Text) -> None:
        """Keep the reason; `str()` is its Vietnamese sentence."""
        super().__init__(str(why))
        self.why = why


@contextmanager
def replacing(
    path: Path | str,
    *,
    sources: Iterable[Path | str] = (),
    force: bool = False,
    suffixes: Iterable[str] | None = None,
) -> Iterator[Path]:
    """Write to the path that is given, which takes the place of `path` at the end.

    `sources`: files it is made from, which are never written over. `force`: an existing file is
    replaced. `suffixes`: the endings its content may have, in lower case. Whatever goes wrong, the
    old file stays as it was. Raises CannotWrite, before anything is written where it can be known.
    """
    target = Path(path)
    check_target(target, sources=sources, force=force, suffixes=suffixes)
    # A link stays a link: what it points to is replaced.
    target = target.resolve() if target.is_symlink() else target
    temporary: Path | None = None
    try:
        temporary = _beside(target)
        yield temporary
        _settle(temporary, target)
        if force:
            temporary.replace(target)
        else:
            _put(temporary, target)
    except OSError as error:
        raise refused(error, target) from error
    except Exception as error:
        inner = _system_error(error)
        if inner is None:
            raise
        raise refused(inner, target) from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink()


def write_bytes(
    path: Path | str,
    data: bytes,
    *,
    sources: Iterable[Path | str] = (),
    force: bool = False,
    suffixes: Iterable[str] | None = None,
) -> None:
    """Write a file whole or not at all, as `replacing` does. Raises CannotWrite."""
    with replacing(path, sources=sources, force=force, suffixes=suffixes) as temporary:
        temporary.write_bytes(data)


def check_target(
    path: Path | str,
    *,
    sources: Iterable[Path | str] = (),
    force: bool = False,
    suffixes: Iterable[str] | None = None,
) -> None:
    """Raise CannotWrite where it is known beforehand that a result must not be written."""
    target = Path(path)
    allowed = tuple(suffixes or ())
    try:
        if allowed and target.suffix.lower() not in allowed:
            raise _cannot("suffix", target, allowed=allowed)
        with suppress(FileNotFoundError):
            target.lstat()  # says what pathlib's questions keep to themselves: a name too long
        if target.is_dir():
            raise _cannot("folder", target)
        if not target.absolute().parent.is_dir():
            raise _cannot("no-folder", target, folder=str(target.parent))
        for source in map(Path, sources):
            if target.exists() and source.exists() and target.samefile(source):
                raise _cannot("source", target)
        if target.exists() and not target.is_file():
            raise _cannot("not-regular", target)
        if target.exists() and not force:
            raise _cannot("exists", target)
    except OSError as error:
        raise refused(error, target) from error
    except ValueError:  # a null character
        raise _cannot("name", target) from None


def refused(error: OSError, target: Path) -> CannotWrite:
    """What the system said, in words."""
    if isinstance(error, FileExistsError):
        return _cannot("exists", target)
    name = _REASONS.get(error.errno or 0)
    if name is None:
        return _cannot("other", target, why=error.strerror or str(error))
    return _cannot(name, target, folder=str(target.parent))


def _cannot(name: str, target: Path, /, **data: Any) -> CannotWrite:
    shown = {
        key: printable(value) if isinstance(value, str) else value for key, value in data.items()
    }
    return CannotWrite(text(f"write.{name}", file=printable(target.name), **shown))


def _beside(target: Path) -> Path:
    """A new file in the folder of the target, whose name nobody else has."""
    handle, name = tempfile.mkstemp(prefix=".dti-", suffix=target.suffix, dir=target.parent)
    os.close(handle)
    return Path(name)


def _settle(temporary: Path, target: Path) -> None:
    """The rights of the old file or of a new one, and all bytes on the disk."""
    if target.exists():
        mode = target.stat().st_mode & 0o777
    else:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    with suppress(PermissionError):
        temporary.chmod(mode)
    with temporary.open("rb+") as file:
        os.fsync(file.fileno())


def _put(temporary: Path, target: Path) -> None:
    """Move where nothing stands: a file that came meanwhile is not written over."""
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if target.exists():
            raise FileExistsError(errno.EEXIST, "", str(target)) from None
        temporary.replace(target)


def _system_error(error: BaseException | None) -> OSError | None:
    """The OSError that a library wrapped in an exception of its own."""
    while error is not None:
        if isinstance(error, OSError):
            return error
        inside = [item for item in getattr(error, "args", ()) if isinstance(item, OSError)]
        if inside:
            return inside[0]
        error = error.__cause__ or error.__context__
    return None
