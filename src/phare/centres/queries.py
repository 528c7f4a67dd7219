"""What is true of a centre: its words, its hours, its notices."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet, Value

from phare.centres.choices import PlaceKind, ScreenKind, Service
from phare.centres.models import (
    Audience,
    Centre,
    Closure,
    Derogation,
    Language,
    Municipality,
    Network,
    Notice,
    OpeningHours,
    Partner,
    Place,
    Scheme,
    SchoolHoliday,
    Screen,
    Theme,
)
from phare.centres.rules import Interruption, Span, regime_of, spans_of
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


@dataclass(frozen=True)
class Said:
    """A notice as a face shows it."""

    level: str
    text: Translated


def network_named(*, network: str) -> Network:
    """The network of that slug. Raises `Network.DoesNotExist`."""
    return Network.objects.get(slug=network)


def centre_named(*, centre: str) -> Centre:
    """The centre of that slug. Raises `Centre.DoesNotExist`."""
    return Centre.objects.select_related("network").get(slug=centre)


def centre_numbered(*, centre: int) -> Centre:
    """The centre of that key. Raises `Centre.DoesNotExist`."""
    return Centre.objects.select_related("network").get(pk=centre)


def centre_at(*, centre: str) -> Centre | None:
    """The centre that answers at that host name; a host nobody claims gets the first centre."""
    hosted = Centre.objects.select_related("network").order_by("pk")
    return hosted.filter(hosts__contains=[centre]).first() or hosted.first()


def all_centres(*, network: Network | None = None) -> list[Centre]:
    """Every centre, or those of one network."""
    found = Centre.objects.select_related("network").order_by("pk")
    return list(found if network is None else found.filter(network=network))


def themes(*, centre: Centre) -> list[Theme]:
    return list(centre.themes.order_by("position", "pk"))


def languages(*, centre: Centre) -> list[Language]:
    return list(centre.languages.order_by("position", "pk"))


def audiences(*, centre: Centre) -> list[Audience]:
    return list(centre.audiences.order_by("position", "pk"))


def schemes(*, centre: Centre) -> list[Scheme]:
    return list(centre.schemes.order_by("position", "pk"))


def municipalities(*, network: Network | None = None) -> list[Municipality]:
    """The municipalities asked for, in code order; the same for every network."""
    return list(Municipality.objects.order_by("nis"))


def known_codes(*, centre: Centre) -> dict[str, set[str]]:
    """The codes switched on, by "themes", "languages" and "audiences", in one query: what a form
    may send without a name being read."""
    kinds = {"themes": centre.themes, "languages": centre.languages, "audiences": centre.audiences}
    parts = [
        words.order_by().annotate(kind=Value(kind)).values_list("kind", "code")
        for kind, words in kinds.items()
    ]
    codes: dict[str, set[str]] = {kind: set() for kind in kinds}
    for kind, code in parts[0].union(*parts[1:], all=True):
        codes[kind].add(code)
    return codes


def places(*, centre: Centre, kind: str | None = None) -> QuerySet[Place]:
    found = Place.objects.filter(centre=centre).order_by("kind", "position", "pk")
    return found if kind is None else found.filter(kind=kind)


def desks(*, centre: Centre) -> list[Place]:
    return list(places(centre=centre, kind=PlaceKind.DESK))


def screens(*, centre: Centre) -> list[Screen]:
    return list(Screen.objects.filter(centre=centre).order_by("kind", "pk"))


def screen_with(*, centre: Centre, key: str, kind: ScreenKind) -> Screen | None:
    return Screen.objects.filter(centre=centre, key=key, kind=kind).first()


def partners(*, centre: Centre, on: date) -> list[Partner]:
    """The partners of that day, by kind then name."""
    found = Partner.objects.filter(Q(until=None) | Q(until__gte=on), centre=centre, since__lte=on)
    return sorted(found, key=lambda p: (p.kind, str(p.name).casefold(), p.pk))


def notices(*, centre: Centre, at: datetime) -> list[Said]:
    """What every face says now, most serious first."""
    found = Notice.objects.filter(centre=centre, shown_from__lte=at, shown_until__gt=at)
    return [Said(n.level, n.text) for n in found.order_by("level", "shown_from", "pk")]


def notice_rows(*, centre: Centre, since: datetime) -> list[Notice]:
    return list(
        Notice.objects.filter(centre=centre, shown_until__gte=since).order_by("-shown_from", "-pk")
    )


def derogations(*, centre: Centre, first: date, last: date) -> list[Derogation]:
    """The derogations that touch the days from `first` to `last`."""
    found = Derogation.objects.filter(centre=centre, first_on__lte=last, last_on__gte=first)
    return list(found.order_by("first_on", "pk"))


def closures(*, centre: Centre, first: date, last: date) -> list[Closure]:
    found = Closure.objects.filter(centre=centre, first_on__lte=last, last_on__gte=first)
    return list(found.order_by("first_on", "pk"))


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
    zone = centre.time_zone
    today = clock.local(at, zone).date()
    days = hours_between(today, today + timedelta(days=HORIZON), centre=centre, service=service)
    spans = [period for day in days for period in day.periods(zone)]
    current = next((p for p in spans if at in p), None)
    later = next((p.start for p in spans if p.start > at), None)
    return Openness(
        is_open=current is not None,
        until=current.end if current else None,
        opens_next=later,
        regime=days[0].regime,
        sentence=days[0].sentence,
    )


def hours_from(day: date, *, centre: Centre, kind: str) -> dict[int, list[tuple[time, time]]]:
    """Weekday to the spans of that kind as they stand from `day` on."""
    week: dict[int, list[tuple[time, time]]] = {weekday: [] for weekday in range(7)}
    rows = OpeningHours.objects.filter(
        Q(valid_until=None) | Q(valid_until__gte=day), centre=centre, kind=kind, valid_from__lte=day
    )
    for row in rows.order_by("weekday", "opens", "pk"):
        week[row.weekday].append((row.opens, row.closes))
    return week


def all_partners(*, centre: Centre) -> list[Partner]:
    """Partners of every time, by kind then name."""
    found = Partner.objects.filter(centre=centre)
    return sorted(found, key=lambda p: (p.kind, str(p.name).casefold(), p.pk))
