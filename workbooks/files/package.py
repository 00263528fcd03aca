"""Package: the zip container of an .xlsx file, opened only if it is harmless."""

from __future__ import annotations

import io
import os
import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element

from workbooks.files import limits
from workbooks.files.refusals import too_large, too_much, unreadable, unsafe
from workbooks.files.xml_parts import tree

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The only two of the format; the others unpack without a bound in Python."""


@dataclass
class _Spent:
    """What was read so far of one file."""

    bytes: int = 0
    marks: int = 0


@dataclass(frozen=True)
class Package:
    """The parts of a file by name; nothing outside of it is ever resolved."""

    archive: zipfile.ZipFile
    members: dict[str, zipfile.ZipInfo]
    file: io.FileIO
    _spent: _Spent = field(default_factory=_Spent)

    def close(self) -> None:
        """Let go of the file."""
        self.archive.close()
        self.file.close()

    def __contains__(self, part: str) -> bool:
        """Whether the file has this part."""
        return part in self.members

    def read(self, part: str) -> bytes:
        """The bytes of an XML part. Raises Unreadable: missing, damaged, larger than is read."""
        if part not in self.members:
            raise unreadable("damaged.part-missing", part=part)
        info = self.members[part]
        if info.file_size > limits.PART_BYTES:
            raise too_large("part", limits.PART_BYTES, part=part)
        if info.compress_type not in _METHODS:
            raise unreadable("damaged.part", part=part, why=f"zip {info.compress_type}")
        try:
            # A size is given to `read`, so that a part that is larger than it says is not
            # unpacked beyond that; its checksum then tells.
            with self.archive.open(info) as stream:
                content = stream.read(info.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise unreadable("damaged.part", part=part, why=str(error)) from None
        except RuntimeError:  # what zipfile says of an encrypted member
            raise unreadable("encrypted") from None
        self._count(content)
        return content

    def _count(self, content: bytes) -> None:
        self._spent.bytes += len(content)
        self._spent.marks += content.count(b"<")
        if self._spent.bytes > limits.READ_BYTES:
            raise too_large("xml", limits.READ_BYTES)
        if self._spent.marks > limits.MARKS:
            raise too_much("marks", limits.MARKS)

    def parse(self, part: str) -> Element:
        """The root of a small XML part. Raises Unreadable."""
        return tree(self.read(part), part)

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Relations of a part: id → (kind, target); targets outside the file stay as written."""
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self:
            return {}
        found: dict[str, tuple[str, str]] = {}
        for node in self.parse(rels):
            target = node.get("Target") or ""
            if node.get("TargetMode") != "External":
                target = (
                    target.lstrip("/")
                    if target.startswith("/")
                    else posixpath.normpath(posixpath.join(folder, target))
                )
            kind = (node.get("Type") or "").rsplit("/", 1)[-1]
            found[node.get("Id") or str(len(found))] = (kind, target)
        return found


class _Bounded(io.FileIO):
    """A file of which nobody reads more at once than a bound: zipfile reads its directory so."""

    most = limits.DIRECTORY_BYTES

    def read(self, size: int | None = -1, /) -> bytes:
        """Read as a file does. Raises Unreadable beyond the bound."""
        if size is None or size < 0:
            size = os.fstat(self.fileno()).st_size - self.tell()
        if size > self.most:
            raise too_large("directory", self.most)
        return super().read(max(size, 0))


def open_package(path: Path) -> Package:
    """Open a zip container. Raises Unreadable: damaged, encrypted, bomb, names that escape."""
    try:
        file = _Bounded(path, "rb")
    except OSError as error:
        raise unreadable("not-opened", why=error.strerror or str(error)) from None
    try:
        try:
            archive = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise unreadable("damaged.archive", why=str(error)) from None
        file.most = limits.FILE_BYTES
        return Package(archive, _members(archive), file)
    except BaseException:
        file.close()
        raise


def _members(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    members: dict[str, zipfile.ZipInfo] = {}
    total = 0
    for info in archive.infolist():
        name = info.filename.replace("\\", "/")
        if name.startswith("/") or ":" in name or ".." in name.split("/"):
            raise unsafe("unsafe.escapes", part=info.filename)
        if name in members:
            raise unsafe("unsafe.twice", part=name)
        members[name] = info
        total += info.file_size
        if info.file_size > limits.RATIO_MATTERS_FROM and (
            info.file_size > limits.RATIO * max(info.compress_size, 1)
        ):
            raise unsafe("unsafe.ratio", part=name, limit=limits.RATIO)
    if total > limits.PACKAGE_BYTES:
        raise too_large("package", limits.PACKAGE_BYTES)
    return members
