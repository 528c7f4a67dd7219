"""Sessions as those who plan them see them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet

from phare.activities.choices import ALIVE, SessionState
from phare.activities.models import (
    Activity,
    Facilitation,
    ModeCapacity,
    Recurrence,
    Registration,
    Seat,
    Session,
)
from phare.activities.queries.rooms import rooms_of
from phare.centres.models import Centre, Place
from phare.ground import clock


@dataclass(frozen=True)
class Planned:
    """A session with its rooms and its places by mode."""

    session: Session
    rooms: tuple[Place, ...]
    places: tuple[ModeCapacity, ...]

    @property
    def waiting(self) -> int:
        return sum(one.waiting for one in self.places)


def _with_activity(centre: Centre) -> QuerySet[Session]:
    return Session.objects.filter(centre=centre).select_related("activity", "series", "track")


def with_places(sessions: Sequence[Session], *, centre: Centre) -> list[Planned]:
    """The same sessions in the same order, in two more queries whatever their number."""
    rooms = rooms_of(sessions, centre=centre)
    places: dict[int, list[ModeCapacity]] = {session.pk: [] for session in sessions}
    for row in ModeCapacity.objects.filter(session__in=list(places)).order_by("-mode", "pk"):
        places[row.session_id].append(row)
    return [Planned(s, tuple(rooms[s.pk]), tuple(places[s.pk])) for s in sessions]


def sessions_between(
    first: date, last: date, *, centre: Centre, states: Sequence[str] = ()
) -> list[Planned]:
    """Every session that touches these days on the wall clock of the centre, in order."""
    start = clock.moment(first, time(), centre.time_zone)
    end = clock.moment(last + timedelta(days=1), time(), centre.time_zone)
    found = _with_activity(centre).filter(starts_at__lt=end, ends_at__gt=start)
    if states:
        found = found.filter(state__in=states)
    return with_places(list(found.order_by("starts_at", "pk")), centre=centre)


def sessions_of(activity: Activity, *, since: datetime | None = None) -> list[Planned]:
    """The sessions of an activity in order, those over before `since` left out."""
    found = _with_activity(activity.centre).filter(activity=activity)
    if since is not None:
        found = found.filter(ends_at__gt=since)
    return with_places(list(found.order_by("starts_at", "pk")), centre=activity.centre)


def published_to_come(activity: Activity) -> QuerySet[Session]:
    """Its sessions that people may still come to."""
    return Session.objects.filter(
        activity=activity, state=SessionState.PUBLISHED, ends_at__gt=clock.now()
    ).order_by("pk")


def session_keyed(key: str, *, centre: Centre) -> Session | None:
    return _with_activity(centre).filter(key=key).first()


def sessions_keyed(keys: Sequence[str], *, centre: Centre) -> list[Session]:
    return list(_with_activity(centre).filter(key__in=keys).order_by("starts_at", "pk"))


def facilitations(session: Session) -> list[Facilitation]:
    """Who gives it; for the team only."""
    found = Facilitation.objects.filter(session=session).select_related("person")
    return sorted(found, key=lambda one: (one.person.name.casefold(), one.pk))


def seats_of(session: Session) -> list[Seat]:
    """Everybody who has, is offered or waits for a place, by mode in order of entering."""
    found = Seat.objects.filter(session=session, state__in=ALIVE).select_related("registration")
    return list(found.order_by("-mode", "state", "number", "pk"))


def needs_of(session: Session) -> list[Registration]:
    """Registrations that tell what is to be prepared."""
    seats = Seat.objects.filter(session=session, state__in=ALIVE).values("registration")
    found = Registration.objects.filter(pk__in=seats).filter(~Q(needs=[]) | ~Q(needs_note=""))
    return list(found.order_by("registered_at", "pk"))


def sessions_of_recurrence(recurrence: Recurrence) -> list[Planned]:
    found = _with_activity(recurrence.centre).filter(recurrence=recurrence)
    return with_places(list(found.order_by("original_start", "pk")), centre=recurrence.centre)


def drafts_to_come(*, centre: Centre, since: datetime) -> list[Planned]:
    """What is planned and not published yet."""
    found = _with_activity(centre).filter(state=SessionState.DRAFT, ends_at__gt=since)
    return with_places(list(found.order_by("starts_at", "pk")), centre=centre)
