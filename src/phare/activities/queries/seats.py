"""One place of one registration, and the others it has."""

from phare.activities.choices import ALIVE, SeatState
from phare.activities.models import Seat, Session


def seat_numbered(session: Session, *, number: int) -> Seat | None:
    """The seat of that key in that session, whatever has become of it."""
    found = Seat.objects.filter(session=session, pk=number)
    return found.select_related("registration", "session__activity").first()


def newest_seat(seat: Seat) -> Seat:
    """What this registration has now: the seat itself, or the one that took its place."""
    if seat.state in ALIVE:
        return seat
    others = Seat.objects.filter(registration=seat.registration_id, state__in=ALIVE)
    return (
        others.select_related("registration", "session__activity").order_by("-pk").first() or seat
    )


def other_seats(seat: Seat) -> list[Seat]:
    """What else this registration has."""
    found = Seat.objects.filter(registration=seat.registration_id, state__in=ALIVE)
    return list(
        found.exclude(pk=seat.pk)
        .select_related("session__activity", "registration")
        .order_by("session__starts_at", "mode", "pk")
    )


def turn_of(seat: Seat) -> int | None:
    """1 for the next in the list to be offered a place; None for whoever does not wait."""
    if seat.state != SeatState.WAITING:
        return None
    before = Seat.objects.filter(
        session=seat.session_id, mode=seat.mode, state=SeatState.WAITING, number__lt=seat.number
    )
    return before.count() + 1
