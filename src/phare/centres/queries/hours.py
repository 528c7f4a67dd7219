"""When a centre and its services are open, and under what regime."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q

from phare.centres.choices import Service
from phare.centres.models import Centre, Closure, OpeningHours, SchoolHoliday
from phare.centres.remembered import once_a_revision
from phare.centres.rules import Interruption, Span, may_walk_in, regime_of, spans_of
from phare.ground import clock
from phare.ground.periods import Period
from phare.ground.translated import Translated

HORIZON = 60  # days looked ahead for the next opening


@dataclass(frozen=True)
class DayHours:
    """What happens on one day to one service."""

    day: date
    spans: tuple[tuple[time, time], ...]
    regime: str | None
    sentence: Translated | None
    holiday: Translated | None

    def periods(self, zone: str) -> list[Period]:
        return [
            Period(clock.moment(self.day, opens, zone), clock.moment(self.day, closes, zone))
            for opens, closes in self.spans
        ]


@dataclass(frozen=True)
class Openness:
    """Whether a service is open, until when, and when it opens next."""

    is_open: bool
    until: datetime | None
    opens_next: datetime | None
    regime: str | None
    sentence: Translated | None


def closures(*, centre: Centre, first: date, last: date) -> list[Closure]:
    found = Closure.objects.filter(centre=centre, first_on__lte=last, last_on__gte=first)
    return list(found.order_by("first_on", "pk"))


@once_a_revision
def opening_hours(*, centre: Centre) -> list[OpeningHours]:
    return list(
        OpeningHours.objects.filter(centre=centre).order_by("kind", "weekday", "opens", "pk")
    )


def school_holidays(*, centre: Centre, since: date) -> list[SchoolHoliday]:
    found = SchoolHoliday.objects.filter(centre=centre, last_on__gte=since)
    return list(found.order_by("first_on", "pk"))


def hours_on(day: date, *, centre: Centre, service: str = Service.CENTRE) -> DayHours:
    return hours_between(day, day, centre=centre, service=service)[0]


def hours_between(
    first: date, last: date, *, centre: Centre, service: str = Service.CENTRE
) -> list[DayHours]:
    """The hours of each day from `first` to `last`, in three queries whatever their number."""
    rows = opening_hours(centre=centre)
    spans = [Span(r.kind, r.weekday, r.opens, r.closes, r.valid_from, r.valid_until) for r in rows]
    holidays = SchoolHoliday.objects.filter(
        centre=centre, first_on__lte=last, last_on__gte=first
    ).order_by("first_on", "pk")
    holiday_rows = list(holidays)
    closure_rows = closures(centre=centre, first=first, last=last)
    days = [first + timedelta(days=i) for i in range((last - first).days + 1)]
    return [_day_hours(day, service, spans, holiday_rows, closure_rows) for day in days]


def _day_hours(
    day: date,
    service: str,
    spans: Sequence[Span],
    holidays: Sequence[SchoolHoliday],
    closed: Sequence[Closure],
) -> DayHours:
    holiday = next((h for h in holidays if h.first_on <= day <= h.last_on), None)
    interruptions = [Interruption(c.service, c.regime, c.first_on, c.last_on) for c in closed]
    regime = regime_of(service, day, interruptions=interruptions)
    sentence = next(
        (
            c.sentence
            for c in closed
            if c.regime == regime
            and c.service in (service, Service.CENTRE)
            and c.first_on <= day <= c.last_on
        ),
        None,
    )
    usual = spans_of(service, day, spans=spans, in_holiday=holiday is not None)
    return DayHours(
        day=day,
        spans=() if regime in ("CLOSED", "REMOTE") else tuple(usual),
        regime=regime,
        sentence=sentence,
        holiday=holiday.name if holiday else None,
    )


def openness(*, centre: Centre, at: datetime, service: str = Service.CENTRE) -> Openness:
    """Whether `service` is open at `at`; the next opening is looked for over sixty days."""
    today, spans = _ahead(clock.local(at, centre.time_zone).date(), centre=centre, service=service)
    current = next((p for p in spans if at in p), None)
    later = next((p.start for p in spans if p.start > at), None)
    return Openness(
        is_open=current is not None,
        until=current.end if current else None,
        opens_next=later,
        regime=today.regime,
        sentence=today.sentence,
    )


def next_walk_in(*, centre: Centre, at: datetime, after_today: bool = False) -> datetime | None:
    """When advice opens next for whoever comes without an appointment; from tomorrow on when
    this day gives nothing any more."""
    today = clock.local(at, centre.time_zone).date()
    first = clock.moment(today + timedelta(days=1), time(), centre.time_zone)
    since = first if after_today else at
    starts = _walk_ins(today, centre=centre)
    return next((start for start in starts if start >= since), None)


@once_a_revision
def _walk_ins(day: date, *, centre: Centre) -> list[datetime]:
    """The starts of advice without an appointment, from that day to the horizon."""
    days = hours_between(day, day + timedelta(days=HORIZON), centre=centre, service=Service.ADVICE)
    return [
        period.start
        for one in days
        if may_walk_in(one.regime)
        for period in one.periods(centre.time_zone)
    ]


@once_a_revision
def _ahead(day: date, *, centre: Centre, service: str) -> tuple[DayHours, list[Period]]:
    """That day, and the opening periods from it to the horizon."""
    days = hours_between(day, day + timedelta(days=HORIZON), centre=centre, service=service)
    return days[0], [period for one in days for period in one.periods(centre.time_zone)]


def hours_from(day: date, *, centre: Centre, kind: str) -> dict[int, list[tuple[time, time]]]:
    """Weekday to the spans of that kind as they stand from `day` on."""
    week: dict[int, list[tuple[time, time]]] = {weekday: [] for weekday in range(7)}
    rows = OpeningHours.objects.filter(
        Q(valid_until=None) | Q(valid_until__gte=day), centre=centre, kind=kind, valid_from__lte=day
    )
    for row in rows.order_by("weekday", "opens", "pk"):
        week[row.weekday].append((row.opens, row.closes))
    return week
