"""The component that carries out the commands of the menu in Calc.

It answers for addresses like `vn.dti.command:reconcile`. An address that is dispatched with
arguments may bring the answers to what a command asks: `File` (a workbook to read), `Folder`,
`Target` (where a new file goes), `Lang`, and `Silent`, with which nothing is shown and the words
are the result alone. Older LibreOffice programs bundle an older Python: keep to its syntax (3.10).
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

IMPLEMENTATION = "vn.dti.Commands"
SERVICES = ("com.sun.star.frame.ProtocolHandler",)
PREFIX = "vn.dti.command:"


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
    from com.sun.star.frame import DispatchResultEvent, XDispatchProvider, XNotifyingDispatch
    from com.sun.star.lang import XInitialization, XServiceInfo

    class Commands(
        unohelper.Base,  # type: ignore[misc, unused-ignore]
        XServiceInfo,  # type: ignore[misc, unused-ignore]
        XInitialization,  # type: ignore[misc, unused-ignore]
        XDispatchProvider,  # type: ignore[misc, unused-ignore]
        XNotifyingDispatch,  # type: ignore[misc, unused-ignore]
    ):
        """One for each window that asks."""

        def __init__(self, context: Any, *_: Any) -> None:
            self.context, self.frame = context, None

        def initialize(self, given: Any) -> None:
            """LibreOffice hands over the window."""
            if given:
                self.frame = given[0]

        def queryDispatch(self, url: Any, target: str, flags: int) -> Any:  # noqa: N802
            """Whether the address is ours."""
            return self if url.Complete.startswith(PREFIX) else None

        def queryDispatches(self, requests: Any) -> Any:  # noqa: N802
            """The same for several."""
            return tuple(self.queryDispatch(r.FeatureURL, r.FrameName, 0) for r in requests)

        def dispatch(self, url: Any, given: Any) -> None:
            """A click."""
            _carried_out(self.context, self.frame, url.Complete, given)

        def dispatchWithNotification(self, url: Any, given: Any, listener: Any) -> None:  # noqa: N802
            """A macro or a program that wants to know the words."""
            said = _carried_out(self.context, self.frame, url.Complete, given)
            if listener is not None:
                # com.sun.star.frame.DispatchResultState.SUCCESS
                listener.dispatchFinished(DispatchResultEvent(self, 1, said))

        def addStatusListener(self, listener: Any, url: Any) -> None:  # noqa: N802
            """Commands are always there."""

        def removeStatusListener(self, listener: Any, url: Any) -> None:  # noqa: N802
            """Nobody listens."""

        def getImplementationName(self) -> str:  # noqa: N802
            return IMPLEMENTATION

        def supportsService(self, name: str) -> bool:  # noqa: N802
            return name in SERVICES

        def getSupportedServiceNames(self) -> tuple[str, ...]:  # noqa: N802
            return SERVICES

    return Commands


def _carried_out(context: Any, frame: Any, address: str, given: Any) -> str:
    """Carry out a command in a window and show what it says; gives the words."""
    _prefer_own_packages()
    from xl_addin.hosts.calc import run

    options = {value.Name: value.Value for value in given}
    return run(address.removeprefix(PREFIX), context, frame, options)


def _prefer_own_packages() -> None:
    # LibreOffice puts `pythonpath` last; on Linux its Python is the system's, which may have
    # another version of these packages.
    own = str(Path(__file__).with_name("pythonpath"))
    if Path(own).is_dir() and own not in sys.path[:1]:
        sys.path.insert(0, own)
