"""Cluster: the same files and the same work, on the workers of a Dask cluster.

The bytes of a file travel, not its path, so that workers need no common disk; they need the same
program and tables, which is asked before the first file. Time is bounded here, by restarting a
worker that is late; memory by the limit that each worker was started with.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rulesets.files import added
from texts import Text, text
from workbooks.batch.lane import Bounds, Setting, Stopped
from workbooks.batch.run import Work
from workbooks.batch.store import program_digest
from workbooks.files.limits import FILE_BYTES

_LOOK = 1.0
"""Seconds between two looks at what is late."""

_ANSWERS = 30
"""Seconds that a scheduler has to answer."""


class NoCluster(Exception):
    """The cluster cannot be used; `why` says so."""

    def __init__(self, why: Text) -> None:
        """Keep the reason."""
        super().__init__(str(why))
        self.why = why


@dataclass
class Cluster:
    """The workers of a scheduler: `tcp://host:8786`."""

    address: str
    bounds: Bounds = Bounds()
    setting: Setting = Setting()
    _flying: dict[Any, tuple[int, float]] = field(default_factory=dict)

    def outcomes(self, files: Iterable[tuple[int, Path]], work: Work) -> Iterator[tuple[int, Any]]:
        """The answer of each file, or Stopped, as they come. Raises NoCluster."""
        with self._client() as client:
            room = max(1, sum(client.nthreads().values()))
            waiting = iter(files)
            while True:
                while len(self._flying) < room and (item := next(waiting, None)) is not None:
                    number, file = item
                    data = _bytes_of(file)
                    if data is None:  # too large or no regular file: refused without being read
                        yield number, work(file)
                        continue
                    given = (work, self.setting, file.name, data)
                    # Never taken from an earlier call: files change.
                    future = client.submit(_remote, *given, pure=False, retries=0)
                    self._flying[future] = (number, time.monotonic())
                if not self._flying:
                    return
                yield from self._landed(client)

    def _client(self) -> Any:
        """A client whose workers run this very program. Raises NoCluster."""
        try:
            from distributed import Client
        except ImportError:
            raise NoCluster(text("batch.no-distributed")) from None
        try:
            client = Client(self.address, timeout=_ANSWERS, set_as_default=False)
        except (OSError, ValueError, TypeError) as error:  # TimeoutError is an OSError
            why = text("batch.no-cluster", address=self.address, why=str(error))
            raise NoCluster(why) from error
        mine = program_digest(self.setting.rulesets)
        try:
            theirs = client.run(program_digest, self.setting.rulesets)
        except Exception as error:  # whatever their Python says of a program it does not have
            client.close()
            why = text("batch.other-program", address=self.address)
            raise NoCluster(why) from error
        if not theirs or set(theirs.values()) != {mine}:
            client.close()
            name = "batch.other-program" if theirs else "batch.no-workers"
            raise NoCluster(text(name, address=self.address))
        return client

    def _landed(self, client: Any) -> Iterator[tuple[int, Any]]:
        """What has come since the last look, and what will not come any more."""
        from distributed import wait

        with client.as_current(), suppress(TimeoutError):
            wait(list(self._flying), timeout=_LOOK, return_when="FIRST_COMPLETED")
        for future in [future for future in self._flying if future.done()]:
            number, _ = self._flying.pop(future)
            yield number, _result(future)
        late = [
            future
            for future, (_, begun) in self._flying.items()
            if time.monotonic() - begun > self.bounds.seconds
        ]
        for future in late:
            number, _ = self._flying.pop(future)
            at = [name for name, keys in client.processing().items() if future.key in keys]
            future.cancel(force=True)
            with suppress(ValueError):  # a worker without a nanny cannot be restarted
                client.restart_workers(at, raise_for_error=False)
            yield number, Stopped(text("batch.too-long", seconds=round(self.bounds.seconds)))


def _result(future: Any) -> Any:
    """The answer; Stopped where the work or its worker failed."""
    try:
        return future.result()
    except MemoryError:
        return Stopped(text("batch.too-large", limit=""))
    except Exception as error:  # what a worker raised, or what Dask says of a worker that is gone
        if type(error).__name__ in ("KilledWorker", "FutureCancelledError", "CancelledError"):
            return Stopped(text("batch.died"))
        return Stopped(text("reconcile.failed", error=f"{type(error).__name__}: {error}"))


def _bytes_of(file: Path) -> bytes | None:
    try:
        if not file.is_file() or file.stat().st_size > FILE_BYTES:
            return None
        return file.read_bytes()
    except (OSError, ValueError):
        return None


def _remote(work: Work, setting: Setting, name: str, data: bytes) -> Any:
    """In the worker: the file under its own name, for as long as the work takes."""
    with TemporaryDirectory(prefix="dti-") as folder, added(setting.rulesets):
        path = Path(folder) / name
        path.write_bytes(data)
        return work(path)
