"""`DTI.Functions`: the COM object that Excel asks. A few methods; nothing runs code it is sent.

Registered for one user as a local server: Windows starts it when Excel creates the object, in a
process of its own, so Excel of either width can use it and nothing is loaded into Excel. It ends
when its last client has let go. What Excel starts is `pythonw -m xl_addin.excel.com_server`.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

from udfs.registry import call
from udfs.results import CellError

PROGID = "DTI.Functions"
CLSID = "{B6E0C3A5-9D0B-4E2F-8E36-0D5F3C1A7D11}"
MODULE = "xl_addin.excel.com_server"

HOST = "xl_addin.hosts.excel"
"""The module whose `run(command, workbook) -> str` carries out the ribbon's commands."""

ERROR_NUMBERS = {
    "#NULL!": 2000,
    "#DIV/0!": 2007,
    "#VALUE!": 2015,
    "#REF!": 2023,
    "#NAME?": 2029,
    "#NUM!": 2036,
    "#N/A": 2042,
}
"""The numbers of Excel's error values, as CVErr takes them."""

_ERROR = 0x800A0000
"""An error cell arrives as this plus its number, which pywin32 hands over as a plain int."""
_LEFT_OUT = -2147352572
"""DISP_E_PARAMNOTFOUND: an argument that was left out, which is a blank to the registry."""
_NO_SUCH_CLASS = -2147221231


class _ErrorCell(Exception):
    """An argument holds an error; the call shows the same error, as Excel's own functions do."""


def compute(name: str, arguments: tuple[Any, ...]) -> float | str | int:
    """The result of a function; an int is the number of an error value, a float is a number.

    >>> compute("DTI_MAX", ("HB-2023-XA", "3.4")), compute("DTI_MAX", ("HB-2023-XA", "9.99"))
    (10.0, 2042)
    >>> compute("DTI_SCORE", ("HB-2023-XA", "3.4", ((-2146826281,), (1000.0,))))
    2007
    """
    try:
        result = call(name, *map(_plain, arguments))
    except _ErrorCell as error:
        return int(error.args[0])
    if isinstance(result, CellError):
        return ERROR_NUMBERS[result.value]
    return result if isinstance(result, str) else float(result)


def _plain(value: Any) -> Any:
    """A value as the registry takes it: number, text, boolean, None, rows."""
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    if type(value) is not int:
        return value
    if value == _LEFT_OUT:
        return None
    if value & 0xFFFF0000 == _ERROR:
        raise _ErrorCell(value & 0xFFFF)
    return float(value)


def run(command: str, workbook: Any) -> str:
    """Carry out a command of the ribbon; gives what to say. An unknown one does nothing but say so.

    Loaded only now: a server that computes needs neither workbooks nor words.
    """
    from texts import say
    from xl_addin.commands.registry import command_of

    found = command_of(command)
    try:
        return str(import_module(HOST).run(command, workbook))
    except Exception as error:
        # Excel's box is the only place where the official can read what happened.
        why = f"{type(error).__name__}: {error}"
        return say("command.failed", command=found.label() if found else command, why=why)


class Functions:
    """What a client sees."""

    _public_methods_ = ("Compute", "Run", "Version")

    def Compute(self, name: Any, arguments: Any) -> float | str | int:  # noqa: N802
        """One function: a Double, a String, or a Long for an error value (VBA makes CVErr of it).

        pywin32 reads error values and cannot write them.
        """
        given = arguments if isinstance(arguments, tuple) else (arguments,)
        return compute(str(name), given)

    def Run(self, command: Any, workbook: Any) -> str:  # noqa: N802
        """A command of the ribbon on the open workbook; the words to show."""
        return run(str(command), workbook)

    def Version(self) -> str:  # noqa: N802
        """Who answers: the program's version, Python's, and where it runs."""
        from xl_addin.payload import version

        return f"dti-excel {version()}, Python {sys.version.split()[0]}, {sys.executable}"


def serve() -> None:
    """Wait for clients; return when the last one has gone. Windows only."""
    import pythoncom
    import pywintypes
    import win32api
    from win32com.server import policy, util

    ours = pywintypes.IID(CLSID)

    class OnlyOurs(policy.DefaultPolicy):  # type: ignore[misc, unused-ignore]
        """Makes our object and no other; pywin32 would look the class up among the keys."""

        def _CreateInstance_(self, wanted: Any, interface: Any) -> Any:  # noqa: N802
            if wanted != ours:
                raise policy.COMException(scode=_NO_SUCH_CLASS)
            return util.wrap(Functions(), interface)

    policy.DefaultPolicy = OnlyOurs
    pythoncom.CoInitializeEx(pythoncom.COINIT_APARTMENTTHREADED)
    token = pythoncom.CoRegisterClassObject(
        ours,
        pythoncom.MakePyFactory(ours),
        pythoncom.CLSCTX_LOCAL_SERVER,
        pythoncom.REGCLS_MULTIPLEUSE | pythoncom.REGCLS_SUSPENDED,
    )
    pythoncom.EnableQuitMessage(win32api.GetCurrentThreadId())
    pythoncom.CoResumeClassObjects()
    pythoncom.PumpMessages()
    pythoncom.CoRevokeClassObject(token)
    pythoncom.CoUninitialize()


if __name__ == "__main__":
    serve()
