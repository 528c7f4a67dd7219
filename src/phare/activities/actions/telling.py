"""What happens to everybody's places when a session changes or is cancelled."""

from django.db import IntegrityError, transaction

from phare.activities.actions.owing import owe_letter
from phare.activities.actions.promoting import held_capacities, leave_seat
from phare.activities.choices import ALIVE, LetterKind, Mode, SeatState
from phare.activities.models import Seat, Session


def _alive(session: Session) -> list[Seat]:
    found = Seat.objects.filter(session=session, state__in=ALIVE)
    return list(found.select_related("registration", "session").order_by("number", "pk"))


@transaction.atomic
def drop_seats(session: Session) -> int:
    """The session is cancelled: everybody is told, nobody is promoted. Says how many were told."""
    held = held_capacities([(session.pk, mode) for mode in Mode], centre=session.centre)
    told: set[int] = set()
    seats = _alive(session)
    for seat in seats:
        leave_seat(seat, held[(session.pk, seat.mode)], state=SeatState.DROPPED)
        if seat.registration_id not in told:
            owe_letter(seat, LetterKind.CANCELLED)
            told.add(seat.registration_id)
    return len(told)


@transaction.atomic
def move_seats(session: Session) -> list[Seat]:
    """The session has another time: seats follow. Those that cannot, since the same person is
    elsewhere then, are dropped and returned."""
    held = held_capacities([(session.pk, mode) for mode in Mode], centre=session.centre)
    dropped = []
    for seat in _alive(session):
        seat.during = (session.starts_at, session.ends_at)
        if seat.offered_until is not None:  # never after it begins
            seat.offered_until = min(seat.offered_until, session.starts_at)
        try:
            with transaction.atomic():
                seat.save(update_fields=["during", "offered_until"])
        except IntegrityError:
            leave_seat(seat, held[(session.pk, seat.mode)], state=SeatState.DROPPED)
            owe_letter(seat, LetterKind.CHANGE)
            dropped.append(seat)
    return dropped


@transaction.atomic
def owe_change(session: Session) -> int:
    """A letter to everybody who has a place, or waits for one; says how many."""
    held_capacities([(session.pk, mode) for mode in Mode], centre=session.centre)
    seats = _alive(session)
    for seat in seats:
        seat.version += 1
        seat.save(update_fields=["version"])
        owe_letter(seat, LetterKind.CHANGE)
    return len(seats)
