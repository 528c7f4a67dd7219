"""The dates of a pattern: an RRULE of RFC 5545, read on the wall clock of the centre.

A pattern says "every Tuesday at 14:00", and 14:00 is what the clock on the wall shows, in summer as
in winter. An hour that a night of March leaves out is an hour later; the one that October has twice
is the first of the two.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice

from dateutil.rrule import rrulestr

from phare.ground import clock

MOST = 200  # sessions made from one pattern
FARTHEST = timedelta(days=3 * 366)
LONGEST = 200  # characters
OFTEN = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
PARTS = frozenset(
    {"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "UNTIL", "COUNT", "WKST"}
)


class NotAPattern(Exception):
    """A rule that cannot be read, has no end, or makes sessions every hour."""


@dataclass(frozen=True)
class Occurrence:
    """One date of a pattern, as moments; `day` is the one the wall calendar shows."""

    start: datetime
    end: datetime
    day: date


def occurrences(
    rule: str, *, start: datetime, end: datetime, zone: str, after: datetime | None = None
) -> list[Occurrence]:
    """The dates of `rule` from the one that goes from `start` to `end`, at most `MOST` of them.

    Only those that begin after `after`, if given. Raises `NotAPattern`.
    """
    first, last = (clock.local(moment, zone).replace(tzinfo=None) for moment in (start, end))
    length = last - first
    last_day = first + FARTHEST
    since = None if after is None else clock.local(after, zone).replace(tzinfo=None)
    found = (
        Occurrence(*_moments(shown, length, zone, at_least=end - start), shown.date())
        for shown in _shown(rule, first)
        if shown <= last_day and (since is None or shown > since)
    )
    return list(islice(found, MOST))


def _moments(
    shown: datetime, length: timedelta, zone: str, *, at_least: timedelta
) -> tuple[datetime, datetime]:
    """What the clock shows, as moments; a night that is an hour shorter shortens no session to
    nothing."""
    start, end = (_moment(one, zone) for one in (shown, shown + length))
    return (start, end) if end > start else (start, start + at_least)


def _moment(shown: datetime, zone: str) -> datetime:
    return clock.moment(shown.date(), shown.time(), zone).astimezone(UTC)


def _shown(rule: str, first: datetime) -> Iterator[datetime]:
    """What the wall clock shows at each date; no rule makes it look at more than a few years."""
    parts = read_parts(rule)
    try:
        read = rrulestr(";".join(f"{k}={v}" for k, v in parts.items()), dtstart=first)
    except (ValueError, TypeError, OverflowError) as error:
        raise NotAPattern(rule) from error
    last = first + FARTHEST
    for seen, shown in enumerate(read):
        if shown > last or seen >= 10 * MOST:
            return
        yield shown


def read_parts(rule: str) -> dict[str, str]:
    """NAME to value of a rule that a centre may follow; the end is a day, its last hour included.

    Raises `NotAPattern`.
    """
    if len(rule) > LONGEST:
        raise NotAPattern(rule)
    pairs = [part.partition("=") for part in rule.strip().upper().split(";") if part]
    parts = {name: value for name, _, value in pairs}
    wrong = len(parts) != len(pairs) or not PARTS.issuperset(parts)
    if wrong or parts.get("FREQ") not in OFTEN or ("UNTIL" not in parts and "COUNT" not in parts):
        raise NotAPattern(rule)
    if "UNTIL" in parts:
        # With or without an hour, in UTC or not: the day named is the last one.
        parts["UNTIL"] = f"{parts['UNTIL'][:8]}T235959"
    return parts


WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def weekly(*, every: int, weekdays: Collection[int], until: date) -> str:
    days = ",".join(WEEKDAYS[day] for day in sorted(set(weekdays)))
    return f"FREQ=WEEKLY;INTERVAL={every};BYDAY={days};UNTIL={until:%Y%m%d}"


def monthly_like(day: date, *, every: int, until: date) -> str:
    """The same weekday of each month: the second Wednesday, or the last one from the fifth on."""
    nth = (day.day - 1) // 7 + 1
    place = nth if nth < 5 else -1
    return (
        f"FREQ=MONTHLY;INTERVAL={every};BYDAY={place}{WEEKDAYS[day.weekday()]};UNTIL={until:%Y%m%d}"
    )


def daily(*, until: date) -> str:
    """Every day of the working week."""
    return f"FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR;UNTIL={until:%Y%m%d}"


def extended(rule: str, *, until: date) -> str:
    """The same pattern up to another last day."""
    parts = read_parts(rule)
    parts.pop("COUNT", None)
    parts["UNTIL"] = f"{until:%Y%m%d}"
    return ";".join(f"{name}={value}" for name, value in parts.items())
