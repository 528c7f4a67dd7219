"""Whose turn it is, tried with every list a machine can think of."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from phare.activities.fairness import InLine, is_hurry, offer_ends, turns

LINES = st.lists(st.tuples(st.integers(1, 6), st.integers(0, 4)), max_size=12)
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def line(parties):
    return [InLine(key, people, passed) for key, (people, passed) in enumerate(parties)]


@given(st.integers(0, 30), LINES, st.integers(0, 3), st.booleans())
def test_no_more_is_given_than_there_is(free, parties, at_most, hurry):
    found = turns(free, line(parties), passes_at_most=at_most, hurry=hurry)

    assert sum(parties[key][0] for key in found.offered) <= free


@given(st.integers(0, 30), LINES, st.integers(0, 3), st.booleans())
def test_the_first_who_fits_is_never_passed_over(free, parties, at_most, hurry):
    found = turns(free, line(parties), passes_at_most=at_most, hurry=hurry)

    if parties and parties[0][0] <= free:
        assert found.offered[0] == 0


@given(st.integers(0, 30), LINES, st.integers(0, 3), st.booleans())
def test_of_two_parties_of_one_size_the_earlier_never_waits_for_the_later(
    free, parties, at_most, hurry
):
    found = turns(free, line(parties), passes_at_most=at_most, hurry=hurry)

    for later in found.offered:
        for earlier in range(later):
            assert earlier in found.offered or parties[earlier][0] > parties[later][0]


@given(st.integers(0, 30), LINES, st.integers(0, 3))
def test_whoever_has_been_passed_often_enough_is_passed_no_more(free, parties, at_most):
    found = turns(free, line(parties), passes_at_most=at_most, hurry=False)

    for key, passed in found.passed.items():
        assert passed <= max(at_most, parties[key][1])


@given(st.integers(1, 30), LINES, st.integers(0, 3))
def test_shortly_before_it_begins_no_place_stays_empty_that_somebody_fits_in(
    free, parties, at_most
):
    found = turns(free, line(parties), passes_at_most=at_most, hurry=True)

    left = free - sum(parties[key][0] for key in found.offered)
    assert all(parties[key][0] > left for key in range(len(parties)) if key not in found.offered)


def test_a_family_is_passed_three_times_and_then_kept_a_place():
    family = InLine(1, people=4, passed=2)
    singles = [InLine(key, people=1) for key in (2, 3, 4)]

    found = turns(2, [family, *singles], passes_at_most=3, hurry=False)

    assert found.offered == [2]
    assert found.passed == {1: 3}


def test_an_offer_stands_a_day_less_when_it_is_near_and_never_after_the_beginning():
    week, night, soon = (NOON + timedelta(hours=hours) for hours in (168, 18, 2))

    assert offer_ends(NOON, week, hours=24) == NOON + timedelta(hours=24)
    assert offer_ends(NOON, night, hours=24) == NOON + timedelta(hours=6)
    assert offer_ends(NOON, soon, hours=24) == soon


def test_two_days_before_it_is_urgent():
    assert is_hurry(NOON, NOON + timedelta(hours=48))
    assert not is_hurry(NOON, NOON + timedelta(hours=49))
