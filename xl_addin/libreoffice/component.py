"""The component inside the LibreOffice extension: Calc's arguments in, Calc's results out.

One UNO service offers every function of the registry as a method of `vn.dti.XFunctions`, an
interface that `build` writes from the same registry. LibreOffice calls this file by the two
functions with names that are not ours; nothing else here is for use. Older LibreOffice programs
bundle an older Python: keep to the syntax of 3.10.

What Calc hands over: number → float, TRUE → 1.0, text → str, range → rows of values with blanks
as "", omitted → None, but a blank single cell → 0.0, which nobody can tell from a zero: workbooks
pass ranges. A cell with an error never gets here; Calc shows an error itself.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

IMPLEMENTATION = "vn.dti.Functions"
SERVICES = ("com.sun.star.sheet.AddIn",)


def writeRegistryInfo(manager: Any, key: Any) -> bool:  # noqa: N802
    """Tell LibreOffice which services this file has."""
    services = key.createKey(f"/{IMPLEMENTATION}/UNO/SERVICES")
    for service in SERVICES:
        services.createKey(service)
    return True


def getComponentFactory(name: str, manager: Any, key: Any) -> Any:  # noqa: N802
    """Give LibreOffice the factory of the service."""
    import unohelper

    return unohelper.createSingleServiceFactory(_service(), IMPLEMENTATION, SERVICES)


def _service() -> type:
    import unohelper
    from com.sun.star.uno import RuntimeException
    from vn.dti import XFunctions  # type: ignore[import-not-found,unused-ignore]

    _prefer_own_packages()
    from udfs.registry import FUNCTIONS, Function, call
    from udfs.results import CellError

    def method(function: Function) -> Callable[..., float | str | None]:
        name = function.name
        repeated = function.parameters[-1].repeated

        def run(self: Any, *arguments: Any) -> float | str | None:
            rest = arguments[-1] if repeated else ()
            single = arguments[:-1] if repeated else arguments
            while not rest and single and single[-1] is None:
                single = single[:-1]  # not given: the registry knows which may be left out
            result = call(name, *single, *rest)
            if not isinstance(result, CellError):
                return result
            if result is CellError.NA:
                return None
            raise RuntimeException(f"{name}: {result.value}", self)

        return run

    def start(self: Any, context: Any) -> None:
        """LibreOffice hands its context to every service; none is needed."""

    methods = {function.service: method(function) for function in FUNCTIONS}
    return type("Functions", (unohelper.Base, XFunctions), {"__init__": start, **methods})


def _prefer_own_packages() -> None:
    # LibreOffice puts `pythonpath` last; on Linux its Python is the system's, which may have
    # another version of these packages.
    own = Path(__file__).with_name("pythonpath")
    if own.is_dir():
        sys.path.insert(0, str(own))
