"""Registering: the answer is a place, or a place in the list, in the same call."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import F

from phare.activities.actions.owing import owe_letter
from phare.activities.actions.promoting import Place, fill, held_capacities
from phare.activities.choices import (
    ALIVE,
    GROUPS,
    LetterKind,
    RegistrationKind,
    SeatState,
    SessionState,
    Source,
)
from phare.activities.events import programme_topic
from phare.activities.models import ModeCapacity, Registration, Seat, Series, Session
from phare.activities.queries.seats import turn_of
from phare.activities.queries.settings import settings_of
from phare.centres.models import Centre
from phare.ground import clock
from phare.ground.live import wake
from phare.ground.text import masked


@dataclass(frozen=True)
class Asked:
    """What somebody says when registering; of all this the web needs one way to be reached."""

    name: str = ""
    mail: str = ""
    phone: str = ""
    language: str = "fr"
    kind: str = RegistrationKind.PERSON
    people: int = 1
    needs: tuple[str, ...] = ()
    needs_note: str = ""
    organisation: str = ""
    source: str = Source.WEB


@dataclass(frozen=True)
class Answer:
    """`place` is None for somebody who has a place, or is offered one; else the nth of the list."""

    registration: Registration
    seat: Seat
    place: int | None


class RegistrationIsClosed(Exception):
    """The session is not published, has begun, is cancelled, or does not take place that way."""


class TooManyPeople(Exception):
    """More people than one registration may bring; `at_most` says how many."""

    def __init__(self, at_most: int) -> None:
        super().__init__(at_most)
        self.at_most = at_most


class NotReachable(Exception):
    """Who registers from far away leaves one way to be reached: mail or telephone."""


class AlreadyThere(Exception):
    """This registration has a place, or waits for one, there already."""


class TimesOverlap(Exception):
    """Two of the sessions chosen take place at the same time."""


def register(
    session: Session, *, mode: str, asked: Asked, key: uuid.UUID, centre: Centre
) -> Answer:
    """A place, or the nth in the list; the same `key` always gives the same answer.

    Raises `RegistrationIsClosed`, `TooManyPeople` or `NotReachable`.
    """
    return _register([(session, mode)], asked=asked, key=key, centre=centre, series=None)[0]


def register_for_series(
    series: Series,
    *,
    wanted: Sequence[tuple[Session, str]],
    asked: Asked,
    key: uuid.UUID,
    centre: Centre,
) -> list[Answer]:
    """Several sessions of a series under one registration. Raises also `TimesOverlap`."""
    return _register(list(wanted), asked=asked, key=key, centre=centre, series=series)


def _register(
    wanted: Sequence[tuple[Session, str]],
    *,
    asked: Asked,
    key: uuid.UUID,
    centre: Centre,
    series: Series | None,
) -> list[Answer]:
    refuse_party(asked, centre=centre)
    try:
        with transaction.atomic():
            registration = _written(asked, key=key, centre=centre, series=series)
            answers = enter(registration, wanted, centre=centre)
    except IntegrityError as error:
        # The same form was sent twice: the unique key let one through.
        same = Registration.objects.filter(centre=centre, key=key).first()
        if same is None:
            raise TimesOverlap if "seat_one_place" in str(error) else error from error
        answers = answers_of(same, centre=centre)
    return answers


def refuse_party(asked: Asked, *, centre: Centre) -> None:
    """Raises what may be refused before anything is written."""
    if asked.source == Source.WEB and not (asked.mail or asked.phone):
        raise NotReachable
    at_most = settings_of(centre=centre).people_at_most
    if asked.source == Source.WEB and asked.kind not in GROUPS and asked.people > at_most:
        raise TooManyPeople(at_most)


def _written(
    asked: Asked, *, key: uuid.UUID, centre: Centre, series: Series | None
) -> Registration:
    row = Registration(
        centre=centre,
        key=key,
        kind=RegistrationKind(asked.kind),
        source=Source(asked.source),
        series=series,
        name=masked(asked.name.strip()),
        organisation=masked(asked.organisation.strip()),
        mail=asked.mail.strip(),
        phone=asked.phone.strip(),
        language=asked.language,
        people=asked.people,
        needs=list(asked.needs),
        needs_note=masked(asked.needs_note.strip()),
        registered_at=clock.now(),
    )
    row.save(force_insert=True)
    return row


def enter(
    registration: Registration, wanted: Sequence[tuple[Session, str]], *, centre: Centre
) -> list[Answer]:
    """Enters each of the sessions, whose rows are held in key order until the transaction ends."""
    held = held_capacities([(session.pk, mode) for session, mode in wanted], centre=centre)
    # Read again: whether it is still published is only certain now that its row is held.
    now_true = Session.objects.in_bulk([session.pk for session, _ in wanted])
    answers = []
    for session, mode in wanted:
        capacity = held.get((session.pk, mode))
        if capacity is None or not takes_registrations(
            now_true[session.pk], source=registration.source
        ):
            raise RegistrationIsClosed
        answers.append(_enter_one(registration, now_true[session.pk], capacity))
    wake(programme_topic(centre.pk))
    return answers


def takes_registrations(session: Session, *, source: str) -> bool:
    """Until registration closes, or it begins; at the desk as long as it lasts. The visit of a
    group is theirs alone."""
    if session.by_request:
        return False
    until = session.closes_at or session.starts_at
    if source == Source.DESK:
        until = session.ends_at
    return session.state == SessionState.PUBLISHED and clock.now() < until


def _enter_one(registration: Registration, session: Session, capacity: ModeCapacity) -> Answer:
    people = registration.people
    largest = max(capacity.planned, capacity.capacity)
    # Without any place yet, as long as a room is being looked for, there is only the list.
    if largest and people > largest:
        raise TooManyPeople(largest)
    # Once it has begun nobody in the list is offered anything any more: who is there comes in.
    may_pass = not capacity.waiting or clock.now() >= session.starts_at
    fits = may_pass and capacity.taken + people <= capacity.capacity
    seat = Seat(
        centre_id=registration.centre_id,
        registration=registration,
        session=session,
        mode=capacity.mode,
        people=people,
        state=SeatState.SEATED if fits else SeatState.WAITING,
        number=capacity.last + 1,
        during=(session.starts_at, session.ends_at),
    )
    seat.save(force_insert=True)
    capacity.last += 1
    given = {"taken": F("taken") + people} if fits else {"waiting": F("waiting") + 1}
    ModeCapacity.objects.filter(pk=capacity.pk).update(last=F("last") + 1, **given)
    if fits:
        capacity.taken += people
    else:
        capacity.waiting += 1
        for offered in fill(capacity, here=seat):
            if offered.pk == seat.pk:
                seat = offered
    return _answered(registration, seat, waiting=capacity.waiting)


def _answered(registration: Registration, seat: Seat, *, waiting: int) -> Answer:
    """Told, and the letter owed that says the same."""
    is_waiting = seat.state == SeatState.WAITING
    owe_letter(seat, LetterKind.WAITING if is_waiting else LetterKind.CONFIRMATION)
    # Whoever enters is the last in the list, so the length of the list is the place in it.
    return Answer(registration, seat, waiting if is_waiting else None)


def answers_of(registration: Registration, *, centre: Centre) -> list[Answer]:
    """What this registration has, as it was answered and as it stands now."""
    seats = Seat.objects.filter(registration=registration, centre=centre)
    return [
        Answer(registration, seat, turn_of(seat))
        for seat in seats.select_related("session", "registration").order_by("pk")
    ]


def places_of(seats: Sequence[Seat]) -> set[Place]:
    return {(seat.session_id, seat.mode) for seat in seats if seat.state in ALIVE}
