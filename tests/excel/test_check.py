"""`dti addin excel --check`: each thing that can be wrong is found, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PureWindowsPath

import pytest

from tests.excel.machines import FakeKeys, kit, machine
from xl_addin.excel.check import Machine, examine, report
from xl_addin.excel.install import install
from xl_addin.excel.registration import SERVER_KEY, server_command

_OFFICE = r"Software\Microsoft\Office\16.0"
_POLICY = r"Software\Policies\Microsoft\Office"


@pytest.fixture
def healthy(tmp_path: Path) -> Machine:
    there = machine(tmp_path / "user")
    install(kit(tmp_path / "kit"), there, "1")
    # The path as this machine writes it: it is looked for.
    python = there.home / "python" / "pythonw.exe"
    there.keys.set(SERVER_KEY, "", f'"{python}" -m xl_addin.excel.com_server')
    return there


def wrong(there: Machine) -> list[str]:
    return [one.what.id.removeprefix("excel.check.") for one in examine(there) if one.fix]


def test_a_healthy_machine_has_nothing_wrong(healthy: Machine) -> None:
    assert wrong(healthy) == []
    assert report(list(examine(healthy))).count("Đạt:") == 6


def test_where_nothing_is_installed_the_first_three_are_wrong(tmp_path: Path) -> None:
    def nobody() -> object:
        raise OSError("Invalid class string")

    assert wrong(replace(machine(tmp_path), ask=nobody)) == ["keys", "addin", "answer"]


def _set(key: str, name: str, value: str | int | bytes) -> Callable[[Machine], None]:
    def spoil(there: Machine) -> None:
        assert isinstance(there.keys, FakeKeys)
        there.keys.values[key, name] = value

    return spoil


@pytest.mark.parametrize(
    ("spoil", "found"),
    [
        (_set(SERVER_KEY, "", server_command(PureWindowsPath(r"C:\gone\pythonw.exe"))), "keys"),
        (_set(SERVER_KEY, "", "nonsense"), "keys"),
        (lambda there: there.addin.unlink(), "addin"),
        (lambda there: there.addin.write_text("older"), "addin"),
        (_set(rf"{_POLICY}\16.0\Common", "VBAOff", 1), "macros"),
        (_set(rf"{_POLICY}\15.0\Excel\Security\Trusted Locations", "AllLocationsDisabled", 1),
         "macros"),
        (_set(rf"{_OFFICE}\Excel\Resiliency\DisabledItems", "1A2B",
              "x C:\\...\\XLSTART\\DTI.XLAM".encode("utf-16-le")), "disabled"),
        (_set(rf"{_OFFICE}\Excel\Options", "OPEN1", r'/R "C:\cu\dti.xlam"'), "double"),
    ],
)  # fmt: skip
def test_one_thing_wrong_is_found_alone(
    spoil: Callable[[Machine], None], found: str, healthy: Machine
) -> None:
    spoil(healthy)
    assert wrong(healthy) == [found]


@pytest.mark.parametrize("answer", [7.0, "", 2029, None])
def test_a_wrong_answer_is_found(answer: object, healthy: Machine) -> None:
    assert wrong(replace(healthy, ask=lambda: answer)) == ["answer"]


@pytest.mark.parametrize(
    ("key", "name", "value"),
    [
        (rf"{_OFFICE}\Excel\Options", "OPEN", r"C:\khac\other.xlam"),
        (rf"{_OFFICE}\Excel\Options", "Font", "dti.xlam"),
        (rf"{_OFFICE}\Excel\Resiliency\DisabledItems", "1", b"o\0t\0h\0e\0r\0"),
        (rf"{_POLICY}\16.0\Common", "VBAOff", 0),
    ],
)
def test_what_is_of_others_is_no_fault(key: str, name: str, value: str, healthy: Machine) -> None:
    _set(key, name, value)(healthy)
    assert wrong(healthy) == []


def test_every_fault_says_what_to_do_in_both_languages(tmp_path: Path) -> None:
    found = list(examine(replace(machine(tmp_path), ask=lambda: None)))
    assert "Hãy chạy lại cai-dat.cmd" in report(found)
    assert "Run cai-dat.cmd again" in report(found, "en")
