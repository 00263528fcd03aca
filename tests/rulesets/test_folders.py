"""Folders of one's own: added by option or variable, told apart by origin, never by path."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import click
import pytest

from cli.main import main
from rulesets import files
from rulesets.errors import RulesetError
from rulesets.laws import load_law, load_scored
from tests.support.command import dti
from tests.support.rulesets import CASES, ID, TABLE, line_of, write_decision
from udfs.functions import dti_max, dti_score
from udfs.results import CellError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_decision(tmp_path / "của tôi")


def test_the_option_stands_before_or_after_the_verb(folder: Path) -> None:
    for arguments in (
        ("--rulesets", folder, "rules", "lint", ID),
        ("rules", "--rulesets", folder, "lint", ID),
        ("rules", "lint", ID, "--rulesets", folder),
        ("rules", "lint", "--rulesets", folder, ID),
    ):
        done = dti(*arguments)
        assert done.status == 0, done.err + done.out
        assert f"✓ {ID}: 1 chỉ số chính, 2 dòng, 20 điểm" in done.out
    done = dti("rules", "lint", ID)
    assert done.status == 1, "the folder is there for one call only"


def test_every_verb_has_the_option() -> None:
    context = click.Context(main)
    for name in ("rules",):
        command = main.get_command(context, name)
        assert command is not None
        for verb in (command, *getattr(command, "commands", {}).values()):
            assert [p.name for p in verb.params].count("rulesets") == 1, (name, verb.name)


def test_the_variable_adds_folders_on_every_host(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cells = ((600.0,), (1000.0,))
    assert dti_score(ID, "1.2", cells) is CellError.NA
    other = write_decision(tmp_path / "khác", "vd-2027", xa=TABLE.replace("VD-2026", "VD-2027"))
    monkeypatch.setenv(files.VARIABLE, os.pathsep.join([str(folder), str(other)]))
    assert dti_score(ID, "1.2", cells) == 7.0588235294117645
    assert {ID, "VD-2027-XA", "HB-2023-XA"} < set(files.table_ids())
    monkeypatch.delenv(files.VARIABLE)
    assert dti_score(ID, "1.2", cells) is CellError.NA
    assert dti_max("HB-2023-XA", "3.4") == 10


def test_a_table_that_comes_later_is_found(tmp_path: Path) -> None:
    folder = write_decision(tmp_path)
    with files.added([folder]):
        assert load_law(ID).id == ID
        with pytest.raises(KeyError):
            load_law("VD-2026-SO")
        write_decision(folder, so=TABLE.replace(ID, "VD-2026-SO"))
        assert load_law("VD-2026-SO").id == "VD-2026-SO"


def test_two_tables_of_one_id_are_refused_naming_both_files(tmp_path: Path) -> None:
    one, other = write_decision(tmp_path / "a"), write_decision(tmp_path / "b")
    with files.added([one, other]), pytest.raises(RulesetError) as error:
        files.table_ids()
    for place in (one, other):
        assert str(place / "vd-2026" / "xa.yaml") in str(error.value)
    done = dti("--rulesets", one, "--rulesets", other, "rules", "lint")
    assert done.status == 2
    assert ID in done.err


def test_a_built_in_table_cannot_be_replaced(tmp_path: Path) -> None:
    folder = write_decision(tmp_path, "hb-2023", xa=TABLE.replace(ID, "HB-2023-XA"))
    with files.added([folder]), pytest.raises(RulesetError) as error:
        load_law("HB-2023-XA")
    assert str(folder / "hb-2023" / "xa.yaml") in str(error.value)
    assert str(files.DATA / "hb-2023" / "xa.yaml") in str(error.value)
    assert load_scored("HB-2023-XA").max_score == 1000


def test_the_same_folder_twice_is_one(folder: Path) -> None:
    with files.added([folder, folder]):
        assert files.find(ID).origin == str(folder)
    assert files.find("HB-2023-XA").origin == files.BUILT_IN


@pytest.mark.parametrize(
    "wrong",
    [
        "../vd-2026-xa",
        "VD-2026-XA/",
        "vd-2026-xa",
        "Vd-2026-XA",
        "VD-2026-XA.YAML",
        "VD-2026-../VD-2026-XA",
        "VD-2026-XA\\",
        "VD-2026-XA@so",
        "/etc-2026-passwd",
        "VD-2026-XA.CASES",
        "VD-2026-DECISION",
        "\0",
        "",
    ],
)
def test_an_id_is_looked_up_letter_by_letter_and_is_no_path(wrong: str, folder: Path) -> None:
    write_decision(folder, **{"xa.cases": CASES})
    with files.added([folder]):
        for look in (files.find, files.read, files.source_path, load_law):
            with pytest.raises(KeyError):
                look(wrong)


def test_no_compiled_copy_of_an_added_table_is_written(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "COMPILED", tmp_path / "compiled")
    with files.added([folder]):
        load_law(ID)
        load_law("HB-2023-XA")
    assert [path.name for path in (tmp_path / "compiled").iterdir()] == ["HB-2023-XA.json"]


def test_an_add_in_can_carry_added_tables(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with files.added([folder]):
        carried = files.portable([ID, "HB-2023-XA"])
    compiled = tmp_path / "compiled"
    compiled.mkdir()
    for table_id, content in carried.items():
        (compiled / f"{table_id}.json").write_text(content, encoding="utf-8")
    monkeypatch.setattr(files, "COMPILED", compiled)
    monkeypatch.setattr(files, "DATA", tmp_path / "none")
    assert files.table_ids() == ("HB-2023-XA", ID)
    assert load_scored(ID).max_score == 20
    later = write_decision(tmp_path / "thêm", "vd-2030", xa=TABLE.replace("2026", "2030"))
    with files.added([later]):
        assert [r.id for r in load_law("VD-2030-XA").readings] == [
            reading["id"] for reading in json.loads(carried[ID])["common"]["readings"]
        ]


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda f: shutil.rmtree(f), ["không có thư mục"]),
        (lambda f: shutil.rmtree(f / "vd-2026"), ["không có bảng nào", "vd-2026/xa.yaml"]),
        (lambda f: (f / "vd-2026").rename(f / "vi dụ"), ["vi dụ", "mã bảng"]),
    ],
)
def test_a_folder_that_is_none_is_refused(spoil: object, words: list[str], folder: Path) -> None:
    spoil(folder)  # type: ignore[operator]
    done = dti("--rulesets", folder, "rules", "lint")
    assert done.status == 2
    assert all(word in done.err for word in words), done.err


@pytest.mark.parametrize(
    ("spoil", "where", "line", "words"),
    [
        (lambda d: (d / "decision.yaml").unlink(), "decision.yaml", 0, ["không có tệp"]),
        (lambda d: (d / "xa.yaml").write_bytes("id: «".encode("utf-16")), "xa.yaml", 1, ["UTF-8"]),
        (
            lambda d: (d / "xa.yaml").write_bytes(b"a: 1\nb: 2\nc: \xe3\xa0\n"),
            "xa.yaml",
            3,
            ["UTF-8"],
        ),
        (
            lambda d: ((d / "xa.yaml").unlink(), (d / "xa.yaml").mkdir()),
            "xa.yaml",
            0,
            ["thư mục", "tệp"],
        ),
        (
            lambda d: ((d / "decision.yaml").unlink(), (d / "decision.yaml").mkdir()),
            "decision.yaml",
            0,
            ["thư mục"],
        ),
        (lambda d: (d / "xa.yaml").write_text("# " + "x" * 4_000_001), "xa.yaml", 0, ["quá lớn"]),
        (lambda d: (d / "decision.yaml").write_text("id: a\nid: b\n"), "decision.yaml", 2, ["lặp"]),
    ],
)
def test_a_file_that_is_none_is_named(
    spoil: object, where: str, line: int, words: list[str], folder: Path
) -> None:
    spoil(folder / "vd-2026")  # type: ignore[operator]
    with files.added([folder]), pytest.raises(RulesetError) as error:
        load_law(ID)
    assert (error.value.where, error.value.line) == (str(folder / "vd-2026" / where), line)
    assert all(word in str(error.value) for word in words), str(error.value)
    done = dti("rules", "lint", ID, "--rulesets", folder, "--json")
    assert done.status == 1
    assert str(folder / "vd-2026" / where) in done.json[0]["problems"][0]


def test_without_common_readings_nothing_loads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(files.DATA, tmp_path / "data")
    (tmp_path / "data" / "common.yaml").unlink()
    monkeypatch.setattr(files, "DATA", tmp_path / "data")
    with pytest.raises(RulesetError, match=r"common\.yaml: không có tệp này"):
        load_law("HB-2023-XA")


def test_lint_names_the_line_of_what_does_not_add_up(tmp_path: Path) -> None:
    text = (
        TABLE.replace("max_score: 20\ninfo", "max_score: 25\ninfo")
        .replace("    max_score: 20\n    indicators", "    max_score: 30\n    indicators")
        .replace('printed: "a/b"', 'printed: "a chia b"')
        .replace('b: "Dân số"', 'b: {label: "Dân số", from_info: "9.9"}')
    )
    folder = write_decision(tmp_path, xa=text)
    done = dti("rules", "lint", ID, "--rulesets", folder, "--json")
    assert done.status == 1
    where = str(folder / "vd-2026" / "xa.yaml")
    wanted = {
        (1, "các chỉ số chính cộng 30, bảng ghi 25"),
        (line_of('code: "1"', text), "chỉ số chính 1: các dòng cộng 20, ghi 30"),
        (line_of('code: "1.2"', text), "1.2: không có mục 9.9 trong thông tin chung"),
        (line_of('code: "1.2"', text), "1.2: cách tính có chữ không có trong source.txt: chia"),
    }
    found = set(done.json[0]["problems"])
    assert {f"{where}, dòng {line}: {words}" for line, words in wanted} == found
    english = dti("rules", "lint", ID, "--rulesets", folder, "--lang", "en").out
    assert f"{where}, line 1: the pillars add up to 30, the table says 25" in english


def test_lint_of_an_added_table_without_a_source_says_so(folder: Path) -> None:
    (folder / "vd-2026" / "source.txt").unlink()
    done = dti("rules", "lint", ID, "--rulesets", folder)
    assert done.status == 1
    assert "không có source.txt" in done.out


def test_a_host_without_a_yaml_reader_says_so_and_keeps_the_built_in_tables(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_law("HB-2023-XA")  # the compiled copy exists now
    monkeypatch.setitem(sys.modules, "yaml", None)
    with files.added([folder]):
        assert files.read("HB-2023-XA")["table"]["id"] == "HB-2023-XA"
        with pytest.raises(RulesetError, match="PyYAML"):
            files.read(ID)


def test_what_is_kept_is_kept_for_these_folders_only(folder: Path) -> None:
    calls: list[str] = []

    @files.kept
    def ids(prefix: str, *, upper: bool = False) -> tuple[str, ...]:
        calls.append(prefix)
        return tuple(name for name in files.table_ids() if name.startswith(prefix))

    assert (ids("VD"), ids("VD"), ids("VD", upper=True)) == ((), (), ())
    with files.added([folder]):
        assert ids("VD") == ids("VD") == (ID,)
    assert ids("VD") == ()
    assert calls == ["VD"] * 3
