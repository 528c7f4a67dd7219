"""A time zone as calendar programs understand it: rules that come back every year.

Outlook reads nothing of a VTIMEZONE but DTSTART, RRULE and the two offsets ([MS-STANOICAL] 2.2.47),
so the changes of the hour are written as rules (the last Sunday of March), not as lists of dates.
"""

import calendar
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.prop import vRecur

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def zone_component(zone: str, year: int) -> Timezone:
    """The zone from the year before `year` on, by the rules that hold then."""
    component = Timezone()
    component.add("tzid", zone)
    found = changes(zone, year - 1)
    if not found:
        component.add_component(_fixed(zone, year - 1))
    for before, after in found:
        component.add_component(_change(before, after))
    return component


@cache
def changes(zone: str, year: int) -> tuple[tuple[datetime, datetime], ...]:
    """The last moment before each change of the clock in a year, and the first one after it."""
    here = ZoneInfo(zone)
    start, end = (datetime(y, 1, 1, tzinfo=UTC) for y in (year, year + 1))
    hours = (
        hour
        for day in _steps(start, end, DAY)
        if _differ(*day, here)
        for hour in _steps(*day, HOUR)
        if _differ(*hour, here)
    )
    return tuple((before.astimezone(here), after.astimezone(here)) for before, after in hours)


def _steps(start: datetime, end: datetime, step: timedelta) -> Iterator[tuple[datetime, datetime]]:
    while start < end:
        yield start, start + step
        start += step


def _differ(before: datetime, after: datetime, here: ZoneInfo) -> bool:
    return before.astimezone(here).utcoffset() != after.astimezone(here).utcoffset()


def _change(before: datetime, after: datetime) -> TimezoneDaylight | TimezoneStandard:
    summer = bool(after.dst())
    component: TimezoneDaylight | TimezoneStandard
    component = TimezoneDaylight() if summer else TimezoneStandard()
    # The onset is told on the clock that is about to be changed (RFC 5545, 3.6.5).
    onset = (before + HOUR).replace(tzinfo=None, minute=0, second=0)
    component.add("dtstart", onset)
    component.add("rrule", _rule(onset))
    component.add("tzoffsetfrom", before.utcoffset())
    component.add("tzoffsetto", after.utcoffset())
    component.add("tzname", after.tzname())
    return component


def _rule(onset: datetime) -> vRecur:
    days = calendar.monthrange(onset.year, onset.month)[1]
    nth = -1 if onset.day + 7 > days else (onset.day - 1) // 7 + 1
    day = f"{nth}{WEEKDAYS[onset.weekday()]}"
    return vRecur({"FREQ": ["YEARLY"], "BYMONTH": [onset.month], "BYDAY": [day]})


def _fixed(zone: str, year: int) -> TimezoneStandard:
    start = datetime(year, 1, 1, tzinfo=ZoneInfo(zone))
    component = TimezoneStandard()
    component.add("dtstart", start.replace(tzinfo=None))
    component.add("tzoffsetfrom", start.utcoffset())
    component.add("tzoffsetto", start.utcoffset())
    component.add("tzname", start.tzname())
    return component
