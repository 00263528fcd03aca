"""Links that serve only our functions are no finding; every other link is."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.support.build import write_unit
from workbooks.files.scan import scan

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STARTUP = "http://schemas.microsoft.com/office/2006/relationships/xlExternalLinkPath/xlStartup"
_PATH = f"{_OFFICE}/externalLinkPath"
_NAMES = (
    '<externalBook xmlns:r="x" r:id="rId1"><sheetNames><sheetName val="DTI"/></sheetNames>'
    '<definedNames><definedName name="DTI_SCORE"/></definedNames></externalBook>'
)
_CELLS = (
    '<externalBook xmlns:r="x" r:id="rId1"><sheetDataSet><sheetData sheetId="0"><row r="1">'
    '<cell r="A1"><v>1</v></cell></row></sheetData></sheetDataSet></externalBook>'
)


def linked(
    folder: Path, target: str, formula: bytes, kind: str = _PATH, inside: str = _NAMES
) -> tuple[str, ...]:
    """The links that are found in a workbook of ours whose calls became `formula`."""
    plain, path = folder / "plain.xlsx", folder / "linked.xlsx"
    write_unit(plain, "HB-2023-XA")
    head, rels = f"xmlns:r='{_OFFICE}'", "xl/_rels/workbook.xml.rels"
    link = f'<Relationship Id="rIdL" Type="{_OFFICE}/externalLink" Target="externalLinks/e1.xml"/>'
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == rels:
                data = data.replace(b"</Relationships>", link.encode() + b"</Relationships>")
            elif name == "xl/workbook.xml":
                reference = f"<externalReferences><externalReference {head} r:id='rIdL'/>"
                data = data.replace(
                    b"</sheets>", f"</sheets>{reference}</externalReferences>".encode()
                )
            elif name.startswith("xl/worksheets/"):
                data = data.replace(b"DTI_SCORE(", formula)
            new.writestr(name, data)
        new.writestr(
            "xl/externalLinks/e1.xml", f"<externalLink xmlns='{_MAIN}'>{inside}</externalLink>"
        )
        new.writestr(
            "xl/externalLinks/_rels/e1.xml.rels",
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
            f"<Relationship Id='rId1' Type='{kind}' Target='{target}' TargetMode='External'/>"
            "</Relationships>",
        )
    return scan(path).external_links


@pytest.mark.parametrize(
    ("target", "formula", "kind"),
    [
        ("dti.xlam", b"[1]!DTI_SCORE(", _STARTUP),
        ("file:///C:/Users/An/AppData/Roaming/Microsoft/Excel/XLSTART/dti.xlam",
         b"[1]!DTI_SCORE(", _PATH),
        ("chua-cai/DTI.XLAM", b"DTI_SCORE(", _PATH),
        ("tien-ich-cu.xlam", b"[1]!DTI_SCORE(", _PATH),
    ],
    ids=["startup folder", "full path", "left over", "renamed"],
)  # fmt: skip
def test_links_to_the_add_in_are_no_finding(
    target: str, formula: bytes, kind: str, tmp_path: Path
) -> None:
    assert linked(tmp_path, target, formula, kind) == ()


@pytest.mark.parametrize(
    ("target", "formula", "inside"),
    [
        ("dti.xlam", b"[1]Sheet1!A1+DTI_SCORE(", _NAMES),
        ("dti.xlam", b"[1]!OTHER(", _NAMES),
        ("http://example.org/dti.xlam", b"[1]!DTI_SCORE(", _NAMES),
        (r"\\server\share\dti.xlam", b"[1]!DTI_SCORE(", _NAMES),
        ("so-lieu.xlsx", b"DTI_SCORE(", _NAMES),
        ("dti.xlam", b"[1]!DTI_SCORE(", _CELLS),
        ("dti.xlam", b"[1]!DTI_SCORE(", '<ddeLink ddeService="cmd" ddeTopic="x"/>'),
    ],
    ids=["a cell", "another function", "web", "server", "unused", "values inside", "dde"],
)
def test_every_other_link_is_reported(
    target: str, formula: bytes, inside: str, tmp_path: Path
) -> None:
    assert linked(tmp_path, target, formula, inside=inside) == (target,)
