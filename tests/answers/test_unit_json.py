"""unit.json is read by one strict reader: what is wrong is refused with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from answers.refusal import Unusable
from answers.sources import Upload, read_source
from tests.support.command import dti, state_of

TABLE = '"table": "HD-2024-SO"'
BAD = {
    "misspelled inputs": (f'{{{TABLE}, "input": {{}}}}', ["«input»", "«inputs»"]),
    "a key twice": (f'{{{TABLE}, "name": "A", "name": "B"}}', ["dòng 1", "«name»", "hai lần"]),
    "a row twice": (
        f'{{{TABLE}, "inputs": {{"1.1": {{"option": 1}},\n"1.1": {{"option": 2}}}}}}',
        ["dòng 2", "inputs", "«1.1»", "hai lần"],
    ),
    "half a character": (f'{{{TABLE}, "name": "\\ud800"}}', ["nửa ký tự", "U+D800"]),
    "a control character": (f'{{{TABLE}, "name": "A\\u0007"}}', ["ký tự điều khiển"]),
    "deep nesting": ("[" * 100_000, ["lồng nhau"]),
    "an endless number": (
        f'{{{TABLE}, "inputs": {{"3.1": {{"a": {"9" * 5000}}}}}}}',
        ["con số dài"],
    ),
    "not UTF-8": (b'{"name": "\xff"}', ["UTF-8"]),
    "an unknown row": (f'{{{TABLE}, "inputs": {{"3.99": {{"a": 1}}}}}}', ["«3.99»"]),
}


@pytest.mark.parametrize(("text", "words"), BAD.values(), ids=list(BAD))
def test_it_is_refused_with_its_place(text: str | bytes, words: list[str], tmp_path: Path) -> None:
    unit = tmp_path / "xau.json"
    unit.write_bytes(text.encode() if isinstance(text, str) else text)
    before = state_of(tmp_path)
    for call in (
        ("score", unit),
        ("explain", unit, "1.1"),
        ("new", "HD-2024-SO", "--data", unit, "-o", tmp_path / "o.xlsx"),
    ):
        answer = dti(*call)
        assert (answer.status, answer.out) == (2, "")
        assert answer.err.startswith("xau.json: ")
        assert all(word in answer.err for word in words), answer.err
    assert state_of(tmp_path) == before


@pytest.mark.parametrize("figure", ["NaN", "Infinity", "1e999999", "-1e-99999999"])
def test_a_number_that_is_none_is_a_finding(figure: str, tmp_path: Path) -> None:
    unit = tmp_path / "u.json"
    unit.write_text(f'{{{TABLE}, "inputs": {{"3.1": {{"a": {figure}, "b": 2}}}}}}')
    answer = dti("score", unit, "--json")
    assert answer.status == 1
    (row,) = [row for row in answer.json["indicators"] if row["code"] == "3.1"]
    assert (row["score"], row["findings"]) == (None, ["input-not-a-number"])


def test_bytes_are_read_like_a_file() -> None:
    given = Upload("gui-len.json", f'{{{TABLE}, "name": "Sở Y"}}'.encode())
    source = read_source(given)
    assert (source.law.id, source.submission.name) == ("HD-2024-SO", "Sở Y")
    with pytest.raises(Unusable, match=r"gui-len\.json"):
        read_source(Upload("gui-len.json", b"{"))


def test_a_bare_count_is_a_count(tmp_path: Path) -> None:
    unit = tmp_path / "u.json"
    unit.write_text('{"table": "BTTTT-2024-XA", "values": {"II.4": 3}}')
    data = dti("explain", unit, "II.4", "--json").json
    assert data["highest"] == 5
    assert data["findings"] == []
