"""`dti addin HOST`: build the add-in of one host, or look at the machine it is installed on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from cli.data import Output, Unusable, output_options
from cli.usage import Verb
from texts import say

_HOSTS = ("libreoffice", "excel")
_FOLDER = click.Path(path_type=Path)


@click.command("addin", cls=Verb)
@click.argument("host", type=click.Choice(_HOSTS))
@click.option("-o", "--output", "target", type=_FOLDER, help="Thư mục ghi ra. / Folder to write.")
@click.option(
    "--python",
    "python_zip",
    type=_FOLDER,
    help="Excel: tệp python-3.x.y-embed-amd64.zip. / The embeddable Python.",
)
@click.option(
    "--wheelhouse", type=_FOLDER, help="Excel: thư mục các tệp .whl. / The folder of wheels."
)
@click.option("--check", is_flag=True, help="Excel: kiểm tra máy này. / Look at this computer.")
@output_options
def addin(
    host: str,
    target: Path | None,
    python_zip: Path | None,
    wheelhouse: Path | None,
    check: bool,
    output: Output,
) -> None:
    """Tạo tiện ích cho một chương trình bảng tính. / Build the add-in of a host."""
    if host == "excel" and check:
        _check_excel(output)
        return
    if target is None:
        raise Unusable(say("excel.no-target", output.lang))
    if target.is_file():
        raise Unusable(say("excel.target-is-file", output.lang, file=str(target)))
    if host == "excel":
        _excel(target, python_zip, wheelhouse, output)
    else:
        _libreoffice(target, output)


def _libreoffice(target: Path, output: Output) -> None:
    from xl_addin.libreoffice.build import build

    folder, package = build(target)
    output.emit(
        {"host": "libreoffice", "folder": str(folder), "package": str(package)},
        lambda: (
            f"{output.say('Tiện ích', 'Add-in')}: {package}\n"
            f"{output.say('Thư mục', 'Folder')}: {folder}"
        ),
    )


def _excel(target: Path, python_zip: Path | None, wheelhouse: Path | None, output: Output) -> None:
    from xl_addin.excel.kit import write_addin, write_kit
    from xl_addin.excel.wheels import KitRefused

    if (python_zip is None) != (wheelhouse is None):
        raise Unusable(say("excel.kit.both", output.lang))
    data: dict[str, Any] = {"host": "excel"}
    lines = []
    try:
        if python_zip is not None and wheelhouse is not None:
            kit = write_kit(target, python_zip, wheelhouse)
            data["folder"] = str(kit)
            lines.append(say("excel.kit.folder", output.lang, folder=str(kit)))
        data["package"] = str(write_addin(target))
    except KitRefused as error:
        raise Unusable(error.why.say(output.lang)) from error
    except OSError as error:
        why = str(error)
        raise Unusable(
            say("excel.kit.unwritable", output.lang, folder=str(target), why=why)
        ) from error
    lines.insert(0, say("excel.kit.addin", output.lang, file=data["package"]))
    output.emit(data, lambda: "\n".join(lines))


def _check_excel(output: Output) -> None:
    """Say what is wrong on this machine; exit status 1 where something is."""
    from xl_addin.excel.check import NotWindows, examine, report, this_machine

    try:
        found = list(examine(this_machine()))
    except NotWindows:
        raise Unusable(say("excel.check.not-windows", output.lang)) from None
    data = [
        {
            "what": one.what.say(output.lang),
            "ok": one.fix is None,
            "fix": one.fix.say(output.lang) if one.fix else "",
        }
        for one in found
    ]
    output.emit({"host": "excel", "checks": data}, lambda: report(found, output.lang))
    if any(one.fix for one in found):
        click.get_current_context().exit(1)
