"""What the quarterly brochure prints: published dates by theme, then by day. Frozen values only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from phare.activities.choices import Mode, SessionState
from phare.activities.models import Activity
from phare.activities.queries.planned import Planned, sessions_between
from phare.centres.choices import Hours
from phare.centres.models import Centre
from phare.centres.queries import hours_from, themes
from phare.ground import clock
from phare.ground.periods import Days
from phare.ground.translated import Translated

Week = tuple[tuple[int, tuple[tuple[time, time], ...]], ...]


@dataclass(frozen=True)
class Entry:
    """One date, on the wall clock of the centre."""

    start: datetime
    end: datetime
    kind: str
    title: Translated
    lead: Translated
    languages: tuple[str, ...]
    modes: tuple[str, ...]
    rooms: tuple[Translated, ...]
    address: Translated
    partners: tuple[Translated, ...]
    age_from: int | None
    age_below: int | None


@dataclass(frozen=True)
class Chapter:
    """The dates of one theme, in order; its last dates are of no theme."""

    code: str
    name: Translated
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Leaflet:
    days: Days
    name: Translated
    street: Translated
    postcode: str
    city: Translated
    way: Translated
    phone: str
    email: str
    host: str
    chapters: tuple[Chapter, ...]
    hours: tuple[tuple[str, Week], ...]


def leaflet(days: Days, *, centre: Centre) -> Leaflet:
    """The published dates of these days; each stands once, under its first theme."""
    found = [
        one
        for one in sessions_between(
            days.first, days.last, centre=centre, states=(SessionState.PUBLISHED,)
        )
        if _is_for_everybody(one, centre)
    ]
    partners = _partners([one.session.activity for one in found])
    return Leaflet(
        days=days,
        name=Translated(centre.name),
        street=Translated(centre.street),
        postcode=centre.postcode,
        city=Translated(centre.city),
        way=Translated(centre.way),
        phone=centre.phone,
        email=centre.email,
        host=centre.hosts[0] if centre.hosts else "",
        chapters=tuple(_chapters(found, partners, centre)),
        hours=tuple((kind, _week(days, kind, centre)) for kind in (Hours.CENTRE, Hours.ADVICE)),
    )


def _is_for_everybody(one: Planned, centre: Centre) -> bool:
    """Not a class that comes by itself, nor a part of a series nobody is shown yet."""
    session = one.session
    if session.by_request or (session.series is not None and not session.series.published):
        return False
    return centre.training or not session.training


def _partners(activities: Sequence[Activity]) -> dict[int, tuple[Translated, ...]]:
    """Activity to the names of who makes it together, in alphabetical order."""
    rows = Activity.partners.through.objects.filter(
        activity__in={one.pk for one in activities}
    ).select_related("partner")
    found: dict[int, list[Translated]] = {one.pk: [] for one in activities}
    for row in rows.order_by("pk"):
        found[row.activity_id].append(row.partner.name)
    return {
        pk: tuple(sorted(names, key=lambda n: str(n).casefold())) for pk, names in found.items()
    }


def _chapters(
    found: Sequence[Planned], partners: dict[int, tuple[Translated, ...]], centre: Centre
) -> list[Chapter]:
    known = {theme.code: theme.name for theme in themes(centre=centre)}
    by_theme: dict[str, list[Entry]] = {code: [] for code in (*known, "")}
    for one in found:
        code = next((code for code in one.session.activity.themes if code in known), "")
        by_theme[code].append(_entry(one, partners, centre.time_zone))
    return [
        Chapter(code, known.get(code, Translated()), tuple(entries))
        for code, entries in by_theme.items()
        if entries
    ]


def _entry(one: Planned, partners: dict[int, tuple[Translated, ...]], zone: str) -> Entry:
    session, activity = one.session, one.session.activity
    return Entry(
        start=clock.local(session.starts_at, zone),
        end=clock.local(session.ends_at, zone),
        kind=activity.kind,
        title=activity.title,
        lead=activity.lead,
        languages=tuple(session.languages),
        modes=tuple(Mode(row.mode) for row in one.places if row.planned),
        rooms=tuple(room.name for room in one.rooms),
        address=session.address,
        partners=partners[activity.pk],
        age_from=activity.age_from,
        age_below=activity.age_below,
    )


def _week(days: Days, kind: str, centre: Centre) -> Week:
    week = hours_from(days.first, centre=centre, kind=kind)
    return tuple((day, tuple(spans)) for day, spans in sorted(week.items()))
