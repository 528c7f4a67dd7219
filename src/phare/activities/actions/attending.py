"""Who came: marks made at the door, by list, by code or by counting heads."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction

from phare.activities.choices import Mode, Presence, SeatState, SessionState
from phare.activities.events import programme_topic
from phare.activities.models import CheckIn, Seat, Session
from phare.activities.queries.attendance import marks_at_the_door
from phare.ground.live import wake


@dataclass(frozen=True)
class Mark:
    """Made on some tablet at some time: the seat of that code, or people without one, came.

    A mark with `undoes` only takes another one back.
    """

    key: uuid.UUID
    mode: str = Mode.ON_SITE
    code: str = ""
    people: int = 1
    undoes: uuid.UUID | None = None


@dataclass(frozen=True)
class Marked:
    """What became of marks sent together: how many are noted, and the keys of unknown codes."""

    noted: int
    unknown: tuple[uuid.UUID, ...]


class AttendanceIsOver(Exception):
    """The session was counted or cancelled: nothing more is noted at its door."""


@transaction.atomic
def mark_present(session: Session, marks: Sequence[Mark]) -> Marked:
    """Notes the marks; in any order, from any tablet, any number of times, with the same result.

    Raises `AttendanceIsOver`.
    """
    # One tablet's marks after another's, and none after the numbers: each sees what was written.
    held = Session.objects.select_for_update(of=("self",), no_key=True).get(pk=session.pk)
    if held.state != SessionState.PUBLISHED:
        raise AttendanceIsOver
    seats = _seats_of(session, {mark.code for mark in marks if mark.code})
    rows, unknown = [], []
    for mark in marks:
        seat = seats.get(mark.code.upper()) if mark.code else None
        if mark.code and seat is None:
            unknown.append(mark.key)
            continue
        rows.append(
            CheckIn(
                centre_id=session.centre_id,
                key=mark.key,
                session=session,
                seat=seat,
                mode=seat.mode if seat else Mode(mark.mode),
                people=mark.people,
                undoes=mark.undoes,
            )
        )
    CheckIn.objects.bulk_create(rows, ignore_conflicts=True)
    _note_presence(session)
    wake(programme_topic(session.centre_id))
    return Marked(len(rows), tuple(unknown))


def _seats_of(session: Session, codes: Iterable[str]) -> dict[str, Seat]:
    found = Seat.objects.filter(session=session, code__in=[code.upper() for code in codes])
    return {seat.code: seat for seat in found.order_by("pk")}


def _note_presence(session: Session) -> None:
    """Each seat says what its marks say: here, with as many as the largest mark of it."""
    came: dict[int, int] = defaultdict(int)
    for mark in marks_at_the_door(session):
        if mark.seat_id is not None:
            came[mark.seat_id] = max(came[mark.seat_id], mark.people)
    for seat in Seat.objects.filter(session=session).order_by("pk"):
        here = came.get(seat.pk)
        presence = Presence.PRESENT if here else Presence.UNKNOWN
        if (seat.presence, seat.present_people) != (presence, here):
            Seat.objects.filter(pk=seat.pk).update(presence=presence, present_people=here)


@transaction.atomic
def mark_seat(seat: Seat, *, people: int | None = None) -> None:
    """One place noted by hand, from a list."""
    if seat.state in (SeatState.SEATED, SeatState.OFFERED):
        mark = Mark(uuid.uuid4(), mode=seat.mode, code=seat.code, people=people or seat.people)
        mark_present(seat.session, [mark])


@transaction.atomic
def unmark_seat(seat: Seat) -> None:
    """Noted by mistake: every mark of that place is taken back."""
    mine = [row for row in marks_at_the_door(seat.session) if row.seat_id == seat.pk]
    mark_present(seat.session, [Mark(uuid.uuid4(), code=seat.code, undoes=row.key) for row in mine])
