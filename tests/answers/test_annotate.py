"""`dti check --annotate`: notes at the cells and a sheet, in a copy; every other byte as it was."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment

from tests.support.cases import TYPED, make, office
from tests.support.command import dti, state_of
from workbooks.design.names import NATIVE
from workbooks.files.scan import scan
from workbooks.marks import MARK
from workbooks.reconcile import check_file

FORMS = sorted((Path(__file__).parents[1] / "books" / "forms").glob("*.xlsx"))


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """An office whose typed score of a row is not the computed one, in a book with a chart."""
    path = make(tmp_path / "sai.xlsx", office(typed={**TYPED, "3.1": 5}), NATIVE)
    book = openpyxl.load_workbook(path)
    chart = BarChart()
    chart.add_data(Reference(book.worksheets[0], min_col=1, min_row=1, max_row=3))
    book.worksheets[0].add_chart(chart, "A40")
    book.save(path)
    return path


def test_every_finding_is_at_its_cell_and_in_the_list(wrong: Path, tmp_path: Path) -> None:
    before, target = state_of(tmp_path), tmp_path / "danh-dau.xlsx"
    answer = dti("check", wrong, "--annotate", target)
    assert answer.status == 1
    assert str(target) in answer.out
    findings = check_file(wrong).findings
    copy = scan(target)
    for item in findings:
        if item.cell:
            notes = copy.by_name[item.sheet].comments.values()
            assert any(item.message() in note for note in notes)
    listed = copy.by_name["Đối chiếu"]
    shown = {cell.value for cell in listed.cells.values()}
    assert {item.message() for item in findings} <= shown
    assert [cell.value for cell in listed.cells.values()][1] == "LỆCH"
    left = {name: state for name, state in state_of(tmp_path).items() if name != target.name}
    assert left == before


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_other_parts_are_untouched(form: Path, tmp_path: Path) -> None:
    target = tmp_path / "danh-dau.xlsx"
    dti("check", form, "--annotate", target)
    _other_parts_are_untouched(form, target)
    assert check_file(target).findings == check_file(form).findings


def test_charts_and_styles_are_untouched(wrong: Path, tmp_path: Path) -> None:
    target = tmp_path / "danh-dau.xlsx"
    dti("check", wrong, "--annotate", target)
    _other_parts_are_untouched(wrong, target)
    assert any("chart" in name for name in parts(target))
    assert openpyxl.load_workbook(target)["Đối chiếu"]["A1"].value.startswith(MARK)


def _other_parts_are_untouched(before: Path, after: Path) -> None:
    old, new = parts(before), parts(after)
    noted = {
        name for name in old if name.startswith("xl/worksheets/sheet") and old[name] != new[name]
    }
    for name in noted:  # what a sheet gains is the reference to its notes
        added = new[name].replace(old[name][:200], b"")
        assert b"legacyDrawing" in added
        start = new[name].index(b"<legacyDrawing")
        end = new[name].index(b"/>", start) + 2
        assert new[name][:start] + new[name][end:] == old[name]
    allowed = ("[Content_Types].xml", "xl/workbook.xml")
    for name in set(old) - noted - set(allowed):
        changed = old[name] != new[name]
        assert not changed or "/_rels/" in name or "comments" in name or name.endswith(".vml")


def test_the_notes_of_the_official_stay(wrong: Path, tmp_path: Path) -> None:
    item = next(item for item in check_file(wrong).findings if item.cell)
    book = openpyxl.load_workbook(wrong)
    book[item.sheet][item.cell].comment = Comment("Chị Hoa xem lại", "Hoa")
    book.save(wrong)
    target = tmp_path / "danh-dau.xlsx"
    dti("check", wrong, "--annotate", target)
    note = openpyxl.load_workbook(target)[item.sheet][item.cell].comment
    assert note.text == "Chị Hoa xem lại"


def test_a_marked_copy_is_marked_anew_not_twice(wrong: Path, tmp_path: Path) -> None:
    once, twice = tmp_path / "mot.xlsx", tmp_path / "hai.xlsx"
    dti("check", wrong, "--annotate", once)
    dti("check", once, "--annotate", twice, "--lang", "en")
    names = [sheet.name for sheet in scan(twice).sheets]
    assert "Đối chiếu" not in names
    assert len(names) == len(scan(wrong).sheets) + 1
    count = [sum(len(s.comments) for s in scan(path).sheets) for path in (once, twice)]
    assert count[0] == count[1]


def test_what_cannot_be_marked_is_refused(wrong: Path, tmp_path: Path) -> None:
    form = next(iter(sorted(FORMS[0].parent.glob("*.xls"))))
    for call in (
        (form, "--annotate", tmp_path / "a.xls"),
        (wrong, "--annotate", wrong),
        (wrong, "--annotate", tmp_path / "a.xlsm"),
        (wrong, form, "--annotate", tmp_path / "a.xlsx"),
    ):
        answer = dti("check", *call)
        assert (answer.status, answer.out) == (2, "")
        assert answer.err
    bad = tmp_path / "hong.xlsx"
    bad.write_bytes(b"PK\x03\x04")
    answer = dti("check", bad, "--annotate", tmp_path / "b.xlsx")
    assert answer.status == 2
    assert not (tmp_path / "b.xlsx").exists()
