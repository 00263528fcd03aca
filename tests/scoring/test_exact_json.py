"""What people hand in as JSON is read exactly or refused, with its place and what to do."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.exact_json import DEPTH, NUMBER, BadJson, read
from scoring.program import Wrong
from scoring.read_figures import read_number

READ = {
    "1": 1,
    "-0": 0,
    "10000000000000000000001": 10000000000000000000001,
    "0.10": Decimal("0.10"),
    "85.5": Decimal("85.5"),
    "1e3": Decimal("1e3"),
    "-1.5E-2": Decimal("-0.015"),
    " [ ] ": [],
    "{ }": {},
    "[1,\n [2 , {}]]": [1, [2, {}]],
    '{"a": {"b": null}, "c": [true, false]}': {"a": {"b": None}, "c": [True, False]},
    '"\\u0041\\n\\ud83d\\ude00"': "A\n😀",
    '"Sở\tNội vụ"': "Sở\tNội vụ",
    '\ufeff{"a": 1}': {"a": 1},
    "[" * DEPTH + "]" * DEPTH: None,
    "9" * NUMBER: int("9" * NUMBER),
}


@pytest.mark.parametrize(("source", "value"), READ.items())
def test_read(source: str, value: Any) -> None:
    for form in (source, source.encode()):
        got = read(form)
        if value is not None:
            assert got == value
            assert repr(got) == repr(value)


REFUSED = {
    "": "dòng 1, cột 1: cần một giá trị nhưng gặp chỗ hết tệp. Hãy sửa tệp rồi chạy lại.",
    "  \n ": "dòng 2, cột 2: cần một giá trị nhưng gặp chỗ hết tệp. Hãy sửa tệp rồi chạy lại.",
    '{"a": 1, "a": 2}': "dòng 1, cột 10: khóa «a» có hai lần. Hãy giữ một.",
    '{"inputs": {\n "1.1": {},\n "1.1": {}}}': (
        "dòng 3, cột 2 (inputs): khóa «1.1» có hai lần. Hãy giữ một."
    ),
    '{"a": [1, {"b": 01}]}': (
        "dòng 1, cột 17 (a → 2 → b): «01» không phải là số của JSON. Hãy ghi như 1234.5 (dấu chấm "
        "thập phân, không có số 0 ở đầu)."
    ),
    '{"a": .5}': "dòng 1, cột 7 (a): «.5» không phải là số của JSON.",
    '{"a": 1.}': "dòng 1, cột 7 (a): «1.» không phải là số của JSON.",
    '{"a": 1e9999999999999999999999}': "dòng 1, cột 7 (a): «1e9999999999999999999999» không phải",
    '{"a": 1x}': "dòng 1, cột 7 (a): «1x» không phải là số của JSON.",
    '{"a": +1}': "dòng 1, cột 7 (a): «+1» không phải là số của JSON.",
    "[" * (DEPTH + 1): f"dòng 1, cột {DEPTH + 1} (1 → 1",
    '{"a":' * 100_000: f"dòng 1, cột {DEPTH * 5 + 1} (a → a",
    "9" * (NUMBER + 1): "dòng 1, cột 1: con số dài hơn 1.000 ký tự.",
    '["\\ud800"]': "dòng 1, cột 2 (1): có nửa ký tự (mã U+D800) không thành chữ.",
    '{"\\udfff": 1}': "dòng 1, cột 2: có nửa ký tự (mã U+DFFF) không thành chữ.",
    '["a\\u0000b"]': "dòng 1, cột 2 (1): có ký tự điều khiển (mã U+0000) trong chữ.",
    '["a': 'dòng 1, cột 2 (1): chữ viết sai (thiếu dấu " ở cuối, hoặc dấu \\ sai).',
    '["\\x"]': 'dòng 1, cột 2 (1): chữ viết sai (thiếu dấu " ở cuối, hoặc dấu \\ sai).',
    "{a: 1}": 'dòng 1, cột 2: cần một khóa trong dấu " nhưng gặp «a: 1}».',
    '{"a" 1}': "dòng 1, cột 6: cần dấu : nhưng gặp «1}».",
    '{"a": 1 "b": 2}': 'dòng 1, cột 9: cần dấu , hoặc } nhưng gặp «"b": 2}».',
    '{"a": 1,}': 'dòng 1, cột 9: cần một khóa trong dấu " nhưng gặp «}».',
    "[1 2]": "dòng 1, cột 4: cần dấu , hoặc ] nhưng gặp «2]».",
    "[1,]": "dòng 1, cột 4 (2): cần một giá trị nhưng gặp «]».",
    "[1": "dòng 1, cột 3: cần dấu , hoặc ] nhưng gặp chỗ hết tệp.",
    "1 2": "dòng 1, cột 3: cần hết tệp nhưng gặp «2».",
    "'a'": "dòng 1, cột 1: cần một giá trị nhưng gặp «'a'».",
    "True": "dòng 1, cột 1: cần một giá trị nhưng gặp «True».",
}


@pytest.mark.parametrize(("source", "message"), REFUSED.items(), ids=lambda text: text[:30])
def test_refused_with_its_place(source: str, message: str) -> None:
    with pytest.raises(BadJson) as caught:
        read(source)
    assert str(caught.value).startswith(message)
    assert caught.value.text.say("en").startswith("line ")


def test_refused_before_reading() -> None:
    with pytest.raises(BadJson, match="byte thứ 3 không phải UTF-8"):
        read(b'["\xff"]')
    with pytest.raises(BadJson, match="dài hơn 5 byte"):
        read("[1,2,3]", size=5)
    with pytest.raises(BadJson, match="nửa ký tự"):
        read('["\ud800"]')
    assert read("[1]", size=3) == [1]


@pytest.mark.parametrize("source", ["NaN", "Infinity", "-Infinity", "1e999999999", "-1e-999999999"])
def test_what_is_no_figure_stays_harmless(source: str) -> None:
    assert isinstance(read_number(read(source)), Wrong)


# --- Properties ----------------------------------------------------------------------------------

letters = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufffe\uffff")
)
plain = st.one_of(st.none(), st.booleans(), st.integers(), letters)
values = st.recursive(
    plain, lambda inner: st.one_of(st.lists(inner), st.dictionaries(letters, inner))
)


@given(values, st.sampled_from([None, 1]))
def test_what_the_standard_library_writes_is_read_back(value: Any, indent: int | None) -> None:
    for ascii_only in (True, False):
        assert read(json.dumps(value, indent=indent, ensure_ascii=ascii_only)) == value


@given(st.one_of(st.text('{}[]",:0123456789.eE+-\\u \n'), st.binary(), st.text()))
def test_anything_else_is_refused_and_nothing_raises(source: str | bytes) -> None:
    try:
        got = read(source)
    except BadJson as error:
        said = error.text
        got = None
        refused = len(str(said)) * len(said.say("en"))
    else:
        refused = 0
    if not refused:
        text = source.decode() if isinstance(source, bytes) else source
        assert json.dumps(got, default=str) == json.dumps(
            json.loads(text.removeprefix("\ufeff"), parse_float=Decimal, parse_constant=Decimal),
            default=str,
        )
