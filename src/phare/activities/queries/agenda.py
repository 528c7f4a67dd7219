"""The agenda: what is coming, by days, and the dates of one activity."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.db.models import Q

from phare.activities.models import Activity, Series, Session, Track
from phare.activities.queries.public import (
    SHOWN_ACTIVITIES,
    Dated,
    Offered,
    dated,
    offered,
    public_sessions,
)
from phare.centres.models import Centre
from phare.ground import clock
from phare.ground.periods import Days
from phare.ground.text import alphabetical
from phare.ground.translated import Translated


@dataclass(frozen=True)
class Wanted:
    """What an agenda is narrowed to; nothing said means everything."""

    themes: tuple[str, ...] = field(default=())
    languages: tuple[str, ...] = field(default=())
    audiences: tuple[str, ...] = field(default=())
    mode: str = ""
    with_places: bool = False

    def __bool__(self) -> bool:
        return self != Wanted()


EVERYTHING = Wanted()


@dataclass(frozen=True)
class Thread:
    """A track of a series with its workshops."""

    title: Translated
    sessions: tuple[Dated, ...]


@dataclass(frozen=True)
class Conference:
    """A series as everybody sees it: what everybody attends, and what is chosen from."""

    key: str
    title: Translated
    lead: Translated
    text: Translated
    chosen_together: bool
    plenaries: tuple[Dated, ...]
    threads: tuple[Thread, ...]

    @property
    def sessions(self) -> tuple[Dated, ...]:
        """All of them as they follow each other."""
        workshops = [one for thread in self.threads for one in thread.sessions]
        return tuple(sorted([*self.plenaries, *workshops], key=lambda one: one.starts_at))


def coming(days: Days | None = None, *, centre: Centre, wanted: Wanted = EVERYTHING) -> list[Dated]:
    """What is not over yet on those days, or from now on."""
    now = clock.now()
    found = public_sessions(centre=centre).filter(ends_at__gt=now)
    if days is not None:
        found = found.filter(
            starts_at__lt=_midnight(days.last + timedelta(days=1), centre),
            ends_at__gt=_midnight(days.first, centre),
        )
    return _narrowed(dated(found.filter(_matching(wanted)), centre=centre), wanted)


def changed_lately(*, centre: Centre, wanted: Wanted = EVERYTHING, since: datetime) -> list[Dated]:
    """For calendars that come back: what is coming, and what ended after `since`."""
    found = public_sessions(centre=centre).filter(ends_at__gt=since)
    return _narrowed(dated(found.filter(_matching(wanted)), centre=centre), wanted)


def _matching(wanted: Wanted) -> Q:
    asked = Q()
    if wanted.themes:
        asked &= Q(activity__themes__overlap=list(wanted.themes))
    if wanted.languages:
        asked &= Q(languages__overlap=list(wanted.languages))
    if wanted.audiences:
        asked &= Q(activity__audiences__overlap=list(wanted.audiences))
    return asked


def _narrowed(found: list[Dated], wanted: Wanted) -> list[Dated]:
    if wanted.mode:
        found = [one for one in found if wanted.mode in one.modes]
    if wanted.with_places:
        found = [one for one in found if _is_free(one, wanted.mode)]
    return found


def _is_free(session: Dated, mode: str) -> bool:
    return session.is_open and any(p.left for p in session.places if mode in ("", p.mode))


def _midnight(day: date, centre: Centre) -> datetime:
    return clock.moment(day, time(), centre.time_zone)


def session_with(key: str, *, centre: Centre) -> Dated | None:
    found = dated(public_sessions(centre=centre).filter(key=key), centre=centre)
    return found[0] if found else None


def session_row(key: str, *, centre: Centre) -> Session | None:
    """The row to act on, if everybody may see it."""
    return public_sessions(centre=centre).filter(key=key).first()


def activity_with(key: str, *, centre: Centre) -> Offered | None:
    rows = Activity.objects.filter(centre=centre, key=key, state__in=SHOWN_ACTIVITIES)
    return next(iter(offered(rows, centre=centre)), None)


def activities_offered(*, centre: Centre, on_request: bool = False) -> list[Offered]:
    """Every activity of the programme, or those a group may ask for."""
    rows = Activity.objects.filter(centre=centre, state="APPROVED").order_by("pk")
    if on_request:
        rows = rows.filter(on_request=True)
    return sorted(offered(rows, centre=centre), key=lambda one: alphabetical(str(one.title)))


def activity_row(key: str, *, centre: Centre) -> Activity | None:
    """The row to act on, if everybody may see it."""
    rows = Activity.objects.filter(centre=centre, key=key, state__in=SHOWN_ACTIVITIES)
    return rows.first()


def dates_of(activity: str, *, centre: Centre) -> list[Dated]:
    """The dates to come of the activity with that key."""
    found = public_sessions(centre=centre).filter(activity__key=activity, ends_at__gt=clock.now())
    return dated(found, centre=centre)


def next_day_with_sessions(
    after: date, *, centre: Centre, wanted: Wanted = EVERYTHING
) -> date | None:
    """The first day from `after` on on which something matching takes place."""
    found = public_sessions(centre=centre).filter(
        _matching(wanted), starts_at__gte=_midnight(after, centre), ends_at__gt=clock.now()
    )
    rows = _narrowed(dated(found[:50], centre=centre), wanted)
    return rows[0].day if rows else None


def series_with(key: str, *, centre: Centre) -> Conference | None:
    """A published series with all its sessions, also those that are over."""
    row = Series.objects.filter(centre=centre, key=key, published=True).first()
    if row is None:
        return None
    sessions = dated(public_sessions(centre=centre).filter(series=row), centre=centre)
    tracks = Track.objects.filter(series=row).order_by("position", "pk")
    threads = [
        Thread(track.title, tuple(s for s in sessions if s.track == track.pk and not s.plenary))
        for track in tracks
    ]
    loose = tuple(s for s in sessions if s.track is None and not s.plenary)
    if loose:
        threads.append(Thread(Translated(), loose))
    return Conference(
        key=row.key,
        title=row.title,
        lead=row.lead,
        text=row.text,
        chosen_together=row.chosen_together,
        plenaries=tuple(s for s in sessions if s.plenary),
        threads=tuple(thread for thread in threads if thread.sessions),
    )


def series_row(key: str, *, centre: Centre) -> Series | None:
    return Series.objects.filter(centre=centre, key=key, published=True).first()
