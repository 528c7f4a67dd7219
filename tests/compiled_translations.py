"""The compiled translations are committed, so that nothing has to be compiled to run Phare.

python -m tests.compiled_translations            fails when one is missing or out of date
python -m tests.compiled_translations --write    writes them
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import polib

LOCALE = Path(__file__).resolve().parents[1] / "src" / "phare" / "locale"


def compiled(source: Path) -> bytes:
    """The same bytes on every machine: entries are sorted, fuzzy and empty ones left out."""
    binary: bytes = polib.pofile(str(source), check_for_duplicates=True).to_binary()
    return binary


def outdated(folder: Path = LOCALE) -> Iterator[Path]:
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.is_file() or target.read_bytes() != compiled(source):
            yield source


def main(words: list[str]) -> int:
    late = list(outdated())
    for source in late:
        if "--write" in words:
            source.with_suffix(".mo").write_bytes(compiled(source))
            sys.stdout.write(f"compiled {source}\n")
        else:
            sys.stdout.write(f"not compiled: {source} (python -m {__spec__.name} --write)\n")
    return 1 if late and "--write" not in words else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
