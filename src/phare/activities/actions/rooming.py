"""Rooms: held by one session at a time, together when their walls open, smaller on some days."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Max

from phare.activities.actions.owing import owe_letter
from phare.activities.actions.promoting import fill, held_capacities, leave_seat, line_of
from phare.activities.choices import LetterKind, Mode, SeatState
from phare.activities.models import (
    ModeCapacity,
    ReducedCapacity,
    RoomCombination,
    RoomUse,
    Seat,
    Session,
)
from phare.activities.queries.rooms import Held, fits_now, in_the_way, people_who_fit, sessions_in
from phare.activities.rules import places_there_are
from phare.centres.models import Centre, Place
from phare.ground import clock
from phare.ground.translated import EQUAL


class RoomIsTaken(Exception):
    """A room is held by another session then."""

    def __init__(self, held: Held | None) -> None:
        super().__init__(held and held.session)
        self.held = held


class RoomIsTooSmall(Exception):
    """More people are planned on site than the rooms take."""

    def __init__(self, at_most: int) -> None:
        super().__init__(at_most)
        self.at_most = at_most


class PlacesAreHeld(Exception):
    """So many people have, or are offered, a place in the mode that was to be withdrawn."""

    def __init__(self, mode: str, people: int) -> None:
        super().__init__(mode, people)
        self.mode, self.people = mode, people


class RoomsAreOne(Exception):
    """A combination is of two rooms at least."""


class DaysRunBackwards(Exception):
    """The last day is before the first one."""


class NameIsMissing(Exception):
    """A name is said in French and in Dutch."""


def held_rooms(rooms: Iterable[Place], *, centre: Centre) -> list[Place]:
    """The rooms, held in key order until the transaction ends: two plans that want the same ones
    in another order go one after the other, and neither waits for the other for ever."""
    keys = {room.pk for room in rooms}
    found = Place.objects.select_for_update(of=("self",), no_key=True).filter(
        centre=centre, pk__in=keys
    )
    return list(found.order_by("pk"))


@transaction.atomic
def use_rooms(session: Session, *, rooms: Sequence[Place]) -> None:
    """Exactly these rooms for the hours of the session, instead of those it had.

    Raises `RoomIsTaken`; the database decides, not a look beforehand.
    """
    wanted = held_rooms(rooms, centre=session.centre)
    during = (session.starts_at, session.ends_at)
    RoomUse.objects.filter(session=session).delete()
    try:
        with transaction.atomic():
            for room in wanted:
                RoomUse.objects.create(
                    centre=session.centre, session=session, room=room, during=during
                )
    except IntegrityError as error:
        there = in_the_way(
            centre=session.centre, rooms=wanted, start=during[0], end=during[1], but=session.pk
        )
        raise RoomIsTaken(there[0] if there else None) from error


@transaction.atomic
def set_places(session: Session, *, places: Mapping[str, int]) -> None:
    """So many places planned by mode; a mode that is not named is withdrawn.

    There are as many as planned and as the rooms take, never fewer than are taken; what becomes
    free is offered to those who wait. Whoever waits for a mode that is withdrawn is told; raises
    `PlacesAreHeld` where somebody has a place in it.
    """
    held = held_capacities([(session.pk, mode) for mode in Mode], centre=session.centre)
    rows = {mode: row for (_, mode), row in held.items()}
    for mode in Mode:
        planned, row = places.get(mode), rows.get(mode)
        if planned is None:
            if row is not None:
                _withdraw(row)
            continue
        if row is None:
            row = ModeCapacity(centre=session.centre, session=session, mode=mode)
            row.last = _last_number(session, mode)
        row.planned = planned
        _fit(row, session)


def _withdraw(row: ModeCapacity) -> None:
    if row.taken:
        raise PlacesAreHeld(row.mode, row.taken)
    for seat in line_of(row):
        leave_seat(seat, row, state=SeatState.DROPPED)
        owe_letter(seat, LetterKind.CHANGE)
    row.delete()


def _last_number(session: Session, mode: str) -> int:
    """A mode that was withdrawn and comes back goes on counting: no number is given twice."""
    seats = Seat.objects.filter(session=session, mode=mode)
    return seats.aggregate(last=Max("number"))["last"] or 0


def _fit(row: ModeCapacity, session: Session) -> None:
    row.capacity = places_there_are(
        planned=row.planned,
        taken=row.taken,
        fits=fits_now(session) if row.mode == Mode.ON_SITE else None,
    )
    if row.pk is None:
        row.save(force_insert=True)
    else:
        row.save(update_fields=["planned", "capacity"])
        fill(row)


def refuse_too_many(
    planned: int | None, rooms: Sequence[Place], *, centre: Centre, start: datetime, end: datetime
) -> None:
    """Raises `RoomIsTooSmall` for more places than the rooms usually take."""
    found = people_who_fit(rooms, centre=centre, start=start, end=end)
    if planned is not None and found is not None and planned > found[0]:
        raise RoomIsTooSmall(found[0])


@transaction.atomic
def combine_rooms(
    *, centre: Centre, title: Mapping[str, str], rooms: Sequence[Place], capacity: int
) -> RoomCombination:
    """Rooms that are held and counted together; sessions to come in them are counted again.

    Raises `RoomsAreOne`, `NameIsMissing`.
    """
    _named(title)
    wanted = held_rooms(rooms, centre=centre)
    if len(wanted) < 2:
        raise RoomsAreOne
    held = {room.pk for room in wanted}
    for one in RoomCombination.objects.filter(centre=centre).prefetch_related("rooms"):
        if {room.pk for room in one.rooms.all()} == held:  # said again: its name and size
            one.title, one.capacity = dict(title), capacity
            one.save()
            _refit_rooms(wanted, centre=centre)
            return one
    row = RoomCombination.objects.create(centre=centre, title=dict(title), capacity=capacity)
    row.rooms.set(wanted)
    _refit_rooms(wanted, centre=centre)
    return row


@transaction.atomic
def separate_rooms(combination: RoomCombination) -> None:
    """They count one by one again, in sessions to come as well."""
    rooms = held_rooms(combination.rooms.all(), centre=combination.centre)
    combination.delete()
    _refit_rooms(rooms, centre=combination.centre)


def _refit_rooms(rooms: Iterable[Place], *, centre: Centre) -> None:
    for room in rooms:
        refit_room(room, first=clock.today(centre.time_zone), last=date.max)


@transaction.atomic
def reduce_room(
    room: Place, *, first_on: date, last_on: date, capacity: int, reason: str
) -> ReducedCapacity:
    """Fewer people in that room on those days; whoever has a place keeps it.

    The very same again changes nothing. Raises `DaysRunBackwards`.
    """
    if last_on < first_on:
        raise DaysRunBackwards
    held_rooms([room], centre=room.centre)
    row, _ = ReducedCapacity.objects.get_or_create(
        centre=room.centre,
        room=room,
        first_on=first_on,
        last_on=last_on,
        capacity=capacity,
        reason=reason,
    )
    refit_room(room, first=first_on, last=last_on)
    return row


@transaction.atomic
def end_reduction(reduction: ReducedCapacity) -> None:
    """The room takes as many as ever; places that come back are offered to those who wait."""
    room, first, last = reduction.room, reduction.first_on, reduction.last_on
    held_rooms([room], centre=room.centre)
    reduction.delete()
    refit_room(room, first=first, last=last)


@transaction.atomic
def refit_room(room: Place, *, first: date, last: date) -> int:
    """The places of every session to come in that room on these days, counted again."""
    sessions = {s.pk: s for s in sessions_in(room, first=first, last=last, since=clock.now())}
    places = [(pk, mode) for pk in sessions for mode in Mode]
    held = held_capacities(places, centre=room.centre) if places else {}
    for (pk, _mode), row in sorted(held.items(), key=lambda entry: entry[1].pk):
        _fit(row, sessions[pk])
    return len(sessions)


def _named(title: Mapping[str, str]) -> None:
    if not all(title.get(code) for code in EQUAL):
        raise NameIsMissing
