"""The sessions of a day in numbers: exact, and nobody's name."""

import uuid
from datetime import timedelta

import pytest

from phare.activities.actions import Counted, Mark, close_session, mark_present, mark_seat
from phare.activities.choices import Mode, SeatState
from phare.activities.models import Session
from phare.activities.queries.happening import happening_on
from phare.ground import clock
from tests.factories.activities import make_activity, make_seat, make_session
from tests.factories.centres import MORNING, make_centre

pytestmark = pytest.mark.django_db
SOON = MORNING + timedelta(hours=1)


@pytest.fixture(autouse=True)
def morning():
    with clock.stopped_at(MORNING):
        yield


@pytest.fixture
def centre():
    return make_centre()


def numbers(centre):
    found = happening_on(MORNING.date(), centre=centre)
    return [(one.registered, one.capacity, one.here, one.waiting) for one in found]


def test_everybody_with_a_place_and_everybody_noted_at_the_door_is_counted(centre):
    session = make_session(make_activity(centre), starts_at=SOON, on_site=4, online=6)
    seat = make_seat(session, people=3)
    make_seat(session, mode=Mode.ONLINE)
    make_seat(session, state=SeatState.WAITING, people=2)
    mark_seat(seat, people=2)
    walked = Mark(uuid.uuid4(), people=2)
    back = Mark(uuid.uuid4(), people=5)
    mark_present(session, [walked, back, Mark(uuid.uuid4(), undoes=back.key)])

    assert numbers(centre) == [(4, 10, 4, 1)]


def test_once_it_is_closed_who_is_here_is_what_was_counted(centre):
    session = make_session(make_activity(centre), starts_at=MORNING, on_site=4)
    mark_seat(make_seat(session))
    close_session(session, Counted({("ON_SITE", "fr"): 3}, {}), centre=centre)

    assert numbers(centre) == [(1, 4, 3, 0)]


def test_drafts_other_days_and_other_centres_are_not_there(centre):
    make_session(make_activity(centre), starts_at=SOON, state="DRAFT")
    make_session(make_activity(centre), starts_at=SOON + timedelta(days=1))
    make_session(make_activity(make_centre("annexe", network=centre.network)), starts_at=SOON)

    assert numbers(centre) == []


def test_one_session_and_three_cost_the_same(centre, django_assert_num_queries):
    activity = make_activity(centre)
    for wanted in (1, 3):
        while Session.objects.count() < wanted:
            mark_seat(make_seat(make_session(activity, starts_at=SOON)))
        with django_assert_num_queries(6):
            assert len(numbers(centre)) == wanted
