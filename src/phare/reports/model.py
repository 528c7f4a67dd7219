"""A report as values: every format writes the same one, so no two can disagree.

Words are not yet in a language, numbers not yet in digits: `phare.faces.shared.reporting` does it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.utils.functional import Promise

from phare.ground.periods import Days
from phare.indicators.disclosure import Cell
from phare.indicators.findings import Finding
from phare.indicators.growth import growth_between

PERCENT, PLAIN, MINUTES = "PERCENT", "PLAIN", "MINUTES"


@dataclass(frozen=True)
class Said:
    """A sentence with its values: numbers as numbers, days as days, names as words."""

    text: str | Promise
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Month:
    """A month, named in the language of the reader."""

    first: date


@dataclass(frozen=True)
class Span:
    """Some days, named as people do: 2021, January – February 2021."""

    days: Days


Words = str | Promise | Mapping[str, str] | Said | Month | Span


@dataclass(frozen=True)
class Number:
    """A number to be written, or the mark that stands for it, or nothing."""

    value: Decimal | int | None = None
    mark: str = ""
    unit: str = PLAIN
    places: int = 0
    signed: bool = False


NOTHING = Number()


@dataclass(frozen=True)
class Line:
    label: Words
    numbers: tuple[Number, ...]
    light: str = ""
    is_total: bool = False


@dataclass(frozen=True)
class Table:
    """`head` names the first column, `columns` the others."""

    key: str
    caption: Words
    head: Words
    columns: tuple[Words, ...]
    lines: tuple[Line, ...]
    notes: tuple[Words, ...] = ()


@dataclass(frozen=True)
class Series:
    label: Words
    numbers: tuple[Number, ...]


@dataclass(frozen=True)
class Chart:
    """`kind`: bars (one or two series over labels) or lines. `breaks`: label positions before
    which the counting changed."""

    key: str
    kind: str
    title: Words
    text: Words
    labels: tuple[Words, ...]
    series: tuple[Series, ...]
    breaks: tuple[int, ...] = ()
    lights: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """One figure: what it means, what it is, what changed in its counting, what is missing."""

    key: str
    title: Words
    definition: Words
    lead: Words = ""
    charts: tuple[Chart, ...] = ()
    tables: tuple[Table, ...] = ()
    breaks: tuple[Words, ...] = ()
    missing: tuple[Words, ...] = ()
    origin: Words = ""
    sources: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.tables


@dataclass(frozen=True)
class Lifted:
    """A rule of the charter that was lifted for a time."""

    rule: Words
    reason: Words
    granted_by: str
    days: Days


@dataclass(frozen=True)
class Released:
    """A table shown in full by decision of the director, small cells too."""

    key: str
    table: Words
    decided_by: Words
    decided_on: date
    reason: Words


@dataclass(frozen=True)
class Report:
    """`language` is the reader's; the numbers are the same in every one.

    `unknown`: sections of which there is no number at all, named so that nobody looks for them.
    `protected`: the tables of these days with hidden cells, by the name they leave under.
    """

    language: str
    centres: tuple[Words, ...]
    days: Days
    compared: Days | None
    poster: Number
    poster_words: Words
    lead: Words
    sections: tuple[Section, ...]
    unknown: tuple[Section, ...]
    contradictions: tuple[Finding, ...]
    lifted: tuple[Lifted, ...]
    exceptions: tuple[Released, ...]
    protected: Mapping[str, Words]
    training: bool
    made_on: date

    @property
    def is_whole_year(self) -> bool:
        return self.days == Days.of_year(self.days.first.year)

    def table(self, key: str) -> Table | None:
        """The table of that key."""
        tables = (table for section in self.sections for table in section.tables)
        return next((table for table in tables if table.key == key), None)


def shown(cell: Cell | None) -> Number:
    """A published cell as a number to write."""
    return NOTHING if cell is None else Number(cell.value, cell.mark)


def growth(before: Number, after: Number, places: int = 2) -> Number:
    """The growth between two published numbers; nothing where one is hidden or unknown."""
    computed = growth_between(before.value, after.value)
    return NOTHING if computed is None else Number(computed, "", PERCENT, places, signed=True)


def share(part: Number, whole: Number, places: int = 1) -> Number:
    """What part of the whole, in percent; nothing where one is hidden."""
    if part.value is None or not whole.value:
        return NOTHING
    return Number(Decimal(part.value) * 100 / Decimal(whole.value), "", PERCENT, places)
