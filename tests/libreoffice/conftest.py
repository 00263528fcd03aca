"""The LibreOffice of a test session: one for each pytest-xdist worker."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.libreoffice.office import Office, OfficeMissing
from xl_addin.libreoffice.build import build


@pytest.fixture(scope="session")
def extension(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked extension."""
    return build(tmp_path_factory.mktemp("libreoffice"))[0]


@pytest.fixture(scope="session")
def office(extension: Path) -> Iterator[Office]:
    """LibreOffice with the add-in. Skips where there is none, unless DTI_REQUIRE_OFFICE=1."""
    try:
        with Office(extension) as running:
            yield running
    except OfficeMissing as missing:
        if os.environ.get("DTI_REQUIRE_OFFICE") == "1":
            pytest.fail(f"LibreOffice: {missing}")
        pytest.skip(f"LibreOffice: {missing}")
