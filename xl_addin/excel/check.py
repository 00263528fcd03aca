"""What is wrong with the add-in on this machine, and what to do: `dti addin excel --check`.

Reads only; the machine is handed in, so that every case can be shown without Windows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from texts import Text, say, text
from xl_addin.excel.com_server import PROGID
from xl_addin.excel.registration import HOME, SERVER_KEY, START, Keys
from xl_addin.excel.xlam import FILE

EXPECTED = 600 / 1000 / 0.85 * 10
"""Indicator 3.4 of HB-2023-XA for 600 of 1,000: 10 points at 85%."""
QUESTION = ("DTI_SCORE", ("HB-2023-XA", "3.4", ((600.0,), (1000.0,))))

_VERSIONS = ("16.0", "15.0", "14.0")
"""Excel 2016 and later, 2013, 2010."""
_SETTINGS = r"Software\Microsoft\Office"
_POLICIES = r"Software\Policies\Microsoft\Office"


@dataclass(frozen=True, slots=True)
class Machine:
    """What is looked at: keys of the user, folders, and how to ask the server (raises OSError)."""

    keys: Keys
    home: Path
    start: Path
    ask: Callable[[], object]

    @property
    def addin(self) -> Path:
        """Where Excel loads dti.xlam from."""
        return self.start / FILE


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing that was looked at; `fix` says what is wrong and what to do, or is None."""

    what: Text
    fix: Text | None = None


def examine(machine: Machine) -> Iterator[Checked]:
    """Look at everything, in the order in which it should be mended."""
    yield _checked("keys", found=_server_missing(machine))
    yield _checked("addin", file="" if _addin_is_ours(machine) else str(machine.addin))
    yield _checked("answer", found=_wrong_answer(machine), python=str(_python(machine)))
    yield _checked("macros", found=_macros_off(machine.keys))
    yield _checked("disabled", found=_disabled(machine.keys))
    yield _checked("double", found=_loaded_twice(machine))


def report(found: list[Checked], lang: str = "vi") -> str:
    """The words of an examination, a line each and what to do below it."""
    lines = []
    for one in found:
        verdict = say("excel.check.wrong" if one.fix else "excel.check.ok", lang)
        lines.append(f"{verdict}: {one.what.say(lang)}")
        if one.fix:
            lines.append(f"    {one.fix.say(lang)}")
    return "\n".join(lines)


def _checked(name: str, **wrong: str) -> Checked:
    """The first of the data is empty where nothing is wrong."""
    what = text(f"excel.check.{name}")
    bad = next(iter(wrong.values()))
    return Checked(what, text(f"excel.check.{name}.fix", **wrong) if bad else None)


def _python(machine: Machine) -> Path:
    return machine.home / "python" / "pythonw.exe"


def _server_missing(machine: Machine) -> str:
    command = str(machine.keys.get(SERVER_KEY) or "")
    program = re.match(r'"([^"]+)"', command)
    if program and Path(program[1]).is_file():
        return ""
    return command or SERVER_KEY


def _addin_is_ours(machine: Machine) -> bool:
    installed = machine.home / FILE
    if not machine.addin.is_file():
        return False
    return not installed.is_file() or machine.addin.read_bytes() == installed.read_bytes()


def _wrong_answer(machine: Machine) -> str:
    try:
        answer = machine.ask()
    except Exception as error:  # COM's own error is no OSError
        return str(error) or type(error).__name__
    right = isinstance(answer, float) and abs(answer - EXPECTED) < 1e-9
    return "" if right else repr(answer)


def _macros_off(keys: Keys) -> str:
    """Policies that keep the add-in from running even from a trusted folder."""
    for version in _VERSIONS:
        switches = [
            (rf"{root}\{version}\Excel\Security\Trusted Locations", "AllLocationsDisabled")
            for root in (_POLICIES, _SETTINGS)
        ]
        for key, name in [*switches, (rf"{_POLICIES}\{version}\Common", "VBAOff")]:
            if keys.get(key, name) == 1:
                return rf"{key}\{name} = 1"
    return ""


def _disabled(keys: Keys) -> str:
    """Excel lists what it disabled as binary values that hold the path in UTF-16."""
    for version in _VERSIONS:
        key = rf"{_SETTINGS}\{version}\Excel\Resiliency\DisabledItems"
        for name in keys.names(key):
            value = keys.get(key, name)
            if isinstance(value, bytes) and FILE in value.decode("utf-16-le", "ignore").lower():
                return rf"{key}\{name}"
    return ""


def _loaded_twice(machine: Machine) -> str:
    """An add-in of the same name that Excel loads by a key OPEN."""
    for version in _VERSIONS:
        key = rf"{_SETTINGS}\{version}\Excel\Options"
        for name in machine.keys.names(key):
            value = str(machine.keys.get(key, name) or "")
            if re.fullmatch(r"OPEN\d*", name) and value.lower().rstrip('"').endswith(FILE):
                return value
    return ""


def this_machine() -> Machine:
    """The machine that runs this. Raises NotWindows elsewhere."""
    import os
    import sys

    if sys.platform != "win32":
        raise NotWindows
    from xl_addin.excel.registration import WindowsKeys

    home, start = Path(os.environ["LOCALAPPDATA"]) / HOME, Path(os.environ["APPDATA"]) / START
    return Machine(WindowsKeys(), home, start, ask_server)


class NotWindows(Exception):
    """There is no Excel for Windows here."""


def ask_server() -> object:
    """Compute one score the way Excel does: through a new COM object. Windows only."""
    import win32com.client

    name, arguments = QUESTION
    return win32com.client.dynamic.Dispatch(PROGID).Compute(name, list(arguments))
