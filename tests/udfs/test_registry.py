"""The registry is the contract's list, and helps in two languages."""

from __future__ import annotations

import inspect
import re

import pytest

from udfs import FUNCTIONS
from udfs.registry import Function

REQUIRED = {
    "DTI_SCORE": "bang ma so_lieu",
    "DTI_MAX": "bang ma",
    "DTI_STATUS": "bang ma so_lieu",
    "DTI_EXPLAIN": "bang ma so_lieu",
    "DTI_CHECK": "bang ma diem_nhap so_lieu",
    "DTI_INDEX": "bang cac_ma cac_diem khong_danh_gia",
    "DTI_MINMAX": "gia_tri cum diem_toi_da",
    "DTI_READ": "van_ban",
}
LATER = {"DTI_TIER", "DTI_TIER_NAME", "DTI_BLOCKERS", "DTI_TARGET"}
VIETNAMESE = re.compile("[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụ]", re.IGNORECASE)


def test_names_are_those_of_the_contract() -> None:
    names = [function.name for function in FUNCTIONS]
    assert len(set(names)) == len(names)
    assert set(REQUIRED) <= set(names)
    assert set(names) <= set(REQUIRED) | LATER


@pytest.mark.parametrize("name", REQUIRED)
def test_arguments_stand_in_the_order_of_the_contract(name: str) -> None:
    function = next(f for f in FUNCTIONS if f.name == name)
    assert " ".join(p.name for p in function.parameters) == REQUIRED[name]


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda f: f.name)
def test_the_code_takes_what_the_registry_says(function: Function) -> None:
    taken = list(inspect.signature(function.run).parameters.values())
    assert len(taken) == len(function.parameters)
    for here, said in zip(taken, function.parameters, strict=True):
        assert (here.kind is inspect.Parameter.VAR_POSITIONAL) == said.repeated
    assert all(not p.repeated for p in function.parameters[:-1])


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda f: f.name)
def test_help_is_there_in_both_languages(function: Function) -> None:
    for vi, en in [(function.vi, function.en), *((p.vi, p.en) for p in function.parameters)]:
        assert VIETNAMESE.search(vi), vi
        assert en[:1].isupper() or en.startswith("«"), en
        assert vi != en
    assert function.vi.endswith(".")
    assert function.en.endswith(".")


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda f: f.name)
def test_names_suit_every_host(function: Function) -> None:
    assert re.fullmatch(r"DTI_[A-Z_]+", function.name)
    assert re.fullmatch(r"[A-Z][A-Za-z]+", function.service)
    names = [p.name for p in function.parameters]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z_]+", name) for name in names)


def test_service_names_are_distinct() -> None:
    assert len({function.service for function in FUNCTIONS}) == len(FUNCTIONS)
