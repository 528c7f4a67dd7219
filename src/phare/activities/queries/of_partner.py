"""What a partner may know of its dates: how many, by mode. No name is read here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from phare.activities.choices import SessionState
from phare.activities.models import Activity, Attendance, ModeCapacity, Session
from phare.activities.queries.rooms import rooms_of
from phare.ground.translated import Translated


@dataclass(frozen=True)
class Counts:
    """One mode of a date; `present` is None until it is closed."""

    mode: str
    places: int
    registered: int
    waiting: int
    present: int | None


@dataclass(frozen=True)
class CountedSession:
    starts_at: datetime
    ends_at: datetime
    state: str
    languages: Sequence[str]
    rooms: Sequence[Translated]
    because: Translated
    modes: Sequence[Counts]

    @property
    def state_label(self) -> str:
        return str(SessionState(self.state).label)


def counts_of(activity: Activity) -> list[CountedSession]:
    """The dates of an activity, the latest first, in numbers."""
    found = Session.objects.filter(activity=activity).order_by("-starts_at", "-pk")
    sessions = list(found)
    rooms = rooms_of(sessions, centre=activity.centre)
    modes: dict[int, list[ModeCapacity]] = {session.pk: [] for session in sessions}
    for row in ModeCapacity.objects.filter(session__in=sessions).order_by("-mode", "pk"):
        modes[row.session_id].append(row)
    came = {
        (row.session_id, row.mode): row
        for row in Attendance.objects.filter(session__in=sessions).order_by("pk")
    }
    return [
        CountedSession(
            starts_at=one.starts_at,
            ends_at=one.ends_at,
            state=one.state,
            languages=tuple(one.languages),
            rooms=tuple(room.name for room in rooms[one.pk]),
            because=one.cancelled_because,
            modes=tuple(_counts(row, came.get((one.pk, row.mode))) for row in modes[one.pk]),
        )
        for one in sessions
    ]


def _counts(row: ModeCapacity, came: Attendance | None) -> Counts:
    if came is None:
        return Counts(row.mode, row.capacity, row.taken, row.waiting, None)
    return Counts(row.mode, row.capacity, came.registered, came.left_waiting, came.present)
