from datetime import date, datetime, time

import pytest

from phare.centres.actions import (
    DaysRunBackwards,
    HoursRunBackwards,
    TextIsMissing,
    add_school_holiday,
    close_service,
    publish_notice,
    set_opening_hours,
    withdraw_notice,
)
from phare.centres.choices import Hours, Level, Regime, Service
from phare.centres.queries import hours_on, notices, openness
from tests.factories.centres import BRUSSELS, MORNING, both, make_centre

pytestmark = pytest.mark.django_db
THURSDAY = date(2026, 11, 19)
CHRISTMAS = date(2026, 12, 25)


def at(day, hour):
    return datetime.combine(day, time.fromisoformat(hour), tzinfo=BRUSSELS)


@pytest.fixture
def centre():
    centre = make_centre()
    for kind in (Hours.CENTRE, Hours.ADVICE):
        set_opening_hours(
            centre=centre,
            kind=kind,
            weekday=3,
            spans=[(time(13, 30), time(19))],
            valid_from=date(2018, 3, 5),
        )
    return centre


def test_thursday_is_late_and_nothing_else(centre):
    found = hours_on(THURSDAY, centre=centre, service=Service.ADVICE)
    assert found.spans == ((time(13, 30), time(19)),)


def test_school_holidays_replace_every_other_hour_late_thursday_included(centre):
    add_school_holiday(centre=centre, name=both("Holiday"), first_on=THURSDAY, last_on=THURSDAY)
    set_opening_hours(
        centre=centre,
        kind=Hours.SCHOOL_HOLIDAY,
        weekday=3,
        spans=[(time(13, 30), time(16))],
        valid_from=date(2018, 3, 5),
    )

    for service in (Service.CENTRE, Service.ADVICE):
        found = hours_on(THURSDAY, centre=centre, service=service)
        assert found.spans == ((time(13, 30), time(16)),)


def test_a_late_opening_of_the_holidays_is_added(centre):
    add_school_holiday(centre=centre, name=both("Holiday"), first_on=THURSDAY, last_on=THURSDAY)
    for kind, span in (
        (Hours.SCHOOL_HOLIDAY, (time(13, 30), time(16))),
        (Hours.HOLIDAY_LATE, (time(16), time(19))),
    ):
        set_opening_hours(
            centre=centre, kind=kind, weekday=3, spans=[span], valid_from=date(2018, 3, 5)
        )

    found = hours_on(THURSDAY, centre=centre, service=Service.ADVICE)
    assert found.spans == ((time(13, 30), time(19)),)


def test_a_closed_service_says_why_and_the_others_go_on(centre):
    close_service(
        centre=centre,
        service=Service.ADVICE,
        regime=Regime.CLOSED,
        first_on=MORNING.date(),
        last_on=MORNING.date(),
        reason="Training of the team",
        sentence=both("No advice today"),
    )

    advice = openness(centre=centre, at=MORNING, service=Service.ADVICE)
    house = openness(centre=centre, at=MORNING)

    assert (advice.is_open, str(advice.sentence["fr"])) == (False, "No advice today")
    assert advice.opens_next == at(THURSDAY, "13:30")
    assert house.is_open and house.until == at(MORNING.date(), "16:00")


def test_at_noon_the_house_is_open_and_advice_comes_back(centre):
    noon = at(MORNING.date(), "12:45")
    advice = openness(centre=centre, at=noon, service=Service.ADVICE)
    assert (advice.is_open, advice.opens_next) == (False, at(MORNING.date(), "13:30"))
    assert openness(centre=centre, at=noon).is_open


def test_the_clock_change_keeps_the_hour_on_the_wall(centre):
    set_opening_hours(
        centre=centre,
        kind=Hours.CENTRE,
        weekday=6,
        spans=[(time(9, 30), time(16))],
        valid_from=date(2018, 3, 5),
    )
    winter = openness(centre=centre, at=at(date(2026, 10, 25), "12:00"))
    assert winter.until == at(date(2026, 10, 25), "16:00")
    assert winter.until.utcoffset().total_seconds() == 3600


def test_new_hours_leave_the_past_as_it_was(centre):
    change = date(2027, 1, 4)
    set_opening_hours(
        centre=centre,
        kind=Hours.CENTRE,
        weekday=0,
        spans=[(time(10), time(15))],
        valid_from=change,
    )
    assert hours_on(date(2026, 12, 28), centre=centre).spans == ((time(9, 30), time(16)),)
    assert hours_on(change, centre=centre).spans == ((time(10), time(15)),)


def test_a_sentence_that_lacks_a_language_is_refused_and_says_which(centre):
    with pytest.raises(TextIsMissing) as refused:
        close_service(
            centre=centre,
            service=Service.CENTRE,
            regime=Regime.CLOSED,
            first_on=CHRISTMAS,
            last_on=CHRISTMAS,
            reason="Christmas",
            sentence={"fr": "Fermé", "nl": "Gesloten"},
        )
    assert refused.value.languages == ["en", "de"]


def test_days_and_hours_that_run_backwards_are_refused(centre):
    with pytest.raises(DaysRunBackwards):
        add_school_holiday(
            centre=centre, name=both("Holiday"), first_on=CHRISTMAS, last_on=THURSDAY
        )
    with pytest.raises(HoursRunBackwards):
        set_opening_hours(
            centre=centre,
            kind=Hours.CENTRE,
            weekday=0,
            spans=[(time(16), time(9))],
            valid_from=CHRISTMAS,
        )


def test_a_notice_is_shown_from_its_first_to_its_last_moment(centre):
    notice = publish_notice(
        centre=centre,
        text=both("The lift is out of order"),
        level=Level.CHANGE,
        shown_from=at(MORNING.date(), "10:00"),
        shown_until=at(MORNING.date(), "15:00"),
    )
    shown = [said.text["fr"] for said in notices(centre=centre, at=MORNING)]
    assert shown == ["The lift is out of order"]
    withdraw_notice(notice, at=MORNING)
    assert notices(centre=centre, at=MORNING) == []
