"""`dti check`: the validator."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from cli.data import Output, force_option, output_options
from cli.usage import Verb
from texts import say

_PATH = click.Path(path_type=Path)
_MANY = {
    "overview": "--out-html",
    "book": "--out-xlsx",
    "jsonl": "--out-jsonl",
    "parquet": "--out-parquet",
}


@click.command("check", cls=Verb)
@click.argument("paths", metavar="FILE|FOLDER|LIST.csv...", nargs=-1, required=True, type=_PATH)
@click.option("--deep", is_flag=True, help="Thêm một bộ máy tính lại thứ hai. / A second engine.")
@click.option("--report", type=_PATH, help="Báo cáo HTML. / HTML report.")
@click.option("--annotate", type=_PATH, help="Bản sao có đánh dấu. / Marked copy (one file).")
@click.option("--jobs", type=click.IntRange(1, 256), help="Số tiến trình. / Worker processes.")
@click.option("--seconds", type=click.IntRange(1), help="Giây mỗi tệp. / Seconds a file.")
@click.option("--resume", type=_PATH, help="Chạy tiếp, bỏ qua tệp không đổi. / Skip unchanged.")
@click.option("--cluster", metavar="tcp://…", help="Chạy trên cụm Dask. / On a Dask cluster.")
@click.option("--out-html", "overview", type=_PATH, help="Trang tổng hợp. / Overview for a phone.")
@click.option("--out-xlsx", "book", type=_PATH, help="Sổ tổng hợp. / Results as a workbook.")
@click.option("--out-jsonl", "jsonl", type=_PATH, help="Mỗi tệp một dòng JSON. / JSON lines.")
@click.option("--out-parquet", "parquet", type=_PATH, help="Bảng Parquet. / Parquet for pandas.")
@force_option
@output_options
@click.pass_context
def check(
    context: click.Context,
    /,
    paths: tuple[Path, ...],
    report: Path | None,
    annotate: Path | None,
    force: bool,
    output: Output,
    **given: Any,
) -> None:
    """Đối soát điểm gõ tay, ô tính, tính lại độc lập và máy chấm. / Reconcile workbooks."""
    from answers.check import books_in
    from answers.saving import HTML, place_at

    files = books_in(paths)
    place = None if report is None else place_at(report, files, force, HTML)
    copy = None if annotate is None else _copy_at(annotate, files, force)
    asked = ("resume", "cluster", *_MANY)
    if len(files) > 1 or (copy is None and any(given[name] is not None for name in asked)):
        context.exit(_many(files, place, force, output, given))
    from answers.check import annotate as annotated
    from answers.check import check

    result = check(files, given["deep"])
    if place is not None:
        place.save(result.report(output.lang))
    if copy is not None:
        copy.save(annotated(files[0], result.results[0], output.lang))
    output.answer(result)
    if not output.as_json:
        for name, written in (("check.report", report), ("annotate.written", annotate)):
            if written is not None:
                click.echo(say(name, output.lang, file=str(written)))
    context.exit(result.exit_status)


def _copy_at(target: Path, files: list[Path], force: bool) -> Any:
    """Where the marked copy goes: one file, and the same ending. Raises Unusable."""
    from answers.refusal import Unusable, unusable
    from answers.saving import place_at
    from workbooks.reports.annotate import not_possible

    if len(files) > 1:
        raise unusable("annotate.one", count=len(files))
    ending = files[0].suffix.lower()
    why = not_possible(ending)
    if why is not None:
        raise Unusable(why)
    return place_at(target, files, force, (ending,))


def _many(files: list[Path], place: Any, force: bool, output: Output, given: Any) -> int:
    """Several files, in workers; the exit status."""
    from answers.batch import Options, check_many, closed, parquet_can_be_written
    from answers.saving import HTML, JSONL, PARQUET, XLSX, place_at
    from cli.progress import progress
    from workbooks.batch.lane import Bounds

    endings = {"overview": HTML, "book": XLSX, "jsonl": JSONL, "parquet": PARQUET}
    sources = [*files, *([given["resume"]] if given["resume"] else [])]
    places = {
        name: place_at(given[name], sources, force, endings[name])
        for name in _MANY
        if given[name] is not None
    }
    if "parquet" in places:
        parquet_can_be_written()
    bounds = Bounds() if given["seconds"] is None else Bounds(seconds=given["seconds"])
    options = Options(
        deep=given["deep"],
        lang=output.lang,
        report=place is not None or "overview" in places,
        jobs=given["jobs"],
        cluster=given["cluster"],
        resume=given["resume"],
        bounds=bounds,
    )
    with progress(len(files), output.lang) as step:
        result = check_many(files, options, step)
    with closed(result):
        if place is not None:
            place.save(result.report())
        for name, where in places.items():
            getattr(result, f"save_{name}")(where)
        written = [str(place.target)] if place is not None else []
        _print(result, output, written, [str(where.target) for where in places.values()])
        return result.exit_status


def _print(result: Any, output: Output, reports: list[str], written: list[str]) -> None:
    """The answers one after the other, as a list of JSON or as words with a blank line between."""
    if output.as_json:
        output.stream(answer["json"] for answer in result.answers())
        return
    for number, answer in enumerate(result.answers()):
        click.echo(("\n" if number else "") + answer["words"])
    for file in reports:
        click.echo(say("check.report", output.lang, file=file))
    for file in written:
        click.echo(say("batch.written", output.lang, file=file))
