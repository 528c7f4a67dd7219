"""The entries of a file, asked for one by one: each is given back right, or noted as wrong."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

LANGUAGES = ("fr", "nl", "en", "de")
EQUAL = ("fr", "nl")
HEADER = re.compile(r"\s*(\[\[?)\s*([\w\-. ]+?)\s*\]")
KEY = re.compile(r"\s*([\w\-]+(?:\s*\.\s*[\w\-]+)*)\s*=")
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
Where = tuple[str | int, ...]


def lines_of(text: str) -> dict[Where, int]:
    """The line on which each table and each entry stands: tomllib keeps none."""
    found: dict[Where, int] = {}
    counted: dict[str, int] = {}
    table: Where = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if header := HEADER.match(line):
            names = tuple(name.strip() for name in header[2].split("."))
            found.setdefault(names, number)
            table = names
            if header[1] == "[[":
                counted[header[2]] = counted.get(header[2], 0) + 1
                table = (*names, counted[header[2]])
            found.setdefault(table, number)
        elif entry := KEY.match(line):
            found.setdefault((*table, *re.split(r"\s*\.\s*", entry[1])), number)
    return found


@dataclass(frozen=True, order=True)
class Wrong:
    """A refused entry: its line, its name, and why."""

    line: int
    name: str
    reason: str

    def __str__(self) -> str:
        return ": ".join(part for part in (str(self.line), self.name, self.reason) if part)


@dataclass
class Wrongs:
    """Everything that is wrong with one file."""

    lines: Mapping[Where, int]
    found: list[Wrong] = field(default_factory=list)

    def add(self, where: Where, reason: str) -> None:
        near = where
        while near and near not in self.lines:
            near = near[:-1]
        name = ".".join(str(part) for part in where)
        self.found.append(Wrong(self.lines.get(near, 1), name, reason))


class Entries:
    """One table of the file. What nobody asked for is wrong too: `finish` says so."""

    def __init__(self, given: Mapping[str, Any], where: Where, wrongs: Wrongs) -> None:
        self.given, self.where, self.wrongs = given, where, wrongs
        self.asked: list[str] = []

    def wrong(self, name: str, reason: str) -> None:
        self.wrongs.add((*self.where, name), reason)

    def finish(self) -> None:
        for name in self.given:
            if name not in self.asked:
                self.wrong(name, f"is not known here; known are {listed(self.asked)}.")

    def _get(self, name: str, kind: type, called: str, needed: bool) -> Any:
        """The value if it is of that kind; None if it is missing or wrong."""
        self.asked.append(name)
        value = self.given.get(name)
        if value is None:
            if needed:
                self.wrong(name, "is missing.")
            return None
        # To Python a truth is a number and a moment a day; in a file they are not.
        other = isinstance(value, bool) and kind is int or isinstance(value, datetime)
        if not isinstance(value, kind) or other:
            self.wrong(name, f"has to be {called}.")
            return None
        return value

    def text(
        self,
        name: str,
        *,
        needed: bool = False,
        at_most: int = 200,
        like: re.Pattern[str] | None = None,
        meaning: str = "",
    ) -> str:
        value = self._get(name, str, "a text between quotation marks", needed)
        if value is None:
            return ""
        if reason := unfit(value, at_most, needed):
            self.wrong(name, reason)
        elif value and like and not like.fullmatch(value):
            self.wrong(name, f"“{value}” has to be {meaning}.")
        else:
            return str(value).strip()
        return ""

    def texts(self, name: str, *, needed: bool = False) -> list[str]:
        """A list of different texts."""
        values = self._get(name, list, 'a list of texts, such as ["1", "2"]', needed)
        found: list[str] = []
        for value in values or ():
            if not isinstance(value, str) or unfit(value, 253, True):
                self.wrong(name, f"{value!r} has to be a text between quotation marks.")
            elif value in found:
                self.wrong(name, f"“{value}” stands there twice.")
            else:
                found.append(value)
        if needed and values == []:
            self.wrong(name, "needs at least one.")
        return found

    def known(self, name: str, codes: Collection[str], *, needed: bool = False) -> list[str]:
        """A list of codes of the vocabulary."""
        found = self.texts(name, needed=needed)
        for code in found:
            if code not in codes:
                self.wrong(name, f"“{code}” is not known; known are {listed(codes)}.")
        return [code for code in found if code in codes]

    def choice(self, name: str, codes: Collection[str], *, needed: bool = False) -> str:
        """One of our codes, in small letters or capitals."""
        value = self.text(name, needed=needed).upper()
        if value and value not in codes:
            self.wrong(name, f"“{value.lower()}” is none of {listed(c.lower() for c in codes)}.")
            return ""
        return value

    def flag(self, name: str) -> bool:
        return bool(self._get(name, bool, "true or false", needed=False))

    def number(self, name: str, *, otherwise: int) -> int:
        value = self._get(name, int, "a whole number", needed=False)
        if value is not None and not 1 <= value <= 9999:
            self.wrong(name, "has to be between 1 and 9999.")
        return otherwise if value is None else int(value)

    def day(self, name: str, *, needed: bool = False) -> date | None:
        found: date | None = self._get(name, date, "a day, such as 2027-01-04", needed)
        return found

    def translated(self, name: str, *, needed: bool = False) -> dict[str, str]:
        """A text in French and in Dutch, in English and German too if one wants."""
        words = self.table(name, needed=needed)
        given = {code: words.text(code, at_most=1000) for code in LANGUAGES}
        words.finish()
        found = {code: text for code, text in given.items() if text}
        missing = [code for code in EQUAL if not words.given.get(code)]
        if words.given and missing:
            self.wrong(name, f"is missing in {' and '.join(missing)}.")
        return found

    def table(self, name: str, *, needed: bool = False) -> "Entries":
        given = self._get(name, dict, f"a table: [{name}] or {{ … }}", needed)
        return Entries(given or {}, (*self.where, name), self.wrongs)

    def tables(self, name: str, *, needed: bool = False) -> list["Entries"]:
        given = self._get(name, list, f"tables, each under [[{name}]]", needed)
        if not all(isinstance(one, dict) for one in given or ()):
            self.wrong(name, f"has to be tables, each under [[{name}]].")
            return []
        return [
            Entries(one, (*self.where, name, rank), self.wrongs)
            for rank, one in enumerate(given or (), start=1)
        ]


def unfit(text: str, at_most: int, needed: bool) -> str:
    if needed and not text.strip():
        return "is empty."
    if len(text) > at_most:
        return f"is longer than {at_most} characters."
    return "holds a control character." if CONTROL.search(text) else ""


def listed(words: Collection[str] | Any) -> str:
    return ", ".join(words)
