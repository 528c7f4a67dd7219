"""Places that become free are offered at once, in order of entering the list.

Everybody who enters or leaves passes through one row a session and mode, which is held here.
Several are held in key order, so that two acts cannot wait for each other.
"""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F

from phare.activities.actions.owing import owe_letter
from phare.activities.choices import HOLDING, LetterKind, Mode, SeatState
from phare.activities.fairness import InLine, is_hurry, offer_ends, turns
from phare.activities.models import ModeCapacity, Seat, Session
from phare.activities.queries.rooms import fits_now
from phare.activities.queries.settings import settings_of
from phare.activities.rules import places_there_are
from phare.centres.models import Centre
from phare.ground import clock

Place = tuple[int, str]  # session, mode


def held_capacities(wanted: Iterable[Place], *, centre: Centre) -> dict[Place, ModeCapacity]:
    """The rows of those sessions and modes, held until the transaction ends, if there are any."""
    places = set(wanted)
    rows = (
        ModeCapacity.objects.select_for_update(of=("self",))
        .filter(centre=centre, session__in={session for session, _ in places})
        .order_by("pk")
    )
    if len(places) == 1:
        rows = rows.filter(mode=next(iter(places))[1])
    return {(row.session_id, row.mode): row for row in rows if (row.session_id, row.mode) in places}


def take_places(capacity: ModeCapacity, *, people: int) -> None:
    """More people have, or fewer have, a place; the database refuses more than there are."""
    was_full = capacity.taken >= capacity.capacity
    capacity.taken += people
    ModeCapacity.objects.filter(pk=capacity.pk).update(taken=F("taken") + people)
    if was_full and people < 0:
        _shrink(capacity)


def _shrink(capacity: ModeCapacity) -> None:
    """Places that were there only for those who had them, since the room has become smaller or
    fewer are planned, go with those who leave."""
    on_site = capacity.mode == Mode.ON_SITE
    now = places_there_are(
        planned=capacity.planned,
        taken=capacity.taken,
        fits=fits_now(capacity.session) if on_site else None,
    )
    if now < capacity.capacity:
        capacity.capacity = now
        ModeCapacity.objects.filter(pk=capacity.pk).update(capacity=now)


def leave_seat(seat: Seat, capacity: ModeCapacity, *, state: SeatState) -> None:
    """The seat ends in `state` and gives back what it held; `capacity` is held by the caller."""
    if seat.state in HOLDING:
        take_places(capacity, people=-seat.people)
    elif seat.state == SeatState.WAITING:
        capacity.waiting -= 1
        ModeCapacity.objects.filter(pk=capacity.pk).update(waiting=F("waiting") - 1)
    seat.state, seat.offered_until = state, None
    seat.version += 1
    seat.save(update_fields=["state", "offered_until", "version"])


def fill(capacity: ModeCapacity, *, here: Seat | None = None) -> list[Seat]:
    """Offers the free places of a held row to those who wait, in turn; says to whom.

    `here` is the seat of somebody who is entering at this moment: they are told at once, so what
    they are offered is theirs. Nothing is offered once the session has begun.
    """
    free = capacity.capacity - capacity.taken
    if free <= 0 or not capacity.waiting:
        return []
    session = Session.objects.get(pk=capacity.session_id)
    now = clock.now()
    if now >= session.starts_at:
        return []
    line = list(line_of(capacity))
    settings = settings_of(centre=session.centre)
    given = turns(
        free,
        [InLine(seat.pk, seat.people, seat.passed) for seat in line],
        passes_at_most=settings.passes_at_most,
        hurry=is_hurry(now, session.starts_at),
    )
    by_key = {seat.pk: seat for seat in line}
    for pk, passed in given.passed.items():
        Seat.objects.filter(pk=pk).update(passed=passed)
    until = offer_ends(now, session.starts_at, hours=settings.offer_hours)
    offered = [by_key[pk] for pk in given.offered]
    for seat in offered:
        is_here = here is not None and seat.pk == here.pk
        seat.state = SeatState.SEATED if is_here else SeatState.OFFERED
        seat.offered_until = None if is_here else until
        seat.version += 1
        seat.save(update_fields=["state", "offered_until", "version"])
        if not is_here:
            owe_letter(seat, LetterKind.OFFER)
    _note(capacity, offered)
    return offered


def line_of(capacity: ModeCapacity) -> Iterable[Seat]:
    """Who waits, in order of entry."""
    return (
        Seat.objects.filter(
            session_id=capacity.session_id, mode=capacity.mode, state=SeatState.WAITING
        )
        .select_related("registration")
        .order_by("number", "pk")
    )


def _note(capacity: ModeCapacity, offered: list[Seat]) -> None:
    """The row says what has just been given."""
    people = sum(seat.people for seat in offered)
    capacity.taken += people
    capacity.waiting -= len(offered)
    ModeCapacity.objects.filter(pk=capacity.pk).update(
        taken=F("taken") + people, waiting=F("waiting") - len(offered)
    )


@transaction.atomic
def expire_offers(*, centre: Centre) -> int:
    """Offers nobody took in time go to the next in the list; says how many. Safe to repeat."""
    over = list(
        Seat.objects.filter(
            centre=centre, state=SeatState.OFFERED, offered_until__lte=clock.now()
        ).values_list("session_id", "mode")
    )
    if not over:
        return 0
    ended = 0
    held = held_capacities(over, centre=centre)
    for place in sorted(held, key=lambda one: held[one].pk):
        capacity = held[place]
        late = Seat.objects.filter(
            session_id=capacity.session_id,
            mode=capacity.mode,
            state=SeatState.OFFERED,
            offered_until__lte=clock.now(),
        ).select_related("registration")
        for seat in late.order_by("number", "pk"):
            leave_seat(seat, capacity, state=SeatState.LAPSED)
            owe_letter(seat, LetterKind.LAPSED)
            ended += 1
        fill(capacity)
    return ended
