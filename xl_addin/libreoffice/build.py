"""Builds the LibreOffice extension from the registry: the unpacked folder and the .oxt file.

Calc knows the arguments of a function by the types of a UNO interface. None of LibreOffice's own
fits: `XFunctionAccess` takes a text first, so the number in DTI_MINMAX(5,5; …) would arrive as
text in the writing of the locale, like a text that somebody typed. So the extension brings its
own interface; LibreOffice reads the IDL source as it stands and no SDK is needed. Every argument
is `any`; the function wizard shows each with its help.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from xml.etree import ElementTree

from udfs.registry import FUNCTIONS, Function, Parameter
from xl_addin.libreoffice.component import IMPLEMENTATION
from xl_addin.payload import sources, tables, version, zipped

FOLDER = "dti"
PACKAGE = "dti-excel.oxt"
COMPONENT = "dti_component.py"
TYPES = "dti.idl"
FUNCTIONS_FILE = "CalcAddIns.xcu"
MANIFEST = "META-INF/manifest.xml"
DESCRIPTION = "description.xml"

_IDENTIFIER = "vn.dti.excel"
_NAMES = {
    "vi": "Chấm điểm Chỉ số chuyển đổi số (hàm DTI_SCORE …)",
    "en": "Digital Transformation Index scores (functions DTI_SCORE …)",
}
_OLDEST = "25.2"
"""Older versions show #NAME? for the functions of an .xlsx file (7.4 was tried)."""

_OOR = "http://openoffice.org/2001/registry"
_MANIFEST = "http://openoffice.org/2001/manifest"
_DESCRIPTION = "http://openoffice.org/extensions/description/2006"
_LIBREOFFICE = "http://libreoffice.org/extensions/description/2011"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_MEDIA_TYPES = {
    TYPES: "application/vnd.sun.star.uno-typelibrary;type=RDB",
    COMPONENT: "application/vnd.sun.star.uno-component;type=Python",
    FUNCTIONS_FILE: "application/vnd.sun.star.configuration-data",
}


def build(out: Path) -> tuple[Path, Path]:
    """Write `out/dti/` and `out/dti-excel.oxt`; return both paths.

    An older build there is replaced. Raises FileExistsError where `out/dti` is something else.
    """
    content = contents()
    folder, package = out / FOLDER, out / PACKAGE
    if folder.exists():
        if not (folder / COMPONENT).is_file():
            raise FileExistsError(f"{folder} đã có và không phải do chương trình này tạo ra.")
        shutil.rmtree(folder)
    for name, data in content.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    package.write_bytes(zipped(content))
    return folder, package


def contents() -> dict[str, bytes]:
    """Everything in the extension, by its path, in a stable order."""
    component = Path(__file__).with_name("component.py")
    result = {
        COMPONENT: component.read_bytes(),
        TYPES: _types().encode(),
        FUNCTIONS_FILE: _functions(),
        MANIFEST: _manifest(),
        DESCRIPTION: _description(),
    }
    own = sources(("texts", "scoring", "reading", "rulesets", "udfs")) | tables()
    result |= {f"pythonpath/{name}": data for name, data in own.items()}
    return dict(sorted(result.items()))


def _types() -> str:
    """The interface in UNO's own language."""
    *modules, _ = IMPLEMENTATION.split(".")
    lines = [f"module {module} {{" for module in modules]
    lines.append("interface XFunctions : com::sun::star::uno::XInterface {")
    for function in FUNCTIONS:
        arguments = ", ".join(
            f"[in] {'sequence<any>' if parameter.repeated else 'any'} {_argument(parameter)}"
            for parameter in function.parameters
        )
        lines.append(f"  any {function.service}({arguments});")
    lines += ["};"] * (len(modules) + 1)
    return "\n".join(lines) + "\n"


def _argument(parameter: Parameter) -> str:
    """The name of an argument inside the interface, where UNO allows no underscore.

    An interface that does not parse is left out without a word.
    """
    first, *others = parameter.name.split("_")
    return first + "".join(word.capitalize() for word in others)


def _functions() -> bytes:
    """The configuration: names and help of functions and arguments."""
    ElementTree.register_namespace("oor", _OOR)
    root = ElementTree.Element(
        _oor("component-data"),
        {_oor("name"): "CalcAddIns", _oor("package"): "org.openoffice.Office"},
    )
    service = _node(_node(root, "AddInInfo", new=False), IMPLEMENTATION)
    functions = _node(service, "AddInFunctions", new=False)
    for function in FUNCTIONS:
        _function(functions, function)
    return _xml(root)


def _function(parent: ElementTree.Element, function: Function) -> None:
    node = _node(parent, function.service)
    _property(node, "DisplayName", {"en-US": function.name})
    _property(node, "Description", {"en-US": function.en, "vi": function.vi})
    _property(node, "Category", {"": "Add-In"})
    # The name in .xlsx files.
    _property(node, "CompatibilityName", {"en-US": function.name})
    parameters = _node(node, "Parameters", new=False)
    for parameter in function.parameters:
        sub = _node(parameters, _argument(parameter))
        _property(sub, "DisplayName", {"en-US": parameter.name})
        _property(sub, "Description", {"en-US": parameter.en, "vi": parameter.vi})


def _node(parent: ElementTree.Element, name: str, *, new: bool = True) -> ElementTree.Element:
    operation = {_oor("op"): "replace"} if new else {}
    return ElementTree.SubElement(parent, "node", {_oor("name"): name, **operation})


def _property(node: ElementTree.Element, name: str, values: dict[str, str]) -> None:
    prop = ElementTree.SubElement(node, "prop", {_oor("name"): name})
    for language, text in values.items():
        value = ElementTree.SubElement(prop, "value", {_LANG: language} if language else {})
        value.text = text


def _oor(name: str) -> str:
    return f"{{{_OOR}}}{name}"


def _manifest() -> bytes:
    ElementTree.register_namespace("manifest", _MANIFEST)
    root = ElementTree.Element(f"{{{_MANIFEST}}}manifest")
    for name, media_type in _MEDIA_TYPES.items():
        ElementTree.SubElement(
            root,
            f"{{{_MANIFEST}}}file-entry",
            {f"{{{_MANIFEST}}}media-type": media_type, f"{{{_MANIFEST}}}full-path": name},
        )
    return _xml(root)


def _description() -> bytes:
    ElementTree.register_namespace("d", _DESCRIPTION)
    ElementTree.register_namespace("lo", _LIBREOFFICE)
    root = ElementTree.Element(f"{{{_DESCRIPTION}}}description")

    def add(parent: ElementTree.Element, tag: str, **attributes: str) -> ElementTree.Element:
        return ElementTree.SubElement(parent, f"{{{_DESCRIPTION}}}{tag}", attributes)

    add(root, "identifier", value=_IDENTIFIER)
    add(root, "version", value=version())
    ElementTree.SubElement(
        add(root, "dependencies"),
        f"{{{_LIBREOFFICE}}}LibreOffice-minimal-version",
        {"value": _OLDEST, f"{{{_DESCRIPTION}}}name": f"LibreOffice {_OLDEST}"},
    )
    names = add(root, "display-name")
    for language, name in _NAMES.items():
        add(names, "name", lang=language).text = name
    return _xml(root)


def _xml(root: ElementTree.Element) -> bytes:
    ElementTree.indent(root)
    text: bytes = ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return text + b"\n"
