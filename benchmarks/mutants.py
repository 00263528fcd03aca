"""Mutants: small faults put into the code one at a time, and whether the tests notice.

`python -m benchmarks.mutants --each 12 --seed 1` prints the share killed, room by room, and every
survivor. The faults are mutmut's; the sample is seeded, so that two runs see the same ones.
"""

from __future__ import annotations

import argparse
import difflib
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import Queue

from mutmut.mutation.file_mutation import create_mutations
from rich.console import Console
from rich.progress import track
from rich.table import Table

ROOT = Path(__file__).parent.parent
ROOMS: dict[str, tuple[str, ...]] = {
    "scoring": ("tests/scoring", "tests/rulesets", "tests/conformance", "scoring"),
    "workbooks/checks": ("tests/books", "tests/workbooks", "workbooks/checks"),
    "workbooks/forms": ("tests/forms", "tests/workbooks", "workbooks/forms"),
    "workbooks/own": ("tests/own", "tests/workbooks", "workbooks/own"),
    "workbooks/design": ("tests/design", "tests/workbooks", "workbooks/design"),
}
"""The rooms, and the tests that should notice a fault in them."""
_PATIENCE = 300
"""Seconds: a fault that makes the tests run for ever is noticed too."""


@dataclass(frozen=True)
class Mutant:
    """One fault: the room, the file, and the whole text of the file with it."""

    room: str
    file: str
    source: str

    @property
    def difference(self) -> str:
        """The lines that it changes."""
        before = (ROOT / self.file).read_text(encoding="utf-8").splitlines()
        lines = difflib.unified_diff(before, self.source.splitlines(), self.file, n=0, lineterm="")
        return "\n".join(line for line in lines if not line.startswith(("---", "+++")))


def sample(room: str, count: int, seed: int) -> list[Mutant]:
    """A seeded sample of the faults of a room."""
    files = sorted(path for path in (ROOT / room).rglob("*.py"))
    chosen = random.Random(f"{room} {seed}")
    every = [(path, number) for path in files for number in range(len(_mutations(path)))]
    picked = chosen.sample(every, min(count, len(every)))
    return [
        Mutant(room, path.relative_to(ROOT).as_posix(), _mutated(path, number))
        for path, number in picked
    ]


_seen: dict[Path, tuple[object, list[object]]] = {}


def _mutations(path: Path) -> list[object]:
    if path not in _seen:
        module, mutations, *_ = create_mutations(path.name, path.read_text(encoding="utf-8"))
        _seen[path] = (module, list(mutations))
    return _seen[path][1]


def _mutated(path: Path, number: int) -> str:
    module, mutations = _seen[path]
    mutation = mutations[number]
    changed = module.deep_replace(mutation.original_node, mutation.mutated_node)  # type: ignore[attr-defined]
    code: str = changed.code
    return code


def is_killed(mutant: Mutant, copy: Path) -> bool:
    """Whether a test of the room fails with the fault. `copy`: a tree of one's own."""
    target = copy / mutant.file
    before = target.read_text(encoding="utf-8")
    target.write_text(mutant.source, encoding="utf-8")
    tests = [test for test in ROOMS[mutant.room] if (copy / test).exists()]
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    try:
        done = subprocess.run(command, cwd=copy, capture_output=True, timeout=_PATIENCE)
        return done.returncode != 0
    except subprocess.TimeoutExpired:
        return True
    finally:
        target.write_text(before, encoding="utf-8")


def run(mutants: list[Mutant], workers: int) -> Iterator[tuple[Mutant, bool]]:
    """Try every fault, each worker in a copy of the tree."""
    with tempfile.TemporaryDirectory() as scratch:
        copies: Queue[Path] = Queue()
        for number in range(workers):
            copy = Path(scratch) / str(number)
            ignored = shutil.ignore_patterns(".venv", ".git", "out", "__pycache__", ".*_cache")
            shutil.copytree(ROOT, copy, ignore=ignored)
            copies.put(copy)

        def try_one(mutant: Mutant) -> tuple[Mutant, bool]:
            copy = copies.get()
            try:
                return mutant, is_killed(mutant, copy)
            finally:
                copies.put(copy)

        with ThreadPoolExecutor(workers) as pool:
            yield from pool.map(try_one, mutants)


def main() -> None:
    """Print the share killed in every room, and the survivors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=12, help="faults a room")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--room", action="append", choices=list(ROOMS))
    options = parser.parse_args()
    rooms = options.room or list(ROOMS)
    mutants = [mutant for room in rooms for mutant in sample(room, options.each, options.seed)]
    console = Console()
    tried = list(track(run(mutants, options.workers), "mutants", len(mutants), console=console))
    grid = Table("room", "mutants", "killed", "share")
    for room in rooms:
        own = [killed for mutant, killed in tried if mutant.room == room]
        share = sum(own) / len(own) if own else 0
        grid.add_row(room, str(len(own)), str(sum(own)), f"{share:.0%}")
    console.print(grid)
    for mutant, killed in tried:
        if not killed:
            console.print(f"survived: {mutant.file}\n{mutant.difference}\n", markup=False)
    total = sum(killed for _, killed in tried)
    console.print(f"killed {total} of {len(tried)}")


if __name__ == "__main__":
    main()
