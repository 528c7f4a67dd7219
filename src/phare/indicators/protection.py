"""Which cells of a table to hide so that no small one can be computed. Pure.

A hidden cell is safe when another table, just as possible in the eyes of a reader, gives it
another value. Such a table is the true one plus a *move*: some hidden cells go up by one and others
down by one, so that every published sum stays the same and every hidden cell stays what its mark
says. Up to two dimensions the search for a move is exact (a path in a graph); in three it looks at
boxes of eight cells, which is safe but may hide a little more.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

SMALL = range(1, 5)
TOTAL = "*"
MARGIN_COST = 4.0

Key = tuple[str, ...]


@dataclass(frozen=True)
class Grid:
    """All cells with their totals. `shown` must stay and `hidden` must go, as decided before."""

    values: Mapping[Key, int]
    adds_up: tuple[bool, ...]
    shown: frozenset[Key] = frozenset()
    hidden: frozenset[Key] = frozenset()
    codes: tuple[tuple[str, ...], ...] = field(init=False)
    boxes: dict[tuple[Key, int], tuple[frozenset[Key], ...]] = field(
        default_factory=dict, compare=False
    )

    def __post_init__(self) -> None:
        columns = zip(*self.values, strict=True) if self.values else ()
        codes = tuple(tuple(dict.fromkeys(column)) for column in columns)
        object.__setattr__(self, "codes", codes)

    @property
    def targets(self) -> frozenset[Key]:
        """The cells nobody may compute."""
        small = {place for place, value in self.values.items() if value in SMALL}
        return frozenset((small - self.shown) | self.hidden)

    def axes(self) -> tuple[int, ...]:
        """The positions along which sums are published."""
        return tuple(position for position, adds in enumerate(self.adds_up) if adds)

    def sign(self, place: Key) -> int:
        """A total stands in its equation with a minus."""
        return -1 if sum(code == TOTAL for code in place) % 2 else 1

    def moved(self, place: Key, step: int) -> bool:
        """Whether the cell, changed by `step` in its equations, stays what its mark says."""
        value = self.values[place] + step * self.sign(place)
        return value in SMALL if self.values[place] in SMALL else value > SMALL[-1]


def hide(grid: Grid) -> frozenset[Key] | None:
    """The cells to hide, none of which could be shown again; None when no set is safe."""
    hidden = set(grid.targets)
    for place in sorted(grid.targets, key=lambda p: (grid.values[p], p)):
        if is_safe(place, grid, frozenset(hidden)):
            continue
        # A box is the shortest move. Where there is none, everything that may go goes, for as long
        # as it takes to see a longer move; what protects nothing is shown again at the end.
        hidden |= _cheapest_box(place, grid, hidden) or _all_that_may_go(grid)
        if not is_safe(place, grid, frozenset(hidden)):
            return None
    return _pruned(grid, frozenset(hidden))


def _pruned(grid: Grid, hidden: frozenset[Key]) -> frozenset[Key]:
    """Shows again, largest first, every cell that protects nothing."""
    for place in sorted(hidden - grid.targets, key=lambda p: (-_cost(p, grid), p)):
        without = hidden - {place}
        if all(is_safe(target, grid, without) for target in grid.targets):
            hidden = without
    return hidden


def is_safe(place: Key, grid: Grid, hidden: frozenset[Key]) -> bool:
    """Whether a move within the hidden cells changes this one."""
    return any(_can_move(place, step, grid, hidden) for step in (1, -1))


def _can_move(place: Key, step: int, grid: Grid, hidden: frozenset[Key]) -> bool:
    if not grid.moved(place, step):
        return False
    axes = grid.axes()
    if not axes:
        return True
    if len(axes) == 1:
        return any(
            other in hidden and grid.moved(other, -step) for other in _line(place, axes[0], grid)
        )
    if len(axes) == 2:
        return _path(place, step, grid, hidden)
    return any(box <= hidden for box in _boxes(place, step, grid))


def _line(place: Key, axis: int, grid: Grid) -> Iterator[Key]:
    """The other cells of the line through a cell along one axis."""
    for code in grid.codes[axis]:
        other = (*place[:axis], code, *place[axis + 1 :])
        if other != place and other in grid.values:
            yield other


def _path(place: Key, step: int, grid: Grid, hidden: frozenset[Key]) -> bool:
    """A closed walk through hidden cells, by turns along a row and along a column.

    The first cell goes up; along its row one goes down, along that one's column one goes up, and so
    on, until a cell in the column of the first goes down. No row and no column is used twice.
    """
    row, column = grid.axes()
    rows, columns = {place[row]}, set()
    waiting = deque([place])
    while waiting:
        up = waiting.popleft()
        for down in _line(up, column, grid):
            if down not in hidden or down[column] in columns or not grid.moved(down, -step):
                continue
            if down[column] == place[column]:
                return True
            columns.add(down[column])
            for other in _line(down, row, grid):
                if other in hidden and other[row] not in rows and grid.moved(other, step):
                    rows.add(other[row])
                    waiting.append(other)
    return False


def _boxes(place: Key, step: int, grid: Grid) -> tuple[frozenset[Key], ...]:
    """Every box with `place` as a corner whose cells may go up and down by turns."""
    if (place, step) not in grid.boxes:
        grid.boxes[place, step] = tuple(_found_boxes(place, step, grid))
    return grid.boxes[place, step]


def _found_boxes(place: Key, step: int, grid: Grid) -> Iterator[frozenset[Key]]:
    axes = grid.axes()
    choices = [[code for code in grid.codes[axis] if code != place[axis]] for axis in axes]
    for picked in product(*choices):
        corners = []
        for switches in product((False, True), repeat=len(axes)):
            corner = list(place)
            for axis, code, switched in zip(axes, picked, switches, strict=True):
                if switched:
                    corner[axis] = code
            key = tuple(corner)
            if key not in grid.values or not grid.moved(key, -step if sum(switches) % 2 else step):
                break
            corners.append(key)
        else:
            yield frozenset(corners)


def _cheapest_box(place: Key, grid: Grid, hidden: set[Key]) -> frozenset[Key] | None:
    """The box that tells the least more; never through a cell that must stay or a nought."""
    best: tuple[float, tuple[Key, ...]] | None = None
    for step in (1, -1):
        if not grid.moved(place, step):
            continue
        for box in _boxes(place, step, grid):
            more = sorted(box - hidden)
            if any(corner in grid.shown or grid.values[corner] == 0 for corner in more):
                continue
            price = (sum(_cost(corner, grid) for corner in more), tuple(more))
            if best is None or price < best:
                best = price
    return frozenset(best[1]) if best else None


def _all_that_may_go(grid: Grid) -> frozenset[Key]:
    return frozenset(
        place for place, value in grid.values.items() if value and place not in grid.shown
    )


def _cost(place: Key, grid: Grid) -> float:
    """What readers lose with a cell: one, more for a large one, far more for a total."""
    largest = max(grid.values.values()) or 1
    price = 1 + grid.values[place] / largest
    return price * MARGIN_COST ** sum(code == TOTAL for code in place)
