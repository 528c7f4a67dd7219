"""The sessions of a day in numbers, as they are now; nobody is named."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from phare.activities.choices import Presence, SessionState
from phare.activities.models import Attendance, CheckIn, ModeCapacity, Seat, Session
from phare.activities.queries.planned import sessions_between
from phare.centres.models import Centre, Place
from phare.ground import clock

SHOWN = (SessionState.PUBLISHED, SessionState.CLOSED, SessionState.CANCELLED)


@dataclass(frozen=True)
class Happening:
    """A session of the day: places, people who have one, who are here, and turns in the lists."""

    session: Session
    rooms: tuple[Place, ...]
    places: tuple[ModeCapacity, ...]
    here: int

    @property
    def registered(self) -> int:
        return sum(one.taken for one in self.places)

    @property
    def capacity(self) -> int:
        return sum(one.capacity for one in self.places)

    @property
    def waiting(self) -> int:
        return sum(one.waiting for one in self.places)

    @property
    def is_over(self) -> bool:
        return self.session.ends_at <= clock.now()

    @property
    def takes_arrivals(self) -> bool:
        return self.session.state == SessionState.PUBLISHED


def happening_on(day: date, *, centre: Centre) -> list[Happening]:
    """In the order of the day; the same number of queries however many there are."""
    found = sessions_between(day, day, centre=centre, states=SHOWN)
    here = people_here([one.session for one in found])
    return [Happening(one.session, one.rooms, one.places, here[one.session.pk]) for one in found]


def people_here(sessions: Sequence[Session]) -> dict[int, int]:
    """How many were noted at each door; once a session is closed, how many were counted."""
    found: dict[int, int] = defaultdict(int)
    counted = Attendance.objects.filter(session__in=sessions).order_by("pk")
    for key, present in counted.values_list("session_id", "present"):
        found[key] += present
    closed = {one.pk for one in sessions if one.state == SessionState.CLOSED}
    seats = Seat.objects.filter(session__in=sessions, presence=Presence.PRESENT).order_by("pk")
    for seat in seats:
        if seat.session_id not in closed:
            found[seat.session_id] += seat.present_people or seat.people
    marks = list(CheckIn.objects.filter(session__in=sessions).order_by("key"))
    undone = {mark.undoes for mark in marks if mark.undoes}
    for mark in marks:
        stands = mark.undoes is None and mark.key not in undone and mark.seat_id is None
        if stands and mark.session_id not in closed:
            found[mark.session_id] += mark.people
    return found
