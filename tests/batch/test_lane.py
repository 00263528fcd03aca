"""Workers: whatever one file does, the others have their answers."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.support.odd_work import failed, odd
from workbooks.batch.lane import MB, Bounds, Lane
from workbooks.batch.run import Here, run
from workbooks.batch.store import Store, mark_of


def answers(names: Sequence[str], bounds: Bounds, jobs: int = 1) -> list[dict[str, str]]:
    marked = [(Path(name), mark_of(Path(name), "p")) for name in names]
    store = Store()
    steps: list[int] = []
    run(marked, odd, failed, store, Here(jobs, bounds), lambda: steps.append(1))
    assert len(steps) == len(names)
    found = list(store.answers([mark for _, mark in marked]))
    store.close()
    return found


def test_an_endless_file_is_ended_and_the_next_has_a_new_worker() -> None:
    found = answers(["a.x", "endless.x", "b.x"], Bounds(seconds=2))
    assert "2 giây" in found[1]["why"]
    assert found[0]["name"] == "a.x"
    assert found[2]["worker"] != found[0]["worker"]


def test_a_worker_that_dies_is_a_finding_of_its_file() -> None:
    found = answers(["a.x", "fatal.x", "raising.x", "b.x"], Bounds(), jobs=2)
    assert "ngắt đột ngột" in found[1]["why"]
    assert "TypeError: ô lạ" in found[2]["why"]
    assert (found[0]["name"], found[3]["name"]) == ("a.x", "b.x")


@pytest.mark.skipif(sys.platform == "win32", reason="no RLIMIT_AS")
def test_memory_is_bounded() -> None:
    found = answers(["large.x", "b.x"], Bounds(memory=256 * MB))
    assert "256 MB" in found[0]["why"]
    assert found[1]["name"] == "b.x"


def test_a_worker_is_replaced_after_so_many_files() -> None:
    found = answers(["a.x", "b.x", "c.x"], Bounds(files=2))
    assert found[0]["worker"] == found[1]["worker"] != found[2]["worker"]


def test_a_fault_of_ours_ends_the_run() -> None:
    def files() -> Iterator[tuple[int, Path]]:
        yield 0, Path("a.x")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(Here(1).outcomes(files(), odd))


def test_closing_twice_is_no_error() -> None:
    lane = Lane()
    assert lane.call(odd, Path("a.x"))["name"] == "a.x"
    lane.close()
    lane.close()
