"""dti.xlam and the edition xlsm: the same bytes every time, clean, holding only our modules."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from rulesets.files import table_ids
from tests.excel.olevba import modules_of
from tests.excel.validator import violations
from tests.support.build import write_unit
from workbooks.design.names import UDF
from workbooks.files.scan import scan
from xl_addin.commands.registry import COMMANDS
from xl_addin.excel.ribbon import ribbon
from xl_addin.excel.xlam import xlam
from xl_addin.excel.xlsm import as_xlsm


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def replaced(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """The same file with something else in one part."""
    content = parts(data)
    assert old in content[name]
    content[name] = content[name].replace(old, new, 1)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for part, value in content.items():
            package.writestr(part, value)
    return buffer.getvalue()


@pytest.fixture(scope="module")
def xlsx(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("xlsm") / "a.xlsx"
    write_unit(path, "HB-2023-XA", edition=UDF)
    return path.read_bytes()


def test_the_add_in_is_the_same_every_time() -> None:
    assert xlam() == xlam()


def test_the_add_in_holds_exactly_our_modules() -> None:
    assert list(modules_of(xlam())) == [
        "ThisWorkbook.cls", "Sheet1.cls", "DtiFunctions.bas", "DtiServer.bas", "DtiHelp.bas",
        "DtiRibbon.bas",
    ]  # fmt: skip


def test_the_add_in_is_clean(validator: Path) -> None:
    assert violations(xlam(), ".xlam") == []


@pytest.mark.parametrize("table_id", table_ids())
def test_no_name_of_a_workbook_hides_a_function_that_it_calls(
    table_id: str, tmp_path: Path
) -> None:
    # VBA functions lose against a defined name of the same letters.
    path = tmp_path / "a.xlsx"
    write_unit(path, table_id, edition=UDF)
    names = {
        name.upper()
        for name in re.findall(
            r'<definedName name="(.*?)"', parts(path.read_bytes())["xl/workbook.xml"].decode()
        )
    }
    formulas = (
        cell.formula or ""
        for sheet in scan(path).sheets
        for row in sheet.rows.values()
        for cell in row
    )
    called = {name for formula in formulas for name in re.findall(r"DTI_[A-Z_]+(?=\()", formula)}
    assert called
    assert called & names == set()


def test_a_broken_ribbon_is_reported(validator: Path) -> None:
    name = "customUI/customUI14.xml"
    assert violations(replaced(xlam(), name, b'size="', b'sise="'), ".xlam")


def test_every_command_has_a_button_in_vietnamese_and_english() -> None:
    for lang, tab in (("vi", "Chỉ số DTI"), ("en", "DTI index")):
        root = ElementTree.fromstring(ribbon(lang=lang))
        buttons = [node for node in root.iter() if node.tag.endswith("}button")]
        assert [button.get("id") for button in buttons] == [command.id for command in COMMANDS]
        assert {button.get("onAction") for button in buttons} == {"DtiCommand"}
        assert all(button.get("label") and button.get("supertip") for button in buttons)
        assert f'label="{tab}"' in ribbon(lang=lang).decode()


def test_identities_are_used_once() -> None:
    identities = re.findall(r'\bid="(.*?)"', ribbon().decode())
    assert len(identities) == len(set(identities))


def test_the_xlsm_edition_changes_nothing_else(xlsx: bytes) -> None:
    before, after = parts(xlsx), parts(as_xlsm(xlsx))
    assert as_xlsm(xlsx) == as_xlsm(xlsx)
    assert set(after) - set(before) == {"xl/vbaProject.bin"}
    changed = {name for name in before if before[name] != after[name]}
    sheets = {name for name in before if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name)}
    main = {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"}
    assert changed == sheets | main
    assert b"macroEnabled" in after["[Content_Types].xml"]


def test_the_xlsm_edition_holds_our_functions_and_no_buttons(xlsx: bytes) -> None:
    found = list(modules_of(as_xlsm(xlsx)))
    documents = [name for name in found if name.endswith(".cls")]
    assert found == [*documents, "DtiFunctions.bas", "DtiServer.bas", "DtiHelp.bas"]
    assert documents[0] == "ThisWorkbook.cls"


def test_the_xlsm_edition_is_read_like_the_one_it_came_from(xlsx: bytes, tmp_path: Path) -> None:
    plain, macros = tmp_path / "a.xlsx", tmp_path / "a.xlsm"
    plain.write_bytes(xlsx)
    macros.write_bytes(as_xlsm(xlsx))
    assert scan(macros).sheets == scan(plain).sheets
    assert scan(macros).names == scan(plain).names


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"not a workbook"])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="xlsx"):
        as_xlsm(data)


def test_functions_are_put_inside_once(xlsx: bytes) -> None:
    with pytest.raises(ValueError, match="macros"):
        as_xlsm(as_xlsm(xlsx))


@pytest.mark.parametrize("table_id", table_ids())
def test_the_xlsm_edition_of_every_table_is_clean(
    table_id: str, tmp_path: Path, validator: Path
) -> None:
    path = tmp_path / "a.xlsx"
    write_unit(path, table_id, edition=UDF)
    assert violations(as_xlsm(path.read_bytes()), ".xlsm") == []
