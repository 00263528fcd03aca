"""vbaProject.bin from source alone, as MS-OVBA describes it: no template, no compiled code.

`_VBA_PROJECT` says that there is no compiled code, so Excel compiles the source when it loads the
file. Source is ASCII: the code page of a project belongs to one machine. Only the library of
`IUnknown` is referred to (Excel adds its own): a reference that a machine lacks stops everything.
"""

from __future__ import annotations

import struct
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from xl_addin.excel.compound_file import compound_file
from xl_addin.excel.vba_compress import compress

_IDS = uuid.UUID("5c1b9c0e-52f0-4d84-9d0a-3f4f6a2f7c11")
_LIBRARY = (
    "stdole",
    r"*\G{00020430-0000-0000-C000-000000000046}#2.0#0#"
    r"C:\Windows\System32\stdole2.tlb#OLE Automation",
)
_NO_COMPILED_CODE = b"\xcc\x61\xff\xff\0\0\0"
_ENGLISH, _WESTERN = 0x409, 1252


class ModuleKind(Enum):
    """What a module belongs to; the value is the class that VBA gives a document."""

    STANDARD = ""
    WORKBOOK = "00020819"
    SHEET = "00020820"


@dataclass(frozen=True, slots=True)
class Module:
    """A module by its name; `code` is without `Attribute` lines."""

    name: str
    code: str = ""
    kind: ModuleKind = ModuleKind.STANDARD

    @property
    def source(self) -> bytes:
        """The text as VBA stores it. Raises UnicodeEncodeError where it is not ASCII."""
        lines = [f'Attribute VB_Name = "{self.name}"']
        if self.kind is not ModuleKind.STANDARD:
            lines += [
                f'Attribute VB_Base = "0{{{self.kind.value}-0000-0000-C000-000000000046}}"',
                "Attribute VB_GlobalNameSpace = False",
                "Attribute VB_Creatable = False",
                "Attribute VB_PredeclaredId = True",
                "Attribute VB_Exposed = True",
                "Attribute VB_TemplateDerived = False",
                "Attribute VB_Customizable = True",
            ]
        return "\r\n".join([*lines, *self.code.splitlines(), ""]).encode("ascii")


def vba_project(name: str, modules: Sequence[Module]) -> bytes:
    """The bytes of xl/vbaProject.bin; documents come first, as Excel writes them."""
    pairs = (m.name.encode("ascii") + b"\0" + _wide(m.name) + b"\0\0" for m in modules)
    return compound_file(
        {
            "VBA": {
                "dir": compress(_directory(name, modules)),
                "_VBA_PROJECT": _NO_COMPILED_CODE,
                **{module.name: compress(module.source) for module in modules},
            },
            "PROJECT": _properties(name, modules),
            "PROJECTwm": b"".join(pairs) + b"\0\0",
        }
    )


def _wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def _record(number: int, data: bytes = b"") -> bytes:
    return struct.pack("<HI", number, len(data)) + data


def _both(narrow: int, wide: int, text: str) -> bytes:
    """A text in a record of one byte and a record of two bytes a letter."""
    return _record(narrow, text.encode("ascii")) + _record(wide, _wide(text))


def _directory(name: str, modules: Sequence[Module]) -> bytes:
    """The `dir` stream (2.3.4.2): information, references, modules."""
    library = _LIBRARY[1].encode("ascii")
    parts = [
        _record(0x01, struct.pack("<I", 1)),  # 32-bit Windows, which both widths of Excel take
        _record(0x02, struct.pack("<I", _ENGLISH)),
        _record(0x14, struct.pack("<I", _ENGLISH)),
        _record(0x03, struct.pack("<H", _WESTERN)),
        _record(0x04, name.encode("ascii")),
        _both(0x05, 0x40, ""),
        _both(0x06, 0x3D, ""),
        _record(0x07, bytes(4)),
        _record(0x08, bytes(4)),
        struct.pack("<HIIH", 0x09, 4, 1, 1),  # the version: its size is said to be 4 but is 6
        _both(0x0C, 0x3C, ""),
        _both(0x16, 0x3E, _LIBRARY[0]),
        _record(0x0D, struct.pack("<I", len(library)) + library + bytes(6)),
        _record(0x0F, struct.pack("<H", len(modules))),
        _record(0x13, b"\xff\xff"),
    ]
    return b"".join([*parts, *map(_module, modules), _record(0x10)])


def _module(module: Module) -> bytes:
    standard = module.kind is ModuleKind.STANDARD
    return b"".join(
        (
            _both(0x19, 0x47, module.name),
            _both(0x1A, 0x32, module.name),
            _both(0x1C, 0x48, ""),
            _record(0x31, bytes(4)),  # source starts at once: nothing compiled before it
            _record(0x1E, bytes(4)),
            _record(0x2C, b"\xff\xff"),
            _record(0x21 if standard else 0x22),
            _record(0x2B),
        )
    )


def _properties(name: str, modules: Sequence[Module]) -> bytes:
    """The PROJECT stream (2.3.1): a text, visible and without a password."""
    identity = _identity(name, modules)
    lines = [
        f'ID="{identity}"',
        *map(_line_of, modules),
        f'Name="{name}"',
        'HelpContextID="0"',
        'VersionCompatible32="393222000"',
        f'CMG="{obscured(identity, bytes(4))}"',
        f'DPB="{obscured(identity, bytes(1))}"',
        f'GC="{obscured(identity, bytes([0xFF]))}"',
        "",
        "[Host Extender Info]",
        "&H00000001={3832D640-CF90-11CF-8E43-00A0C911005A};VBE;&H00000000",
        "",
        "[Workspace]",
        *(f"{module.name}=0, 0, 0, 0, C" for module in modules),
        "",
    ]
    return "\r\n".join(lines).encode("ascii")


def _line_of(module: Module) -> str:
    if module.kind is ModuleKind.STANDARD:
        return f"Module={module.name}"
    return f"Document={module.name}/&H00000000"


def _identity(name: str, modules: Iterable[Module]) -> str:
    """The project's id, made from its content: the same source has the same id everywhere."""
    content = "\0".join([name, *(module.source.decode("ascii") for module in modules)])
    return f"{{{uuid.uuid5(_IDS, content)}}}".upper()


def obscured(identity: str, data: bytes) -> str:
    """Bytes in VBA's own disguise (2.4.3.2), with the seed 0 where others roll dice."""
    seed, version = 0, 2
    key = sum(identity.encode("ascii")) & 0xFF
    result = [seed, seed ^ version, seed ^ key]
    clear, last, before = key, result[2], result[1]
    for byte in struct.pack("<I", len(data)) + data:
        coded = byte ^ ((before + clear) & 0xFF)
        result.append(coded)
        clear, last, before = byte, coded, last
    return bytes(result).hex().upper()
