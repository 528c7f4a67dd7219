"""The demo's planning: four weeks behind, three ahead."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from phare.centres.queries import Centre, desks
from phare.faces.console.demo import calendar
from phare.faces.console.demo.staff import Staff
from phare.ground.periods import Days, Period
from phare.people.queries import Person
from phare.rota.actions import plan_shifts
from phare.rota.choices import Post

DESKS_STAFFED = 12  # of fifteen
OTHERS = (Post.CHAT, Post.CHAT, Post.PHONE, Post.OUTSIDE)


def plan(centre: Centre, annex: Centre, staff: Staff, today: date) -> None:
    """Who is where on every open day around `today`."""
    days = Days(today - timedelta(days=28), today + timedelta(days=21))
    plan_shifts(list(_shifts(centre, staff, days)), centre=centre)
    plan_shifts(list(_annex_shifts(annex, staff, days)), centre=annex)


def _half_days(day: date) -> list[Period]:
    zone = ZoneInfo(calendar.ZONE)
    return [
        Period(
            datetime.combine(day, opens, tzinfo=zone), datetime.combine(day, closes, tzinfo=zone)
        )
        for opens, closes in calendar.advice_spans(day)
    ]


def _shifts(centre: Centre, staff: Staff, days: Days) -> Iterator[tuple]:
    tables = desks(centre=centre)
    for day in days:
        for rank, period in enumerate(_half_days(day)):
            random = Random(f"{day}/{rank}")
            # One counsellor of each kind of competence first, so that no theme is forgotten.
            order = sorted(staff.counsellors, key=lambda p: (random.random(), p.pk))
            for person, desk in zip(_varied(order), tables[:DESKS_STAFFED], strict=False):
                yield person, Post.DESK, period, desk
            rest = _varied(order)[DESKS_STAFFED:]
            for person, post in zip(rest, OTHERS, strict=False):
                yield person, post, period, None
            yield from _floor(staff, period, day)


def _varied(order: list[Person]) -> list[Person]:
    """The sign-in of the demo's counsellor always has a desk; the others come by lot."""
    return sorted(order, key=lambda person: person.email != "conseil@phare.example")


def _floor(staff: Staff, period: Period, day: date) -> Iterator[tuple]:
    first = day.toordinal() % len(staff.reception)
    for person in {staff.reception[0], staff.reception[first], staff.reception[first - 1]}:
        yield person, Post.RECEPTION, period, None
    for person in staff.stewards[:2]:
        yield person, Post.MULTIMEDIA, period, None


def _annex_shifts(annex: Centre, staff: Staff, days: Days) -> Iterator[tuple]:
    tables = desks(centre=annex)
    for day in days:
        for period in _half_days(day):
            yield staff.annex[1], Post.RECEPTION, period, None
            for person, desk in zip(staff.annex[2:], tables, strict=False):
                yield person, Post.DESK, period, desk
