"""What people do with what they have: take an offer, switch, move, cancel."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F

from phare.activities.actions.owing import owe_letter
from phare.activities.actions.promoting import (
    Place,
    fill,
    held_capacities,
    leave_seat,
    take_places,
)
from phare.activities.actions.registering import (
    AlreadyThere,
    Answer,
    NotReachable,
    RegistrationIsClosed,
    TimesOverlap,
    TooManyPeople,
    enter,
    places_of,
)
from phare.activities.choices import ALIVE, HOLDING, LetterKind, SeatState, Source
from phare.activities.events import programme_topic
from phare.activities.models import ModeCapacity, Registration, Seat, Session
from phare.ground import clock
from phare.ground.live import wake
from phare.ground.periods import Period


class SeatIsGone(Exception):
    """It was cancelled, has lapsed, or its session is over."""


class OfferIsOver(Exception):
    """The place was offered until a moment that has passed; the next in the list has it."""


Held = dict[Place, ModeCapacity]


@transaction.atomic
def accept_offer(seat: Seat) -> Seat:
    """The offered place is taken, and what this registration had instead is given back.

    Raises `SeatIsGone` or `OfferIsOver`. Taking it twice changes nothing.
    """
    held, seats = _held(seat.registration)
    seat = _one(seat, seats)
    if seat.state == SeatState.SEATED:
        return seat
    if seat.state == SeatState.LAPSED:
        raise OfferIsOver
    if seat.state != SeatState.OFFERED:
        raise SeatIsGone
    if seat.offered_until is not None and seat.offered_until <= clock.now():
        raise OfferIsOver
    instead = [other for other in seats if other.pk != seat.pk and _excludes(seat, other)]
    _leave(instead, held, SeatState.CANCELLED)
    seat.state, seat.offered_until = SeatState.SEATED, None
    seat.version += 1
    seat.save(update_fields=["state", "offered_until", "version"])
    owe_letter(seat, LetterKind.CONFIRMATION)
    _fill(instead, held)
    wake(programme_topic(seat.centre_id))
    return seat


@transaction.atomic
def cancel_seat(seat: Seat) -> Seat:
    """Gives up a place, an offer or a turn in the list; the next in the list is offered it."""
    held, seats = _held(seat.registration)
    seat = _one(seat, seats)
    if seat.state not in ALIVE:
        return seat
    _leave([seat], held, SeatState.CANCELLED)
    owe_letter(seat, LetterKind.FAREWELL)
    _fill([seat], held)
    wake(programme_topic(seat.centre_id))
    return seat


@transaction.atomic
def cancel_registration(registration: Registration) -> None:
    """Gives up everything this registration has to come; one letter says so. What is over stays
    as it was: it is in the figures."""
    held, seats = _held(registration)
    alive = [seat for seat in seats if _is_to_come(seat)]
    _leave(alive, held, SeatState.CANCELLED)
    if alive:
        owe_letter(alive[0], LetterKind.FAREWELL)
    _fill(alive, held)
    wake(programme_topic(registration.centre_id))


@transaction.atomic
def move_seat(seat: Seat, *, session: Session, mode: str) -> Answer:
    """To the other mode, or to another date of the same activity; replaces the link.

    A place that is free is taken, and the old one given back. Where all are taken this is a place
    in the list, and the old one is kept meanwhile. Raises `SeatIsGone`, `AlreadyThere`,
    `RegistrationIsClosed` or `TimesOverlap`.
    """
    target = (session.pk, mode)
    held, seats = _held(seat.registration, target)
    seat = _one(seat, seats)
    if seat.state not in ALIVE:
        raise SeatIsGone
    if session.activity_id != seat.session.activity_id:
        raise RegistrationIsClosed
    if any((s.session_id, s.mode) == target and s.state in ALIVE for s in seats):
        raise AlreadyThere
    if target not in held:
        raise RegistrationIsClosed
    old = [s for s in seats if _is_to_come(s) and (s.pk == seat.pk or _gives_way(s, session))]
    kept = [s for s in seats if s.state == SeatState.SEATED and s not in old]
    if any(_overlaps(session, other) for other in kept):
        raise TimesOverlap
    registration = renew_link(seat.registration)
    registration.people = seat.people
    try:
        return _moved(seat, old, held, session=session, mode=mode)
    except _StillWaits:
        # The attempt is undone: the old place is kept until there is a new one.
        return enter(registration, [(session, mode)], centre=seat.centre)[0]


class _StillWaits(Exception):
    """There is no place yet where somebody wants to go."""


@transaction.atomic
def _moved(seat: Seat, old: list[Seat], held: Held, *, session: Session, mode: str) -> Answer:
    """The old places are given up for the new one; raises when that is a place in a list."""
    _leave(old, held, SeatState.CANCELLED)
    answer = enter(seat.registration, [(session, mode)], centre=seat.centre)[0]
    if answer.place is not None:
        raise _StillWaits
    _fill(old, held)
    return answer


@transaction.atomic
def change_people(seat: Seat, *, people: int) -> Seat:
    """More or fewer come together. Raises `TooManyPeople` when there is no place for more."""
    held, seats = _held(seat.registration)
    seat = _one(seat, seats)
    if seat.state not in ALIVE:
        raise SeatIsGone
    capacity = held[(seat.session_id, seat.mode)]
    more = people - seat.people
    if seat.state in HOLDING:
        free = capacity.capacity - capacity.taken
        if more > free or (more > 0 and capacity.waiting):
            raise TooManyPeople(seat.people + (0 if capacity.waiting else free))
        take_places(capacity, people=more)
    elif people > max(capacity.planned, capacity.capacity):
        raise TooManyPeople(max(capacity.planned, capacity.capacity))
    seat.people = people
    seat.version += 1
    seat.save(update_fields=["people", "version"])
    Registration.objects.filter(pk=seat.registration_id).update(people=people)
    fill(capacity)
    wake(programme_topic(seat.centre_id))
    return seat


@transaction.atomic
def renew_link(registration: Registration) -> Registration:
    """Every link sent so far stops working; the next letter carries the new one."""
    Registration.objects.filter(pk=registration.pk).update(link_version=F("link_version") + 1)
    registration.link_version = Registration.objects.values_list("link_version", flat=True).get(
        pk=registration.pk
    )
    return registration


@transaction.atomic
def send_link(registration: Registration) -> None:
    """The newest link goes once more to the address that is known."""
    seat = Seat.objects.filter(registration=registration).order_by("-pk").first()
    if seat is not None:
        # Counted by the database: of two at once each is a letter of its own.
        Seat.objects.filter(pk=seat.pk).update(version=F("version") + 1)
        seat.refresh_from_db(fields=["version"])
        owe_letter(seat, LetterKind.LINK)


@transaction.atomic
def change_reach(
    registration: Registration, *, mail: str, phone: str, language: str
) -> Registration:
    """Another way to be reached; the new link is sent there. Raises `NotReachable`."""
    if registration.source == Source.WEB and not (mail or phone):
        raise NotReachable
    registration.mail, registration.phone = mail.strip(), phone.strip()
    registration.language, registration.mail_failed = language, False
    registration.save(update_fields=["mail", "phone", "language", "mail_failed"])
    renew_link(registration)
    send_link(registration)
    return registration


def _held(registration: Registration, *places: Place) -> tuple[Held, list[Seat]]:
    """What this registration has, as it is once its rows, and those of `places`, are held.

    The registration is held first: nothing is added to it meanwhile. Places may be promoted or
    lapse until the rows are held, which is why seats are read afterwards.
    """
    Registration.objects.select_for_update(of=("self",), no_key=True).get(pk=registration.pk)
    wanted = places_of(_seats(registration)) | set(places)
    held = held_capacities(wanted, centre=registration.centre)
    return held, _seats(registration)


def _seats(registration: Registration) -> list[Seat]:
    found = Seat.objects.filter(registration=registration)
    return list(found.select_related("registration", "session").order_by("pk"))


def _one(seat: Seat, seats: Iterable[Seat]) -> Seat:
    found = next((other for other in seats if other.pk == seat.pk), None)
    if found is None or clock.now() >= found.session.ends_at:
        raise SeatIsGone
    return found


def _leave(seats: Iterable[Seat], held: Held, state: SeatState) -> None:
    for seat in seats:
        leave_seat(seat, held[(seat.session_id, seat.mode)], state=state)


def _fill(seats: Iterable[Seat], held: Held) -> None:
    rows = {(seat.session_id, seat.mode) for seat in seats}
    for place in sorted(rows, key=lambda one: held[one].pk):
        fill(held[place])


def _excludes(seat: Seat, other: Seat) -> bool:
    """Whether somebody who takes `seat` gives up `other`.

    Who registered for one session wants one place; in a series, one place at a time.
    """
    if not _is_to_come(other):
        return False
    if other.registration.series_id is None or other.session_id == seat.session_id:
        return True
    return other.state == SeatState.SEATED and _overlaps(seat.session, other)


def _is_to_come(seat: Seat) -> bool:
    """What can still be given up; who was at an earlier date was there."""
    return seat.state in ALIVE and clock.now() < seat.session.ends_at


def _overlaps(session: Session, seat: Seat) -> bool:
    other = Period(seat.session.starts_at, seat.session.ends_at)
    return session.starts_at < other.end and other.start < session.ends_at


def _gives_way(seat: Seat, session: Session) -> bool:
    """Whether the seat is given up for a place in `session`: outside a series, whatever it is."""
    return seat.registration.series_id is None or seat.session_id == session.pk
