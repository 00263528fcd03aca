"""Lane: one worker process that files pass through, one at a time, bounded in time and memory.

A file that takes too long ends its worker, and so does one that takes the process down; the next
file gets a new one. Memory is bounded where the system can do it (RLIMIT_AS: Linux, not Windows).
"""

from __future__ import annotations

import importlib
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures import wait as wait_for
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rulesets.files import added
from texts import Text, text

MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one file may take: `seconds` by the clock, and `memory` bytes above a worker's own.

    `files`: after so many a worker is replaced, so that what libraries keep does not add up.
    """

    seconds: float = 60
    memory: int = 512 * MB
    files: int = 1000


@dataclass(frozen=True, slots=True)
class Setting:
    """What a worker is begun with: folders of tables, and a module to load before any file."""

    rulesets: tuple[Path, ...] = ()
    module: str = ""


class Stopped(Exception):
    """The work on a file was ended; `why` says what ended it."""

    def __init__(self, why: Text) -> None:
        """Keep the reason."""
        super().__init__(str(why))
        self.why = why


_BEGIN = 300
"""Seconds that a worker has to come up on a machine that is busy."""

_kept = ExitStack()
"""What lasts as long as a worker does."""


class Lane:
    """One worker process; to be used by one thread."""

    def __init__(self, bounds: Bounds = Bounds(), setting: Setting = Setting()) -> None:
        """Nothing is begun before the first file."""
        self._bounds, self._setting = bounds, setting
        self._pool: ProcessPoolExecutor | None = None
        self._process = 0
        self._done = 0

    def call(self, work: Callable[..., Any], *arguments: Any) -> Any:
        """What the work gives. Raises Stopped where it gives nothing.

        `work` and everything it takes and gives can be pickled.
        """
        if self._done >= self._bounds.files:
            self.close()
        try:
            pool = self._pool or self._begun()
            future = pool.submit(work, *arguments)
            self._done += 1
            if not _finished(future, self._bounds.seconds):
                self._kill()
                raise Stopped(text("batch.too-long", seconds=round(self._bounds.seconds)))
            return future.result()
        except Stopped:
            raise
        except BrokenProcessPool:
            self._kill()
            raise Stopped(text("batch.died")) from None
        except MemoryError:
            # What is left of a full memory is not trusted with the next file.
            self._kill()
            raise Stopped(text("batch.too-large", limit=self._bounds.memory // MB)) from None
        except Exception as error:
            shown = f"{type(error).__name__}: {error}"
            raise Stopped(text("reconcile.failed", error=shown)) from error

    def close(self) -> None:
        """Let the worker end; the next file begins another one."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
        self._pool, self._done = None, 0

    def _begun(self) -> ProcessPoolExecutor:
        # Spawned on every system: a fork copies the locks of our threads.
        context = multiprocessing.get_context("spawn")
        given = (self._setting, self._bounds.memory)
        pool = self._pool = ProcessPoolExecutor(1, context, _begin, given)
        born = pool.submit(os.getpid)
        if not _finished(born, _BEGIN):
            raise Stopped(text("batch.not-begun"))
        self._process = born.result()
        return pool

    def _kill(self) -> None:
        with suppress(OSError):
            os.kill(self._process, getattr(signal, "SIGKILL", signal.SIGTERM))
        self.close()


def _finished(future: Future[Any], seconds: float) -> bool:
    """Whether it ended in time, however it ended."""
    return bool(wait_for([future], timeout=seconds).done)


def _begin(setting: Setting, memory: int) -> None:
    """In the worker: what it needs, then the bound."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who started us says when to end
    if setting.rulesets:
        _kept.enter_context(added(setting.rulesets))
    if setting.module:
        importlib.import_module(setting.module)
    _bound(memory)


def _bound(memory: int) -> None:
    """No more address space than what is taken now, and so much more; where the system has it."""
    if sys.platform == "win32" or not memory:
        return
    import resource

    try:
        pages = int(Path("/proc/self/statm").read_text().split()[0])
    except OSError:  # a system that does not say: the bound is left to it
        return
    limit = pages * resource.getpagesize() + memory
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    if hard != resource.RLIM_INFINITY:
        limit = min(limit, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
