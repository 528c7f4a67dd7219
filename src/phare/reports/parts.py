"""What a report about part of a year may show, beside what the report of the year shows.

Reports of parts can be taken from one another and from the year. Every part therefore adds up only
what the months of the whole year may show: whoever subtracts parts learns nothing more than from
the months of the year, where every cell of 1 to 4 is hidden with what would tell it.
"""

from collections import Counter as Tally
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import product

from phare.ground.periods import Days
from phare.indicators.disclosure import BELOW_MARK, Axis, Cell, Exit
from phare.indicators.protection import TOTAL, Key

MONTH = "month"
REST = "rest"  # the months of a year of which only the year is known
Counts = Mapping[Key, int]
Counting = Callable[[Days], Counts]  # the counts of any days; none where they are not known


@dataclass(frozen=True)
class TableOfPart:
    """A table of one kind of parts, or of months by it, and how its counts are found."""

    key: str
    axes: Sequence[Axis]
    days: Days
    about: tuple[tuple[str, str], ...]
    counting: Counting

    @property
    def by_month(self) -> bool:
        return self.axes[0].name == MONTH

    @property
    def kind(self) -> Axis:
        """The axis that is not the months."""
        return self.axes[-1]


@dataclass
class WholeYears:
    """The exits of whole years; `made` lets out of a new one what the year's report shows."""

    today: date
    made: Callable[[Days], Exit]
    exits: dict[int, Exit] = field(default_factory=dict)

    def around(self, days: Days) -> Days:
        """The year of those days; the one that runs ends today."""
        whole = Days.of_year(days.first.year)
        return Days(whole.first, max(days.last, min(whole.last, self.today)))

    def exit(self, year: Days) -> Exit:
        if year.first.year not in self.exits:
            self.exits[year.first.year] = self.made(year)
        return self.exits[year.first.year]

    def hidden(self, table: TableOfPart) -> frozenset[Key]:
        """The cells of `table` in which a month stands that the year does not show."""
        year = self.around(table.days)
        if table.days == year:
            return frozenset()
        pieces = pieces_of(year, table.days)
        shut = _not_shown(self.exit(year), year, pieces, table)
        inside = [code for code, piece in pieces.items() if piece.first in table.days]
        found = set()
        for place in _places(table.axes):
            rows, kind = inside, place
            if table.by_month:
                rows, kind = (inside if place[0] == TOTAL else [place[0]]), place[1:]
            if any((row, *kind) in shut for row in rows):
                found.add(place)
        return frozenset(found)


def when(days: Days) -> tuple[str, str]:
    """What all cells about those days have in common."""
    return ("days", f"{days.first}/{days.last}")


def pieces_of(year: Days, part: Days) -> dict[str, Days]:
    """The months of `year` by their codes; one that `part` begins or ends within is cut there."""
    cuts = {part.first, part.last + timedelta(days=1)}
    starts = [day for day in year if day.day == 1 or day in cuts]
    ends = [start - timedelta(days=1) for start in starts[1:]] + [year.last]
    pieces = [Days(*ends_of) for ends_of in zip(starts, ends, strict=True)]
    return {_code(piece, year): piece for piece in pieces}


def _code(piece: Days, year: Days) -> str:
    ends = piece.last == year.last or (piece.last + timedelta(days=1)).day == 1
    if ends and piece.first.day == 1:
        return f"{piece.first:%Y-%m}"
    return f"{piece.first}/{piece.last}"


def _places(axes: Sequence[Axis]) -> Iterator[Key]:
    return product(*((*axis.codes, TOTAL) for axis in axes))


def _not_shown(
    exit: Exit, year: Days, pieces: Mapping[str, Days], table: TableOfPart
) -> frozenset[Key]:
    """The cells of the year, by month and by piece of a month, that its exit does not show."""
    months = pieces_of(year, year)
    tables = [_by_piece(exit, year, months, table)]
    if pieces != months:
        tables.append(_by_piece(exit, year, pieces, table))
    return frozenset(
        place for one in tables for place, cell in one.items() if cell.mark not in ("", BELOW_MARK)
    )


def _by_piece(
    exit: Exit, year: Days, pieces: Mapping[str, Days], table: TableOfPart
) -> Mapping[Key, Cell]:
    """The table of the whole year, cut into those pieces, as the exit of the year lets it out."""
    whole = table.counting(year)
    counts: dict[Key, int] = {}
    known: Tally[Key] = Tally()
    for code, piece in pieces.items():
        for place, people in table.counting(piece).items():
            counts[code, *place] = people
            known[place] += people
    for place, people in whole.items():
        if people > known[place]:
            counts[REST, *place] = people - known[place]
    if not counts:
        return {}
    kind = replace(table.kind, codes=_codes(table.kind, {place[1] for place in counts}))
    about = (when(year), *table.about)
    exit.publish(table.key, whole, axes=[kind], about=about)
    rows = Axis(MONTH, (*pieces, REST))
    return exit.publish(table.key, counts, axes=[rows, kind], about=about).cells


def _codes(kind: Axis, found: set[str]) -> tuple[str, ...]:
    return (*kind.codes, *sorted(found - set(kind.codes)))
