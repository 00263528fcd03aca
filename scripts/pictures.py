"""Pictures: the filled workbook as LibreOffice shows it, for the README and the guides.

examples/hb-2023-xa.json → workbook → LibreOffice with our add-in (recalculated there) → PDF → PNG.
Needs LibreOffice 25.2 and poppler (pdftoppm, pdftotext); says so where they are missing.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from answers.new import new
from answers.sources import read_unit
from xl_addin.libreoffice.build import build as build_addin

ROOT = Path(__file__).parent.parent
UNIT = ROOT / "examples" / "hb-2023-xa.json"
PICTURES = ROOT / "docs" / "pictures"
PAGES = {"bieu-cham-diem.png": "Lệch −1,06", "tong-hop.png": "TỔNG HỢP:"}
"""Picture → words on the page that it shows."""
RESOLUTION, MARGIN, LIMIT = 110, 12, 400_000
FOOTER = 0.945
"""Where the footer of a page begins, as a share of its height."""

_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi-VN</value></prop></item></oor:items>
"""
"""A profile that recalculates every formula on loading and writes numbers as Vietnam does."""


def main() -> int:
    """Make the pictures; 2 where a program that they need is not installed."""
    missing = [name for name in ("soffice", "pdftoppm", "pdftotext") if not shutil.which(name)]
    if missing:
        print(
            f"Không tạo được hình: máy này không có {', '.join(missing)}. "
            "Cài LibreOffice Calc 25.2 (scripts/setup-office.sh) và poppler-utils rồi chạy lại.",
            file=sys.stderr,
        )
        return 2
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="dti-pictures-") as name:
        folder = Path(name)
        book = folder / "bieu.xlsx"
        book.write_bytes(new("HB-2023-XA", read_unit(UNIT)).content)
        pdf = to_pdf(book, folder)
        pages = _run("pdftotext", "-layout", str(pdf), "-").decode().split("\f")
        for picture, words in PAGES.items():
            number = next(n for n, text in enumerate(pages, 1) if re.search(words, text))
            path = PICTURES / picture
            path.write_bytes(to_png(pdf, number))
            size = path.stat().st_size
            print(f"{path.relative_to(ROOT)}: trang {number}/{len(pages) - 1}, {size // 1000} KB")
            if size > LIMIT:
                print(f"{picture} lớn hơn {LIMIT // 1000} KB.", file=sys.stderr)
                return 1
    return 0


def to_pdf(book: Path, folder: Path) -> Path:
    """Print the workbook with a LibreOffice that has our add-in and trusts no stored value."""
    build_addin(folder / "extensions")
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
    _run(
        "soffice",
        "--headless",
        f"-env:UserInstallation={profile.parent.as_uri()}",
        f"-env:BUNDLED_EXTENSIONS={(folder / 'extensions').as_uri()}",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(book),
    )
    return book.with_suffix(".pdf")


def to_png(pdf: Path, page: int) -> bytes:
    """One page as a PNG without its white margins."""
    one = ("-r", str(RESOLUTION), "-f", str(page), "-l", str(page), str(pdf))
    left, top, right, bottom = _ink(_run("pdftoppm", "-gray", *one))
    crop = ("-x", left, "-y", top, "-W", right - left, "-H", bottom - top)
    return _run("pdftoppm", "-png", *map(str, crop), *one)


def _ink(picture: bytes) -> tuple[int, int, int, int]:
    """The box around everything that is not white above the footer, with a little margin."""
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", picture)
    if head is None:
        raise ValueError("pdftoppm -gray gave no PGM picture")
    width, height = int(head[1]), int(head[2])
    above_footer = range(int(height * FOOTER))
    rows = [picture[head.end() + n * width :][:width] for n in above_footer]
    white = b"\xff"
    inked = [(n, row) for n, row in enumerate(rows) if row.strip(white)]
    left = min(width - len(row.lstrip(white)) for _, row in inked)
    right = max(len(row.rstrip(white)) for _, row in inked)
    return (
        max(0, left - MARGIN),
        max(0, inked[0][0] - MARGIN),
        min(width, right + MARGIN),
        min(height, inked[-1][0] + MARGIN),
    )


def _run(*command: str) -> bytes:
    done = subprocess.run(command, check=True, capture_output=True, timeout=180)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
