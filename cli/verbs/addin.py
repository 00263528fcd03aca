"""`dti addin HOST -o DIR`: build the add-in of one host."""

from __future__ import annotations

from pathlib import Path

import click

from cli.data import Output, output_options


@click.command("addin")
@click.argument("host", type=click.Choice(["libreoffice"]))
@click.option("-o", "--output", "target", required=True, type=click.Path(path_type=Path))
@output_options
def addin(host: str, target: Path, output: Output) -> None:
    """Tạo tiện ích cho một chương trình bảng tính. / Build the add-in of a host."""
    from xl_addin.libreoffice.build import build

    folder, package = build(target)
    output.emit(
        {"host": host, "folder": str(folder), "package": str(package)},
        lambda: (
            f"{output.say('Tiện ích', 'Add-in')}: {package}\n"
            f"{output.say('Thư mục', 'Folder')}: {folder}"
        ),
    )
