"""What one registration has, for whoever holds its link."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from phare.activities.choices import ALIVE, Mode, Presence, SeatState
from phare.activities.models import Registration, Seat
from phare.activities.queries.public import Dated, dated
from phare.activities.queries.seats import turn_of
from phare.centres.models import Centre
from phare.ground import clock


@dataclass(frozen=True)
class Kept:
    """A place, an offer or a turn in the list. `place` is the turn: 1 for the next."""

    id: int
    state: str
    mode: str
    people: int
    place: int | None
    code: str
    offered_until: datetime | None
    was_present: bool
    came: int  # people noted as present
    session: Dated

    @property
    def is_seated(self) -> bool:
        return self.state == SeatState.SEATED

    @property
    def is_offered(self) -> bool:
        return self.state == SeatState.OFFERED

    @property
    def is_waiting(self) -> bool:
        return self.state == SeatState.WAITING

    @property
    def is_alive(self) -> bool:
        return self.state in ALIVE

    @property
    def is_over(self) -> bool:
        return clock.now() >= self.session.ends_at

    @property
    def may_change(self) -> bool:
        return self.is_alive and not self.is_over

    @property
    def other_modes(self) -> tuple[str, ...]:
        """The other way of being there, if the session has it and it is still open."""
        if not self.session.is_open:
            return ()
        return tuple(mode for mode in self.session.modes if mode != self.mode)

    @property
    def is_online(self) -> bool:
        return self.mode == Mode.ONLINE


@dataclass(frozen=True)
class Held:
    """A registration as its own page shows it; the address is shown to no one in full."""

    name: str
    reach: str
    language: str
    kind: str
    people: int
    needs: tuple[str, ...]
    needs_note: str
    source: str
    seats: tuple[Kept, ...]

    @property
    def is_alive(self) -> bool:
        return any(one.may_change for one in self.seats)


def held_by(registration: Registration, *, centre: Centre) -> Held:
    """What it has now, with what it no longer has after it."""
    found = Seat.objects.filter(registration=registration).order_by("session__starts_at", "pk")
    rows = _telling(list(found.select_related("session__activity", "session__series")))
    sessions = {one.key: one for one in dated({row.session for row in rows}, centre=centre)}
    seats = [_kept(row, sessions[row.session.key], centre=centre) for row in rows]
    return Held(
        name=registration.name,
        reach=_covered(registration.mail) or _covered(registration.phone),
        language=registration.language,
        kind=registration.kind,
        people=registration.people,
        needs=tuple(registration.needs),
        needs_note=registration.needs_note,
        source=registration.source,
        seats=tuple(sorted(seats, key=lambda one: not one.is_alive)),
    )


def _telling(rows: list[Seat]) -> list[Seat]:
    """Without the place somebody left for another one of the same session."""
    alive = {row.session_id for row in rows if row.state in ALIVE}
    newest = {row.session_id: row.pk for row in sorted(rows, key=lambda row: row.pk)}
    return [
        row
        for row in rows
        if row.state in ALIVE or (row.session_id not in alive and newest[row.session_id] == row.pk)
    ]


def _kept(row: Seat, session: Dated, *, centre: Centre) -> Kept:
    until = row.offered_until
    return Kept(
        id=row.pk,
        state=row.state,
        mode=row.mode,
        people=row.people,
        place=turn_of(row),
        code=row.code,
        offered_until=clock.local(until, centre.time_zone) if until else None,
        was_present=row.presence == Presence.PRESENT,
        came=row.present_people or row.people,
        session=session,
    )


def _covered(reach: str) -> str:
    """Enough of an address for whoever owns it: c…@example.org, …4 56."""
    if "@" in reach:
        name, _, host = reach.rpartition("@")
        return f"{name[:1]}…@{host}"
    return f"…{reach[-3:]}" if reach else ""


def seat_of(registration: Registration, *, number: int) -> Seat | None:
    """One of its own seats, or none."""
    found = Seat.objects.filter(registration=registration, pk=number)
    return found.select_related("registration", "session").first()


def registration_keyed(key: uuid.UUID, *, centre: Centre) -> Registration | None:
    """What the form with that key has created."""
    return Registration.objects.filter(centre=centre, key=key).first()
