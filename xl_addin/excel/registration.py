"""The keys that make Windows find the COM object and the uninstaller, all below HKEY_CURRENT_USER.

`Keys` is what of the registry is used, so that the logic runs in tests without Windows.
"""

from __future__ import annotations

import contextlib
from importlib import import_module
from pathlib import PureWindowsPath
from typing import Any, Protocol

from texts import say
from xl_addin.excel.com_server import CLSID, MODULE, PROGID

HOME = "dti-excel"
"""The folder of the program below %LOCALAPPDATA%."""
START = r"Microsoft\Excel\XLSTART"
"""The folder below %APPDATA% whose files Excel loads and trusts."""

CLASSES = r"Software\Classes"
INSTALLER = "xl_addin.excel.install"
SERVER_KEY = rf"{CLASSES}\CLSID\{CLSID}\LocalServer32"
UNINSTALL_KEY = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\dti-excel"
OURS = (rf"{CLASSES}\{PROGID}", rf"{CLASSES}\CLSID\{CLSID}", UNINSTALL_KEY)
"""Everything below these keys is ours."""


Value = str | int | bytes


class Keys(Protocol):
    """The current user's part of the registry; `name` is "" for the default value of a key."""

    def get(self, key: str, name: str = "") -> Value | None:
        """A value; None where there is none."""

    def set(self, key: str, name: str, value: str | int) -> None:
        """Write a value, making the key."""

    def delete(self, key: str) -> None:
        """Remove a key and what is below it, if it is there."""

    def names(self, key: str) -> list[str]:
        """The names of the values of a key."""


def server_command(python: PureWindowsPath) -> str:
    """What Windows starts; it adds `-Embedding` itself."""
    return f'"{python}" -m {MODULE}'


def _removal(home: PureWindowsPath) -> str:
    """Remove the add-in, then the folder, which the program that runs in it cannot."""
    python = home / "python" / "python.exe"
    return f'cd /d "%TEMP%" & "{python}" -B -m {INSTALLER} uninstall && rd /s /q "{home}"'


def register(keys: Keys, home: PureWindowsPath, version: str) -> None:
    """Write our keys for a program installed in `home`."""
    title = say("excel.install.name")
    uninstall: dict[str, str | int] = {
        "DisplayName": title,
        "DisplayVersion": version,
        "Publisher": "dti-excel",
        "InstallLocation": str(home),
        "UninstallString": f'cmd.exe /c "{_removal(home)} & pause"',
        "QuietUninstallString": f'cmd.exe /c "{_removal(home)}"',
        "NoModify": 1,
        "NoRepair": 1,
    }
    python = home / "python" / "pythonw.exe"
    keys.set(rf"{CLASSES}\{PROGID}", "", "DTI functions")
    keys.set(rf"{CLASSES}\{PROGID}\CLSID", "", CLSID)
    keys.set(rf"{CLASSES}\CLSID\{CLSID}", "", "DTI functions")
    keys.set(rf"{CLASSES}\CLSID\{CLSID}\ProgID", "", PROGID)
    keys.set(SERVER_KEY, "", server_command(python))
    for name, value in uninstall.items():
        keys.set(UNINSTALL_KEY, name, value)


def unregister(keys: Keys) -> None:
    """Remove our keys with everything below them."""
    for key in OURS:
        keys.delete(key)


def _winreg() -> Any:
    """The module, which only Windows has."""
    return import_module("winreg")


class WindowsKeys:
    """The registry of the user who runs this. Windows only."""

    def get(self, key: str, name: str = "") -> Value | None:
        """A value; None where there is none."""
        winreg = _winreg()

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                value: Value = winreg.QueryValueEx(opened, name)[0]
        except OSError:
            return None
        return value

    def set(self, key: str, name: str, value: str | int) -> None:
        """Write a value, making the key."""
        winreg = _winreg()

        kind = winreg.REG_SZ if isinstance(value, str) else winreg.REG_DWORD
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
            winreg.SetValueEx(opened, name, 0, kind, value)

    def delete(self, key: str) -> None:
        """Remove a key and what is below it, if it is there."""
        winreg = _winreg()

        with contextlib.suppress(FileNotFoundError):
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                count = winreg.QueryInfoKey(opened)[0]
                below = [winreg.EnumKey(opened, number) for number in range(count)]
            for name in below:
                self.delete(rf"{key}\{name}")
            winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)

    def names(self, key: str) -> list[str]:
        """The names of the values of a key."""
        winreg = _winreg()

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                count = winreg.QueryInfoKey(opened)[1]
                return [winreg.EnumValue(opened, number)[0] for number in range(count)]
        except OSError:
            return []
