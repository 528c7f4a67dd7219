"""Sessions made from a pattern, and the exceptions among them."""

from datetime import date, timedelta

import pytest

from phare.activities import actions
from phare.activities.actions import Plan
from phare.activities.choices import LeftOut, Mode, SessionState
from phare.activities.models import Session
from phare.activities.queries.dates import dates_of
from phare.activities.repeating import weekly
from phare.centres.actions import add_school_holiday, close_service
from phare.centres.choices import Regime, Service
from phare.ground import clock
from tests.factories.activities import AFTERNOON, make_activity, make_room, make_session
from tests.factories.centres import MORNING, both, make_centre

pytestmark = pytest.mark.django_db
UNTIL = date(2026, 12, 23)  # five Wednesdays from the 25th of November
RULE = weekly(every=1, weekdays=[2], until=UNTIL)


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


def days(sessions):
    return [session.starts_at.day for session in sessions]


def test_a_pattern_makes_a_session_on_each_of_its_days(centre):
    recurrence, sessions = actions.plan_recurrence(make_activity(centre), rule=RULE, plan=plan())

    assert days(sessions) == [25, 2, 9, 16, 23]
    assert {session.recurrence for session in sessions} == {recurrence}


def test_holidays_closures_and_taken_rooms_are_left_out_and_said(centre):
    room = make_room(centre)
    add_school_holiday(
        centre=centre, name=both("Noël"), first_on=date(2026, 12, 21), last_on=date(2027, 1, 1)
    )
    close_service(
        centre=centre,
        service=Service.ACTIVITIES,
        regime=Regime.CLOSED,
        first_on=date(2026, 12, 2),
        last_on=date(2026, 12, 2),
        reason="Team day",
        sentence=both("Fermé"),
    )
    make_session(
        make_activity(centre), rooms=[room], starts_at=AFTERNOON + timedelta(days=14, hours=1)
    )

    seen = dates_of(
        RULE, centre=centre, start=AFTERNOON, end=AFTERNOON + timedelta(hours=2), rooms=[room]
    )
    _, sessions = actions.plan_recurrence(
        make_activity(centre, title="Other"), rule=RULE, plan=plan(rooms=[room])
    )

    assert [one.left_out for one in seen] == [
        "",
        LeftOut.CLOSED,
        LeftOut.TAKEN,
        "",
        LeftOut.HOLIDAY,
    ]
    assert days(sessions) == [25, 16]


def test_holidays_count_if_they_are_not_to_be_left_out(centre):
    add_school_holiday(
        centre=centre, name=both("Noël"), first_on=date(2026, 12, 21), last_on=date(2027, 1, 1)
    )

    _, sessions = actions.plan_recurrence(
        make_activity(centre), rule=RULE, plan=plan(), skips_holidays=False
    )

    assert days(sessions) == [25, 2, 9, 16, 23]


def test_a_pattern_without_a_single_date_is_refused(centre):
    with pytest.raises(actions.NoDates):
        actions.plan_recurrence(
            make_activity(centre),
            rule=weekly(every=1, weekdays=[0], until=date(2026, 11, 26)),
            plan=plan(),
        )


def test_the_same_form_sent_twice_plans_one_pattern(centre):
    activity = make_activity(centre)

    first = actions.plan_recurrence(activity, rule=RULE, plan=plan(), key="abcdefghijkl")
    again = actions.plan_recurrence(activity, rule=RULE, plan=plan(), key="abcdefghijkl")

    assert first == again
    assert Session.objects.count() == 5


def test_extending_goes_on_where_it_ended_and_leaves_exceptions_alone(centre):
    recurrence, sessions = actions.plan_recurrence(make_activity(centre), rule=RULE, plan=plan())
    thursday = plan(start=AFTERNOON + timedelta(days=8), end=AFTERNOON + timedelta(days=8, hours=1))
    actions.change_session(sessions[1], plan=thursday)
    actions.cancel_session(sessions[2], because=both("Malade"))

    new = actions.extend_recurrence(recurrence, until=date(2027, 1, 6))
    again = actions.extend_recurrence(recurrence, until=date(2027, 1, 6))

    assert (days(new), days(again)) == ([30, 6], [])
    kept = Session.objects.filter(recurrence=recurrence).order_by("original_start")
    assert days(kept) == [25, 3, 9, 16, 23, 30, 6]
    assert [one.state for one in kept][2] == SessionState.CANCELLED


def test_a_centre_elsewhere_plans_by_its_own_clock(centre):
    centre.time_zone = "Africa/Kinshasa"
    centre.save()
    start = clock.moment(date(2027, 3, 24), AFTERNOON.time(), centre.time_zone)

    _, sessions = actions.plan_recurrence(
        make_activity(centre),
        rule=weekly(every=1, weekdays=[2], until=date(2027, 4, 7)),
        plan=plan(start=start, end=start + timedelta(hours=2)),
    )

    assert {clock.local(s.starts_at, centre.time_zone).hour for s in sessions} == {13}
    assert {s.starts_at.hour for s in sessions} == {12}  # of UTC: no summer time there
