"""One session: planned, changed, cancelled, and what follows it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from phare.activities import actions
from phare.activities.actions import Plan
from phare.activities.choices import Mode, SeatState, SessionState
from phare.activities.models import (
    Facilitation,
    ModeCapacity,
    RoomUse,
    Seat,
    Session,
    Task,
)
from phare.ground import clock
from tests.factories.activities import (
    AFTERNOON,
    make_activity,
    make_room,
    make_seat,
    make_session,
)
from tests.factories.centres import MORNING, both, make_centre
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


def plan(**more):
    given = {
        "start": AFTERNOON,
        "end": AFTERNOON + timedelta(hours=2),
        "languages": ["fr"],
        "places": {Mode.ON_SITE: 12},
    }
    return Plan(**{**given, **more})


@pytest.fixture
def centre():
    with clock.stopped_at(MORNING):
        yield make_centre()


def letters():
    jobs = ProcrastinateJob.objects.filter(task_name="letters.send").order_by("pk")
    return [job.args["kind"] for job in jobs]


def places(session):
    found = ModeCapacity.objects.filter(session=session).order_by("mode")
    return {row.mode: (row.planned, row.capacity, row.taken, row.waiting) for row in found}


def test_a_session_has_its_room_its_places_its_people_and_its_tasks(centre):
    room, person = make_room(centre), make_person(centre)

    session = actions.plan_session(
        make_activity(centre),
        plan=plan(rooms=[room], places={Mode.ON_SITE: 12, Mode.ONLINE: 40}, staff=[person]),
    )

    assert session.state == SessionState.DRAFT
    assert places(session) == {Mode.ON_SITE: (12, 12, 0, 0), Mode.ONLINE: (40, 40, 0, 0)}
    assert [use.room for use in RoomUse.objects.all()] == [room]
    assert [one.person for one in Facilitation.objects.all()] == [person]
    assert Task.objects.filter(session=session).count() == 6


def test_the_same_form_sent_twice_plans_one_session(centre):
    activity, room = make_activity(centre), make_room(centre)

    first = actions.plan_session(activity, plan=plan(rooms=[room]), key="abcdefghijkl")
    again = actions.plan_session(activity, plan=plan(rooms=[room]), key="abcdefghijkl")

    assert first == again
    assert Session.objects.count() == 1


def test_a_room_that_is_taken_says_by_what(centre):
    room = make_room(centre)
    there = make_session(make_activity(centre), rooms=[room])

    with pytest.raises(actions.RoomIsTaken) as refused:
        actions.plan_session(make_activity(centre, title="Other"), plan=plan(rooms=[room]))

    assert (refused.value.held.room, refused.value.held.session) == (room, there)
    assert Session.objects.count() == 1


def test_a_room_is_free_the_moment_the_session_before_ends(centre):
    room = make_room(centre)
    there = make_session(make_activity(centre), rooms=[room])

    later = plan(start=there.ends_at, end=there.ends_at + timedelta(hours=1), rooms=[room])
    session = actions.plan_session(make_activity(centre), plan=later)

    assert RoomUse.objects.filter(session=session).exists()


def test_more_places_than_the_room_takes_are_refused(centre):
    with pytest.raises(actions.RoomIsTooSmall) as refused:
        actions.plan_session(
            make_activity(centre), plan=plan(rooms=[make_room(centre, capacity=8)])
        )

    assert refused.value.at_most == 8


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"end": AFTERNOON}, actions.EndsBeforeItBegins),
        ({"languages": []}, actions.NoLanguage),
        ({"places": {}}, actions.NoPlaces),
    ],
)
def test_a_plan_that_makes_no_sense_is_refused(centre, wrong, why):
    with pytest.raises(why):
        actions.plan_session(make_activity(centre), plan=plan(**wrong))


def test_another_hour_moves_rooms_seats_and_the_calendar_entry_and_tells_everybody(centre):
    room, other = make_room(centre), make_room(centre, "R2")
    session = make_session(make_activity(centre), rooms=[room])
    seat = make_seat(session)
    later = AFTERNOON + timedelta(days=1)

    moved = plan(start=later, end=later + timedelta(hours=1), rooms=[other])
    changed = actions.change_session(session, plan=moved, seen=0)

    seat.refresh_from_db()
    use = RoomUse.objects.get()
    assert changed.sequence == 1
    assert (use.room, use.during.lower, use.during.upper) == (other, moved.start, moved.end)
    assert (seat.during.lower, seat.during.upper) == (moved.start, moved.end)
    assert letters() == ["CHANGE"]


def test_saying_the_same_again_changes_nothing_and_tells_nobody(centre):
    session = make_session(make_activity(centre))
    make_seat(session)

    same = actions.change_session(session, plan=plan(), seen=0)

    assert (same.sequence, letters()) == (0, [])


def test_two_managers_who_change_the_same_session_are_told_of_each_other(centre):
    session = make_session(make_activity(centre))
    actions.change_session(session, plan=plan(note=both("Entrée par la cour")), seen=0)

    with pytest.raises(actions.ChangedMeanwhile):
        actions.change_session(session, plan=plan(note=both("Entrée par la rue")), seen=0)

    assert Session.objects.get().note["fr"] == "Entrée par la cour"


def test_more_places_are_offered_to_those_who_wait(centre):
    session = make_session(make_activity(centre), on_site=1)
    make_seat(session)
    waiting = make_seat(session, state=SeatState.WAITING)

    actions.set_capacity(session, mode=Mode.ON_SITE, planned=2)

    waiting.refresh_from_db()
    assert waiting.state == SeatState.OFFERED
    assert places(session) == {Mode.ON_SITE: (2, 2, 2, 0)}
    assert letters() == ["OFFER"]


def test_fewer_places_throw_nobody_out(centre):
    session = make_session(make_activity(centre), on_site=3)
    for _ in range(3):
        make_seat(session)

    actions.set_capacity(session, mode=Mode.ON_SITE, planned=1)

    assert places(session) == {Mode.ON_SITE: (1, 3, 3, 0)}


def test_a_mode_is_not_withdrawn_from_under_whoever_has_a_place_in_it(centre):
    session = make_session(make_activity(centre), online=10)
    make_seat(session, mode=Mode.ONLINE, people=3)

    with pytest.raises(actions.PlacesAreHeld) as refused:
        actions.change_session(session, plan=plan())

    assert (refused.value.mode, refused.value.people) == (Mode.ONLINE, 3)
    assert places(session)[Mode.ONLINE] == (10, 10, 3, 0)


def test_whoever_waits_for_a_mode_that_is_withdrawn_is_told_and_nobody_sees_it_as_full(centre):
    session = make_session(make_activity(centre), online=0)
    waits = make_seat(session, mode=Mode.ONLINE, state=SeatState.WAITING)

    actions.change_session(session, plan=plan())

    waits.refresh_from_db()
    assert (waits.state, letters()) == (SeatState.DROPPED, ["CHANGE"])
    assert set(places(session)) == {Mode.ON_SITE}

    actions.change_session(session, plan=plan(places={Mode.ON_SITE: 12, Mode.ONLINE: 5}))
    assert ModeCapacity.objects.get(mode=Mode.ONLINE).last == waits.number


def test_a_cancelled_session_frees_its_room_and_tells_why_once(centre):
    room = make_room(centre)
    session = make_session(make_activity(centre), rooms=[room])
    make_seat(session)

    actions.cancel_session(session, because=both("Grève des trains"))
    actions.cancel_session(session, because=both("Grève des trains"))

    assert not RoomUse.objects.exists()
    assert Seat.objects.get().state == SeatState.DROPPED
    assert letters() == ["CANCELLED"]
    assert Session.objects.get().sequence == 1


def test_a_reason_is_said_in_french_and_in_dutch(centre):
    session = make_session(make_activity(centre))

    with pytest.raises(actions.ReasonIsMissing):
        actions.cancel_session(session, because={"fr": "Grève"})


def test_a_cancelled_session_is_not_changed_any_more(centre):
    session = make_session(make_activity(centre))
    actions.cancel_session(session, because=both("Grève"))

    with pytest.raises(actions.NotInThatState):
        actions.change_session(session, plan=replace(plan(), languages=["nl"]))


def test_a_draft_may_go_and_what_was_published_may_not(centre):
    draft = actions.plan_session(make_activity(centre), plan=plan(rooms=[make_room(centre)]))
    published = make_session(make_activity(centre))

    actions.discard_session(draft)
    with pytest.raises(actions.NotInThatState):
        actions.discard_session(published)

    assert list(Session.objects.all()) == [published]
