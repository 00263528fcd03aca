"""XML of workbooks: both ways of reading a part agree, and nothing unsafe is read."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from rulesets.files import table_ids
from tests.support.build import write_unit
from tests.workbooks.test_scan import FORMS, MAIN, STRICT, STRICT_RELATIONS, raw_book
from workbooks.files import xlsx_styles
from workbooks.files.book import Style
from workbooks.files.scan import CellKind, Unreadable, scan
from workbooks.files.xlsx_sheet import read_sheet
from workbooks.files.xlsx_usual import read_usual, usual_texts

SHEET = "xl/worksheets/sheet1.xml"
ROOT = Path(__file__).parents[2]


def both_ways(path: Path) -> int:
    """How many sheets are read by patterns; every one of those is read by handlers alike."""
    usual = 0
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            if name.startswith("xl/worksheets/sheet"):
                fast = read_usual(content, name, 10**6)
                if fast is not None:
                    usual += 1
                    assert fast == read_sheet(content, name, 10**6)
            elif name == "xl/sharedStrings.xml":
                texts = usual_texts(content, name)
                assert texts in (None, xlsx_styles._texts(content, name))
    return usual


@pytest.mark.parametrize("table_id", table_ids())
@pytest.mark.parametrize("edition", ["udf", "native"])
def test_our_books_are_read_alike_both_ways(tmp_path: Path, table_id: str, edition: str) -> None:
    write_unit(tmp_path / "a.xlsx", table_id, edition=edition)
    assert both_ways(tmp_path / "a.xlsx") == len(scan(tmp_path / "a.xlsx").sheets)


@pytest.mark.parametrize("path", sorted(FORMS.glob("*.xlsx")), ids=lambda path: path.stem)
def test_forms_are_read_alike_both_ways(path: Path) -> None:
    assert both_ways(path) > 0


CELL = '<c r="A1" t="str"><v>x</v></c>'


@pytest.mark.parametrize(
    "part",
    [
        pytest.param(f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" '
                     't="str"><x:v>x</x:v></x:c></x:row></x:sheetData></x:worksheet>', id="prefix"),
        pytest.param(f'<worksheet xmlns="{MAIN}"><sheetData><!-- --><row r="1">{CELL}</row>'
                     "</sheetData></worksheet>", id="comment"),
        pytest.param(f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="str"><v>'
                     "<![CDATA[x]]></v></c></row></sheetData></worksheet>", id="cdata"),
        pytest.param(f'<worksheet xmlns="{MAIN}"><sheetData>\r\n<row r="1">{CELL}\r\n</row>'
                     "</sheetData></worksheet>", id="line-ends"),
        pytest.param(f"<worksheet xmlns='{MAIN}'><sheetData><row r='1'><c t='str' r='A1'><v>x</v>"
                     "</c ></row></sheetData></worksheet>", id="quotes-order-spaces"),
        pytest.param(f'<worksheet xmlns="{MAIN}"><sheetData><row><c t="str"><v>x</v></c></row>'
                     "</sheetData></worksheet>", id="no-addresses"),
        pytest.param(f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr">'
                     "<is><r><t>x</t></r><rPh><t>y</t></rPh></is></c></row></sheetData>"
                     "</worksheet>", id="runs"),
        pytest.param(f'<?xml version="1.0" encoding="windows-1252"?><worksheet xmlns="{MAIN}">'
                     f'<sheetData><row r="1">{CELL}</row></sheetData></worksheet>', id="encoding"),
        pytest.param(f'<worksheet xmlns="{MAIN}"><sheetData><x:row xmlns:x="{MAIN}" r="1"><x:c '
                     'r="A1" t="str"><x:v>x</x:v></x:c></x:row></sheetData></worksheet>',
                     id="prefix-further-down"),
    ],
)  # fmt: skip
def test_written_otherwise_is_read_all_the_same(tmp_path: Path, part: str) -> None:
    path = raw_book(tmp_path / "a.xlsx", "", extra={SHEET: part})
    cells = scan(path).sheets[0].cells
    assert {place: (cell.kind, cell.value) for place, cell in cells.items()} == {
        (1, 1): (CellKind.TEXT, "x")
    }


def test_utf16_and_references(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1" t="str"><f>IF(1&lt;2,&quot;&#1087;&amp;amp;&quot;)</f>'
    rows += "<v>Có &amp; &#xE2;</v></c></row>"
    one = scan(raw_book(tmp_path / "a.xlsx", rows)).sheets[0].cells
    wide = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'.encode("utf-16")
    path = raw_book(tmp_path / "b.xlsx", "", extra={SHEET: wide})  # type: ignore[dict-item]
    assert one == scan(path).sheets[0].cells
    assert one[1, 1].formula == 'IF(1<2,"п&amp;")'
    assert one[1, 1].value == "Có & â"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>', id="entity"),
        pytest.param(b"<?xml version='1.0'?><!-- x --><!DOCTYPE a><worksheet/>", id="doctype"),
        pytest.param('<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'.encode("utf-16"), id="utf-16"),
        pytest.param('<!DOCTYPE a SYSTEM "file:///etc/passwd"><worksheet/>'.encode("utf-16-be"),
                     id="utf-16-without-mark"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("part", [SHEET, "xl/sharedStrings.xml", "xl/workbook.xml"])
def test_a_document_type_is_refused_before_it_means_anything(
    tmp_path: Path, content: bytes, part: str
) -> None:
    path = raw_book(tmp_path / "a.xlsx", "", extra={part: content})  # type: ignore[dict-item]
    with pytest.raises(Unreadable) as caught:
        scan(path)
    assert (caught.value.code, caught.value.why.id) == ("file-unsafe", "file.unsafe.doctype")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param('<?xml version="1.0" encoding="utf-7"?><worksheet/>', id="utf-7"),
        pytest.param('<?xml version="1.0" encoding="khong-co"?><worksheet/>', id="no-encoding"),
        pytest.param("<worksheet>", id="not-closed"),
        pytest.param("<worksheet>&x;</worksheet>", id="unknown-entity"),
        pytest.param("", id="nothing"),
    ],
)
def test_wrong_xml_is_a_damaged_file(tmp_path: Path, content: str) -> None:
    with pytest.raises(Unreadable) as caught:
        scan(raw_book(tmp_path / "a.xlsx", "", extra={SHEET: content}))
    assert caught.value.why.id == "file.damaged.xml"


@pytest.mark.parametrize("place", ["XFE1", "A0", "A1048577", "a1", "1", "A"])
def test_a_cell_outside_the_sheet_is_a_damaged_file(tmp_path: Path, place: str) -> None:
    digits = "".join(char for char in place if char.isdigit()) or "1"
    rows = f'<row r="{digits}"><c r="{place}"><v>1</v></c></row>'
    with pytest.raises(Unreadable) as caught:
        scan(raw_book(tmp_path / "a.xlsx", rows))
    assert caught.value.why.id == "file.damaged.place"


def test_how_cells_look(tmp_path: Path) -> None:
    styles = (
        f'<styleSheet xmlns="{STRICT}"><fonts><font><name val="Arial"/></font><font><strike/>'
        '<color rgb="FFFFFFFF"/></font><font><color theme="0"/></font></fonts><fills><fill>'
        '<patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor '
        'rgb="FFFF0000"/></patternFill></fill></fills><numFmts><numFmt numFmtId="170" '
        'formatCode=";;;"/></numFmts><cellXfs><xf fontId="0" fillId="0"/><xf fontId="1"/>'
        '<xf fontId="2" fillId="1"/><xf numFmtId="170"/></cellXfs></styleSheet>'
    )
    cells = "".join(f'<c r="{col}1" s="{i}"><v>1</v></c>' for i, col in enumerate("ABCDE"))
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{STRICT_RELATIONS}/worksheet" '
        f'Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{STRICT_RELATIONS}/styles" '
        'Target="styles.xml"/></Relationships>'
    )
    extra = {"xl/styles.xml": styles, "xl/_rels/workbook.xml.rels": relations}
    path = raw_book(
        tmp_path / "a.xlsx",
        f'<row r="1">{cells}</row>',
        ns=STRICT,
        rel=STRICT_RELATIONS,
        extra=extra,
    )
    book = scan(path)
    looks = [book.style_of(cell) for cell in book.sheets[0].cells.values()]
    assert looks[0] == looks[4] == Style(font="Arial")
    assert looks[1] == Style(strike=True, color="FFFFFF")
    assert looks[2] == Style(color="FFFFFF", fill="FF0000")
    assert [look.hides_value for look in looks] == [False, True, False, True, False]


def test_no_compiled_xml_library_is_needed(tmp_path: Path) -> None:
    write_unit(tmp_path / "a.xlsx", "HB-2023-SO")
    code = (
        "import sys; sys.modules['lxml'] = None\n"
        "from pathlib import Path\nfrom workbooks.files.scan import scan\n"
        f"print(len(scan(Path({str(tmp_path / 'a.xlsx')!r})).sheets))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert int(done.stdout) > 3
