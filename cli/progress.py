"""Progress: a bar with the time that is left, where a person is looking."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from texts import say


@contextmanager
def progress(count: int, lang: str = "vi") -> Iterator[Callable[[], None]]:
    """A function to call once for each file that is done; nothing is shown in a pipe or a file."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn(say("batch.working", lang)),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn(f"{say('batch.files', lang)} · {say('batch.left', lang)}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=count)
        yield lambda: bar.advance(task)
