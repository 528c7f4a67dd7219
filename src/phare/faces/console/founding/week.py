"""The opening hours of a file: kinds, days and spans such as "09:30-12:30"."""

import re
from datetime import date, time

from phare.centres.choices import Hours
from phare.faces.console.founding.entries import Entries
from phare.faces.console.founding.plan import Week

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NEEDED = (Hours.CENTRE, Hours.ADVICE)
SPAN = re.compile(r"(\d{2}):(\d{2})-(\d{2}):(\d{2})")
Span = tuple[time, time]


def weeks_of(hours: Entries) -> tuple[date, dict[Hours, Week]]:
    """The day they hold from, and the week of each kind the file speaks of."""
    first = hours.day("from", needed=True)
    weeks: dict[Hours, Week] = {}
    for kind in Hours:
        name = kind.value.lower()
        days = hours.table(name, needed=kind in NEEDED)
        if name in hours.given:
            weeks[kind] = [_day(days, day) for day in DAYS]
            days.finish()
            if kind in NEEDED and not any(weeks[kind]) and not days.wrongs.found:
                hours.wrong(name, "is closed on every day of the week.")
    hours.finish()
    return first or date.min, weeks


def _day(days: Entries, name: str) -> list[Span]:
    found: list[Span] = []
    for text in days.texts(name):
        span = _span(text)
        if span is None:
            days.wrong(name, f"“{text}” has to be like 09:30-12:30.")
        elif span[1] <= span[0]:
            days.wrong(name, f"“{text}” closes before it opens.")
        elif any(span[0] < closes and opens < span[1] for opens, closes in found):
            days.wrong(name, f"“{text}” overlaps another of that day.")
        else:
            found.append(span)
    return sorted(found)


def _span(text: str) -> Span | None:
    match = SPAN.fullmatch(text)
    try:
        hours = [int(part) for part in match.groups()] if match else []
        return (time(hours[0], hours[1]), time(hours[2], hours[3])) if hours else None
    except ValueError:
        return None
