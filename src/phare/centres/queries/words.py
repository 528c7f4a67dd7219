"""The words, places, notices and partners of a centre."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet, Value

from phare.centres.choices import PlaceKind, ScreenKind
from phare.centres.models import (
    Audience,
    Centre,
    Derogation,
    Language,
    Municipality,
    Network,
    Notice,
    Partner,
    Place,
    Scheme,
    Screen,
    Theme,
)
from phare.centres.remembered import once_a_revision
from phare.ground.translated import Translated


@dataclass(frozen=True)
class Said:
    """A notice as a face shows it."""

    level: str
    text: Translated


@once_a_revision
def themes(*, centre: Centre) -> list[Theme]:
    return list(centre.themes.order_by("position", "pk"))


def network_themes(*, network: Network) -> list[Theme]:
    """Every theme of the network, whether or not a centre has it on."""
    return list(Theme.objects.filter(network=network).order_by("position", "pk"))


@once_a_revision
def languages(*, centre: Centre) -> list[Language]:
    return list(centre.languages.order_by("position", "pk"))


@once_a_revision
def audiences(*, centre: Centre) -> list[Audience]:
    return list(centre.audiences.order_by("position", "pk"))


@once_a_revision
def schemes(*, centre: Centre) -> list[Scheme]:
    return list(centre.schemes.order_by("position", "pk"))


def municipalities(*, network: Network | None = None) -> list[Municipality]:
    """The municipalities asked for, in code order; the same for every network."""
    return list(Municipality.objects.order_by("nis"))


@once_a_revision
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


@once_a_revision
def desks(*, centre: Centre) -> list[Place]:
    return list(places(centre=centre, kind=PlaceKind.DESK))


def screens(*, centre: Centre) -> list[Screen]:
    return list(Screen.objects.filter(centre=centre).order_by("kind", "pk"))


@once_a_revision
def screen_with(*, centre: Centre, key: str, kind: ScreenKind) -> Screen | None:
    """The screen whose key that is."""
    return Screen.objects.filter(centre=centre, key=key, kind=kind).first()


def partners(*, centre: Centre, on: date) -> list[Partner]:
    """The partners of that day, by kind then name."""
    found = Partner.objects.filter(Q(until=None) | Q(until__gte=on), centre=centre, since__lte=on)
    return sorted(found, key=lambda p: (p.kind, str(p.name).casefold(), p.pk))


def notices(*, centre: Centre, at: datetime) -> list[Said]:
    """What every face says now, most serious first."""
    hour = at.replace(minute=0, second=0, microsecond=0)
    near = _notices_of(hour, centre=centre)
    return [Said(n.level, n.text) for n in near if n.shown_from <= at < n.shown_until]


@once_a_revision
def _notices_of(hour: datetime, *, centre: Centre) -> list[Notice]:
    """Those shown at some moment of that hour."""
    found = Notice.objects.filter(
        centre=centre, shown_from__lt=hour + timedelta(hours=1), shown_until__gt=hour
    )
    return list(found.order_by("level", "shown_from", "pk"))


def notice_rows(*, centre: Centre, since: datetime) -> list[Notice]:
    return list(
        Notice.objects.filter(centre=centre, shown_until__gte=since).order_by("-shown_from", "-pk")
    )


def derogations(*, centre: Centre, first: date, last: date) -> list[Derogation]:
    """The derogations that touch the days from `first` to `last`."""
    found = Derogation.objects.filter(centre=centre, first_on__lte=last, last_on__gte=first)
    return list(found.order_by("first_on", "pk"))


def all_partners(*, centre: Centre) -> list[Partner]:
    """Partners of every time, by kind then name."""
    found = Partner.objects.filter(centre=centre)
    return sorted(found, key=lambda p: (p.kind, str(p.name).casefold(), p.pk))
