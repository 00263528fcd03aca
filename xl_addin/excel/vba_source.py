"""The VBA of the add-in, written from the registry of functions. Everything is ASCII.

Wrappers hold no logic: values of ranges in, one call to the server, result or error value out. The
modules that are the same for every registry stand as readable files in `vba/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from texts import say
from udfs.registry import FUNCTIONS, Function, Parameter
from workbooks.design.names import MAP, UDF
from xl_addin.excel.vba_project import Module, ModuleKind

PROJECT = "DTI"
PROGID = "DTI.Functions"
CATEGORY = "DTI"
_WRITTEN = Path(__file__).with_name("vba")
_LONGEST = 255
"""Letters that the function wizard takes for one help text."""


def literal(words: str) -> str:
    r"""A VBA expression for any text.

    >>> print(literal("DTI"), literal("Kiểm"))
    "DTI" Words("Ki\1EC3m")
    """
    coded = "".join(_letter(unit) for unit in _units(words))
    return f'Words("{coded}")' if "\\" in coded else f'"{coded}"'


def _units(words: str) -> Iterator[int]:
    """The numbers of the letters; VBA counts beyond 65535 in pairs."""
    coded = words.encode("utf-16-le")
    return (int.from_bytes(coded[i : i + 2], "little") for i in range(0, len(coded), 2))


def _letter(unit: int) -> str:
    if unit == ord('"'):
        return '""'
    return chr(unit) if 32 <= unit < 127 and unit != ord("\\") else f"\\{unit:04X}"


def functions_module(registry: Iterable[Function] = FUNCTIONS) -> Module:
    """The functions that cells call."""
    lines = ["Option Explicit", "' Written from the registry of functions; do not edit.", ""]
    for function in registry:
        lines += [*_wrapper(function), ""]
    return Module("DtiFunctions", "\n".join(lines))


def _wrapper(function: Function) -> list[str]:
    """One function. An argument that was left out at the end is not handed on."""
    repeated = [p for p in function.parameters if p.repeated]
    single = [p for p in function.parameters if not p.repeated]
    needed = [p for p in single if not p.optional]
    declared = ", ".join(map(_declaration, function.parameters))
    lines = [
        f"Public Function {function.name}({declared}) As Variant",
        "    Dim given() As Variant",
        *(["    Dim k As Long"] if repeated else []),
        f"    ReDim given(0 To {_last(len(needed), repeated)})",
    ]
    for place, parameter in enumerate(single):
        lines += _handed_on(place, parameter)
    for parameter in repeated:
        lines += [
            f"    For k = 0 To UBound({parameter.name})",
            f"        given({len(needed)} + k) = HeldIn({parameter.name}(k))",
            "    Next k",
        ]
    return [*lines, f'    {function.name} = Answer("{function.name}", given)', "End Function"]


def _declaration(parameter: Parameter) -> str:
    if parameter.repeated:
        return f"ParamArray {parameter.name}() As Variant"
    return f"{'Optional ' * parameter.optional}{parameter.name} As Variant"


def _last(needed: int, repeated: list[Parameter]) -> str:
    return f"{needed} + UBound({repeated[0].name})" if repeated else f"{needed - 1}"


def _handed_on(place: int, parameter: Parameter) -> list[str]:
    held = f"given({place}) = HeldIn({parameter.name})"
    if not parameter.optional:
        return [f"    {held}"]
    return [
        f"    If Not IsMissing({parameter.name}) Then",
        f"        ReDim Preserve given(0 To {place})",
        f"        {held}",
        "    End If",
    ]


def help_module(registry: Iterable[Function] = FUNCTIONS, lang: str = "vi") -> Module:
    """What the function wizard says about the functions and their arguments."""
    lines = [
        "Option Explicit",
        "Option Private Module",
        "",
        "' Excel refuses this where no workbook is open; the functions work without it.",
        "Public Sub Describe()",
        "    On Error Resume Next",
    ]
    for function in registry:
        helps = [literal(_help(p, lang)) for p in function.parameters]
        lines += [
            f'    Application.MacroOptions Macro:="{function.name}", Category:="{CATEGORY}", _',
            f"        Description:={literal(_help(function, lang))}, _",
            f"        ArgumentDescriptions:=Array({', _'.join(_indented(helps))})",
        ]
    return Module("DtiHelp", "\n".join([*lines, "End Sub"]))


def _indented(helps: list[str]) -> Iterator[str]:
    for number, words in enumerate(helps):
        yield f"\n            {words}" if number else words


def _help(described: Function | Parameter, lang: str) -> str:
    return (described.vi if lang == "vi" else described.en)[:_LONGEST]


def server_module() -> Module:
    """What asks the server; no cell sees its functions."""
    return Module("DtiServer", _written("DtiServer").replace("@PROGID@", PROGID))


def ribbon_module(lang: str = "vi") -> Module:
    """What the buttons of the ribbon call."""
    code = _written("DtiRibbon")
    for mark, name in (
        ("@NO_SERVER@", "excel.no-server"),
        ("@NO_WORKBOOK@", "excel.no-workbook"),
        ("@WORKING@", "excel.working"),
        ("@TITLE@", "excel.title"),
    ):
        code = code.replace(mark, literal(say(name, lang)))
    code = code.replace("@MAP@", MAP).replace("@UDF@", UDF)
    return Module("DtiRibbon", code)


def workbook_module() -> Module:
    """The document module that puts the help in place when the file is opened."""
    return Module("ThisWorkbook", _written("ThisWorkbook"), ModuleKind.WORKBOOK)


def addin_module() -> Module:
    """The document module of dti.xlam: it also sees workbooks being opened."""
    return Module("ThisWorkbook", _written("ThisAddin"), ModuleKind.WORKBOOK)


def addin_modules() -> tuple[Module, ...]:
    """The modules of dti.xlam beside its documents."""
    return functions_module(), server_module(), help_module(), ribbon_module()


def workbook_modules() -> tuple[Module, ...]:
    """The modules inside a workbook of the edition `xlsm`: functions, no buttons."""
    return functions_module(), server_module(), help_module()


def _written(name: str) -> str:
    return (_WRITTEN / f"{name}.bas").read_text(encoding="ascii")
