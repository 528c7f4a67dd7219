"""The rooms of the house: who holds them, what they take, on which days fewer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from phare.activities.choices import SessionState
from phare.activities.models import ReducedCapacity, RoomCombination, RoomUse, Session
from phare.activities.rules import Reduction, fitting, size_on
from phare.centres.choices import PlaceKind
from phare.centres.models import Centre, Place
from phare.centres.queries import places
from phare.ground import clock


@dataclass(frozen=True)
class Held:
    """A room is held by a session."""

    room: Place
    session: Session


def rooms(*, centre: Centre) -> list[Place]:
    return list(places(centre=centre, kind=PlaceKind.ROOM))


def room_combinations(*, centre: Centre) -> list[RoomCombination]:
    found = RoomCombination.objects.filter(centre=centre).prefetch_related("rooms")
    return sorted(found, key=lambda one: (str(one.title).casefold(), one.pk))


def combination_numbered(pk: int, *, centre: Centre) -> RoomCombination | None:
    return RoomCombination.objects.filter(pk=pk, centre=centre).first()


def reductions(*, centre: Centre, since: date) -> list[ReducedCapacity]:
    found = ReducedCapacity.objects.filter(centre=centre, last_on__gte=since)
    return list(found.select_related("room").order_by("first_on", "pk"))


def reduction_numbered(pk: int, *, centre: Centre) -> ReducedCapacity | None:
    return ReducedCapacity.objects.filter(pk=pk, centre=centre).first()


def in_the_way(
    *,
    centre: Centre,
    rooms: Sequence[Place],
    start: datetime,
    end: datetime,
    but: int | None = None,
) -> list[Held]:
    """Who holds one of these rooms between two moments, session number `but` left out."""
    found = RoomUse.objects.filter(
        centre=centre, room__in=rooms, during__overlap=(start, end)
    ).exclude(session=but)
    uses = found.select_related("room", "session__activity").order_by("during", "room_id")
    return [Held(use.room, use.session) for use in uses]


def rooms_of(sessions: Sequence[Session], *, centre: Centre) -> dict[int, list[Place]]:
    """Session number to the rooms it holds, in their order."""
    found: dict[int, list[Place]] = {session.pk: [] for session in sessions}
    uses = RoomUse.objects.filter(centre=centre, session__in=list(found)).select_related("room")
    for use in uses.order_by("room__position", "room_id"):
        found[use.session_id].append(use.room)
    return found


def people_who_fit(
    rooms: Sequence[Place], *, centre: Centre, start: datetime, end: datetime
) -> tuple[int, int] | None:
    """How many the rooms take usually, and on these days; None when no room is held."""
    if not rooms:
        return None
    first, last = (clock.local(moment, centre.time_zone).date() for moment in (start, end))
    tight: dict[int, list[Reduction]] = {room.pk: [] for room in rooms}
    for row in ReducedCapacity.objects.filter(room__in=rooms, centre=centre).order_by("pk"):
        tight[row.room_id].append(Reduction(row.first_on, row.last_on, row.capacity))
    sizes = [size_on(room.capacity, first, last, tight[room.pk]) for room in rooms]
    together = _combined(rooms, centre)
    usual = together if together is not None else sum(size.usual for size in sizes)
    return usual, fitting(sizes, together)


def fits_now(session: Session) -> int | None:
    """How many the rooms a session holds take on its days; None when it holds none."""
    held = rooms_of([session], centre=session.centre)[session.pk]
    found = people_who_fit(
        held, centre=session.centre, start=session.starts_at, end=session.ends_at
    )
    return None if found is None else found[1]


def _combined(rooms: Sequence[Place], centre: Centre) -> int | None:
    """The capacity said of exactly these rooms held together."""
    held = {room.pk for room in rooms}
    if len(held) < 2:
        return None
    for one in room_combinations(centre=centre):
        if {room.pk for room in one.rooms.all()} == held:
            return one.capacity
    return None


def sessions_in(room: Place, *, first: date, last: date, since: datetime) -> list[Session]:
    """The sessions to come that hold the room on one of these days."""
    found = RoomUse.objects.filter(room=room, during__endswith__gt=since).select_related("session")
    zone = room.centre.time_zone
    alive = (SessionState.DRAFT, SessionState.PUBLISHED)
    return [
        use.session
        for use in found.order_by("session_id")
        if use.session.state in alive
        and clock.local(use.during.lower, zone).date() <= last
        and clock.local(use.during.upper, zone).date() >= first
    ]
