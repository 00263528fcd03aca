"""For tests on Linux: what VBA's CreateObject("DTI.Functions") finds inside LibreOffice.

LibreOffice's Basic asks the UNO service `com.sun.star.bridge.OleObjectFactory` for such objects;
on Windows that makes COM objects, on Linux nobody offers it but this file. `settings.json` beside
it says who answers: {"app": FOLDER} the server's code in this process, {"bridge": [WORD, …]} a
client of the COM object in Wine; "fail": n makes the first n calls fail; "nobody": true is a
machine without the add-in. Every call is written to "log".
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import unohelper
from com.sun.star.lang import XMultiServiceFactory, XServiceInfo
from com.sun.star.script import XInvocation
from com.sun.star.uno import RuntimeException

NAME = "vn.dti.tests.OleObjectFactory"
SERVICES = ("com.sun.star.bridge.OleObjectFactory",)
SETTINGS: dict[str, Any] = json.loads(Path(__file__).with_name("settings.json").read_text())


def log(*what: object) -> None:
    with Path(SETTINGS["log"]).open("a", encoding="utf-8") as out:
        print(json.dumps(what, ensure_ascii=False), file=out)


class Bridged:
    """The COM object itself, in Wine: a line of JSON there, a line back."""

    def __init__(self, command: list[str]) -> None:
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        assert self.process.stdout is not None
        self.process.stdout.readline()

    def Compute(self, name: str, arguments: Any) -> Any:  # noqa: N802
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        print(json.dumps(["compute", name, arguments]), file=self.process.stdin, flush=True)
        result = json.loads(self.process.stdout.readline())
        return result["error"] if isinstance(result, dict) else result


class Invoked(unohelper.Base, XInvocation):  # type: ignore[misc]
    """An object that Basic calls late bound."""

    def __init__(self, target: Any) -> None:
        self.target = target

    def getIntrospection(self) -> None:  # noqa: N802
        return None

    def hasMethod(self, name: str) -> bool:  # noqa: N802
        return hasattr(self.target, name)

    def hasProperty(self, name: str) -> bool:  # noqa: N802
        return False

    def invoke(self, name: str, arguments: Any, places: Any, outs: Any) -> Any:
        log(name, *arguments)
        if SETTINGS.get("fail", 0) > 0:
            SETTINGS["fail"] -= 1
            raise RuntimeException("the server has gone", self)
        return getattr(self.target, name)(*arguments), (), ()

    def setValue(self, name: str, value: Any) -> None:  # noqa: N802
        raise AttributeError(name)

    def getValue(self, name: str) -> None:  # noqa: N802
        raise AttributeError(name)


class Factory(unohelper.Base, XMultiServiceFactory, XServiceInfo):  # type: ignore[misc]
    """Makes our object and no other."""

    def __init__(self, context: Any) -> None:
        self.context = context

    def createInstance(self, name: str) -> Any:  # noqa: N802
        log("CreateObject", name)
        if name != "DTI.Functions" or SETTINGS.get("nobody"):
            return None
        if "bridge" in SETTINGS:
            return Invoked(Bridged(SETTINGS["bridge"]))
        sys.path.insert(0, SETTINGS["app"])
        from xl_addin.excel.com_server import Functions

        return Invoked(Functions())

    def createInstanceWithArguments(self, name: str, arguments: Any) -> Any:  # noqa: N802
        return self.createInstance(name)

    def getAvailableServiceNames(self) -> tuple[str, ...]:  # noqa: N802
        return ("DTI.Functions",)

    def getImplementationName(self) -> str:  # noqa: N802
        return NAME

    def supportsService(self, name: str) -> bool:  # noqa: N802
        return name in SERVICES

    def getSupportedServiceNames(self) -> tuple[str, ...]:  # noqa: N802
        return SERVICES


g_ImplementationHelper = unohelper.ImplementationHelper()  # noqa: N816
g_ImplementationHelper.addImplementation(Factory, NAME, SERVICES)
