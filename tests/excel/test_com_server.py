"""What the COM object computes and runs, without COM."""

from __future__ import annotations

import subprocess
import sys
import types
from typing import Any

import pytest

from tests.excel.golden import CALLS, Call
from xl_addin.excel import com_server
from xl_addin.excel.com_server import ERROR_NUMBERS, Functions, compute, run

_LEFT_OUT = -2147352572


def as_com(value: Any) -> Any:
    """What pywin32 hands over for a golden value."""
    if isinstance(value, dict):
        if "areas" in value:
            return tuple(map(as_com, value["areas"]))
        return value["error"] - 0x7FF60000 if "error" in value else _LEFT_OUT
    return tuple(map(as_com, value)) if isinstance(value, list) else value


def test_golden_calls_are_many_and_mostly_no_errors() -> None:
    errors = [c for c in CALLS if isinstance(c.expected(), dict)]
    assert len(CALLS) >= 100
    assert len(errors) < len(CALLS) / 2


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
def test_golden_calls_give_what_the_registry_gives(call: Call) -> None:
    result = Functions().Compute(call.name, tuple(map(as_com, call.arguments)))
    shown = {"error": result} if type(result) is int else result
    assert shown == call.expected()


@pytest.mark.parametrize(("shown", "number"), ERROR_NUMBERS.items())
def test_an_error_cell_stays_that_error(shown: str, number: int) -> None:
    cell = number - 0x7FF60000
    assert compute("DTI_SCORE", ("HB-2023-XA", "3.4", ((cell,), (1000.0,)))) == number
    # A number is a number, however it looks.
    assert isinstance(compute("DTI_READ", (float(cell),)), str)


def test_results_are_never_whole_numbers_unless_they_are_errors() -> None:
    assert type(compute("DTI_MAX", ("HB-2023-XA", "3.4"))) is float
    assert type(compute("DTI_TIER", ("BTTTT-2024-XA", (("I.1",),), ((0.5,),)))) is float


@pytest.mark.parametrize("name", ["", "os.system", "__import__", "dti_score", "DTI_NONE"])
def test_only_functions_of_the_registry_are_computed(name: str) -> None:
    assert compute(name, ("echo",)) == ERROR_NUMBERS["#N/A"]


@pytest.mark.parametrize("command", ["", "import os", "reconcile ", "__class__"])
def test_an_unknown_command_does_nothing_and_says_so(command: str) -> None:
    assert run(command, object()).startswith("Không có lệnh")


def test_a_command_gets_the_workbook_and_its_words_come_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen = []

    def note(command: str, workbook: object) -> str:
        seen.append((command, workbook))
        return "Xong"

    host: Any = types.ModuleType("host")
    host.run = note
    monkeypatch.setattr(com_server, "import_module", lambda name: host)
    assert Functions().Run("reconcile", "the workbook") == "Xong"
    assert seen == [("reconcile", "the workbook")]


def test_a_command_that_fails_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(command: str, workbook: object) -> str:
        raise OSError("đĩa đầy")

    host: Any = types.ModuleType("host")
    host.run = fail
    monkeypatch.setattr(com_server, "import_module", lambda name: host)
    said = run("unmark", object())
    assert "Bỏ đánh dấu" in said
    assert "đĩa đầy" in said


def test_the_server_starts_with_the_functions_alone() -> None:
    code = "import sys, xl_addin.excel.com_server; print([m for m in sys.modules if m in "
    code += "('lxml', 'yaml', 'numpy', 'pandas', 'xlsxwriter', 'openpyxl', 'workbooks', 'texts')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_version_says_who_answers() -> None:
    assert sys.executable in Functions().Version()
