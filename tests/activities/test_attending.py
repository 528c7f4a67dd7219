"""Who came: tablets that were offline, clocks that are wrong, and the same upload twice."""

import uuid

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phare.activities.actions import Mark, mark_present, mark_seat, unmark_seat
from phare.activities.choices import Mode, Presence
from phare.activities.models import CheckIn, Seat
from phare.activities.queries.own import held_by
from phare.ground import clock
from tests.factories.activities import make_activity, make_seat, make_session
from tests.factories.centres import MORNING, make_centre

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def morning():
    with clock.stopped_at(MORNING):
        yield


@pytest.fixture
def session():
    return make_session(make_activity(make_centre()), on_site=200, online=20)


def presences(session):
    seats = Seat.objects.filter(session=session).order_by("pk")
    return [(seat.presence, seat.present_people) for seat in seats]


def test_the_same_upload_twice_counts_once(session):
    seat = make_seat(session)
    marks = [Mark(uuid.uuid4(), code=seat.code), Mark(uuid.uuid4(), people=3)]

    first, again = (mark_present(session, marks) for _ in range(2))

    assert (first.noted, again.noted) == (2, 2)
    assert CheckIn.objects.count() == 2
    assert presences(session) == [(Presence.PRESENT, 1)]


def test_two_tablets_note_the_same_person_once(session):
    seat = make_seat(session, people=4)

    mark_present(session, [Mark(uuid.uuid4(), code=seat.code, people=2)])
    mark_present(session, [Mark(uuid.uuid4(), code=seat.code.lower(), people=4)])

    assert presences(session) == [(Presence.PRESENT, 4)]


def test_the_page_of_a_family_says_how_many_of_them_came(session):
    seat = make_seat(session, people=4)

    mark_present(session, [Mark(uuid.uuid4(), code=seat.code, people=2)])

    held = held_by(seat.registration, centre=session.centre)
    assert [one.came for one in held.seats] == [2]


def test_a_mark_taken_back_stays_taken_back_whichever_arrives_first(session):
    seat = make_seat(session)
    mark = Mark(uuid.uuid4(), code=seat.code)
    undo = Mark(uuid.uuid4(), code=seat.code, undoes=mark.key)

    mark_present(session, [undo])
    mark_present(session, [mark])

    assert presences(session) == [(Presence.UNKNOWN, None)]


def test_a_code_nobody_has_is_named_and_the_others_are_noted(session):
    seat = make_seat(session)
    lost = Mark(uuid.uuid4(), code="ZZZZZZ")

    marked = mark_present(session, [lost, Mark(uuid.uuid4(), code=seat.code)])

    assert (marked.noted, marked.unknown) == (1, (lost.key,))


def test_a_code_of_another_session_opens_nothing_here(session):
    elsewhere = make_seat(make_session(session.activity))

    marked = mark_present(session, [Mark(uuid.uuid4(), code=elsewhere.code)])

    assert marked.noted == 0
    assert presences(elsewhere.session) == [(Presence.UNKNOWN, None)]


def test_noted_by_hand_and_taken_back_by_hand(session):
    seat = make_seat(session, mode=Mode.ONLINE)

    mark_seat(seat)
    assert presences(session) == [(Presence.PRESENT, 1)]
    unmark_seat(seat)

    assert presences(session) == [(Presence.UNKNOWN, None)]


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_order_of_any_uploads_of_any_tablets_gives_the_same(session, data):
    seats = [make_seat(session) for _ in range(3)]
    marks = [Mark(uuid.uuid4(), code=seat.code) for seat in seats for _ in range(2)]
    taken_back = data.draw(st.lists(st.sampled_from(marks), unique=True))
    every = [*marks, *(Mark(uuid.uuid4(), code=m.code, undoes=m.key) for m in taken_back)]
    uploads = data.draw(st.permutations(every))

    for upload in [uploads, uploads[::-1], uploads[: len(uploads) // 2]]:
        mark_present(session, upload)

    standing = {mark.code for mark in marks if mark not in taken_back}
    for seat in seats:
        found = Seat.objects.get(pk=seat.pk)
        assert (found.presence == Presence.PRESENT) == (seat.code in standing)
