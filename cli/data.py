"""Data in and out: JSON read exactly, tables found, answers printed in one of two languages."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import click

from rulesets.files import table_ids
from rulesets.laws import Law, load_law
from rulesets.loader import WrongKind, load
from scoring.model import Table
from scoring.submission import UnusableInput

UNUSABLE = 2
"""Exit status: the file or the call could not be used."""


@dataclass(frozen=True, slots=True)
class Output:
    """How to answer: as JSON or as text, in Vietnamese or English."""

    as_json: bool
    lang: str

    def say(self, vi: str, en: str) -> str:
        """One of two texts."""
        return en if self.lang == "en" else vi

    def emit(self, data: Any, text: Callable[[], str]) -> None:
        """Print the data as JSON, or the text."""
        click.echo(json.dumps(data, ensure_ascii=False, indent=1) if self.as_json else text())


class Unusable(click.ClickException):
    """The file or the call could not be used: exit status 2, and why."""

    exit_code = UNUSABLE

    def show(self, file: Any = None) -> None:
        """Print the message alone; it already says what to do."""
        click.echo(self.message, err=True)


def output_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a verb its `--json` and `--lang`, as one `output` argument."""
    import functools

    @click.option("--json", "as_json", is_flag=True, help="Kết quả dạng JSON. / Answer as JSON.")
    @click.option(
        "--lang",
        type=click.Choice(["vi", "en"]),
        default="vi",
        help="Ngôn ngữ. / Language.",
    )
    @functools.wraps(command)
    def wrapped(*args: Any, as_json: bool, lang: str, **kwargs: Any) -> Any:
        click.get_current_context().meta["lang"] = lang
        return command(*args, output=Output(as_json, lang), **kwargs)

    return wrapped


def parse_json(text: str) -> Any:
    """Parse JSON with exact decimals. Raises ValueError."""
    return json.loads(text, parse_float=Decimal)


def read_json(path: Path) -> Any:
    """Read a JSON file exactly. Raises Unusable with the place of the mistake."""
    try:
        return parse_json(path.read_text(encoding="utf-8-sig"))
    except json.JSONDecodeError as error:
        raise Unusable(
            f"{path.name}, dòng {error.lineno}: không phải JSON hợp lệ ({error.msg}). "
            "Hãy sửa tệp rồi chạy lại."
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise Unusable(f"Không đọc được {path.name}: {error}.") from error


def check_file_there(path: Path) -> None:
    """Raise Unusable where a file that is to be read is not there."""
    if not path.is_file():
        raise Unusable(f"Không thấy tệp {path}. Hãy kiểm tra lại đường dẫn.")


def check_target(target: Path, *sources: Path) -> None:
    """Raise Unusable where a result cannot, or must not, be written."""
    for source in sources:
        if target.exists() and source.exists() and target.samefile(source):
            raise Unusable(f"Không ghi đè lên tệp gốc {source.name}. Hãy chọn tên khác.")
    if target.is_dir():
        raise Unusable(f"{target} là thư mục. Hãy ghi cả tên tệp.")
    if not target.parent.is_dir():
        raise Unusable(f"Không có thư mục {target.parent}. Hãy tạo thư mục hoặc chọn nơi khác.")


def find_law(table_id: str) -> Law:
    """The table of that id, of any kind. Raises Unusable, naming those there are."""
    try:
        return load_law(table_id)
    except KeyError:
        raise _no_table(table_id) from None


def find_table(table_id: str) -> Table:
    """The table of that id. Raises Unusable, naming those there are."""
    try:
        return load(table_id)
    except WrongKind as error:
        raise Unusable(f"{error}".rstrip(".") + ": lệnh này chưa nhận loại bảng đó.") from None
    except KeyError:
        raise _no_table(table_id) from None


def _no_table(table_id: str) -> Unusable:
    known = ", ".join(table_ids())
    return Unusable(f"Không có bảng chỉ số «{table_id}». Các bảng hiện có: {known}.")


def unusable(error: UnusableInput, path: Path | None = None) -> Unusable:
    """The refusal of an input, with its file."""
    return Unusable(f"{path.name}: {error}" if path else str(error))
