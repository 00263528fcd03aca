"""Every command on a file: what it changes, what it leaves, what it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from answers.convert import convert
from answers.explain import explain
from answers.improve import ImprovedRows, ImprovedScore, improve
from answers.sources import Upload, read_source, scan_book
from tests.answers.conftest import LEVELS, PLAN, SCORED, UNITS
from tests.commands.conftest import parts
from texts import LANGS, catalogue, say
from workbooks.design.names import NATIVE, UDF, Key
from workbooks.engines import plain_formula
from workbooks.files.book import Book
from workbooks.own.identity import identity_of
from workbooks.own.read import read_own
from workbooks.patch.cells import Calls, Held, put_cells
from workbooks.patch.parts import Patch
from workbooks.reconcile import check_book
from workbooks.statement import Statement
from xl_addin.commands.precheck import kind_of, precheck
from xl_addin.commands.registry import COMMANDS, command_of
from xl_addin.commands.request import Request
from xl_addin.hosts.file import FileHost
from xl_addin.hosts.port import perform

Write = Callable[..., Path]
ROWS = {SCORED: "6.5", LEVELS: "II.4", PLAN: "II.16"}


def stated(content: bytes) -> Statement:
    return read_own(scan_book(Upload("book.xlsx", content)))


def changed(path: Path, cells: dict[tuple[str, str], Any]) -> Path:
    """The workbook with other values in some cells, as an official would leave it."""
    patch = Patch(path.read_bytes())
    for (sheet, cell), value in cells.items():
        put_cells(patch, sheet, {cell: Held(value)})
    path.write_bytes(patch.saved())
    return path


def formulas_of(book: Book) -> dict[tuple[str, str], str]:
    return {(s.name, c.address): c.formula for s in book.sheets for c in s.cells.values()}


def bare(words: str) -> str:
    """A text without its indentation and line breaks."""
    return " ".join(words.split())


# --- The registry ---------------------------------------------------------------------------


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
@pytest.mark.parametrize("lang", LANGS)
def test_every_command_has_its_words_and_its_function(command: Any, lang: str, book: Path) -> None:
    assert command.label(lang)
    assert command.tip(lang)
    assert command_of(command.id) == command
    host = FileHost(book, "Chấm điểm", "A1", other=book, folder=book.parent)
    said = perform(command.id, host, lang)
    assert said
    assert "{" not in said


def test_ids_are_one_each() -> None:
    assert len({command.id for command in COMMANDS}) == len(COMMANDS) == 11


@pytest.mark.parametrize("name", ["", "rm -rf /", "__class__", "Reconcile", "plan"])
def test_an_unknown_command_does_nothing_and_says_so(name: str, book: Path) -> None:
    host = FileHost(book)
    said = perform(name, host)
    assert said.startswith("Không có lệnh")
    assert host.content == book.read_bytes()


@pytest.mark.parametrize("command", [c.id for c in COMMANDS if c.id != "rank"])
def test_what_is_no_workbook_is_refused_in_words(command: str) -> None:
    host = FileHost(Upload("a.xlsx", b"no workbook"), other=Upload("b.xlsx", b""))
    said = perform(command, host)
    assert "không làm được" in said
    assert "a.xlsx" in said
    assert host.content == b"no workbook"


# --- Explain --------------------------------------------------------------------------------


def test_the_row_of_the_selected_cell_is_explained(book: Path, table_id: str) -> None:
    statement, code = stated(book.read_bytes()), ROWS[table_id]
    expected = explain(read_source(book), code)
    for key, (sheet, cell) in statement.places.items():
        if key.code == code:
            said = perform("explain", FileHost(book, sheet, cell))
            assert bare(said) == bare(f"{code}. {expected.row.row.name}\n{expected.words()}")
    sheet, cell = statement.places[Key("row", code)]
    english = perform("explain", FileHost(book, sheet, f"{cell}:{cell}"), "en")
    assert bare(expected.words("en")) in bare(english)


@pytest.mark.parametrize("cell", ["", "A1", "A900"])
def test_a_cell_of_no_row_is_said(cell: str, book: Path, table_id: str) -> None:
    sheet = stated(book.read_bytes()).places[Key("row", ROWS[table_id])][0]
    said = perform("explain", FileHost(book, sheet, cell))
    assert "dòng của chỉ số" in said


# --- Before signing -------------------------------------------------------------------------


def test_what_hinders_signing_is_listed(book: Path) -> None:
    host = FileHost(book)
    said = perform("precheck", host)
    marked = scan_book(Upload("a.xlsx", host.content))
    listed = marked.by_name["Trước khi ký"]
    shown = {str(cell.value) for cell in listed.cells.values()}
    hindering = [f for f in check_book(scan_book(book)).findings if kind_of(f)]
    assert {item.message() for item in hindering} <= shown
    assert {item.place for item in hindering if item.cell} <= shown
    assert "trước khi ký" in said
    assert not any(sheet.comments for sheet in marked.sheets)


def test_blank_lines_of_the_signed_page_hinder(write: Write) -> None:
    path = write(PLAN)
    said = perform("precheck", host := FileHost(path))
    book = scan_book(Upload("a.xlsx", host.content))
    shown = {str(c.value) for c in book.by_name["Trước khi ký"].cells.values()}
    assert any("Thông tin chung!" in text for text in shown)
    assert say("command.precheck.missing") in said


def test_nothing_hinders_where_nothing_is_left(write: Write) -> None:
    request = Request("a.xlsx", write(LEVELS).read_bytes())
    ready = replace(request.checked, findings=(), statement=None)
    request.__dict__["checked"] = ready  # what the check gives of a finished workbook
    plan = precheck(request)
    assert plan.words() == say("command.precheck.ready")
    assert not plan.changes


# --- Adopt ----------------------------------------------------------------------------------


def test_blank_cells_are_filled_and_the_results_follow(table_id: str, write: Write) -> None:
    old = write(table_id, name="old.xlsx")
    empty = write(table_id, {"table": table_id}, name="new.xlsx")
    host = FileHost(empty, other=old)
    said = perform("adopt", host)
    after, wanted = stated(host.content), stated(old.read_bytes())
    assert replace(after.submission) == wanted.submission
    assert "old.xlsx" in said
    # Nothing is stale: readers that do not recalculate see the scores.
    codes = [item.code for item in check_book(after.book).findings]
    assert codes == [item.code for item in check_book(wanted.book).findings]
    assert "score-stale" not in codes


def test_what_stands_there_stays_and_is_listed(write: Write) -> None:
    old = write(SCORED, name="old.xlsx")
    mine = write(SCORED, name="mine.xlsx")
    place = stated(mine.read_bytes()).places
    key = next(k for k in place if k.what == "in" and stated(mine.read_bytes()).cell(k))
    number = stated(mine.read_bytes()).cell(key)
    assert number is not None
    changed(mine, {place[key]: 0.125})
    host = FileHost(mine, other=old)
    said = perform("adopt", host)
    after = stated(host.content)
    cell = after.cell(key)
    assert cell is not None
    assert float(cell.value) == 0.125
    assert "1 ô đã có số khác" in said
    listed = scan_book(Upload("a.xlsx", host.content)).by_name["Số liệu lấy về"]
    shown = {str(c.value) for c in listed.cells.values()}
    assert "!".join(place[key]) in shown
    perform("unmark", host)
    assert parts(host.content) == parts(mine.read_bytes())


def test_a_form_of_others_fills_the_official_workbook(write: Write) -> None:
    form = Path("tests/books/forms/06-xa-tan-hoa-khung-tieu-chi.xlsx")
    from answers.adopt import adopt

    adopted = adopt(form)
    empty = write(adopted.law.id, {"table": adopted.law.id}, name="new.xlsx")
    host = FileHost(empty, other=form)
    perform("adopt", host)
    assert (
        stated(host.content).submission.figures
        == stated(adopted.build().content).submission.figures
    )


def test_adopting_asks_for_a_file_and_needs_our_workbook(book: Path) -> None:
    host = FileHost(book)
    assert "Chưa chọn gì" in perform("adopt", host)
    foreign = FileHost(Path("tests/books/forms/12-huyen-tan-son.xlsx"), other=book)
    assert "không phải biểu do chương trình này lập" in perform("adopt", foreign)
    assert host.content == book.read_bytes()


def test_a_form_of_another_table_is_refused(write: Write) -> None:
    empty = write(SCORED, {"table": SCORED}, name="new.xlsx")
    for other in (write(LEVELS), Path("tests/books/forms/12-huyen-tan-son.xlsx")):
        host = FileHost(empty, other=other)
        said = perform("adopt", host)
        assert "không làm được" in said
        assert other.name in said
        assert host.content == empty.read_bytes()


def test_an_old_workbook_is_read_and_not_patched() -> None:
    form = Path("tests/books/forms/03-ubnd-xa-yen-thuong.xls")
    host = FileHost(form)
    assert "không làm được" in perform("reconcile", host)
    assert host.content == form.read_bytes()


def test_texts_stay_texts(write: Write) -> None:
    unit = UNITS[SCORED] | {"name": "=1+1", "explanations": {"1.1": "05/08", "6.1": "@sum"}}
    old, empty = (
        write(SCORED, unit, name="old.xlsx"),
        write(SCORED, {"table": SCORED}, name="n.xlsx"),
    )
    host = FileHost(empty, other=old)
    perform("adopt", host)
    assert stated(host.content).submission.name == "=1+1"
    assert stated(host.content).submission.explanations["1.1"] == "05/08"


# --- What to do next, and the cohort ------------------------------------------------------


def test_what_to_do_next_leads_to_the_rows(book: Path, table_id: str) -> None:
    host = FileHost(book)
    said = perform("improve", host)
    improved = improve(read_source(book))
    assert bare(improved.words()).startswith(bare(said.splitlines()[0]))
    listed = scan_book(Upload("a.xlsx", host.content)).by_name["Việc cần làm"]
    codes = {str(c.value) for at, c in listed.cells.items() if at[1] == 2 and at[0] > 2}
    assert codes == rows_of(improved)
    places = stated(book.read_bytes()).places
    shown = {str(cell.value) for cell in listed.cells.values()}
    assert {"!".join(places[Key("row", code)]) for code in codes} <= shown
    perform("unmark", host)
    assert parts(host.content) == parts(book.read_bytes())


def rows_of(improved: ImprovedScore | ImprovedRows) -> set[str]:
    if isinstance(improved, ImprovedRows):
        return {gap.row.code for gap in improved.gaps}
    moves = {move.code for move in (*improved.near, *improved.best)}
    return moves | {one.row.code for one in improved.waiting}


def test_the_forms_of_a_folder_are_ranked(write: Write, tmp_path: Path) -> None:
    for number in range(6):
        write(LEVELS, UNITS[LEVELS] | {"name": f"Xã {number}"}, name=f"{number}.xlsx")
    target = tmp_path / "out" / "hang.xlsx"
    target.parent.mkdir()
    host = FileHost(tmp_path / "0.xlsx", folder=tmp_path, target=target)
    said = perform("rank", host)
    assert all(f"Xã {number}" in said for number in range(6))
    assert scan_book(target).sheets
    assert host.content == (tmp_path / "0.xlsx").read_bytes()


def test_ranking_asks_for_a_folder(book: Path, tmp_path: Path) -> None:
    assert "Chưa chọn gì" in perform("rank", FileHost(book))
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "không làm được" in perform("rank", FileHost(book, folder=empty))


# --- Files of their own ---------------------------------------------------------------------


@pytest.mark.parametrize("edition", [UDF, NATIVE])
def test_the_other_edition_is_a_file_of_its_own(edition: str, table_id: str, write: Write) -> None:
    path = write(table_id, edition=edition)
    target = path.with_name("out.xlsx")
    host = FileHost(path, target=target)
    said = perform("convert", host)
    other = NATIVE if edition == UDF else UDF
    assert target.read_bytes() == convert(path, other).content
    assert str(target) in said
    assert host.content == path.read_bytes()


def test_the_report_is_a_page(book: Path) -> None:
    target = book.with_name("bao-cao.html")
    said = perform("report", FileHost(book, target=target))
    assert target.read_text(encoding="utf-8").startswith("<!")
    assert str(target) in said


def test_no_file_is_written_over(book: Path) -> None:
    there = book.with_name("there.html")
    there.write_text("của tôi", encoding="utf-8")
    said = perform("report", FileHost(book, target=there))
    assert there.read_text(encoding="utf-8") == "của tôi"
    assert "không làm được" in said
    own = book.read_bytes()
    said = perform("convert", FileHost(book, target=book))
    assert book.read_bytes() == own
    assert "không làm được" in said


def test_no_place_no_file(book: Path) -> None:
    files = sorted(book.parent.iterdir())
    assert say("command.not-saved") in perform("report", FileHost(book))
    assert sorted(book.parent.iterdir()) == files


# --- Relink and update ----------------------------------------------------------------------


@pytest.mark.parametrize("prefix", ["[1]!", "_xll.", "_xldudf_DTI_"])
def test_calls_get_their_plain_name_again(prefix: str, write: Write) -> None:
    path = write(SCORED)
    plain = path.read_bytes()
    book = scan_book(path)
    patch = Patch(plain)
    count = 0
    for sheet in book.sheets:
        cells = {
            cell.address: Calls(cell.formula.replace("DTI_", f"{prefix}DTI_"))
            for cell in sheet.cells.values()
            if "DTI_" in cell.formula
        }
        count += len(cells)
        if cells:
            put_cells(patch, sheet.name, cells)
    path.write_bytes(patch.saved())
    assert count > 20
    host = FileHost(path)
    said = perform("relink", host)
    assert f"{count} ô" in said
    after = scan_book(Upload("a.xlsx", host.content))
    formulas = {(s.name, c.address): c.formula for s in after.sheets for c in s.cells.values()}
    assert formulas == {
        (s.name, c.address): c.formula for s in book.sheets for c in s.cells.values()
    }
    assert all(plain_formula(f) == f for f in formulas.values())
    assert "không thay đổi" in perform("relink", host)


def test_a_workbook_of_the_installed_table_is_current(book: Path) -> None:
    host = FileHost(book)
    assert "Không cần làm gì" in perform("update", host)
    assert host.content == book.read_bytes()


def test_a_workbook_of_an_older_table_gets_a_copy(write: Write) -> None:
    path = write(SCORED)
    changed(path, {("dti_map", "B4"): "0" * 64})
    target = path.with_name("out.xlsx")
    said = perform("update", FileHost(path, target=target))
    assert "000000000000" in said
    identity = identity_of(scan_book(target))
    assert identity is not None
    assert identity.digest == stated(target.read_bytes()).law.digest
    assert (
        stated(target.read_bytes()).submission == read_own(scan_book(path), strict=False).submission
    )


def test_a_foreign_form_has_no_edition() -> None:
    form = Path("tests/books/forms/12-huyen-tan-son.xlsx")
    for command in ("update", "convert"):
        assert "không làm được" in perform(command, FileHost(form))


# --- Engines --------------------------------------------------------------------------------


def test_a_program_that_recalculated_a_copy_is_the_engine(write: Write) -> None:
    path = write(SCORED)
    content = path.read_bytes()
    request = Request("a.xlsx", content, recalculated=lambda: content)
    assert request.checked.findings == check_book(scan_book(path)).findings
    assert request.checked.totals == check_book(scan_book(path)).totals


def test_a_copy_that_says_otherwise_shows_a_stale_score(write: Write) -> None:
    from workbooks.patch.cells import Gives

    path = write(SCORED)
    statement = stated(path.read_bytes())
    key = next(k for k in statement.places if k.what == "score" and statement.figure(k))
    sheet, cell = statement.places[key]
    patch = Patch(path.read_bytes())
    put_cells(patch, sheet, {cell: Gives(0.5)})
    request = Request("a.xlsx", patch.saved(), recalculated=path.read_bytes)
    stale = [f for f in request.checked.findings if f.code == "score-stale"]
    assert [(f.sheet, f.cell) for f in stale] == [(sheet, cell)]


def test_the_texts_of_the_commands_are_all_used() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in Path("xl_addin").rglob("*.py"))
    built = (
        "command.group.",
        "command.column.",
        "command.weight.",
        "command.precheck.",
        "command.edition.",
        "command.improve.",
        "command.sheet.",
    )
    for name in catalogue():
        if name.startswith("command.") and not name.startswith(built):
            label = name.removesuffix(".tip").removeprefix("command.")
            assert name in source or f'"{label}"' in source, name
