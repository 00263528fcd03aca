"""`dti check` of many files: every file in a worker, its answer kept, results in many forms."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from answers.check import result_json, result_words
from answers.refusal import Unusable, unusable
from answers.saving import Place
from rulesets.files import folders
from texts import Text
from workbooks.batch.answer import Kept, kept_from, kept_of
from workbooks.batch.cluster import Cluster, NoCluster
from workbooks.batch.lane import Bounds, Setting
from workbooks.batch.page import overview, page_name
from workbooks.batch.run import Here, Where, cores, run
from workbooks.batch.store import Mark, NoStore, Store, mark_of, program_digest
from workbooks.batch.tables import Line, Missing, need_parquet, write_jsonl, write_parquet
from workbooks.reconcile import Reconciliation, check_file, refused
from workbooks.reports.html import page_of, result_data


@dataclass(frozen=True, slots=True)
class Options:
    """How files are checked. `jobs`: workers, None: one for each core; `report`: pages, too."""

    deep: bool = False
    lang: str = "vi"
    report: bool = False
    jobs: int | None = None
    cluster: str | None = None
    resume: Path | None = None
    bounds: Bounds = field(default_factory=Bounds)


def check_one(file: Path, deep: bool = False, lang: str = "vi", report: bool = False) -> Any:
    """The answer of one file as plain data; runs in a worker, never raises for the file."""
    return _answer(check_file(file, deep), lang, report)


def _answer(result: Reconciliation, lang: str, report: bool) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "kept": kept_of(result).to_json(),
        "json": result_json(result, lang),
        "words": result_words(result, lang),
    }
    if report:
        answer["report"] = result_data(result, lang)
    return answer


def _failed(file: Path, why: Text, lang: str, report: bool) -> dict[str, Any]:
    return _answer(refused(file, why), lang, report)


@dataclass(frozen=True)
class ManyChecked:
    """Files that were checked: each answer is read from the store when it is asked for."""

    files: Sequence[Path]
    marks: Sequence[Mark]
    store: Store
    lang: str

    def answers(self) -> Iterator[dict[str, Any]]:
        """The answers, in the order of the files."""
        return self.store.answers(self.marks)

    def lines(self) -> Iterator[Line]:
        """Each file with its line of the overview and its result."""
        for file, answer in zip(self.files, self.answers(), strict=True):
            yield file, kept_from(answer["kept"]), answer["json"]

    @property
    def exit_status(self) -> int:
        """That of the worst file."""
        return max(int(answer["kept"]["exit_status"]) for answer in self.answers())

    def report(self) -> bytes:
        """One page with everything of every file. The answers need `report`."""
        return page_of([answer["report"] for answer in self.answers()], self.lang).encode("utf-8")

    def save_jsonl(self, place: Place) -> None:
        """JSON lines. Raises Unusable."""
        with place.writing() as target:
            write_jsonl(target, self.lines())

    def save_parquet(self, place: Place) -> None:
        """Parquet. Raises Unusable."""
        with place.writing() as target:
            write_parquet(target, self.lines())

    def save_book(self, place: Place) -> None:
        """One workbook. Raises Unusable."""
        from workbooks.batch.book import write_book

        with place.writing() as target:
            write_book(target, self._linked(place.target), len(self.files), self.lang)

    def _linked(self, target: Path) -> Iterator[Line]:
        """The lines with each file as the workbook links to it: from where the workbook lies."""
        base = target.absolute().parent
        for file, kept, result in self.lines():
            try:
                path = Path(os.path.relpath(file.absolute(), base))
            except ValueError:  # another drive
                path = file.absolute()
            yield path, kept, result

    def save_overview(self, place: Place) -> None:
        """The page for a phone, and a folder beside it with a page for each unit."""
        folder = pages_beside(place.target)
        _make(folder)
        with place.writing() as target, target.open("w", encoding="utf-8") as file:
            for piece in overview(self._pages(folder, place), len(self.files), self.lang):
                file.write(piece)

    def _pages(self, folder: Path, place: Place) -> Iterator[tuple[Kept, str]]:
        """Each line with the address of its page, which is written on the way."""
        for number, answer in enumerate(self.answers(), 1):
            kept = kept_from(answer["kept"])
            name = page_name(number, kept.file)
            page = page_of([answer["report"]], self.lang).encode("utf-8")
            replace(place, target=folder / name).save(page)
            yield kept, f"{folder.name}/{name}"


def pages_beside(target: Path) -> Path:
    """The folder of the units' pages.

    >>> pages_beside(Path("a/tong-hop.html")).name
    'tong-hop-don-vi'
    """
    return target.with_name(f"{target.stem}-don-vi")


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        why = error.strerror or str(error)
        raise unusable("write.other", file=folder.name, why=why) from error


def check_many(
    files: Sequence[Path], options: Options = Options(), step: Callable[[], None] = lambda: None
) -> ManyChecked:
    """Check files, as many at once as there are workers. `step` is called once for each.

    Raises Unusable for a store or a cluster that cannot be used; never for what is in a file.
    """
    store = _opened(options.resume)
    called = (str(options.deep), options.lang, str(options.report))
    program = program_digest(folders(), *called)
    marked = [(file, mark_of(file, program)) for file in files]
    lang, report = options.lang, options.report
    work = partial(check_one, deep=options.deep, lang=lang, report=report)
    failed = partial(_failed, lang=lang, report=report)
    try:
        run(marked, work, failed, store, _where(options, len(files)), step)
    except NoCluster as error:
        store.close()
        raise Unusable(error.why) from error
    except OSError as error:
        store.close()
        raise _no_store(options.resume, error) from error
    return ManyChecked(files, [mark for _, mark in marked], store, options.lang)


def _where(options: Options, count: int) -> Where:
    setting = Setting(folders(), "answers.batch")
    if options.cluster:
        return Cluster(options.cluster, options.bounds, setting)
    jobs = max(1, min(options.jobs or cores(), count))
    return Here(jobs, options.bounds, setting)


def _opened(path: Path | None) -> Store:
    try:
        return Store(path)
    except OSError as error:
        raise _no_store(path, error) from error
    except NoStore:
        raise unusable("batch.store-other", file=str(path)) from None


def _no_store(path: Path | None, error: OSError) -> Unusable:
    why = error.strerror or str(error)
    return unusable("batch.store", file=str(path or ""), why=why)


def parquet_can_be_written() -> None:
    """Raises Unusable, before the work, where it cannot."""
    try:
        need_parquet()
    except Missing as error:
        raise Unusable(error.why) from error


def closed(result: ManyChecked) -> closing[Store]:
    """The result's store, to be closed at the end of a block."""
    return closing(result.store)
