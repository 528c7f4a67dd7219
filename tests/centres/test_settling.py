"""Hours changed twice, and things that come to an end."""

from datetime import date, time

import pytest

from phare.centres.actions import set_opening_hours, set_opening_week
from phare.centres.queries import hours_from, hours_on
from tests.factories.centres import make_centre

pytestmark = pytest.mark.django_db


def change(centre, valid_from, opens):
    set_opening_hours(
        centre=centre,
        kind="CENTRE",
        weekday=1,
        spans=[(time(opens), time(17))],
        valid_from=valid_from,
    )


def test_a_change_planned_before_one_that_was_planned_already_replaces_it():
    centre = make_centre()
    change(centre, date(2027, 1, 5), 10)

    change(centre, date(2026, 12, 1), 11)

    days = [date(2026, 11, 24), date(2026, 12, 8), date(2027, 1, 12)]
    opens = [hours_on(day, centre=centre).spans for day in days]
    assert opens == [
        ((time(9, 30), time(16)),),
        ((time(11), time(17)),),
        ((time(11), time(17)),),
    ]


def test_a_week_is_changed_as_a_whole():
    centre = make_centre()
    monday_only = [[(time(9), time(12))], *([] for _ in range(6))]

    set_opening_week(centre=centre, kind="CENTRE", week=monday_only, valid_from=date(2026, 12, 1))

    week = hours_from(date(2026, 12, 7), centre=centre, kind="CENTRE")
    assert week == {0: [(time(9), time(12))], **{day: [] for day in range(1, 7)}}
