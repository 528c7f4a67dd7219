"""A week of the planning as the office looks at it: open hours, posts, cover and holes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from phare.centres.choices import Service
from phare.centres.queries import Centre, DayHours, desks, hours_between, languages, themes
from phare.contacts.choices import HalfDay as HalfDayName
from phare.contacts.facts import NOON
from phare.ground import clock
from phare.ground.periods import Period
from phare.ground.translated import EQUAL, Translated
from phare.rota.choices import Post
from phare.rota.coverage import Cell, HalfDay, coverage, half_days
from phare.rota.queries import desk_cover, planned_between

FARTHEST = timedelta(days=5 * 366)
ALWAYS = ("fr", "nl", "en", "de")  # languages the cover is shown for


@dataclass(frozen=True)
class Entry:
    """A shift on the wall clock of the centre."""

    pk: int
    name: str
    start: datetime
    end: datetime
    away: bool


@dataclass(frozen=True)
class PostRow:
    """A desk, or another post, with its entries of each day."""

    post: str
    label: str
    desk: int | None
    days: tuple[tuple[date, tuple[Entry, ...]], ...]

    @property
    def is_empty(self) -> bool:
        return not any(entries for _day, entries in self.days)

    def on(self, day: date) -> "PostRow":
        """The same row with that day alone."""
        return replace(self, days=tuple(found for found in self.days if found[0] == day))


@dataclass(frozen=True)
class Hole:
    """Nobody answers that theme in those languages on that half-day."""

    theme: Translated
    languages: tuple[Translated, ...]


def asked_day(asked: str, *, today: date) -> date:
    """The day of an address, else today; no planning is further than years off."""
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        return today
    return day if abs(day - today) < FARTHEST else today


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def days_shown(monday: date, hours: Sequence[DayHours], entries: Sequence[Any]) -> list[date]:
    """Monday to Friday, and a day of the weekend that is open or planned."""
    used = {day.day for day in hours if day.spans} | {entry.date() for entry in entries}
    week = [monday + timedelta(days=n) for n in range(7)]
    return [day for day in week if day.weekday() < 5 or day in used]


def post_rows(monday: date, *, centre: Centre) -> tuple[list[date], list[PostRow]]:
    """The days of the week that are shown, and every desk and post with its people."""
    sunday = monday + timedelta(days=6)
    zone = centre.time_zone
    found: dict[tuple[str, int | None], dict[date, list[Entry]]] = {}
    for shift, away in planned_between(monday, sunday, centre=centre):
        start = clock.local(shift.during.lower, zone)
        end = clock.local(shift.during.upper, zone)
        place = shift.place_id if shift.post == Post.DESK else None
        entry = Entry(shift.pk, shift.person.name, start, end, away)
        found.setdefault((shift.post, place), {}).setdefault(start.date(), []).append(entry)
    hours = hours_between(monday, sunday, centre=centre)
    starts = [entry.start for days in found.values() for es in days.values() for entry in es]
    shown = days_shown(monday, hours, starts)
    wanted: list[tuple[Post, int | None, str]] = [
        (Post.DESK, desk.pk, str(desk.name) or desk.code) for desk in desks(centre=centre)
    ]
    wanted += [(post, None, str(post.label)) for post in Post if post != Post.DESK]
    return shown, [
        PostRow(
            post,
            label,
            desk,
            tuple((day, tuple(found.get((post, desk), {}).get(day, ()))) for day in shown),
        )
        for post, desk, label in wanted
    ]


def half_days_of(first: date, last: date, *, centre: Centre) -> list[HalfDay]:
    """The half-days on which advice is open."""
    zone = centre.time_zone
    hours = hours_between(first, last, centre=centre, service=Service.ADVICE)
    spans: dict[date, list[Period]] = {day.day: day.periods(zone) for day in hours}
    noon = {day: clock.moment(day, time(NOON), zone) for day in spans}
    return half_days(spans, noon=noon)


def cover_of(
    first: date, last: date, *, centre: Centre, codes: Sequence[str] = ALWAYS
) -> tuple[list[HalfDay], list[Cell]]:
    """The half-days between two days, and who covers each theme and language."""
    halves = half_days_of(first, last, centre=centre)
    cells = coverage(
        desk_cover(first, last, centre=centre),
        half_days=halves,
        themes=[theme.code for theme in themes(centre=centre)],
        languages=[x.code for x in languages(centre=centre) if x.code in codes],
    )
    return halves, cells


def holes_of(
    halves: Sequence[HalfDay], cells: Sequence[Cell], *, centre: Centre
) -> list[tuple[HalfDay, str, list[Hole]]]:
    """Half-days on which nobody answers some theme in French or in Dutch, in order."""
    names = {x.code: x.name for x in languages(centre=centre) if x.code in EQUAL}
    titles = {theme.code: theme.name for theme in themes(centre=centre)}
    found = []
    for half in halves:
        missing: dict[str, list[Translated]] = {}
        for cell in cells:
            if cell.half_day == half and cell.is_hole and cell.language in names:
                missing.setdefault(cell.theme, []).append(names[cell.language])
        holes = [Hole(titles[theme], tuple(spoken)) for theme, spoken in missing.items()]
        if holes:
            found.append((half, half_label(half), holes))
    return found


def half_label(half: HalfDay) -> str:
    return str(HalfDayName(half.half).label)
