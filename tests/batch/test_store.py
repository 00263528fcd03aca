"""The store: a run goes on where it was broken off."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbooks.batch.store import NoStore, Store, mark_of, program_digest


def test_answers_come_back(tmp_path: Path) -> None:
    file, path = tmp_path / "a.xlsx", tmp_path / "s.jsonl"
    file.write_bytes(b"1")
    mark = mark_of(file, "p")
    store = Store(path)
    store.put(mark, {"tên": "Sở Nội vụ"})
    store.lend(mark_of(tmp_path / "b.xlsx", "p"), {"ended": True})
    store.close()
    again = Store(path)
    assert again.get(mark) == {"tên": "Sở Nội vụ"}
    assert len(again) == 1  # what was ended is tried again
    again.close()


def test_another_content_or_program_is_another_answer(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(b"1")
    store = Store()
    store.put(mark_of(file, "p"), {})
    assert mark_of(file, "p") in store
    assert mark_of(file, "q") not in store
    file.write_bytes(b"12")
    assert mark_of(file, "p") not in store
    store.close()


def test_half_a_line_is_no_answer(tmp_path: Path) -> None:
    path = tmp_path / "s.jsonl"
    first, second = mark_of(tmp_path / "a", "p"), mark_of(tmp_path / "b", "p")
    store = Store(path)
    store.put(first, {"n": 1})
    store.put(second, {"n": 2})
    store.close()
    path.write_bytes(path.read_bytes()[:-5])
    again = Store(path)
    assert first in again
    assert second not in again
    again.put(second, {"n": 3})
    again.close()
    last = Store(path)
    assert [last.get(first), last.get(second)] == [{"n": 1}, {"n": 3}]
    last.close()


def test_a_file_of_somebody_else_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "ghi-chu.txt"
    path.write_text("việc cần làm\n", "utf-8")
    with pytest.raises(NoStore):
        Store(path)
    assert path.read_text("utf-8") == "việc cần làm\n"


def test_the_digest_knows_tables_and_call(tmp_path: Path) -> None:
    (tmp_path / "t.yaml").write_text("a: 1")
    before = program_digest([tmp_path], "vi")
    assert before == program_digest([tmp_path], "vi")
    assert before != program_digest([tmp_path], "en")
    (tmp_path / "t.yaml").write_text("a: 2")
    assert before != program_digest([tmp_path], "vi")
