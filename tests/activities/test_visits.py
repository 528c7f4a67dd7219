"""Group visits: agreed on once, with a room that nobody else has, and forgotten in time."""

import uuid
from datetime import timedelta

import psycopg
import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from phare.activities import actions
from phare.activities.choices import RequestState, SeatState, Side
from phare.activities.models import (
    DateProposal,
    GroupRequest,
    ModeCapacity,
    RoomUse,
    Seat,
    Session,
)
from phare.ground import clock
from tests.factories.activities import (
    AFTERNOON,
    make_activity,
    make_group_request,
    make_room,
    make_session,
)
from tests.factories.centres import MORNING, make_centre
from tests.meeting import PATIENCE, met, started

pytestmark = pytest.mark.django_db
SPAN = (AFTERNOON, AFTERNOON + timedelta(hours=2))


@pytest.fixture
def centre():
    with clock.stopped_at(MORNING):
        yield make_centre()


@pytest.fixture
def activity(centre):
    return make_activity(centre, on_request=True)


def agreed(request, side=Side.GROUP):
    return actions.agree_on(request, proposal=DateProposal.objects.get(request=request), side=side)


def offered(centre, activity, **more):
    request = make_group_request(centre, **more)
    return actions.propose_dates(request, dates=[SPAN], activity=activity)


def letters():
    return [j.args["kind"] for j in ProcrastinateJob.objects.filter(task_name="letters.visit")]


def test_agreeing_makes_session_room_and_places_at_once(centre, activity):
    small, large = make_room(centre, "S", 10), make_room(centre, "L", 40)
    request = offered(centre, activity, people=22, needs=["WHEELCHAIR"], language="nl")

    session = agreed(request)

    assert (session.starts_at, session.ends_at) == SPAN
    assert session.by_request and session.languages == ["nl"]
    assert [use.room for use in RoomUse.objects.all()] == [large]
    assert small not in [use.room for use in RoomUse.objects.all()]
    seat = Seat.objects.get()
    assert (seat.people, seat.state) == (22, SeatState.SEATED)
    assert seat.registration.needs == ["WHEELCHAIR"]
    capacity = ModeCapacity.objects.get()
    assert (capacity.capacity, capacity.taken) == (22, 22)
    assert letters() == ["PROPOSED", "AGREED"]


def test_no_room_means_that_nothing_is_agreed(centre, activity):
    room = make_room(centre, "L", 40)
    make_session(make_activity(centre), rooms=[room])
    request = offered(centre, activity)

    with pytest.raises(actions.NoRoomIsFree):
        agreed(request)

    assert not Seat.objects.exists() and Session.objects.count() == 1
    request.refresh_from_db()
    assert request.state == RequestState.PROPOSED


def test_the_same_side_cannot_agree_with_itself_and_a_past_date_is_gone(centre, activity):
    request = offered(centre, activity)

    with pytest.raises(actions.DateIsGone):
        agreed(request, Side.CENTRE)
    with clock.stopped_at(AFTERNOON), pytest.raises(actions.DateIsGone):
        agreed(request)


def test_without_knowing_what_for_nothing_is_agreed(centre):
    request = make_group_request(centre, dates=[AFTERNOON])

    with pytest.raises(actions.ActivityIsMissing):
        agreed(request, Side.CENTRE)


def test_what_is_declined_or_withdrawn_is_settled(centre, activity):
    declined, withdrawn = (offered(centre, activity) for _ in range(2))
    actions.decline_visit(declined, because="Travaux 85.07.30-033 28")
    actions.withdraw_visit(withdrawn)
    actions.withdraw_visit(withdrawn)

    for request in (declined, withdrawn):
        with pytest.raises(actions.VisitIsSettled):
            agreed(request)
        with pytest.raises(actions.VisitIsSettled):
            actions.counter_dates(request, dates=[SPAN])
    declined.refresh_from_db()
    assert declined.answer == "Travaux […]"


def test_a_proposal_needs_a_day_to_come(centre, activity):
    request = make_group_request(centre)
    yesterday = MORNING - timedelta(days=1)

    with pytest.raises(actions.NothingProposed):
        actions.propose_dates(
            request, dates=[(yesterday, yesterday + timedelta(hours=1))], activity=activity
        )


def test_withdrawing_gives_back_the_room_and_the_place_and_owes_the_letter_that_says_so(
    centre, activity
):
    make_room(centre, "L", 40)
    request = offered(centre, activity)
    agreed(request)

    actions.withdraw_visit(request)

    assert not RoomUse.objects.exists()
    assert (Session.objects.get().state, Seat.objects.get().state) == ("CANCELLED", "CANCELLED")
    assert ProcrastinateJob.objects.get(task_name="letters.send").args["kind"] == "FAREWELL"
    request.refresh_from_db()
    assert request.registration is None


def test_a_visit_moved_by_the_desk_is_agreed_on_once_and_withdrawn_whole(centre, activity):
    make_room(centre, "L", 40)
    request = offered(centre, activity)
    proposal = DateProposal.objects.get(request=request)
    agreed(request)
    other = make_session(activity, starts_at=AFTERNOON + timedelta(days=1), on_site=40)
    actions.move_seat(Seat.objects.get(), session=other, mode="ON_SITE")

    with pytest.raises(actions.VisitIsSettled):
        actions.agree_on(request, proposal=proposal, side=Side.GROUP)
    actions.withdraw_visit(request)

    assert ModeCapacity.objects.get(session=other).taken == 0
    assert {seat.state for seat in Seat.objects.all()} == {SeatState.CANCELLED}


def test_nobody_else_registers_for_the_visit_of_a_group(centre, activity):
    make_room(centre, "L", 40)
    session = agreed(offered(centre, activity))
    asked = actions.Asked(name="Nora", source="DESK")

    with pytest.raises(actions.RegistrationIsClosed):
        actions.register(session, mode="ON_SITE", asked=asked, key=uuid.uuid4(), centre=centre)


def test_a_visit_that_has_been_is_not_withdrawn(centre, activity):
    make_room(centre, "L", 40)
    request = offered(centre, activity)
    agreed(request)

    with clock.stopped_at(AFTERNOON + timedelta(days=1)), pytest.raises(actions.VisitIsSettled):
        actions.withdraw_visit(request)

    request.refresh_from_db()
    assert request.state == RequestState.AGREED


def test_a_request_is_forgotten_thirty_days_after_its_visit_or_its_last_word(centre, activity):
    visited, silent = offered(centre, activity), make_group_request(centre)
    agreed(visited)

    def left_after(moment, days):
        with clock.stopped_at(moment + timedelta(days=days)):
            actions.forget_group_requests(centre=centre)
        return set(GroupRequest.objects.values_list("pk", flat=True))

    assert left_after(MORNING, 29) == {visited.pk, silent.pk}
    assert left_after(MORNING, 31) == {visited.pk}
    assert left_after(AFTERNOON, 29) == {visited.pk}
    assert left_after(AFTERNOON, 31) == set()


FILL = """
import django; django.setup()
from datetime import timedelta
from phare.activities import actions
from tests.factories.activities import AFTERNOON, make_activity, make_group_request, make_room
from tests.factories.centres import make_centre
centre = make_centre()
make_room(centre, "L", 40)
span = (AFTERNOON, AFTERNOON + timedelta(hours=2))
actions.propose_dates(make_group_request(centre), dates=[span], activity=make_activity(centre))
"""
AGREE = """
import django; django.setup()
from phare.activities import actions
from phare.activities.actions import visits
from phare.activities.models import DateProposal, GroupRequest
WEAKEN
request = GroupRequest.objects.get()
actions.agree_on(request, proposal=DateProposal.objects.get(), side="GROUP")
"""
WITHOUT_LOCK = """
visits._locked = lambda request: GroupRequest.objects.get(pk=request.pk)
"""


def agreed_at_once(url, weaken=""):
    """How many sessions there are once two processes have agreed at the same moment."""
    assert started(FILL, url).wait(PATIENCE) == 0
    words = AGREE.replace("WEAKEN", weaken)
    ended = met(words, url, table="activities_session", processes=2)
    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT count(*) FROM activities_session").fetchone()
    return ended, row[0]


def test_agreed_on_by_two_processes_at_once_a_visit_is_one(own_database):
    assert agreed_at_once(own_database) == ([0, 0], 1)


def test_without_holding_the_request_there_would_be_two(own_database):
    with psycopg.connect(own_database) as connection:
        connection.execute("ALTER TABLE activities_roomuse DROP CONSTRAINT roomuse_one_at_a_time")

    assert agreed_at_once(own_database, WITHOUT_LOCK)[1] == 2
