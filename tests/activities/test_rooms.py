"""Rooms that are combined, and rooms that take fewer people for a while."""

from datetime import timedelta

import pytest

from phare.activities import actions
from phare.activities.choices import Mode, SeatState
from phare.activities.models import ModeCapacity, RoomCombination
from phare.activities.rules import RoomSize, fitting
from phare.ground import clock
from tests.factories.activities import (
    AFTERNOON,
    make_activity,
    make_room,
    make_seat,
    make_session,
)
from tests.factories.centres import MORNING, both, make_centre

pytestmark = pytest.mark.django_db
DAY = AFTERNOON.date()


@pytest.fixture
def centre():
    with clock.stopped_at(MORNING):
        yield make_centre()


def capacity(session):
    return ModeCapacity.objects.get(session=session, mode=Mode.ON_SITE).capacity


def reduced(room, to, first=DAY, last=DAY):
    return actions.reduce_room(room, first_on=first, last_on=last, capacity=to, reason="Travaux")


@pytest.mark.parametrize(
    ("rooms", "combined", "fits"),
    [
        ([RoomSize(20, 20)], None, 20),
        ([RoomSize(20, 20), RoomSize(30, 30)], None, 50),
        ([RoomSize(20, 20), RoomSize(30, 30)], 60, 60),
        ([RoomSize(20, 8), RoomSize(30, 30)], 60, 48),
        ([RoomSize(20, 0)], None, 0),
        ([RoomSize(20, 0), RoomSize(20, 0)], 30, 0),
    ],
)
def test_how_many_fit(rooms, combined, fits):
    assert fitting(rooms, combined) == fits


def test_a_smaller_room_takes_fewer_and_throws_nobody_out(centre):
    room = make_room(centre)
    empty = make_session(make_activity(centre), rooms=[room])
    full = make_session(
        make_activity(centre), rooms=[room], starts_at=AFTERNOON - timedelta(hours=4)
    )
    for _ in range(9):
        make_seat(full)

    reduced(room, 6)

    assert (capacity(empty), capacity(full)) == (6, 9)


def test_other_days_and_other_rooms_are_as_ever(centre):
    room, other = make_room(centre), make_room(centre, "R2")
    tomorrow = make_session(
        make_activity(centre), rooms=[room], starts_at=AFTERNOON + timedelta(days=1)
    )
    elsewhere = make_session(make_activity(centre), rooms=[other])

    reduced(room, 6)

    assert (capacity(tomorrow), capacity(elsewhere)) == (12, 12)


def test_places_that_come_back_are_offered_to_those_who_wait(centre):
    room = make_room(centre)
    session = make_session(make_activity(centre), rooms=[room], on_site=2)
    reduction = reduced(room, 1)
    make_seat(session)
    waiting = make_seat(session, state=SeatState.WAITING)

    actions.end_reduction(reduction)

    waiting.refresh_from_db()
    assert (waiting.state, capacity(session)) == (SeatState.OFFERED, 2)


def test_places_beyond_a_smaller_room_go_with_those_who_leave(centre):
    room = make_room(centre)
    session = make_session(make_activity(centre), rooms=[room], on_site=3)
    seats = [make_seat(session) for _ in range(3)]
    waiting = make_seat(session, state=SeatState.WAITING)
    reduced(room, 1)

    actions.cancel_seat(seats[0])
    actions.cancel_seat(seats[1])

    waiting.refresh_from_db()
    assert (waiting.state, capacity(session)) == (SeatState.WAITING, 1)
    actions.cancel_seat(seats[2])
    waiting.refresh_from_db()
    assert (waiting.state, capacity(session)) == (SeatState.OFFERED, 1)


def test_nobody_is_promoted_into_places_that_are_not_planned_any_more(centre):
    session = make_session(make_activity(centre), on_site=2)
    seats = [make_seat(session) for _ in range(2)]
    waiting = make_seat(session, state=SeatState.WAITING)

    actions.set_capacity(session, mode=Mode.ON_SITE, planned=1)
    actions.cancel_seat(seats[0])

    waiting.refresh_from_db()
    assert (waiting.state, capacity(session)) == (SeatState.WAITING, 1)


def test_a_session_planned_in_a_smaller_room_has_fewer_places(centre):
    room = make_room(centre)
    reduced(room, 5)

    session = actions.plan_session(
        make_activity(centre),
        plan=actions.Plan(
            start=AFTERNOON,
            end=AFTERNOON + timedelta(hours=2),
            languages=["fr"],
            places={Mode.ON_SITE: 12},
            rooms=[room],
        ),
    )

    assert capacity(session) == 5


def test_two_rooms_together_take_what_is_said_of_them(centre):
    first, second = make_room(centre, "A"), make_room(centre, "B")
    actions.combine_rooms(centre=centre, title=both("A+B"), rooms=[second, first], capacity=50)

    session = actions.plan_session(
        make_activity(centre),
        plan=actions.Plan(
            start=AFTERNOON,
            end=AFTERNOON + timedelta(hours=2),
            languages=["fr"],
            places={Mode.ON_SITE: 50},
            rooms=[second, first],
        ),
    )

    assert capacity(session) == 50


def test_what_is_said_of_rooms_together_holds_for_the_sessions_that_are_planned_already(centre):
    one, other = make_room(centre, "A", 10), make_room(centre, "B", 10)
    session = make_session(make_activity(centre), rooms=[one, other], on_site=30)
    said = {"centre": centre, "title": both("A and B"), "rooms": [one, other]}

    both_of_them = actions.combine_rooms(**said, capacity=26)
    assert capacity(session) == 26
    actions.combine_rooms(**said, capacity=24)
    assert capacity(session) == 24
    actions.separate_rooms(both_of_them)
    assert capacity(session) == 20


def test_the_same_rooms_are_combined_once(centre):
    rooms = [make_room(centre, "A"), make_room(centre, "B")]
    actions.combine_rooms(centre=centre, title=both("A+B"), rooms=rooms, capacity=40)
    actions.combine_rooms(centre=centre, title=both("A+B"), rooms=rooms, capacity=50)

    assert [one.capacity for one in RoomCombination.objects.all()] == [50]
    with pytest.raises(actions.RoomsAreOne):
        actions.combine_rooms(centre=centre, title=both("A"), rooms=rooms[:1], capacity=40)
