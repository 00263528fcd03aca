"""`dti new` and `dti convert`: the official workbook, empty or filled, in either edition."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from xlsxwriter.exceptions import FileCreateError

from cli.data import (
    Output,
    Unusable,
    check_file_there,
    check_target,
    find_law,
    output_options,
)
from cli.sources import read_unit_json
from scoring.export import number
from scoring.levels import LevelAssessment
from scoring.model import Table
from scoring.submission import Submission, UnusableInput
from texts import say
from workbooks.builder import build, build_unit
from workbooks.files.book import Unreadable
from workbooks.files.scan import scan
from workbooks.layout import EDITIONS, UDF
from workbooks.own import LayoutUnknown, is_own, read_own
from workbooks.units import Unit, read_values_unit
from workbooks.values.own import read_unit_book, values_law
from xl_addin.excel.xlsm import EDITION as XLSM
from xl_addin.excel.xlsm import as_xlsm

_EDITION = click.Choice([*EDITIONS, XLSM])


@click.command("new")
@click.argument("table_id", metavar="TABLE")
@click.option("--data", type=click.Path(path_type=Path))
@click.option("--edition", type=_EDITION, default=UDF, show_default=True)
@click.option("-o", "--output", "target", required=True, type=click.Path(path_type=Path))
@output_options
def new(table_id: str, data: Path | None, edition: str, target: Path, output: Output) -> None:
    """Tạo biểu chính thức, trống hoặc có số liệu. / Build the official workbook."""
    law = find_law(table_id)
    if data is not None:
        check_file_there(data)
    source = read_unit_json(data, law.id) if data else None
    if isinstance(source, Unit) or not isinstance(law, Table):
        unit = source if isinstance(source, Unit) else read_values_unit({}, law)
        write_unit(target, unit, edition, output, data)
        return
    write(target, law.id, source[1] if source else None, edition, {}, output, data)


@click.command("convert")
@click.argument("book", type=click.Path(path_type=Path))
@click.option("--edition", type=_EDITION, required=True)
@click.option("-o", "--output", "target", required=True, type=click.Path(path_type=Path))
@output_options
def convert(book: Path, edition: str, target: Path, output: Output) -> None:
    """Chuyển biểu sang máy có, hoặc không có, tiện ích. / The same workbook, other edition."""
    try:
        scanned = scan(book)
        if not is_own(scanned):
            raise Unusable(f"{book.name} không phải biểu của dti-excel. Hãy dùng: dti adopt.")
        if values_law(scanned) is not None:
            write_unit(target, read_unit_book(scanned).unit, edition, output, book)
            return
        statement = read_own(scanned)
    except Unreadable as error:
        raise Unusable(f"{book.name}: {error.why}.") from error
    except LayoutUnknown as error:
        raise Unusable(f"{book.name}: {error.finding.message()}") from error
    words = {row.code: row.words for row in statement.rows.values() if row.words}
    write(target, statement.table.id, statement.submission, edition, words, output, book)


def write(
    target: Path,
    table_id: str,
    submission: Submission | None,
    edition: str,
    words: dict[str, str],
    output: Output,
    source: Path | None = None,
) -> None:
    """Build a workbook and say so. A user's file is never written over by its own reading."""
    check_target(target, *([source] if source else []))
    check_suffix(target, edition, output.lang)
    try:
        with _written(target, edition) as (path, inner):
            result = build(path, table_id, submission=submission, edition=inner, words=words)
    except (OSError, FileCreateError) as error:
        raise Unusable(f"Không ghi được {target}: {error}.") from error
    data = {
        "file": str(target),
        "table": table_id,
        "edition": edition,
        "total": number(result.total),
        "missing": len(result.missing),
    }
    output.emit(data, lambda: f"{output.say('Đã tạo', 'Written')}: {target}")


def check_suffix(target: Path, edition: str, lang: str) -> None:
    """Raise Unusable where Excel would refuse the file because of its name."""
    wanted = ".xlsm" if edition == XLSM else ".xlsx"
    if (target.suffix.lower() == ".xlsm") != (edition == XLSM):
        name = target.with_suffix(wanted).name
        raise Unusable(say("excel.suffix", lang, edition=edition, name=name))


@contextmanager
def _written(target: Path, edition: str) -> Iterator[tuple[Path, str]]:
    """Where to build, and as which edition; functions are put inside an `xlsm` at the end."""
    if edition != XLSM:
        yield target, edition
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsx"
        yield path, UDF
        partial = target.with_name(f"{target.name}.partial")
        partial.write_bytes(as_xlsm(path.read_bytes()))
        partial.replace(target)


def write_unit(
    target: Path, unit: Unit, edition: str, output: Output, source: Path | None = None
) -> None:
    """Build the workbook of a levels table or a plan and say so."""
    check_target(target, *([source] if source else []))
    check_suffix(target, edition, output.lang)
    try:
        with _written(target, edition) as (path, inner):
            result = build_unit(path, unit, edition=inner)
    except UnusableInput as error:
        raise Unusable(str(error)) from error
    except (OSError, FileCreateError) as error:
        raise Unusable(f"Không ghi được {target}: {error}.") from error
    data = {
        "file": str(target),
        "table": unit.law.id,
        "edition": edition,
        "total": None,
        "level": result.level if isinstance(result, LevelAssessment) else None,
        "missing": len(result.missing),
    }
    output.emit(data, lambda: f"{output.say('Đã tạo', 'Written')}: {target}")
