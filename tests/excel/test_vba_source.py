"""The VBA says what it should and can do nothing else."""

from __future__ import annotations

import re

import pytest

from tests.excel.grammar import complaints
from udfs.registry import FUNCTIONS, Function, Parameter
from xl_addin.excel.com_server import PROGID
from xl_addin.excel.vba_project import Module
from xl_addin.excel.vba_source import (
    addin_module,
    addin_modules,
    functions_module,
    help_module,
    literal,
    workbook_module,
    workbook_modules,
)

MODULES = [*addin_modules(), addin_module(), workbook_module()]
FORBIDDEN = ("shell", "#if", "#const", "kill", "environ", "open for", "filecopy", "application.run",
             "fullname", "thisworkbook.path", "evaluate", "executeexcel4macro", "sendkeys",
             "getobject", "filesystemobject", ".vbproject")  # fmt: skip


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.name))
def test_every_module_parses_in_an_independent_grammar(module: Module) -> None:
    # The grammar knows no Attribute lines of documents.
    assert complaints(Module(module.name, module.code).source) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("End Function", "End Functoin"), ("For k =", "For k"), ("(0 To", "(0 To To")],
)
def test_a_broken_module_does_not_parse(right: str, wrong: str) -> None:
    broken = functions_module().source.replace(right.encode(), wrong.encode(), 1)
    assert complaints(broken)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.name))
def test_modules_are_readable_and_start_nothing(module: Module) -> None:
    code = module.code.lower()
    assert module.code.isascii()
    assert "option explicit" in code
    assert max(map(len, module.code.splitlines())) < 1000
    assert [word for word in FORBIDDEN if word in code] == []


def test_only_one_object_is_created_and_one_library_declared() -> None:
    code = "\n".join(module.code for module in MODULES)
    assert re.findall(r'CreateObject\("(.*?)"\)', code) == [PROGID]
    assert re.findall(r'Declare .* Lib "(.*?)"', code) == ["user32"]


def test_every_function_of_the_registry_is_there_with_its_help() -> None:
    made, described = functions_module().code, help_module().code
    for function in FUNCTIONS:
        assert made.count(f"Public Function {function.name}(") == 1
        assert f'Answer("{function.name}", given)' in made
        assert f'Macro:="{function.name}"' in described
        for parameter in function.parameters:
            assert literal(parameter.vi) in described


def test_helps_are_no_longer_than_excel_takes() -> None:
    for function in FUNCTIONS:
        for text in (function.vi, *(parameter.vi for parameter in function.parameters)):
            assert len(text) <= 255


def test_only_the_functions_can_be_called_by_cells() -> None:
    for module in workbook_modules():
        private = "Option Private Module" in module.code
        assert private is (module.name != "DtiFunctions")


def test_a_wrapper_hands_on_what_was_given() -> None:
    needed, optional, rest = (
        Parameter("a", "", ""),
        Parameter("b", "", "", optional=True),
        Parameter("c", "", "", repeated=True),
    )
    code = functions_module(
        [
            Function("DTI_A", "m", "", "", (needed, rest)),
            Function("DTI_B", "m", "", "", (needed, optional)),
        ]
    ).code
    assert "DTI_A(a As Variant, ParamArray c() As Variant)" in code
    assert "ReDim given(0 To 1 + UBound(c))" in code
    assert "DTI_B(a As Variant, Optional b As Variant)" in code
    assert "ReDim Preserve given(0 To 1)" in code


@pytest.mark.parametrize("words", ["Kiểm tra «đủ»", 'mã "9.10"', r"a\b", "𝟙", "", "DTI"])
def test_any_words_can_be_written(words: str) -> None:
    inner = re.sub(r'^(?:Words\()?"|"\)?$', "", literal(words)).replace('""', '"')
    units = re.sub(r"\\([0-9A-F]{4})", lambda m: chr(int(m[1], 16)), inner)
    assert units.encode("utf-16-le", "surrogatepass").decode("utf-16-le") == words
