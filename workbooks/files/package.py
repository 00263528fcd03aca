"""Package: the zip container of an .xlsx file, opened only if it is harmless."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from workbooks.files.book import unreadable, unsafe

MAX_TOTAL = 200 * 1024 * 1024
MAX_RATIO = 200
RATIO_MATTERS_FROM = 1024 * 1024

_DAMAGED = "tệp bị hỏng"


@dataclass(frozen=True)
class Package:
    """The parts of a file by name; `parse` and `relations` never resolve anything outside."""

    archive: zipfile.ZipFile
    members: dict[str, str]

    def __contains__(self, part: str) -> bool:
        """Whether the file has this part."""
        return part in self.members

    def read(self, part: str) -> bytes:
        """The bytes of a part. Raises Unreadable if it is missing or damaged."""
        if part not in self.members:
            raise unreadable(f"{_DAMAGED}: thiếu phần {part}")
        try:
            return self.archive.read(self.members[part])
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise unreadable(f"{_DAMAGED}: không giải nén được {part} ({error})") from None
        except RuntimeError:  # what zipfile says of an encrypted member
            raise unreadable("tệp được đặt mật khẩu; hãy gỡ mật khẩu rồi thử lại") from None

    def parse(self, part: str) -> etree._Element:
        """The root of an XML part, without entities, external files or a DTD."""
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        try:
            root = etree.fromstring(self.read(part), parser)
        except etree.XMLSyntaxError as error:
            message = str(error).lower()
            if "entity" in message or "entities" in message or "doctype" in message:
                raise unsafe(f"phần {part} khai báo thực thể XML") from None
            raise unreadable(f"{_DAMAGED}: XML sai trong {part}") from None
        docinfo: Any = root.getroottree().docinfo  # the stubs do not know all of it
        if docinfo.doctype:
            raise unsafe(f"phần {part} chứa khai báo DOCTYPE")
        return root

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


def open_package(path: Path) -> Package:
    """Open a zip container. Raises Unreadable: damaged, encrypted, bomb, names that escape."""
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise unreadable(f"{_DAMAGED}: không đọc được gói nén ({error})") from None
    try:
        return Package(archive, _members(archive))
    except BaseException:
        archive.close()
        raise


def _members(archive: zipfile.ZipFile) -> dict[str, str]:
    members: dict[str, str] = {}
    total = 0
    for info in archive.infolist():
        name = info.filename.replace("\\", "/")
        if name.startswith("/") or ":" in name or ".." in name.split("/"):
            raise unsafe(f"gói nén có tên thoát khỏi thư mục: {info.filename!r}")
        if name in members:
            raise unsafe(f"gói nén có hai phần cùng tên: {name}")
        members[name] = info.filename
        total += info.file_size
        if info.file_size > RATIO_MATTERS_FROM and (
            info.file_size > MAX_RATIO * max(info.compress_size, 1)
        ):
            raise unsafe(f"phần {name} nén quá {MAX_RATIO} lần, giống bom nén")
    if total > MAX_TOTAL:
        raise unsafe(f"khi giải nén tệp lớn hơn {MAX_TOTAL // 1024 // 1024} MB")
    return members
