"""The extension as files: complete, well-formed, the same every time. No LibreOffice needed."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from rulesets import files
from udfs.registry import FUNCTIONS
from xl_addin.libreoffice import build, component

OOR = "{http://openoffice.org/2001/registry}"
MANIFEST = "{http://openoffice.org/2001/manifest}"
METHOD = re.compile(r"^  any (\w+)\((.+)\);$", re.MULTILINE)
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build.build(tmp_path_factory.mktemp("extension"))[0]


def functions_of(folder: Path) -> list[ElementTree.Element]:
    root = ElementTree.parse(folder / "CalcAddIns.xcu").getroot()
    service = root.find(f"./node[@{OOR}name='AddInInfo']/node")
    assert service is not None
    assert service.get(f"{OOR}name") == component.IMPLEMENTATION
    return service.findall("./node/node")


def texts(node: ElementTree.Element, name: str) -> dict[str | None, str | None]:
    values = node.findall(f"./prop[@{OOR}name='{name}']/value")
    return {value.get(LANG): value.text for value in values}


def test_the_configuration_has_every_function_of_the_registry(folder: Path) -> None:
    nodes = functions_of(folder)
    assert [node.get(f"{OOR}name") for node in nodes] == [f.service for f in FUNCTIONS]
    for node, function in zip(nodes, FUNCTIONS, strict=True):
        assert texts(node, "DisplayName") == {"en-US": function.name}
        assert texts(node, "CompatibilityName") == {"en-US": function.name}
        assert texts(node, "Description") == {"en-US": function.en, "vi": function.vi}
        shown = node.findall(f"./node[@{OOR}name='Parameters']/node")
        for sub, parameter in zip(shown, function.parameters, strict=True):
            assert texts(sub, "DisplayName") == {"en-US": parameter.name}
            assert texts(sub, "Description") == {"en-US": parameter.en, "vi": parameter.vi}


def test_the_interface_has_every_argument_of_the_registry(folder: Path) -> None:
    idl = (folder / "dti.idl").read_text(encoding="utf-8")
    methods = {name: argument.split(", ") for name, argument in METHOD.findall(idl)}
    assert list(methods) == [function.service for function in FUNCTIONS]
    for node, function in zip(functions_of(folder), FUNCTIONS, strict=True):
        named = [p.get(f"{OOR}name") for p in node.findall(f"./node[@{OOR}name='Parameters']/node")]
        kinds = ["sequence<any>" if p.repeated else "any" for p in function.parameters]
        assert methods[function.service] == [
            f"[in] {kind} {name}" for kind, name in zip(kinds, named, strict=True)
        ]
        # UNO allows no underscore here, and Calc further arguments only at the end.
        assert all(str(name).isalnum() for name in (function.service, *named))
        assert "sequence<any>" not in kinds[:-1]


def test_the_manifest_names_files_that_are_there(folder: Path) -> None:
    entries = ElementTree.parse(folder / "META-INF/manifest.xml").getroot()
    listed = [entry.get(f"{MANIFEST}full-path") for entry in entries]
    assert listed == [
        "dti.idl",
        "dti_component.py",
        "dti_commands.py",
        "CalcAddIns.xcu",
        "ProtocolHandler.xcu",
        "Addons.xcu",
    ]
    assert all((folder / str(name)).is_file() for name in listed)


def test_the_description_is_in_vietnamese_and_english(folder: Path) -> None:
    root = ElementTree.parse(folder / "description.xml").getroot()
    namespace = {"d": "http://openoffice.org/extensions/description/2006"}
    names = {n.get("lang"): n.text for n in root.findall("./d:display-name/d:name", namespace)}
    assert set(names) == {"vi", "en"}
    assert "chuyển đổi số" in str(names["vi"])
    version = root.find("./d:version", namespace)
    assert version is not None
    assert str(version.get("value"))[0].isdigit()


def test_the_package_holds_the_same_files_as_the_folder(folder: Path) -> None:
    with zipfile.ZipFile(folder.parent / "dti-excel.oxt") as package:
        packed = {name: package.read(name) for name in package.namelist()}
    unpacked = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert packed == unpacked
    assert list(packed) == sorted(packed)


def test_two_builds_are_the_same_byte_for_byte(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = time.time() + 86400
    monkeypatch.setattr(time, "time", lambda: later)
    _, package = build.build(tmp_path)
    assert package.read_bytes() == (folder.parent / "dti-excel.oxt").read_bytes()


def test_a_new_build_replaces_the_old_one_and_nothing_else(tmp_path: Path) -> None:
    folder, _ = build.build(tmp_path)
    (folder / "left.txt").write_text("old")
    build.build(tmp_path)
    assert not (folder / "left.txt").exists()
    other = tmp_path / "other"
    (other / "dti").mkdir(parents=True)
    (other / "dti" / "thesis.txt").write_text("mine")
    with pytest.raises(FileExistsError):
        build.build(other)
    assert (other / "dti" / "thesis.txt").read_text() == "mine"


def test_every_shipped_module_is_python_3_10(folder: Path) -> None:
    modules = list(folder.rglob("*.py"))
    assert len(modules) > 20
    for path in modules:
        ast.parse(path.read_text(encoding="utf-8"), str(path), feature_version=(3, 10))


def test_every_table_is_shipped_as_it_is_now(folder: Path) -> None:
    shipped = {path.stem: path for path in (folder / "pythonpath/rulesets/compiled").iterdir()}
    assert tuple(sorted(shipped)) == files.table_ids()
    assert len(shipped) >= 9
    for table_id, path in shipped.items():
        assert json.loads(path.read_text(encoding="utf-8")) == files.read(table_id)


def test_a_first_call_needs_the_standard_library_and_nothing_else(folder: Path) -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from udfs.registry import call\n"
        "print(call('DTI_SCORE', 'HB-2023-XA', '3.4', ((600.0,), (1000.0,))))\n"
        "print(sorted({n.split('.')[0] for n in sys.modules} - set(sys.stdlib_module_names)))\n"
    )
    done = subprocess.run(
        # -S: no installed packages at all.
        [sys.executable, "-I", "-S", "-B", "-c", script, str(folder / "pythonpath")],
        capture_output=True,
        text=True,
        check=True,
        env={"PATH": os.environ["PATH"]},
    )
    score, modules = done.stdout.splitlines()
    assert float(score) == pytest.approx(7.0588235294)
    assert ast.literal_eval(modules) == [
        "__main__",
        "reading",
        "rulesets",
        "scoring",
        "texts",
        "udfs",
    ]


def test_the_component_tells_libreoffice_its_service() -> None:
    """What the registration asks for works without LibreOffice; the rest needs it."""

    class Key:
        def __init__(self) -> None:
            self.below: dict[str, Key] = {}

        def createKey(self, name: str) -> Key:  # noqa: N802
            return self.below.setdefault(name, Key())

    root = Key()
    assert component.writeRegistryInfo(None, root)
    assert list(root.below) == ["/vn.dti.Functions/UNO/SERVICES"]
    assert list(root.below["/vn.dti.Functions/UNO/SERVICES"].below) == list(component.SERVICES)
