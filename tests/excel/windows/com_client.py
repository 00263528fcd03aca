"""Asks the COM object as Excel's VBA does: raw VARIANTs. Runs in a Windows Python.

pywin32 cannot write error values and no script host of Wine has them, so VARIANTs are made by hand.
A value comes as JSON would say it: None is Empty, {"error": 2007} an error value, {"left out": 1}
an argument that was not given, {"areas": […]} a joined range, rows of cells a range.
"""

from __future__ import annotations

import ctypes
from ctypes import (
    byref,
    c_double,
    c_int,
    c_long,
    c_short,
    c_uint,
    c_ulong,
    c_ushort,
    c_void_p,
    c_wchar_p,
)
from typing import Any

EMPTY, LONG, DOUBLE, TEXT, ERROR, BOOLEAN, ANY = 0, 3, 5, 8, 10, 11, 12
ARRAY, BY_REFERENCE = 0x2000, 0x4000
LEFT_OUT = 0x80020004
LOCAL_SERVER = 4
DISPATCH = "{00020400-0000-0000-C000-000000000046}"

ole, automation = ctypes.windll.ole32, ctypes.windll.oleaut32  # type: ignore[attr-defined]
automation.SysAllocStringLen.restype = c_void_p
automation.SafeArrayCreate.restype = c_void_p
automation.SafeArrayPutElement.argtypes = [c_void_p] * 3


class _Held(ctypes.Union):
    _fields_ = (
        ("long", c_long), ("double", c_double), ("boolean", c_short), ("pointer", c_void_p),
        ("room", c_void_p * 2),
    )  # fmt: skip


class Variant(ctypes.Structure):
    _fields_ = (("kind", c_ushort), ("reserved", c_ushort * 3), ("held", _Held))


class _Bound(ctypes.Structure):
    _fields_ = (("count", c_ulong), ("lowest", c_long))


class _Given(ctypes.Structure):
    _fields_ = (
        ("arguments", ctypes.POINTER(Variant)), ("named", c_void_p), ("count", c_uint),
        ("names", c_uint),
    )  # fmt: skip


class Refused(Exception):
    """COM said no; the message has its code."""


def _checked(code: int, what: str) -> None:
    if code:
        raise Refused(f"{what}: {code & 0xFFFFFFFF:#010x}")


def variant(value: Any) -> Variant:
    """A VARIANT; what it points to is freed with VariantClear."""
    made = Variant()
    if isinstance(value, dict):
        if "areas" in value:
            made.kind, made.held.pointer = ARRAY | ANY, _array(value["areas"], lowest=1)
        else:
            number = 0x800A0000 + value["error"] if "error" in value else LEFT_OUT
            made.kind, made.held.long = ERROR, ctypes.c_int32(number).value
    elif isinstance(value, bool):
        made.kind, made.held.boolean = BOOLEAN, -1 if value else 0
    elif isinstance(value, int | float):
        made.kind, made.held.double = DOUBLE, float(value)
    elif isinstance(value, str):
        coded = value.encode("utf-16-le")
        made.kind = TEXT
        made.held.pointer = automation.SysAllocStringLen(ctypes.c_char_p(coded), len(coded) // 2)
    elif isinstance(value, list):
        made.kind, made.held.pointer = ARRAY | ANY, _rows(value)
    return made


def _array(items: list[Any], lowest: int = 0) -> int:
    """A SAFEARRAY of one dimension."""
    made: int = automation.SafeArrayCreate(ANY, 1, byref(_Bound(len(items), lowest)))
    for number, item in enumerate(items):
        _put(made, item, number + lowest)
    return made


def _rows(rows: list[list[Any]]) -> int:
    """A SAFEARRAY of rows and columns, counted from 1 as Range.Value2 has it."""
    bounds = (_Bound * 2)(_Bound(len(rows), 1), _Bound(len(rows[0]), 1))
    made: int = automation.SafeArrayCreate(ANY, 2, bounds)
    for row, cells in enumerate(rows, 1):
        for column, cell in enumerate(cells, 1):
            _put(made, cell, row, column)
    return made


def _put(array: int, item: Any, *place: int) -> None:
    held = variant(item)
    automation.SafeArrayPutElement(array, (c_long * len(place))(*place), byref(held))
    automation.VariantClear(byref(held))


def plain(made: Variant) -> Any:
    """What VBA would find in the result."""
    if made.kind == TEXT:
        length = automation.SysStringLen(c_void_p(made.held.pointer))
        if not length:
            return ""
        return ctypes.string_at(made.held.pointer, length * 2).decode("utf-16-le")
    if made.kind == DOUBLE:
        return made.held.double
    if made.kind == LONG:  # the wrapper makes an error value of it
        return {"error": made.held.long}
    return {EMPTY: None, BOOLEAN: made.held.boolean != 0}.get(made.kind, f"kind {made.kind}")


class Server:
    """What CreateObject gives to VBA, called late bound."""

    def __init__(self, name: str) -> None:
        ole.CoInitialize(None)
        class_id, wanted = (ctypes.c_ubyte * 16)(), (ctypes.c_ubyte * 16)()
        _checked(ole.CLSIDFromProgID(c_wchar_p(name), byref(class_id)), "CLSIDFromProgID")
        _checked(ole.CLSIDFromString(c_wchar_p(DISPATCH), byref(wanted)), "CLSIDFromString")
        self.it = c_void_p()
        code = ole.CoCreateInstance(
            byref(class_id), None, LOCAL_SERVER, byref(wanted), byref(self.it)
        )
        _checked(code, "CoCreateInstance")

    def _method(self, place: int, *kinds: Any) -> Any:
        table = ctypes.cast(self.it, ctypes.POINTER(ctypes.POINTER(c_void_p)))[0]
        return ctypes.WINFUNCTYPE(c_long, c_void_p, *kinds)(table[place])  # type: ignore[attr-defined]

    def call(self, method: str, *arguments: Variant) -> Any:
        """Invoke a method; the arguments are cleared afterwards."""
        nothing, number, word = (ctypes.c_ubyte * 16)(), c_long(), c_wchar_p(method)
        find = self._method(5, c_void_p, c_void_p, c_uint, c_ulong, c_void_p)
        code = find(self.it, byref(nothing), byref(word), 1, 1033, byref(number))
        _checked(code, "GetIDsOfNames")
        given = (Variant * len(arguments))(*reversed(arguments))  # the last argument comes first
        parameters, result = _Given(given, None, len(arguments), 0), Variant()
        invoke = self._method(6, c_int, c_void_p, c_ulong, c_ushort, *[c_void_p] * 4)
        code = invoke(
            self.it, number, byref(nothing), 1033, 1, byref(parameters), byref(result), None, None
        )
        _checked(code, "Invoke")
        read = plain(result)
        for used in (*arguments, result):
            automation.VariantClear(byref(used))
        return read

    def compute(self, name: str, arguments: list[Any]) -> Any:
        """Compute(name, given): `given` is an array in a variable, handed over by reference."""
        held = Variant()
        held.kind, held.held.pointer = ARRAY | ANY, _array(arguments)
        given = Variant()
        given.kind, given.held.pointer = BY_REFERENCE | ANY, ctypes.addressof(held)
        result = self.call("Compute", variant(name), given)
        automation.VariantClear(byref(held))
        return result

    def close(self) -> None:
        """Let go of the object; the server ends when its last client has."""
        self._method(2)(self.it)
