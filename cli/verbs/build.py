"""`dti new` and `dti convert`: the official workbook, empty or filled, in either edition."""

from __future__ import annotations

from pathlib import Path

import click

from cli.data import Output, Unusable, find_table, output_options
from cli.sources import read_unit
from scoring.export import number
from scoring.submission import Submission
from workbooks.book import Unreadable
from workbooks.builder import build
from workbooks.layout import EDITIONS, UDF
from workbooks.own import LayoutUnknown, is_own, read_own
from workbooks.scan import scan

_EDITION = click.Choice(EDITIONS)


@click.command("new")
@click.argument("table_id", metavar="TABLE")
@click.option("--data", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--edition", type=_EDITION, default=UDF, show_default=True)
@click.option("-o", "--output", "target", required=True, type=click.Path(path_type=Path))
@output_options
def new(table_id: str, data: Path | None, edition: str, target: Path, output: Output) -> None:
    """Tạo biểu chính thức, trống hoặc có số liệu. / Build the official workbook."""
    table = find_table(table_id)
    submission = read_unit(data, table.id)[1] if data else None
    write(target, table.id, submission, edition, {}, output)


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
    if source is not None and target.exists() and target.samefile(source):
        raise Unusable(f"Không ghi đè lên tệp gốc {source.name}. Hãy chọn tên khác cho -o.")
    if not target.parent.is_dir():
        raise Unusable(f"Không có thư mục {target.parent}.")
    try:
        result = build(target, table_id, submission=submission, edition=edition, words=words)
    except OSError as error:
        raise Unusable(f"Không ghi được {target}: {error}.") from error
    data = {
        "file": str(target),
        "table": table_id,
        "edition": edition,
        "total": number(result.total),
        "missing": len(result.missing),
    }
    output.emit(data, lambda: f"{output.say('Đã tạo', 'Written')}: {target}")
