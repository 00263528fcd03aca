"""Makes COM objects of the stand-in for Excel, as late binding sees real ones. Windows only."""

from __future__ import annotations

from types import MethodType
from typing import Any

import pythoncom
from win32com.server import policy, util
from win32com.server.exception import COMException

MEMBER_NOT_FOUND = -2147352573
_METHOD, _GET = 1, 2
_PLAIN = (str, int, float, bool, type(None), tuple)


class Dynamic:
    """Any object of the stand-in; what it gives is wrapped, what it is given is unwrapped."""

    def __init__(self, thing: Any) -> None:
        self.thing = thing

    def _dynamic_(self, name: str, lcid: int, flags: int, args: tuple[Any, ...]) -> Any:
        given = [_unwrapped(argument) for argument in args]
        if not flags & (_METHOD | _GET):
            setattr(self.thing, name, given[0])
            return None
        try:
            found = self.thing if name == "_value_" else getattr(self.thing, name)
            if isinstance(found, MethodType) or name == "_value_":
                if not flags & _METHOD and not given:
                    raise COMException(scode=MEMBER_NOT_FOUND)
                found = found(*given)
        except COMException:
            raise
        except Exception as error:
            raise COMException(description=str(error), scode=-2147352567) from error
        return found if isinstance(found, _PLAIN) else wrapped(found)


def wrapped(thing: Any) -> Any:
    """A COM object that answers for an object."""
    return util.wrap(Dynamic(thing), usePolicy=policy.DynamicPolicy)


def _unwrapped(argument: Any) -> Any:
    if isinstance(argument, pythoncom.TypeIIDs[pythoncom.IID_IDispatch]):
        return util.unwrap(argument).thing
    return argument
