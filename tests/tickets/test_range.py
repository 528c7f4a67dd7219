"""The range people are told: honest, and never longer for one more desk."""

from hypothesis import given
from hypothesis import strategies as st

from phare.tickets.rules import Ahead, Desk, Pacing, WaitRange, need, wait_range

NEEDS = [need(theme, language) for theme in ("work", "learn", "start") for language in ("fr", "nl")]
MINE = NEEDS[0]

paces = st.builds(Pacing, st.floats(5, 45), st.floats(1, 25))
queues = st.lists(st.builds(Ahead, st.sampled_from(NEEDS), paces), max_size=12)
competences = st.frozensets(st.sampled_from(NEEDS), min_size=1)


def desks_of(numbers):
    return st.builds(
        Desk,
        numbers,
        competences,
        st.none() | st.floats(0, 60),
        paces,
        st.sampled_from([0.0, 0.0, 10.0]),
    )


floors = st.lists(desks_of(st.integers(1, 15)), max_size=6, unique_by=lambda desk: desk.number)


@given(ahead=queues, floor=floors, one_more=desks_of(st.just(99)))
def test_one_more_desk_of_the_language_never_lengthens_the_range(ahead, floor, one_more):
    one_more = Desk(99, one_more.answers | {MINE}, one_more.busy_for, one_more.pacing)

    before = wait_range(MINE, ahead=ahead, desks=floor)
    after = wait_range(MINE, ahead=ahead, desks=[*floor, one_more])

    assert after is not None
    if before is not None:
        assert (after.low <= before.low) and (after.high <= before.high)


@given(ahead=queues, floor=floors)
def test_a_range_is_in_steps_of_five_and_never_backwards(ahead, floor):
    found = wait_range(MINE, ahead=ahead, desks=floor)

    if found is not None:
        assert 0 <= found.low <= found.high
        assert found.low % 5 == found.high % 5 == 0


@given(ahead=queues, floor=floors)
def test_one_more_person_before_never_shortens_the_range(ahead, floor):
    before = wait_range(MINE, ahead=ahead, desks=floor)
    after = wait_range(MINE, ahead=[*ahead, Ahead(MINE)], desks=floor)

    if before is not None:
        assert after.low >= before.low and after.high >= before.high


def test_a_free_desk_and_nobody_before_is_right_away():
    assert wait_range(MINE, ahead=[], desks=[Desk(1, frozenset({MINE}))]) == WaitRange(0, 0)


def test_nobody_who_answers_is_no_range_at_all():
    assert wait_range(MINE, ahead=[], desks=[Desk(1, frozenset({"start:nl"}))]) is None


def test_people_who_wait_for_something_else_do_not_count():
    desk = Desk(1, frozenset({MINE}))
    assert wait_range(MINE, ahead=[Ahead("start:nl")] * 5, desks=[desk]) == WaitRange(0, 0)


def test_a_pause_is_waited_for():
    desk = Desk(1, frozenset({MINE}), away_for=12.0)
    found = wait_range(MINE, ahead=[], desks=[desk])
    assert (found.low, found.high) == (10, 15)
