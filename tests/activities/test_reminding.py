"""Reminders are owed once; who cannot be written to is called."""

from datetime import timedelta

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from phare.activities.actions.calls import mark_called, owe_call
from phare.activities.actions.reminding import remind_all
from phare.activities.choices import SeatState
from phare.activities.queries.calls import call_to_make, calls_to_make
from phare.ground import clock
from tests.factories.activities import (
    AFTERNOON,
    make_activity,
    make_seat,
    make_session,
    make_settings,
)
from tests.factories.centres import make_centre

pytestmark = pytest.mark.django_db


def owed():
    jobs = ProcrastinateJob.objects.filter(task_name="letters.send").order_by("id")
    return [(job.args["kind"], job.args["seat"]) for job in jobs]


def test_who_has_a_place_is_reminded_once_in_time():
    centre = make_centre()
    session = make_session(make_activity(centre))
    seat = make_seat(session)
    make_seat(session, state=SeatState.WAITING)
    make_seat(session, state=SeatState.CANCELLED)

    for hours in (25, 24, 20):
        with clock.stopped_at(AFTERNOON - timedelta(hours=hours)):
            remind_all(centre=centre)

    assert owed() == [("REMINDER", seat.pk)]


def test_the_manager_says_how_many_hours_before():
    centre = make_centre()
    make_settings(centre, reminder_hours=48)
    make_seat(make_session(make_activity(centre)))

    with clock.stopped_at(AFTERNOON - timedelta(hours=47)):
        assert remind_all(centre=centre) == 1


def test_nothing_is_owed_for_what_has_begun_or_is_another_centres():
    centre = make_centre()
    other = make_centre("other", network=centre.network)
    make_seat(make_session(make_activity(centre)))

    with clock.stopped_at(AFTERNOON):
        assert remind_all(centre=centre) == 0
    with clock.stopped_at(AFTERNOON - timedelta(hours=1)):
        assert remind_all(centre=other) == 0


def test_a_call_is_owed_once_and_goes_when_it_was_made():
    centre = make_centre()
    seat = make_seat(make_session(make_activity(centre)), mail="", phone="0470 00 00 00")

    with clock.stopped_at(AFTERNOON - timedelta(days=1)):
        for _ in range(2):
            owe_call(seat, kind="OFFER", version=2)
            owe_call(seat, kind="THANKS", version=2)
        (call,) = calls_to_make(centre=centre)
        mark_called(call_to_make(call.pk, centre=centre))
        mark_called(call)
        owe_call(seat, kind="OFFER", version=2)

        assert calls_to_make(centre=centre) == []


def test_a_call_about_what_is_past_is_not_made():
    centre = make_centre()
    seat = make_seat(make_session(make_activity(centre)))
    owe_call(seat, kind="CHANGE", version=2)

    with clock.stopped_at(AFTERNOON + timedelta(days=1)):
        assert calls_to_make(centre=centre) == []
