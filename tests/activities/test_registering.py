"""Registering answers at once: a place, or the nth in the list."""

import uuid
from datetime import timedelta

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from phare.activities.actions import (
    Asked,
    NotReachable,
    RegistrationIsClosed,
    TimesOverlap,
    TooManyPeople,
    cancel_seat,
    register,
    register_for_series,
)
from phare.activities.choices import Mode, RegistrationKind, SeatState, SessionState, Source
from phare.activities.models import ModeCapacity, Registration, Seat
from phare.ground import clock
from tests.factories.activities import (
    AFTERNOON,
    make_activity,
    make_seat,
    make_series,
    make_session,
    make_settings,
)
from tests.factories.centres import MORNING, make_centre

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def morning():
    with clock.stopped_at(MORNING):
        yield


def by_mail(number=1, **more):
    return Asked(**{"name": f"Guest {number}", "mail": f"guest{number}@example.org", **more})


def ask(session, mode=Mode.ON_SITE, **more):
    return register(
        session, mode=mode, asked=by_mail(**more), key=uuid.uuid4(), centre=session.centre
    )


def letters():
    return [
        (job.args["kind"], job.args["seat"])
        for job in ProcrastinateJob.objects.filter(task_name="letters.send").order_by("pk")
    ]


def test_the_first_have_a_place_and_the_others_are_told_which_they_are_in_the_list():
    session = make_session(make_activity(make_centre()), on_site=2)

    answers = [ask(session) for _ in range(5)]

    assert [answer.place for answer in answers] == [None, None, 1, 2, 3]
    assert letters() == [
        (("CONFIRMATION" if answer.place is None else "WAITING"), answer.seat.pk)
        for answer in answers
    ]
    row = ModeCapacity.objects.get(session=session)
    assert (row.taken, row.waiting, row.last) == (2, 3, 5)


def test_on_site_and_online_are_two_lists_of_one_session():
    session = make_session(make_activity(make_centre()), on_site=1, online=2)

    found = [ask(session, mode).place for mode in (Mode.ON_SITE, Mode.ON_SITE, Mode.ONLINE)]

    assert found == [None, 1, None]


def test_the_same_form_sent_twice_is_answered_the_same():
    session = make_session(make_activity(make_centre()), on_site=1)
    make_seat(session)
    key = uuid.uuid4()

    first, again = (
        register(session, mode=Mode.ON_SITE, asked=by_mail(), key=key, centre=session.centre)
        for _ in range(2)
    )

    assert (first.seat.pk, first.place) == (again.seat.pk, again.place) == (first.seat.pk, 1)
    assert Registration.objects.filter(key=key).count() == 1


def test_a_family_that_does_not_fit_waits_together_while_one_person_is_placed():
    session = make_session(make_activity(make_centre()), on_site=3)
    make_seat(session)

    family = ask(session, kind=RegistrationKind.FAMILY, people=4 - 1)
    one = ask(session)

    assert (family.place, one.place) == (1, None)
    assert Seat.objects.get(pk=family.seat.pk).passed == 1


def test_more_people_than_one_registration_may_bring_are_told_how_many_may_come():
    centre = make_centre()
    make_settings(centre, people_at_most=4)
    session = make_session(make_activity(centre), on_site=12)

    with pytest.raises(TooManyPeople) as refused:
        ask(session, kind=RegistrationKind.FAMILY, people=5)

    assert refused.value.at_most == 4


def test_a_party_larger_than_the_room_is_refused_and_does_not_block_the_list():
    session = make_session(make_activity(make_centre()), on_site=3)

    with pytest.raises(TooManyPeople):
        ask(session, source=Source.DESK, people=4)

    assert ask(session).place is None


def test_from_the_web_one_way_to_be_reached_is_needed_and_none_at_the_desk():
    session = make_session(make_activity(make_centre()))

    with pytest.raises(NotReachable):
        ask(session, mail="")
    answer = ask(session, mail="", name="", source=Source.DESK)

    assert answer.place is None
    assert letters() == []


def test_a_national_number_typed_into_a_need_is_covered():
    session = make_session(make_activity(make_centre()))

    answer = ask(session, needs=("OTHER",), needs_note="85.07.30-033 28 a wheelchair")

    assert "033" not in answer.registration.needs_note
    assert "wheelchair" in answer.registration.needs_note


@pytest.mark.parametrize("state", [SessionState.DRAFT, SessionState.CANCELLED, SessionState.CLOSED])
def test_only_what_is_published_takes_registrations(state):
    because = {"fr": "grève", "nl": "staking"} if state == SessionState.CANCELLED else {}
    session = make_session(make_activity(make_centre()), state=state, cancelled_because=because)

    with pytest.raises(RegistrationIsClosed):
        ask(session)

    assert Registration.objects.count() == 0


def test_a_mode_that_is_not_offered_is_closed():
    session = make_session(make_activity(make_centre()), online=None)

    with pytest.raises(RegistrationIsClosed):
        ask(session, Mode.ONLINE)


def test_once_it_has_begun_only_the_desk_still_registers():
    session = make_session(make_activity(make_centre()))

    with clock.stopped_at(AFTERNOON + timedelta(minutes=5)):
        with pytest.raises(RegistrationIsClosed):
            ask(session)
        late = ask(session, source=Source.DESK)

    assert late.seat.state == SeatState.SEATED


def test_once_it_has_begun_whoever_is_there_comes_in_though_others_waited(morning):
    session = make_session(make_activity(make_centre()), on_site=1)
    gone = make_seat(session)
    make_seat(session, state=SeatState.WAITING)

    with clock.stopped_at(AFTERNOON + timedelta(minutes=5)):
        cancel_seat(gone)
        late = ask(session, source=Source.DESK)

    assert late.place is None


def test_workshops_of_a_conference_are_chosen_under_one_registration():
    centre = make_centre()
    series = make_series(centre)
    opening = make_session(make_activity(centre), series=series, plenary=True)
    workshop = make_session(
        make_activity(centre), series=series, starts_at=AFTERNOON + timedelta(hours=2), on_site=0
    )

    answers = register_for_series(
        series,
        wanted=[(opening, Mode.ON_SITE), (workshop, Mode.ON_SITE)],
        asked=by_mail(),
        key=uuid.uuid4(),
        centre=centre,
    )

    assert [answer.place for answer in answers] == [None, 1]
    assert {answer.registration.pk for answer in answers} == {answers[0].registration.pk}


def test_nobody_has_two_places_at_the_same_time():
    centre = make_centre()
    series = make_series(centre)
    both = [make_session(make_activity(centre), series=series) for _ in range(2)]

    with pytest.raises(TimesOverlap):
        register_for_series(
            series,
            wanted=[(session, Mode.ON_SITE) for session in both],
            asked=by_mail(),
            key=uuid.uuid4(),
            centre=centre,
        )

    assert Registration.objects.count() == 0
