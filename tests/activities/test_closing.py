"""Closing a session counts who came, once; then every name goes, and no figure moves."""

import uuid
from datetime import timedelta

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from phare.activities import actions
from phare.activities.actions import Counted, Mark, close_session, correct_attendance
from phare.activities.choices import Mode, SeatState, SessionState
from phare.activities.models import Attendance, Registration, Seat, Session
from phare.contacts.actions import TooManyAnswers
from phare.contacts.choices import Channel
from phare.contacts.queries import contacts_in, counters_in, profiles_in
from phare.ground import clock
from phare.ground.periods import Days
from phare.satisfaction.models import Invitation
from tests.factories.activities import AFTERNOON, make_activity, make_seat, make_session
from tests.factories.centres import MORNING, make_centre

pytestmark = pytest.mark.django_db

DAY = Days(AFTERNOON.date(), AFTERNOON.date())
LATER = AFTERNOON + timedelta(hours=3)


@pytest.fixture
def session():
    with clock.stopped_at(MORNING):
        activity = make_activity(make_centre(), themes=["work", "start"], scheme="validation")
        return make_session(activity, on_site=20, online=40, languages=["fr", "nl"])


def counted(heads, **marginals):
    return Counted(heads, marginals)


def close(session, heads, **marginals):
    with clock.stopped_at(LATER):
        return close_session(session, counted(heads, **marginals), centre=session.centre)


def contacts(session, *by):
    return contacts_in(DAY, centres=[session.centre], by=by, mode="ACTIVITY")


def letters():
    jobs = ProcrastinateJob.objects.filter(task_name="letters.send").order_by("pk")
    return [(job.args["kind"], job.args["seat"]) for job in jobs]


def test_each_mode_and_language_is_one_contact_of_so_many_people(session):
    close(session, {("ON_SITE", "fr"): 7, ("ONLINE", "fr"): 20, ("ONLINE", "nl"): 5})

    assert contacts(session, "channel", "language") == [
        {"channel": Channel.FACE_TO_FACE, "language": "fr", "people": 7},
        {"channel": Channel.VIDEO, "language": "fr", "people": 20},
        {"channel": Channel.VIDEO, "language": "nl", "people": 5},
    ]
    assert [(row["theme"], row["people"]) for row in contacts(session, "theme")] == [
        ("start", 32),
        ("work", 32),
    ]
    assert Session.objects.get(pk=session.pk).state == SessionState.CLOSED


def test_closing_twice_counts_once(session):
    assert close(session, {("ON_SITE", "fr"): 7})
    assert not close(session, {("ON_SITE", "fr"): 9})

    assert contacts(session) == [{"people": 7}]


def test_what_was_noted_of_a_group_is_kept_as_sums_that_join_nothing(session):
    close(
        session,
        {("ON_SITE", "fr"): 7, ("ONLINE", "fr"): 5},
        gender={"WOMAN": 6, "MAN": 2},
        age_band={"A18_24": 12},
    )

    found = {
        question: profiles_in(DAY, centres=[session.centre], question=question, mode="ACTIVITY")
        for question in ("gender", "age_band", "status")
    }
    assert found == {
        "gender": {"MAN": 2, "NOT_STATED": 4, "WOMAN": 6},
        "age_band": {"A18_24": 12},
        "status": {},
    }


def test_more_answers_than_people_are_refused_and_nothing_is_written(session):
    with pytest.raises(TooManyAnswers) as refused:
        close(session, {("ON_SITE", "fr"): 7}, gender={"WOMAN": 8})

    assert refused.value.question == "gender"
    assert contacts(session) == []
    assert Session.objects.get(pk=session.pk).state == SessionState.PUBLISHED


def test_nothing_is_counted_before_it_begins_or_when_it_was_cancelled(session):
    with clock.stopped_at(MORNING), pytest.raises(actions.SessionIsNotOver):
        close_session(session, counted({("ON_SITE", "fr"): 1}), centre=session.centre)
    session.state = SessionState.CANCELLED
    session.cancelled_because = {"fr": "grève", "nl": "staking"}
    session.save()
    with pytest.raises(actions.SessionIsNotHeld):
        close(session, {("ON_SITE", "fr"): 1})


def test_who_did_not_come_is_known_from_the_marks_at_the_door(session):
    here, _absent = make_seat(session), make_seat(session)
    make_seat(session, state=SeatState.CANCELLED)
    make_seat(session, state=SeatState.WAITING)
    with clock.stopped_at(AFTERNOON):
        marks = [Mark(uuid.uuid4(), code=here.code), Mark(uuid.uuid4(), people=2)]
        actions.mark_present(session, marks)

    close(session, {("ON_SITE", "fr"): 3})

    row = Attendance.objects.get(session=session, mode=Mode.ON_SITE)
    assert (row.registered, row.present, row.absent, row.walked_in) == (2, 3, 1, 2)
    assert (row.cancelled, row.left_waiting) == (1, 1)
    assert letters() == [("THANKS", here.pk)]


def test_with_a_plain_headcount_the_difference_is_who_did_not_come(session):
    seats = [make_seat(session) for _ in range(5)]

    close(session, {("ON_SITE", "fr"): 3})

    row = Attendance.objects.get(session=session, mode=Mode.ON_SITE)
    assert (row.registered, row.present, row.absent, row.walked_in) == (5, 3, 2, 0)
    assert letters() == [("THANKS", seat.pk) for seat in seats]


def test_every_letter_of_thanks_carries_a_questionnaire_of_its_own(session):
    make_seat(session, language="nl")
    make_seat(session)

    close(session, {("ON_SITE", "fr"): 2})

    jobs = ProcrastinateJob.objects.filter(task_name="letters.send").order_by("pk")
    tokens = {job.args["token"]: Invitation.objects.get(token=job.args["token"]) for job in jobs}
    assert sorted(found.language for found in tokens.values()) == ["fr", "nl"]
    assert {found.mode for found in tokens.values()} == {"ACTIVITY"}


def test_another_number_than_was_typed_is_counted_or_taken_back(session):
    close(session, {("ON_SITE", "fr"): 7, ("ONLINE", "fr"): 20})

    with clock.stopped_at(LATER):
        correct_attendance(
            session, {("ON_SITE", "fr"): 9, ("ONLINE", "fr"): 18}, centre=session.centre
        )

    assert [row["people"] for row in contacts(session, "channel")] == [9, 18]
    rows = Attendance.objects.filter(session=session).order_by("mode")
    assert [row.present for row in rows] == [18, 9]


def test_advice_after_an_activity_is_one_click_and_counts_once(session):
    key = uuid.uuid4()

    with clock.stopped_at(LATER):
        for _ in range(2):
            actions.advise_after(session, centre=session.centre, key=key, language="nl")

    found = contacts_in(DAY, centres=[session.centre], by=("mode", "channel", "language"))
    assert found == [{"mode": "ADVICE", "channel": "AFTER_ACTIVITY", "language": "nl", "people": 1}]


def test_what_is_closed_in_training_counts_nowhere(session):
    session.training = True
    session.save()
    make_seat(session)

    close(session, {("ON_SITE", "fr"): 7})

    assert contacts(session) == []
    assert not Invitation.objects.exists() and letters() == []


def test_a_week_later_names_are_gone_and_every_figure_stands(session):
    for mode in Mode:
        make_seat(session, mode=mode, needs=["WHEELCHAIR"])
    close(session, {("ON_SITE", "fr"): 7, ("ONLINE", "nl"): 5}, gender={"WOMAN": 6})
    before = figures(session)

    with clock.stopped_at(LATER + timedelta(days=8)):
        for _ in range(2):
            actions.forget_registrations(centre=session.centre)

    assert not Registration.objects.exists()
    assert not Seat.objects.exists()
    assert figures(session) == before


def test_six_days_later_names_are_still_there_and_needs_are_gone(session):
    seat = make_seat(session, needs=["WHEELCHAIR"], needs_note="ramp")

    with clock.stopped_at(LATER + timedelta(days=6)):
        actions.forget_registrations(centre=session.centre)
        actions.forget_needs(centre=session.centre)

    found = Registration.objects.get(pk=seat.registration_id)
    assert (found.needs, found.needs_note) == ([], "")


def test_needs_are_kept_as_long_as_one_session_of_the_registration_is_to_come(session):
    seat = make_seat(session, needs=["WHEELCHAIR"])
    later = make_session(session.activity, starts_at=AFTERNOON + timedelta(days=9))
    make_seat(later, registration=seat.registration)

    with clock.stopped_at(LATER + timedelta(days=6)):
        actions.forget_needs(centre=session.centre)

    assert Registration.objects.get(pk=seat.registration_id).needs == ["WHEELCHAIR"]


def test_of_a_session_nobody_counted_the_registered_are_known_and_the_present_are_not(session):
    make_seat(session)

    with clock.stopped_at(LATER + timedelta(days=8)):
        actions.forget_registrations(centre=session.centre)

    row = Attendance.objects.get(session=session, mode=Mode.ON_SITE)
    assert (row.counted, row.registered, row.present, row.absent) == (False, 1, 0, 0)
    assert contacts(session) == []


@pytest.mark.parametrize("closed", [True, False])
def test_somebody_who_also_comes_later_and_is_still_known_moves_no_figure(session, closed):
    for _ in range(3):
        make_seat(session)
    later = make_session(session.activity, starts_at=AFTERNOON + timedelta(days=14))
    moved = make_seat(session, state=SeatState.CANCELLED)
    make_seat(later, registration=moved.registration)
    if closed:
        close(session, {("ON_SITE", "fr"): 2})

    for days in (8, 9):
        with clock.stopped_at(LATER + timedelta(days=days)):
            actions.forget_registrations(centre=session.centre)
            if closed:
                actions.correct_attendance(session, {("ON_SITE", "fr"): 1}, centre=session.centre)

    row = Attendance.objects.get(session=session, mode=Mode.ON_SITE)
    assert (row.registered, row.cancelled) == (3, 1)
    assert row.absent == (2 if closed else 0)


def test_a_session_nobody_closed_is_closed_with_the_marks_made_at_its_door(session):
    here, _elsewhere = make_seat(session), make_seat(session)
    with clock.stopped_at(AFTERNOON):
        actions.mark_present(session, [Mark(uuid.uuid4(), code=here.code)])

    with clock.stopped_at(LATER + timedelta(days=8)):
        for _ in range(2):
            actions.forget_registrations(centre=session.centre)

    row = Attendance.objects.get(session=session, mode=Mode.ON_SITE)
    assert (row.counted, row.registered, row.present, row.absent) == (True, 2, 1, 1)
    assert contacts(session) == [{"people": 1}]
    assert not Registration.objects.exists()


def figures(session):
    rows = Attendance.objects.filter(session=session).order_by("mode").values()
    return (
        list(rows),
        contacts(session, "channel", "language"),
        counters_in(DAY, centres=[session.centre]),
        profiles_in(DAY, centres=[session.centre], question="gender", mode="ACTIVITY"),
    )
