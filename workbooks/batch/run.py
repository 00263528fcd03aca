"""Run: files through workers, as many at once as there are cores; answers as they come.

The work is a function of a file that can be pickled; what ends it is told to `failed`, so that
every file has an answer. The same on this machine (`Here`) and on a cluster (`cluster.Cluster`).
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Full, Queue
from typing import Any, Protocol

from texts import Text
from workbooks.batch.lane import Bounds, Lane, Setting, Stopped
from workbooks.batch.store import Mark, Store

Answer = dict[str, Any]
"""What is kept of a file: plain data."""

Work = Callable[[Path], Answer]
Outcome = Answer | Stopped


class Where(Protocol):
    """Where files are worked on."""

    def outcomes(self, files: Iterable[tuple[int, Path]], work: Work) -> Iterator[tuple[int, Any]]:
        """The answer of each file, or Stopped, by its number, as they come."""


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Here:
    """This machine: a thread for each worker process, which hands it one file after another."""

    jobs: int
    bounds: Bounds = Bounds()
    setting: Setting = Setting()

    def outcomes(self, files: Iterable[tuple[int, Path]], work: Work) -> Iterator[tuple[int, Any]]:
        """The answer of each file, or Stopped, as they come; the workers end with the iterator."""
        waiting, lock, stop = iter(files), threading.Lock(), threading.Event()
        done: Queue[tuple[int, Any] | BaseException | None] = Queue(2 * self.jobs)
        given = (waiting, lock, stop, done, work)
        threads = [
            threading.Thread(target=self._drive, args=given, daemon=True) for _ in range(self.jobs)
        ]
        for thread in threads:
            thread.start()
        try:
            running = len(threads)
            while running:
                item = done.get()
                if item is None:
                    running -= 1
                elif isinstance(item, BaseException):
                    raise item
                else:
                    yield item
        finally:
            stop.set()
            for thread in threads:
                thread.join()

    def _drive(
        self,
        waiting: Iterator[tuple[int, Path]],
        lock: threading.Lock,
        stop: threading.Event,
        done: Queue[Any],
        work: Work,
    ) -> None:
        """One thread: its worker, file by file, until none is left or nobody wants more."""
        lane = Lane(self.bounds, self.setting)
        try:
            while not stop.is_set():
                with lock:
                    item = next(waiting, None)
                if item is None:
                    break
                _hand(done, (item[0], _outcome(lane, work, item[1])), stop)
        except BaseException as error:  # a fault of ours: the run says so and ends
            _hand(done, error, stop)
        finally:
            lane.close()
            _hand(done, None, stop)


def _outcome(lane: Lane, work: Work, file: Path) -> Outcome:
    try:
        answer: Answer = lane.call(work, file)
        return answer
    except Stopped as stopped:
        return stopped


def _hand(done: Queue[Any], item: Any, stop: threading.Event) -> None:
    """Hand on, unless nobody takes it any more."""
    while not stop.is_set():
        with suppress(Full):
            done.put(item, timeout=0.2)
            return


def run(
    marked: Sequence[tuple[Path, Mark]],
    work: Work,
    failed: Callable[[Path, Text], Answer],
    store: Store,
    where: Where,
    step: Callable[[], None] = lambda: None,
) -> None:
    """Answer every file into the store; what is in it already is not worked on again.

    `step` is called once for each file that has an answer. That a file was ended (too long, too
    large) is remembered for this run alone: the next one tries again.
    """
    todo = []
    for number, (_, mark) in enumerate(marked):
        if mark in store:
            step()
        else:
            todo.append((number, marked[number][0]))
    for number, outcome in where.outcomes(todo, work):
        file, mark = marked[number]
        if isinstance(outcome, Stopped):
            store.lend(mark, failed(file, outcome.why))
        else:
            store.put(mark, outcome)
        step()
