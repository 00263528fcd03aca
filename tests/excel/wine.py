"""Wine for tests: a prefix of our own, the kit installed in it, clients of its COM object.

What is slow to make (the Windows Python, wheels, the prefix) is kept in `.venv/excel`.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.excel.windows_python import Missing, download, embeddable
from xl_addin.excel.com_server import CLSID, PROGID
from xl_addin.excel.registration import CLASSES, HOME
from xl_addin.excel.wheels import NEEDED

ROOT = Path(__file__).resolve().parents[2]
CACHE = Path(os.environ.get("DTI_EXCEL_CACHE") or ROOT / ".venv" / "excel")
WINDOWS = Path(__file__).with_name("windows")
_SILENT = "winedbg.exe=;mscoree=;mshtml="


def need_wine() -> str:
    """The version of Wine. Raises Missing."""
    if not shutil.which("wine") or not shutil.which("wineboot"):
        raise Missing("không có wine: chạy scripts/setup-wine.sh")
    return subprocess.run(["wine", "--version"], capture_output=True, text=True).stdout.strip()


def embeddable_zip(minor: int) -> Path:
    """The embeddable package of 3.<minor>, made once. Raises Missing."""
    path = CACHE / f"python-3.{minor}-embed-amd64.zip"
    if not path.is_file():
        data = embeddable(minor)
        CACHE.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return path


def wheelhouse(minor: int) -> Path:
    """The wheels that the kit needs, fetched once. Raises Missing."""
    folder = CACHE / f"wheels-3.{minor}"
    if not folder.is_dir():
        partial = CACHE / f"wheels-3.{minor}.partial"
        shutil.rmtree(partial, ignore_errors=True)
        download(minor, partial, *NEEDED)
        partial.rename(folder)
    return folder


class Wine:
    """A prefix. `run` gives what a Windows program said."""

    def __init__(self, prefix: Path) -> None:
        need_wine()
        self.prefix = prefix
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "WINE"))}
        self.environment = kept | {
            "WINEPREFIX": str(prefix),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": _SILENT,
        }

    def start(self) -> None:
        """Make the prefix and start Wine's services, which would keep a test's pipes open."""
        self.prefix.parent.mkdir(parents=True, exist_ok=True)
        for command in (["wineserver", "-p"], ["wineboot", "-u"]):
            self._quietly(command)

    def stop(self) -> None:
        """End everything in this prefix."""
        self._quietly(["wineserver", "-k"])

    def _quietly(self, command: list[str]) -> None:
        if not shutil.which(command[0]):
            command = [f"/usr/lib/wine/{command[0]}", *command[1:]]
        subprocess.run(
            command,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=300,
            check=False,
        )

    @property
    def drive(self) -> Path:
        """Its C: as a folder of this machine."""
        return self.prefix / "drive_c"

    def user(self, variable: str) -> Path:
        """APPDATA or LOCALAPPDATA as a folder of this machine."""
        said = self.run("cmd", "/c", f"echo %{variable}%")
        return self.drive / said.strip().removeprefix("C:\\").replace("\\", "/")

    def run(
        self, *command: str, cwd: Path | None = None, seconds: int = 300, status: int | None = 0
    ) -> str:
        """Run a Windows program; AssertionError for another exit status."""
        done = subprocess.run(
            ["wine", *command],
            env=self.environment,
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
        said = (done.stdout + done.stderr).decode("utf-8", "replace").replace("\r", "")
        assert status in (None, done.returncode), f"{command}: {done.returncode}\n{said}"
        return said

    def keys(self) -> str:
        """Everything below HKEY_CURRENT_USER\\Software that speaks of us."""
        said = self.run("reg", "query", r"HKCU\Software", "/s", status=None)
        return "\n".join(line for line in said.splitlines() if "dti" in line.lower())

    def share_classes(self) -> None:
        """Do what Windows does and Wine 8 does not: show a user's classes to everyone in it."""
        for name in (PROGID, rf"CLSID\{CLSID}"):
            source = rf"HKCU\{CLASSES}\{name}"
            self.run("reg", "copy", source, rf"HKLM\{CLASSES}\{name}", "/s", "/f", status=None)

    def forget_classes(self) -> None:
        """Take back what `share_classes` did."""
        for name in (PROGID, rf"CLSID\{CLSID}"):
            self.run("reg", "delete", rf"HKLM\{CLASSES}\{name}", "/f", status=None)


def windows_path(path: Path) -> str:
    """A path of this machine as Windows programs say it."""
    return "Z:" + str(path.resolve()).replace("/", "\\")


class Bridge:
    """A client of the COM object inside Wine; `ask` sends a line and gives the answer."""

    def __init__(self, wine: Wine, python: str) -> None:
        self.process = subprocess.Popen(
            ["wine", python, windows_path(WINDOWS / "bridge.py")],
            env=wine.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        self.first = self._line()["ready"]

    def _line(self) -> Any:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise AssertionError("the client in Wine has ended")
        return json.loads(line)

    def ask(self, *request: Any) -> Any:
        assert self.process.stdin is not None
        print(json.dumps(request), file=self.process.stdin, flush=True)
        return self._line()

    def close(self) -> None:
        for stream in (self.process.stdin, self.process.stdout):
            assert stream is not None
            stream.close()
        self.process.wait(30)


def traces(wine: Wine) -> list[str]:
    """What of ours is on the machine: keys, and files in the user's folders."""
    keys = wine.keys().splitlines()
    files = [path for name in ("LOCALAPPDATA", "APPDATA") for path in wine.user(name).rglob("*")]
    return keys + [str(path) for path in files if "dti" in path.name.lower()]


def home_python(wine: Wine) -> str:
    """The installed python.exe, as Windows programs say it."""
    local = wine.user("LOCALAPPDATA").relative_to(wine.drive)
    return "C:\\" + str(local / HOME / "python" / "python.exe").replace("/", "\\")


def register_for_wine(wine: Wine, kit: Path) -> None:
    """Show the class that the installer is about to register, before its own check asks for it."""
    home = home_python(wine).removesuffix("\\python\\python.exe")
    code = (
        "from pathlib import PureWindowsPath; from xl_addin.excel.registration import *; "
        f"register(WindowsKeys(), PureWindowsPath({home!r}), '0')"
    )
    wine.run(windows_path(kit / "python" / "python.exe"), "-B", "-c", code)
    wine.share_classes()
    undo = "from xl_addin.excel.registration import *; unregister(WindowsKeys())"
    wine.run(windows_path(kit / "python" / "python.exe"), "-B", "-c", undo)
