"""What everybody may know of the programme: values, never rows, and never who leads a session."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from phare.activities.choices import ActivityState, Mode, SessionState
from phare.activities.models import Activity, ModeCapacity, RoomUse, Session
from phare.centres.models import Centre
from phare.ground import clock
from phare.ground.text import alphabetical
from phare.ground.translated import Translated

SHOWN_ACTIVITIES = (ActivityState.APPROVED, ActivityState.ARCHIVED)
SHOWN_SESSIONS = (SessionState.PUBLISHED, SessionState.CANCELLED, SessionState.CLOSED)


@dataclass(frozen=True)
class Places:
    """The places of a session in one mode. `waiting` are registrations in the list."""

    mode: str
    capacity: int
    taken: int
    waiting: int

    @property
    def left(self) -> int:
        """What somebody who registers now can have: nobody goes before those who wait."""
        return 0 if self.waiting else max(0, self.capacity - self.taken)

    @property
    def next_turn(self) -> int:
        """The turn of whoever enters the list now."""
        return self.waiting + 1


@dataclass(frozen=True)
class Offered:
    """An activity, whatever its dates."""

    key: str
    kind: str
    title: Translated
    lead: Translated
    text: Translated
    bring: Translated
    preparation: Translated
    themes: tuple[str, ...]
    audiences: tuple[str, ...]
    scheme: str
    age_from: int | None
    age_below: int | None
    partners: tuple[Translated, ...]

    @property
    def theme(self) -> str:
        """The light it is shown in."""
        return self.themes[0] if self.themes else "unknown"


@dataclass(frozen=True)
class Dated:
    """One session; `starts_at` and `ends_at` are on the wall clock of the centre."""

    key: str
    uid: uuid.UUID
    sequence: int
    activity: Offered
    state: str
    starts_at: datetime
    ends_at: datetime
    languages: tuple[str, ...]
    places: tuple[Places, ...]
    rooms: tuple[Translated, ...]
    address: Translated
    note: Translated
    has_video: bool
    cancelled_because: Translated
    is_open: bool
    series: str
    series_title: Translated
    series_together: bool  # one registration for the whole series
    track: int | None
    plenary: bool
    by_request: bool  # of one group alone: no page of the public is about it

    @property
    def day(self) -> date:
        return self.starts_at.date()

    @property
    def ends_another_day(self) -> bool:
        return self.ends_at.date() != self.day

    @property
    def is_cancelled(self) -> bool:
        return self.state == SessionState.CANCELLED

    @property
    def modes(self) -> tuple[str, ...]:
        return tuple(one.mode for one in self.places)

    @property
    def is_hybrid(self) -> bool:
        return len(self.places) > 1

    @property
    def left(self) -> int:
        return sum(one.left for one in self.places)

    @property
    def has_places(self) -> bool:
        """Whether somebody who registers now gets a place."""
        return self.is_open and self.left > 0

    @property
    def theme(self) -> str:
        return self.activity.theme


def public_sessions(*, centre: Centre) -> QuerySet[Session]:
    """Rows of this room only: what is published, or was and is cancelled or over."""
    found = Session.objects.filter(
        centre=centre,
        training=False,
        by_request=False,
        state__in=SHOWN_SESSIONS,
        activity__state__in=SHOWN_ACTIVITIES,
    ).exclude(series__published=False)
    return found.select_related("activity", "series").order_by("starts_at", "ends_at", "pk")


def dated(rows: Iterable[Session], *, centre: Centre) -> list[Dated]:
    """The rows as values, in their order; three more queries however many they are."""
    sessions = list(rows)
    keys = [row.pk for row in sessions]
    places = _places(keys)
    rooms: dict[int, list[Translated]] = defaultdict(list)
    for use in RoomUse.objects.filter(session__in=keys).select_related("room").order_by("room_id"):
        rooms[use.session_id].append(use.room.name)
    offers = {one.key: one for one in offered({row.activity for row in sessions}, centre=centre)}
    now = clock.now()
    return [
        _dated(
            row,
            offers[row.activity.key],
            places[row.pk],
            tuple(rooms[row.pk]),
            centre=centre,
            now=now,
        )
        for row in sessions
    ]


def _dated(
    row: Session,
    activity: Offered,
    places: list[Places],
    rooms: tuple[Translated, ...],
    *,
    centre: Centre,
    now: datetime,
) -> Dated:
    until = row.closes_at or row.starts_at
    return Dated(
        key=row.key,
        uid=row.uid,
        sequence=row.sequence,
        activity=activity,
        state=row.state,
        starts_at=clock.local(row.starts_at, centre.time_zone),
        ends_at=clock.local(row.ends_at, centre.time_zone),
        languages=tuple(row.languages),
        places=tuple(places),
        rooms=rooms,
        address=row.address,
        note=row.note,
        has_video=any(one.mode == Mode.ONLINE for one in places),
        cancelled_because=row.cancelled_because,
        is_open=row.state == SessionState.PUBLISHED and now < until and bool(places),
        series=row.series.key if row.series else "",
        series_title=row.series.title if row.series else Translated(),
        series_together=row.series is not None and row.series.chosen_together,
        track=row.track_id,
        plenary=row.plenary,
        by_request=row.by_request,
    )


def _places(sessions: Sequence[int]) -> dict[int, list[Places]]:
    """On site before online."""
    found: dict[int, list[Places]] = defaultdict(list)
    for row in ModeCapacity.objects.filter(session__in=sessions).order_by("session_id", "-mode"):
        found[row.session_id].append(Places(row.mode, row.capacity, row.taken, row.waiting))
    return found


def offered(rows: Iterable[Activity], *, centre: Centre) -> list[Offered]:
    """Activities as values, with their partners in alphabetical order."""
    activities = sorted(rows, key=lambda one: one.pk)
    through = Activity.partners.through.objects.filter(activity__in=activities)
    partners: dict[int, list[Translated]] = defaultdict(list)
    for link in through.select_related("partner").order_by("pk"):
        partners[link.activity_id].append(link.partner.name)
    return [
        Offered(
            key=row.key,
            kind=row.kind,
            title=row.title,
            lead=row.lead,
            text=row.text,
            bring=row.bring,
            preparation=row.preparation,
            themes=tuple(row.themes),
            audiences=tuple(row.audiences),
            scheme=row.scheme,
            age_from=row.age_from,
            age_below=row.age_below,
            partners=tuple(sorted(partners[row.pk], key=lambda name: alphabetical(str(name)))),
        )
        for row in activities
    ]
