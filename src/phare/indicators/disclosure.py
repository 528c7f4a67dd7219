"""The one exit by which figures of people are published: no cell of 1 to 4, and none computable.

A small cell is hidden and marked "c". If a reader could compute it from totals, other cells are
hidden too and marked "–". What a reader knows is counted in: that "c" is 1 to 4, that "–" is 5 or
more, that the table adds up, and whatever the same report printed before.

A count below nought contradicts itself: more people were taken away than had been counted there. It
is marked "!" and stands as nought in the totals, which are then those of what is known.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import product

from phare.indicators.definitions.kinds import Text
from phare.indicators.protection import SMALL, TOTAL, Grid, Key, hide

DIMENSIONS_AT_MOST = 3
SMALL_MARK, OTHER_MARK, BELOW_MARK = "c", "–", "!"


class TooManyDimensions(Exception):
    """A published table has three dimensions at most."""


class BelowNought(Exception):
    """Counts of people that are added up are never negative."""


@dataclass(frozen=True)
class Axis:
    """One dimension of a table. `adds_up`: its categories have a published total."""

    name: str
    codes: tuple[str, ...]
    adds_up: bool = True


@dataclass(frozen=True)
class Cell:
    """A published number, or the mark that stands for it."""

    value: int | None
    mark: str = ""


@dataclass(frozen=True)
class NamedException:
    """A table published in full by decision of the director; the report prints this.

    `about`: what its cells must have in common, such as their days; empty for every table of that
    name.
    """

    table: str
    decided_by: Text
    decided_on: date
    reason: Text | Mapping[str, str]
    about: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True)
class Published:
    """A table as everybody may see it. `withheld`: nothing could be shown safely.

    `below`: by how many people its contradictions are below nought; None when that is not said,
    because together with another total it could tell a hidden cell.
    """

    key: str
    axes: tuple[Axis, ...]
    cells: Mapping[Key, Cell]
    withheld: bool = False
    exception: NamedException | None = None
    below: int | None = 0
    about: frozenset[tuple[str, str]] = frozenset()

    def at(self, *codes: str) -> Cell:
        return self.cells[codes]

    @property
    def marks(self) -> frozenset[str]:
        return frozenset(cell.mark for cell in self.cells.values() if cell.mark)


@dataclass
class Exit:
    """All tables of one report leave by the same exit, which remembers what it let out."""

    exceptions: Sequence[NamedException] = ()
    published: list[Published] = field(default_factory=list)
    _known: dict[frozenset, Cell] = field(default_factory=dict)
    _released: dict[frozenset, Cell] = field(default_factory=dict)

    def knowing_what_it_released(self) -> "Exit":
        """A new exit that knows from its first table on what exceptions will show.

        A table that leaves before the one released in full must not rest on cells it will show.
        """
        return Exit(self.exceptions, _known=dict(self._released))

    def publish(
        self,
        key: str,
        counts: Mapping[Key, int],
        *,
        axes: Sequence[Axis],
        about: Iterable[tuple[str, str]] = (),
        hidden: Iterable[Key] = (),
    ) -> Published:
        """The table `key` with its totals. `about` says what all of it has in common (the year).

        `hidden` goes too, whatever its size: another report would let it tell a small cell.

        Raises `TooManyDimensions`.
        """
        if len(axes) > DIMENSIONS_AT_MOST:
            raise TooManyDimensions(key)
        negative = below_nought(counts, axes)
        values = with_totals({**counts, **dict.fromkeys(negative, 0)}, axes)
        common = frozenset(about)
        names = {place: common | _name(place, axes) for place in values}
        exception = next((e for e in self.exceptions if e.table == key and e.about <= common), None)
        if exception is None:
            cells, withheld = self._protected(values, names, axes, frozenset(hidden))
        else:
            cells, withheld = {place: Cell(value) for place, value in values.items()}, False
            self._released |= {names[place]: cell for place, cell in cells.items()}
        for place, cell in cells.items():
            self._known.setdefault(names[place], cell)
        hides = any(cell.mark for cell in cells.values())
        if not withheld:
            cells = {**cells, **dict.fromkeys(negative, Cell(None, BELOW_MARK))}
        below = None if negative and hides else -sum(negative.values())
        self.published.append(
            Published(key, tuple(axes), cells, withheld, exception, below, common)
        )
        return self.published[-1]

    def _protected(
        self,
        values: Mapping[Key, int],
        names: Mapping[Key, frozenset],
        axes: Sequence[Axis],
        hidden: frozenset[Key],
    ) -> tuple[dict[Key, Cell], bool]:
        seen = {place: self._known[name] for place, name in names.items() if name in self._known}
        shown = frozenset(place for place, cell in seen.items() if not cell.mark)
        before = {place for place, cell in seen.items() if cell.mark == OTHER_MARK}
        asked = {place for place in hidden - shown if values.get(place)}
        grid = Grid(
            values=values,
            adds_up=tuple(axis.adds_up for axis in axes),
            shown=shown,
            hidden=frozenset(before | asked),
        )
        found = hide(grid)
        if found is None:
            shut = {place: Cell(None, OTHER_MARK) for place in values}
            return shut | {place: seen[place] for place in grid.shown}, True
        return {place: _cell(place, value, found) for place, value in values.items()}, False


def _cell(place: Key, value: int, hidden: frozenset[Key]) -> Cell:
    if place not in hidden:
        return Cell(value)
    return Cell(None, SMALL_MARK if value in SMALL else OTHER_MARK)


def _name(place: Key, axes: Sequence[Axis]) -> frozenset[tuple[str, str]]:
    """A cell by what it is about, whatever table it stands in."""
    return frozenset(
        (axis.name, code) for axis, code in zip(axes, place, strict=True) if code != TOTAL
    )


def below_nought(counts: Mapping[Key, int], axes: Sequence[Axis]) -> dict[Key, int]:
    """The cells of the table that contradict themselves, with their counts."""
    places = product(*(axis.codes for axis in axes))
    return {place: counts[place] for place in places if counts.get(place, 0) < 0}


def with_totals(counts: Mapping[Key, int], axes: Sequence[Axis]) -> dict[Key, int]:
    """Every cell of the table, and a total along each axis that adds up. Raises `BelowNought`."""
    if below_nought(counts, axes):
        raise BelowNought
    values = {place: counts.get(place, 0) for place in product(*(axis.codes for axis in axes))}
    for position, axis in enumerate(axes):
        if not axis.adds_up:
            continue
        sums: dict[Key, int] = {}
        for place, value in values.items():
            whole = (*place[:position], TOTAL, *place[position + 1 :])
            sums[whole] = sums.get(whole, 0) + value
        values |= sums
    return values
