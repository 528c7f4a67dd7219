"""A file of separated values in any of the usual encodings and separators, line by line."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from phare.indicators import refusals
from phare.indicators.refusals import Refused

SEPARATORS = ",;\t|"
COLUMNS = {
    "year": ("year", "année", "annee", "jaar", "jahr"),
    "month": ("month", "mois", "maand", "monat"),
    "day": ("day", "date", "jour", "dag", "datum", "tag"),
    "indicator": ("indicator", "indicateur", "indikator"),
    "breakdown": ("breakdown", "ventilation", "uitsplitsing", "aufschlüsselung"),
    "value": ("value", "valeur", "waarde", "wert"),
    "source": ("source", "source_seed", "source_url", "bron", "quelle"),
}


@dataclass(frozen=True)
class Table:
    """The names of the columns and the lines below them, each with its number in the file."""

    columns: tuple[str, ...]
    lines: tuple[tuple[int, tuple[str, ...]], ...]
    encoding: str
    separator: str
    broken_at: int = 0  # the line of a quotation mark that is never closed


def text_of(content: bytes) -> tuple[str, str]:
    """The text and the encoding it was in. Raises `Refused` for what is no text."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded(content, "utf-16")
    if content.startswith(b"\xef\xbb\xbf"):
        return _decoded(content, "utf-8-sig")
    if content[1:2] == b"\0":
        return _decoded(content, "utf-16-le")
    if content[:1] == b"\0":
        return _decoded(content, "utf-16-be")
    if b"\0" in content:
        raise Refused(refusals.NOT_TEXT)
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _decoded(content, "cp1252")


def _decoded(content: bytes, encoding: str) -> tuple[str, str]:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        raise Refused(refusals.NOT_TEXT) from None
    if "\0" in text:
        raise Refused(refusals.NOT_TEXT)
    return text, encoding


def read_table(content: bytes) -> Table:
    """The table in a file. Raises `Refused` when there is none."""
    text, encoding = text_of(content)
    if not text.strip():
        raise Refused(refusals.EMPTY)
    head = next(line for line in text.splitlines() if line.strip())
    separator = max(SEPARATORS, key=head.count)
    lines, broken = [], 0
    found = _lines(text, separator)
    try:
        for number, cells in found:
            if any(cell.strip() for cell in cells):
                lines.append((number, tuple(cell.strip() for cell in cells)))
    except csv.Error:
        broken = _open_quote(text, separator)
    if not lines:
        raise Refused(refusals.QUOTE)
    return Table(
        tuple(_column(name) for name in lines[0][1]),
        tuple(lines[1:]),
        encoding,
        separator,
        broken,
    )


def _lines(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    before = 0
    for cells in reader:
        yield before + 1, cells
        before = reader.line_num


def _open_quote(text: str, separator: str) -> int:
    """The line that opens the quotation mark that never closes, or stands wrong."""
    last = 0
    try:
        for number, cells in _lines(text, separator):
            last = number + sum(cell.count("\n") for cell in cells)
    except csv.Error:
        return last + 1
    return last


def _column(name: str) -> str:
    wanted = name.strip().lower()
    return next((known for known, names in COLUMNS.items() if wanted in names), wanted)
