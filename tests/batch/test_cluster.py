"""The same files on a cluster: the same bytes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.cases import make, office
from tests.support.command import dti
from tests.support.odd_work import odd
from workbooks.batch.cluster import Cluster
from workbooks.batch.lane import Bounds, Stopped
from workbooks.design.names import NATIVE

distributed = pytest.importorskip("distributed")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A scheduler with two workers, each a process of its own."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0"
    ) as cluster:
        yield cluster.scheduler_address


def test_byte_for_byte_what_this_machine_gives(address: str, tmp_path: Path) -> None:
    folder = tmp_path / "tep"
    folder.mkdir()
    for name in ("a", "b", "c", "d"):
        make(folder / f"{name}.xlsx", {**office(), "name": name}, NATIVE)
    (folder / "e.xlsx").write_bytes(b"PK nothing")
    here, there = tmp_path / "day.jsonl", tmp_path / "cum.jsonl"
    mine = dti("check", folder, "--out-jsonl", here, "--json")
    theirs = dti("check", folder, "--out-jsonl", there, "--json", "--cluster", address)
    assert theirs.out == mine.out
    assert there.read_bytes() == here.read_bytes()


def test_what_is_late_or_dies_does_not_stop_the_rest(address: str, tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.x" for name in ("a", "endless", "raising", "b")]
    for file in files:
        file.write_bytes(b"")
    found = dict(Cluster(address, Bounds(seconds=5)).outcomes(enumerate(files), odd))
    assert isinstance(found[1], Stopped)
    assert "5 giây" in str(found[1].why)
    assert isinstance(found[2], Stopped)
    assert (found[0]["name"], found[3]["name"]) == ("a.x", "b.x")
