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
from xl_addin.libreoffice.configuration import component_data, node, prop, xml
from xl_addin.libreoffice.menu import MENU, PROTOCOL, menu, protocol
from xl_addin.payload import libraries, sources, tables, version, zipped

FOLDER = "dti"
PACKAGE = "dti-excel.oxt"
COMPONENT = "dti_component.py"
COMMANDS = "dti_commands.py"
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

_MANIFEST = "http://openoffice.org/2001/manifest"
_DESCRIPTION = "http://openoffice.org/extensions/description/2006"
_LIBREOFFICE = "http://libreoffice.org/extensions/description/2011"
_MEDIA_TYPES = {
    TYPES: "application/vnd.sun.star.uno-typelibrary;type=RDB",
    COMPONENT: "application/vnd.sun.star.uno-component;type=Python",
    COMMANDS: "application/vnd.sun.star.uno-component;type=Python",
    FUNCTIONS_FILE: "application/vnd.sun.star.configuration-data",
    **dict.fromkeys((PROTOCOL, MENU), "application/vnd.sun.star.configuration-data"),
}
_LIBRARIES = ("jinja2", "markupsafe", "openpyxl", "et-xmlfile", "xlrd", "xlsxwriter")
"""What the commands need beside our own packages; all of it runs as pure Python."""


_PACKAGES = ("texts", "scoring", "reading", "rulesets", "udfs", "workbooks", "answers")
_OF_THE_ADDIN = ("xl_addin/__init__.py", "xl_addin/commands/", "xl_addin/hosts/")


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
    here = Path(__file__)
    result = {
        COMPONENT: here.with_name("component.py").read_bytes(),
        COMMANDS: here.with_name("commands.py").read_bytes(),
        TYPES: _types().encode(),
        FUNCTIONS_FILE: _functions(),
        PROTOCOL: protocol(),
        MENU: menu(),
        MANIFEST: _manifest(),
        DESCRIPTION: _description(),
    }
    own = sources(_PACKAGES) | tables()
    own |= {n: d for n, d in sources(("xl_addin",)).items() if n.startswith(_OF_THE_ADDIN)}
    own |= libraries(_LIBRARIES)
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
    root = component_data("CalcAddIns")
    service = node(node(root, "AddInInfo", new=False), IMPLEMENTATION)
    functions = node(service, "AddInFunctions", new=False)
    for function in FUNCTIONS:
        _function(functions, function)
    return xml(root)


def _function(parent: ElementTree.Element, function: Function) -> None:
    entry = node(parent, function.service)
    prop(entry, "DisplayName", {"en-US": function.name})
    prop(entry, "Description", {"en-US": function.en, "vi": function.vi})
    prop(entry, "Category", {"": "Add-In"})
    # The name in .xlsx files.
    prop(entry, "CompatibilityName", {"en-US": function.name})
    parameters = node(entry, "Parameters", new=False)
    for parameter in function.parameters:
        sub = node(parameters, _argument(parameter))
        prop(sub, "DisplayName", {"en-US": parameter.name})
        prop(sub, "Description", {"en-US": parameter.en, "vi": parameter.vi})


def _manifest() -> bytes:
    ElementTree.register_namespace("manifest", _MANIFEST)
    root = ElementTree.Element(f"{{{_MANIFEST}}}manifest")
    for name, media_type in _MEDIA_TYPES.items():
        ElementTree.SubElement(
            root,
            f"{{{_MANIFEST}}}file-entry",
            {f"{{{_MANIFEST}}}media-type": media_type, f"{{{_MANIFEST}}}full-path": name},
        )
    return xml(root)


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
    return xml(root)
