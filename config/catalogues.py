"""`python -m config.catalogues`: compile the catalogues that have changed; a broken one stops the build, not the site."""

import os
import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

LOCALE = Path(__file__).resolve().parent.parent / "locale"


def compile_catalogue(source: Path) -> None:
    """Write the .mo beside a .po; raise ValueError or PoFileError where it cannot be read or a placeholder is wrong."""
    with source.open("rb") as file:
        catalogue = read_po(file, locale=source.parts[-3], domain="django", abort_invalid=True)
    for message, errors in catalogue.check():
        raise ValueError(f"{message.id!r}: {errors[0]}")
    unfinished = source.with_suffix(f".{os.getpid()}")
    with unfinished.open("wb") as file:
        write_mo(file, catalogue)
    unfinished.replace(source.with_suffix(".mo"))


def main(folder: Path = LOCALE) -> None:
    for source in sorted(folder.glob("*/LC_MESSAGES/django.po")):
        compiled = source.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        try:
            compile_catalogue(source)
        except (PoFileError, ValueError) as error:
            sys.exit(f"{source}: {error}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
