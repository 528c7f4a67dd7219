"""A reader who knows the rules, the sums and the marks attacks every published table."""

from datetime import date
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phare.indicators.disclosure import (
    BELOW_MARK,
    OTHER_MARK,
    SMALL_MARK,
    Axis,
    BelowNought,
    Exit,
    NamedException,
    TooManyDimensions,
    with_totals,
)
from phare.indicators.protection import SMALL, TOTAL, Grid, hide, is_safe

COUNTS = st.sampled_from([0, 0, 1, 2, 3, 4, 5, 6, 7, 12, 60, 400])


def table(rows, columns):
    """Counts of a table of that many rows and columns."""
    places = list(product(map(str, range(rows)), map(str, range(columns))))
    return st.lists(COUNTS, min_size=len(places), max_size=len(places)).map(
        lambda values: dict(zip(places, values, strict=True))
    )


tables = st.integers(1, 5).flatmap(
    lambda rows: st.integers(1, 4).flatmap(lambda columns: table(rows, columns))
)
small_tables = st.integers(1, 3).flatmap(
    lambda rows: st.integers(1, 3).flatmap(lambda columns: table(rows, columns))
)


def axes_of(counts, adds_up=True):
    names = "abc"
    return [
        Axis(names[position], tuple(sorted({place[position] for place in counts})), adds_up)
        for position in range(len(next(iter(counts))))
    ]


def equations(published):
    """The sums a reader knows, as (places, signs): what stands under a total less the total."""
    places = list(published.cells)
    for position, axis in enumerate(published.axes):
        if not axis.adds_up:
            continue
        for place in places:
            if place[position] == TOTAL:
                line = [(*place[:position], code, *place[position + 1 :]) for code in axis.codes]
                yield [*line, place], [1] * len(line) + [-1]


def computed_by_equations(published):
    """The hidden cells whose value the equations alone fix: no direction of freedom moves them."""
    hidden = [place for place, cell in published.cells.items() if cell.mark]
    column = {place: n for n, place in enumerate(hidden)}
    rows = []
    for places, signs in equations(published):
        row = np.zeros(len(hidden))
        for place, sign in zip(places, signs, strict=True):
            if place in column:
                row[column[place]] = sign
        if row.any():
            rows.append(row)
    if not hidden:
        return []
    if not rows:
        return []
    _, singular, directions = np.linalg.svd(np.array(rows))
    free = directions[int((singular > 1e-9).sum()) :]
    fixed = np.abs(free).max(axis=0) < 1e-9 if len(free) else np.ones(len(hidden), bool)
    return [place for place, known in zip(hidden, fixed, strict=True) if known]


def possible_values(published, largest=60):
    """Every value each small cell can have, by trying all tables a reader holds possible.

    Interior cells are tried one by one; totals follow. "c" is 1 to 4, "–" is 5 or more.
    """
    interior = [place for place in published.cells if TOTAL not in place]
    axes = published.axes
    totals = [place for place in published.cells if TOTAL in place]
    found = {place: set() for place, cell in published.cells.items() if cell.mark == SMALL_MARK}
    choices = [_range(published.cells[place], largest) for place in interior]
    for values in product(*choices):
        every = with_totals(dict(zip(interior, values, strict=True)), axes)
        if all(_fits(published.cells[place], every[place]) for place in totals):
            for place in found:
                found[place].add(every[place])
    return found


def _range(cell, largest):
    if not cell.mark:
        return [cell.value]
    return SMALL if cell.mark == SMALL_MARK else range(5, largest)


def _fits(cell, value):
    if not cell.mark:
        return cell.value == value
    return (value in SMALL) is (cell.mark == SMALL_MARK) and value > 0


@given(tables)
@settings(max_examples=150, deadline=None)
def test_no_cell_of_1_to_4_is_shown_and_none_follows_from_the_sums(counts):
    published = Exit().publish("t", counts, axes=axes_of(counts))

    shown = [cell.value for cell in published.cells.values() if not cell.mark]
    assert not set(shown) & set(SMALL)
    if not published.withheld:
        assert computed_by_equations(published) == []


@given(
    st.lists(st.sampled_from([0, 1, 2, 3, 4, 5, 6, 8]), min_size=4, max_size=6).map(
        lambda values: {
            (str(n // 2), str(n % 2)): v for n, v in enumerate(values[: len(values) // 2 * 2])
        }
    )
)
@settings(max_examples=40, deadline=None)
def test_a_reader_who_tries_every_table_is_left_with_two_values_at_least(counts):
    published = Exit().publish("t", counts, axes=axes_of(counts))

    hidden = sum(1 for place, cell in published.cells.items() if cell.mark and TOTAL not in place)
    if published.withheld or hidden > 4:
        return
    for place, values in possible_values(published, 14).items():
        assert len(values) > 1, (place, published.cells)


@given(st.lists(COUNTS, min_size=1, max_size=9))
@settings(max_examples=100, deadline=None)
def test_a_single_line_of_figures_is_protected_too(values):
    counts = {(str(n),): value for n, value in enumerate(values)}

    published = Exit().publish("t", counts, axes=axes_of(counts))

    if not published.withheld:
        assert computed_by_equations(published) == []


@given(st.lists(COUNTS, min_size=18, max_size=18))
@settings(max_examples=25, deadline=None)
def test_three_dimensions_hold(values):
    places = product("01", "012", "012")
    counts = dict(zip(places, values, strict=True))

    published = Exit().publish("t", counts, axes=axes_of(counts))

    assert not {c.value for c in published.cells.values() if not c.mark} & set(SMALL)
    if not published.withheld:
        assert computed_by_equations(published) == []


@given(small_tables)
@settings(max_examples=60, deadline=None)
def test_protection_hides_little_more_than_it_must(counts):
    axes = axes_of(counts)
    grid = Grid(values=with_totals(counts, axes), adds_up=(True, True))

    hidden = hide(grid)

    fewest = fewest_hidden(grid)
    if hidden is None:
        assert fewest is None
        return
    assert len(hidden) - len(grid.targets) <= fewest + 2
    for place in hidden - grid.targets:
        without = hidden - {place}
        assert not all(is_safe(target, grid, without) for target in grid.targets)


def fewest_hidden(grid):
    """How many more cells must go at least, by trying all sets, smallest first."""
    candidates = [p for p, v in grid.values.items() if v > 4]
    for size in range(0, len(candidates) + 1):
        for more in _subsets(candidates, size):
            together = frozenset(grid.targets | more)
            if all(is_safe(target, grid, together) for target in grid.targets):
                return size
        if size == 6:
            return 6
    return None


def _subsets(items, size):
    if size == 0:
        yield frozenset()
        return
    for n, item in enumerate(items):
        for rest in _subsets(items[n + 1 :], size - 1):
            yield rest | {item}


def test_a_table_without_small_cells_is_shown_whole():
    counts = {(a, b): 10 + int(a) for a in "012" for b in "01"}

    published = Exit().publish("t", counts, axes=axes_of(counts))

    assert published.marks == frozenset()
    assert published.at(TOTAL, TOTAL).value == 66


def test_what_a_report_printed_before_is_counted_as_known():
    exit_ = Exit()
    modes = {("ADVICE",): 50, ("OUTREACH",): 3, ("ACTIVITY",): 90}
    first = exit_.publish("modes", modes, axes=[Axis("mode", ("ADVICE", "OUTREACH", "ACTIVITY"))])

    channels = {("MAIL",): 20, ("CHAT",): 30}
    second = exit_.publish(
        "channels",
        channels,
        axes=[Axis("channel", ("MAIL", "CHAT"))],
        about=[("mode", "ADVICE")],
    )

    assert first.at("OUTREACH").mark == SMALL_MARK
    assert first.at("ADVICE").mark == OTHER_MARK
    assert second.at(TOTAL).mark == OTHER_MARK
    assert OTHER_MARK in {second.at("MAIL").mark, second.at("CHAT").mark}


def test_lines_that_are_never_added_need_no_second_protection():
    counts = {("a",): 3, ("b",): 700}

    published = Exit().publish("t", counts, axes=axes_of(counts, adds_up=False))

    assert (published.at("a").mark, published.at("b").value) == (SMALL_MARK, 700)


def test_a_named_exception_is_published_in_full_and_says_so():
    exception = NamedException("t", "the director", date(2026, 1, 5), "asked for by the funder")

    published = Exit([exception]).publish("t", {("a",): 3, ("b",): 9}, axes=[Axis("x", ("a", "b"))])

    assert published.at("a").value == 3
    assert published.exception == exception


def test_four_dimensions_are_refused():
    with pytest.raises(TooManyDimensions):
        Exit().publish("t", {}, axes=[Axis(name, ("0",)) for name in "abcd"])


def test_a_count_below_nought_is_named_and_the_total_is_that_of_what_is_known():
    counts = {("WOMAN",): 20, ("MAN",): 9, ("NOT_STATED",): -2}

    published = Exit().publish("t", counts, axes=[Axis("g", ("WOMAN", "MAN", "NOT_STATED"))])

    assert {place[0]: (cell.value, cell.mark) for place, cell in published.cells.items()} == {
        "WOMAN": (20, ""),
        "MAN": (9, ""),
        "NOT_STATED": (None, BELOW_MARK),
        TOTAL: (29, ""),
    }
    assert published.below == 2


def test_how_far_below_nought_is_not_said_where_something_is_hidden():
    counts = {("WOMAN",): 20, ("MAN",): 2, ("NOT_STATED",): -2}

    published = Exit().publish("t", counts, axes=[Axis("g", ("WOMAN", "MAN", "NOT_STATED"))])

    # With the contacts known from elsewhere, it could give a hidden total away.
    assert (published.at("WOMAN").mark, published.at("MAN").mark) == (OTHER_MARK, SMALL_MARK)
    assert published.at("NOT_STATED").mark == BELOW_MARK
    assert published.below is None


def test_nothing_below_nought_is_added_up_in_silence():
    with pytest.raises(BelowNought):
        with_totals({("a",): -1}, [Axis("x", ("a",))])


def test_an_exception_of_one_year_lets_nothing_of_another_out():
    year = ("days", "2025-01-01/2025-12-31")
    exception = NamedException("t", "d", date(2026, 1, 5), "why", frozenset({year}))
    exit_ = Exit([exception])
    counts, axes = {("a",): 3, ("b",): 9}, [Axis("x", ("a", "b"))]

    then = exit_.publish("t", counts, axes=axes, about=[("days", "2024-01-01/2024-12-31")])
    now = exit_.publish("t", counts, axes=axes, about=[year])

    assert (then.at("a").mark, now.at("a").value) == (SMALL_MARK, 3)


def test_a_table_that_leaves_before_the_one_released_does_not_rest_on_what_that_will_show():
    exception = NamedException("channels", "the director", date(2026, 1, 5), "asked for")
    modes = {("ADVICE",): 50, ("OUTREACH",): 3, ("ACTIVITY",): 90}

    def published(exit_):
        first = exit_.publish(
            "modes", modes, axes=[Axis("mode", ("ADVICE", "OUTREACH", "ACTIVITY"))]
        )
        exit_.publish(
            "channels",
            {("MAIL",): 48, ("CHAT",): 2},
            axes=[Axis("channel", ("MAIL", "CHAT"))],
            about=[("mode", "ADVICE")],
        )
        return first

    careless = Exit([exception])
    assert published(careless).at("ADVICE").mark == OTHER_MARK
    first = published(careless.knowing_what_it_released())

    # The released table prints the 50 of advice; the 3 hide behind another number now.
    assert first.at("ADVICE").value == 50
    assert first.at("OUTREACH").mark == SMALL_MARK
    assert OTHER_MARK in {first.at("ACTIVITY").mark, first.at(TOTAL).mark}
