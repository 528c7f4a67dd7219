"""The dates of a pattern, against a count made without it, in summer, winter and other places."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from phare.activities.repeating import (
    MOST,
    NotAPattern,
    daily,
    extended,
    monthly_like,
    occurrences,
    read_parts,
    weekly,
)
from phare.ground import clock

ZONES = (
    "Europe/Brussels",
    "Africa/Kinshasa",
    "America/Martinique",
    "Pacific/Auckland",
    "Asia/Kolkata",
)
WALL = "%Y-%m-%d %H:%M"


def found(rule, day, start, end, zone="Europe/Brussels", **more):
    moments = (clock.moment(day, start, zone), clock.moment(day, end, zone))
    return occurrences(rule, start=moments[0], end=moments[1], zone=zone, **more)


def shown(dates, zone="Europe/Brussels"):
    return [clock.local(one.start, zone).strftime(WALL) for one in dates]


@given(
    first=some.dates(date(2026, 1, 1), date(2028, 12, 31)),
    weekdays=some.sets(some.integers(0, 6), min_size=1),
    every=some.integers(1, 4),
    days=some.integers(0, 200),
    start=some.times(time(6), time(20)).map(lambda t: t.replace(microsecond=0, second=0)),
    zone=some.sampled_from(ZONES),
)
def test_a_weekly_pattern_is_the_days_a_calendar_shows(first, weekdays, every, days, start, zone):
    until = first + timedelta(days=days)
    end = (datetime.combine(first, start) + timedelta(hours=2)).time()

    dates = found(weekly(every=every, weekdays=weekdays, until=until), first, start, end, zone)

    monday = first - timedelta(days=first.weekday())
    expected = [
        day
        for day in (first + timedelta(days=n) for n in range(days + 1))
        if day.weekday() in weekdays and ((day - monday).days // 7) % every == 0
    ][:MOST]
    assert [one.day for one in dates] == expected
    assert {clock.local(one.start, zone).time() for one in dates} <= {start}


def test_a_session_stays_at_its_hour_when_the_clocks_change():
    rule = weekly(every=1, weekdays=[2], until=date(2027, 4, 7))

    dates = found(rule, date(2027, 3, 24), time(14), time(16))

    assert shown(dates) == ["2027-03-24 14:00", "2027-03-31 14:00", "2027-04-07 14:00"]
    assert [one.start.hour for one in dates] == [13, 12, 12]  # of UTC


def test_an_hour_that_the_night_leaves_out_is_an_hour_later_and_the_double_one_is_the_first():
    spring = found("FREQ=DAILY;COUNT=2", date(2027, 3, 27), time(2, 30), time(4))
    autumn = found("FREQ=DAILY;COUNT=2", date(2027, 10, 30), time(2, 30), time(4))

    assert shown(spring) == ["2027-03-27 02:30", "2027-03-28 03:30"]
    assert [one.start for one in autumn][1] == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


def test_a_session_never_has_no_length_in_a_night_that_is_shorter():
    dates = found("FREQ=DAILY;COUNT=2", date(2027, 3, 27), time(2, 30), time(3, 15))

    assert all(one.start < one.end for one in dates)


def test_a_session_over_midnight_ends_the_next_day():
    zone = "Europe/Brussels"
    start = datetime(2027, 1, 8, 22, tzinfo=ZoneInfo(zone))

    dates = occurrences(
        "FREQ=WEEKLY;COUNT=2", start=start, end=start + timedelta(hours=3), zone=zone
    )

    assert [clock.local(one.end, zone).strftime(WALL) for one in dates] == [
        "2027-01-09 01:00",
        "2027-01-16 01:00",
    ]


def test_the_twenty_ninth_of_february_comes_back_when_there_is_one():
    dates = found("FREQ=YEARLY;COUNT=3", date(2028, 2, 29), time(10), time(12))

    assert [one.day for one in dates] == [date(2028, 2, 29)]
    assert shown(found("FREQ=MONTHLY;COUNT=3", date(2028, 1, 29), time(10), time(12))) == [
        "2028-01-29 10:00",
        "2028-02-29 10:00",
        "2028-03-29 10:00",
    ]


def test_the_same_weekday_of_each_month_and_the_last_one():
    second = monthly_like(date(2026, 12, 9), every=1, until=date(2027, 2, 28))
    last = monthly_like(date(2026, 12, 30), every=1, until=date(2027, 2, 28))

    assert [d.day for d in found(second, date(2026, 12, 9), time(10), time(12))] == [
        date(2026, 12, 9),
        date(2027, 1, 13),
        date(2027, 2, 10),
    ]
    assert [d.day for d in found(last, date(2026, 12, 30), time(10), time(12))] == [
        date(2026, 12, 30),
        date(2027, 1, 27),
        date(2027, 2, 24),
    ]


def test_every_day_is_every_day_of_the_working_week():
    dates = found(daily(until=date(2026, 12, 8)), date(2026, 12, 3), time(10), time(12))

    assert [one.day.day for one in dates] == [3, 4, 7, 8]


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "FREQ=SECONDLY;COUNT=5",
        "FREQ=HOURLY;COUNT=5",
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;COUNT=many",
        "FREQ=WEEKLY;COUNT=2;COUNT=3",
        "FREQ=WEEKLY;BYDAY=XX;COUNT=2",
        "FREQ=WEEKLY;UNTIL=tomorrow",
        "FREQ=WEEKLY;BYSECOND=1,2,3;COUNT=4",
        "COUNT=2",
        "FREQ=WEEKLY;COUNT=2;" + "X" * 200,
    ],
)
def test_what_is_no_pattern_is_refused(rule):
    with pytest.raises(NotAPattern):
        found(rule, date(2026, 12, 3), time(10), time(12))


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;COUNT=999999999",
        "FREQ=DAILY;UNTIL=99991231",
        "FREQ=DAILY;INTERVAL=0;COUNT=9",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;UNTIL=99991231",
    ],
)
def test_no_pattern_goes_on_for_ever(rule):
    try:
        dates = found(rule, date(2026, 12, 3), time(10), time(12))
    except NotAPattern:
        return
    assert len(dates) <= MOST


def test_a_pattern_is_extended_and_goes_on_after_a_date():
    rule = extended("FREQ=WEEKLY;BYDAY=TH;UNTIL=20261210", until=date(2026, 12, 24))

    dates = found(
        rule,
        date(2026, 12, 3),
        time(10),
        time(12),
        after=clock.moment(date(2026, 12, 10), time(10), "Europe/Brussels"),
    )

    assert read_parts(rule)["UNTIL"] == "20261224T235959"
    assert [one.day.day for one in dates] == [17, 24]
