"""VBA through a parser that is not ours: the grammar of MS-VBAL in the package antlr4-vba."""

from __future__ import annotations

from typing import Any

from antlr4 import CommonTokenStream, InputStream
from antlr4.error.ErrorListener import ErrorListener
from antlr4_vba.vbaLexer import vbaLexer
from antlr4_vba.vbaParser import vbaParser


class _Complaints(ErrorListener):  # type: ignore[misc]
    def __init__(self) -> None:
        self.found: list[str] = []

    def syntaxError(  # noqa: N802
        self, recognizer: Any, symbol: Any, line: int, column: int, message: str, error: Any
    ) -> None:
        self.found.append(f"{line}:{column} {message}")


def complaints(source: bytes) -> list[str]:
    """What the parser does not like about a module, with its Attribute lines."""
    listener = _Complaints()
    lexer = vbaLexer(InputStream(source.decode("ascii")))
    parser = vbaParser(CommonTokenStream(lexer))
    for one in (lexer, parser):
        one.removeErrorListeners()
        one.addErrorListener(listener)
    parser.startRule()
    return listener.found
