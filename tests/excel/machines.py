"""A Windows machine that is not there: its keys are a dictionary, its folders lie in tmp_path."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from xl_addin.excel.check import EXPECTED, Machine
from xl_addin.excel.registration import Value


@dataclass
class FakeKeys:
    """The keys of a user: (key, name) → value."""

    values: dict[tuple[str, str], Value] = field(default_factory=dict)

    def get(self, key: str, name: str = "") -> Value | None:
        return self.values.get((key, name))

    def set(self, key: str, name: str, value: str | int) -> None:
        self.values[key, name] = value

    def delete(self, key: str) -> None:
        inside = f"{key}\\"
        self.values = {
            place: value
            for place, value in self.values.items()
            if place[0] != key and not place[0].startswith(inside)
        }

    def names(self, key: str) -> list[str]:
        return [name for place, name in self.values if place == key]


def machine(folder: Path, keys: FakeKeys | None = None) -> Machine:
    """A machine on which nothing is installed; the server answers as it should."""
    return Machine(
        keys or FakeKeys(),
        folder / "Local" / "dti-excel",
        folder / "Roaming" / "XLSTART",
        lambda: EXPECTED,
    )


def kit(folder: Path, mark: str = "1") -> Path:
    """A folder that looks like the unpacked kit."""
    for name in ("python/python.exe", "python/pythonw.exe", "app/xl_addin/excel/install.py",
                 "dti.xlam", "cai-dat.cmd", "go-bo.cmd"):  # fmt: skip
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{name} {mark}")
    return folder
