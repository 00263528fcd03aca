"""Installs the add-in for one user, and takes it back: what cai-dat.cmd and go-bo.cmd run.

It runs in the Python that travels beside it, so it needs no administrator, no pip, no PowerShell
and no network. It copies the folder to %LOCALAPPDATA%, puts dti.xlam where Excel loads and trusts
it, writes a few keys of this user and computes one score through COM.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from fractions import Fraction
from pathlib import Path, PureWindowsPath

from texts import say
from xl_addin.excel.check import Machine, ask_server, examine, report, this_machine
from xl_addin.excel.registration import register, unregister
from xl_addin.excel.xlam import FILE

OURS = Path("app") / "xl_addin" / "excel" / "install.py"
"""A folder that holds this is an installation of ours."""


class InUse(Exception):
    """A file that must be replaced is open in another program."""


def install(source: Path, machine: Machine, version: str) -> None:
    """Put the folder `source` in place of whatever version is there.

    Raises InUse, with nothing changed, while Excel or the program is running.
    """
    home = machine.home
    if home.exists() and not (home / OURS).is_file():
        raise FileExistsError(home)
    _check_free(machine)
    if source != home:
        _remove_beside(home)
        new, old = _beside(home)
        # Bytes only: the mark that Windows puts on downloaded files is not copied.
        left = shutil.ignore_patterns("__pycache__", "*.cmd")
        shutil.copytree(source, new, ignore=left, copy_function=shutil.copyfile)
        _swap(new, home, old)
    machine.start.mkdir(parents=True, exist_ok=True)
    machine.addin.write_bytes((home / FILE).read_bytes())
    register(machine.keys, PureWindowsPath(home), version)


def _beside(home: Path) -> tuple[Path, Path]:
    """Where a version is made ready, and where the one before it is put."""
    return home.with_name(f"{home.name}.new"), home.with_name(f"{home.name}.old")


def _remove_beside(home: Path) -> None:
    """Remove what an installation that was interrupted left."""
    for path in _beside(home):
        shutil.rmtree(path, ignore_errors=True)


def _swap(new: Path, home: Path, old: Path) -> None:
    try:
        if home.exists():
            home.rename(old)
    except OSError as error:
        shutil.rmtree(new, ignore_errors=True)
        raise InUse(str(error)) from error
    new.rename(home)
    shutil.rmtree(old, ignore_errors=True)


def uninstall(machine: Machine, *, running: Path) -> None:
    """Take everything back; the folder that `running` lies in is left to who started it.

    Raises InUse, with nothing changed, while Excel or the program is running.
    """
    _check_free(machine)
    unregister(machine.keys)
    machine.addin.unlink(missing_ok=True)
    _remove_beside(machine.home)
    if running != machine.home and (machine.home / OURS).is_file():
        shutil.rmtree(machine.home)


def _check_free(machine: Machine) -> None:
    """Windows lets nobody write to a file that runs or is open in Excel."""
    for path in (machine.addin, machine.home / "python" / "pythonw.exe"):
        if path.exists():
            try:
                with path.open("r+b"):
                    pass
            except OSError as error:
                raise InUse(str(error)) from error


def main(arguments: list[str]) -> int:
    """`install`, `uninstall` or `check`; gives the exit status."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    running = Path(sys.executable).parents[1]
    machine = this_machine()
    verb = arguments[0] if arguments else "install"
    try:
        return _VERBS[verb](machine, running)
    except InUse as error:
        print(say("excel.install.in-use", folder=str(machine.home), why=str(error)))
    except OSError as error:
        print(say("excel.install.failed", why=str(error)))
    return 1


def _install(machine: Machine, running: Path) -> int:
    from xl_addin.payload import version

    print(say("excel.install.copying", folder=str(machine.home)), flush=True)
    install(running, machine, version())
    python = machine.home / "python" / "python.exe"
    # The copy answers, as it will answer Excel.
    return subprocess.run([python, "-m", __spec__.name, "check"], check=False).returncode


def _uninstall(machine: Machine, running: Path) -> int:
    uninstall(machine, running=running)
    print(say("excel.install.removed"))
    return 0


def _check(machine: Machine, running: Path) -> int:
    found = list(examine(machine))
    if any(one.fix for one in found):
        print(report(found))
        return 1
    score = ask_server()
    print(say("excel.install.done", score=Fraction(str(score))))
    return 0


_VERBS = {"install": _install, "uninstall": _uninstall, "check": _check}

if __name__ == "__main__":
    os.chdir(Path(sys.executable).parent)  # a folder that is being removed must not be in use
    sys.exit(main(sys.argv[1:]))
