"""Taking a ticket, and what may change before it is called."""

import uuid
from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError, connection, transaction

from phare.centres.models import Centre
from phare.centres.queries import themes
from phare.ground import clock
from phare.ground.live import wake
from phare.tickets.choices import ALIVE, DayState, Source, State
from phare.tickets.events import queue_topic
from phare.tickets.models import Ticket
from phare.tickets.rules import may_move, may_return


class NoMoreTickets(Exception):
    """The day takes no more tickets: the last one has been given."""


class TicketIsGone(Exception):
    """The ticket is no longer in a state where that is possible."""


def take_ticket(
    *, centre: Centre, key: uuid.UUID, after_last: bool = False, **asked: Any
) -> Ticket:
    """A place at the end of the queue; the same `key` always gives the same ticket.

    `asked` is theme, language and source, and may be audience, people and signing. Raises
    `NoMoreTickets` once the last ticket is given, unless `after_last` (reception decides).
    """
    series = _letter(asked["theme"], centre=centre)
    try:
        with transaction.atomic():
            return _give_number(
                centre=centre, key=key, series=series, after_last=after_last, **asked
            )
    except (IntegrityError, NoMoreTickets):
        # The same form was sent twice: the unique key let one through, perhaps the last of the day.
        same = Ticket.objects.filter(centre=centre, key=key).first()
        if same is None:
            raise
        return same


def _give_number(
    *,
    centre: Centre,
    theme: str,
    language: str,
    source: str,
    key: uuid.UUID,
    series: str,
    audience: str = "",
    people: int = 1,
    signing: bool = False,
    after_last: bool = False,
) -> Ticket:
    now = clock.now()
    day = clock.local(now, centre.time_zone).date()
    state = day_being_taken_from(day, centre=centre)
    if state != DayState.OPEN and not after_last:
        raise NoMoreTickets
    # The row of the series is locked until commit, so numbers are given in order, without holes.
    ticket = Ticket(
        centre=centre,
        day=day,
        series=series,
        number=next_number(day, centre=centre, series=series),
        key=key,
        theme=theme,
        language=language,
        audience=audience,
        people=people,
        signing=signing,
        source=Source(source),
        training=centre.training,
        queued_at=now,
    )
    ticket.save(force_insert=True)
    wake(queue_topic(centre.pk), ticket.pk)
    return ticket


def next_number(day: date, *, centre: Centre, series: str) -> int:
    """The next number of that letter on that day; holds the row until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO tickets_numberseries (centre_id, day, series, last) VALUES (%s, %s, %s, 1)"
            " ON CONFLICT (centre_id, day, series)"
            " DO UPDATE SET last = tickets_numberseries.last + 1 RETURNING last",
            [centre.pk, day, series],
        )
        return int(cursor.fetchone()[0])


# Tickets share the lock, the ritual of the closing day holds it alone: no ticket is written behind
# the back of a closing that has already looked for those left waiting. Two statements in one
# message, so that the second sees what the first waited for.
STATE_HELD = """
SELECT pg_advisory_xact_lock_shared(%(rite)s, %(centre)s);
SELECT state FROM tickets_serviceday WHERE centre_id = %(centre)s AND day = %(day)s
"""
CLOSING_RITE = 20_01  # what the pair of keys of the advisory lock is about


def day_being_taken_from(day: date, *, centre: Centre) -> str:
    """The day's state, which cannot change until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute(STATE_HELD, {"rite": CLOSING_RITE, "centre": centre.pk, "day": day})
        cursor.nextset()
        row = cursor.fetchone()
    return DayState.OPEN if row is None else row[0]


def hold_tickets(*, centre: Centre) -> None:
    """No ticket is being written, and none will be, until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [CLOSING_RITE, centre.pk])


def _letter(theme: str, *, centre: Centre) -> str:
    if not theme:
        return centre.open_series
    return {known.code: known.letter for known in themes(centre=centre)}[theme]


def locked(ticket: Ticket) -> Ticket:
    """The ticket as it is now, held until the transaction ends."""
    return Ticket.objects.select_for_update(of=("self",)).get(pk=ticket.pk)


@transaction.atomic
def correct_ticket(
    ticket: Ticket, *, theme: str, language: str, audience: str, signing: bool, people: int
) -> Ticket:
    """Changes what was typed; number and place stay, so that the paper in the hand stays true."""
    ticket = locked(ticket)
    if not may_move(ticket.state):
        raise TicketIsGone
    ticket.theme, ticket.language, ticket.audience = theme, language, audience
    ticket.signing, ticket.people = signing, people
    ticket.for_desk = None
    ticket.save()
    wake(queue_topic(ticket.centre_id), ticket.pk)
    return ticket


@transaction.atomic
def prioritise_ticket(ticket: Ticket, *, reason: str) -> Ticket:
    """Goes before the others, for a reason of the list; "" takes the priority away."""
    ticket = locked(ticket)
    if not may_move(ticket.state):
        raise TicketIsGone
    ticket.priority, ticket.priority_reason = (1, reason) if reason else (0, "")
    ticket.save(update_fields=["priority", "priority_reason"])
    wake(queue_topic(ticket.centre_id), ticket.pk)
    return ticket


@transaction.atomic
def cancel_ticket(ticket: Ticket) -> Ticket:
    """Undoes a ticket taken by mistake: it counts nowhere."""
    return _end(ticket, State.CANCELLED)


@transaction.atomic
def leave_queue(ticket: Ticket) -> Ticket:
    """Somebody left without being called, or says so on the phone page; counted as left."""
    return _end(ticket, State.LEFT)


def _end(ticket: Ticket, state: State) -> Ticket:
    ticket = locked(ticket)
    if ticket.state == state:
        return ticket
    if ticket.state not in (State.WAITING, State.PARKED, State.NO_SHOW):
        raise TicketIsGone
    ticket.state, ticket.closed_at, ticket.parked_slot = state, clock.now(), None
    ticket.save(update_fields=["state", "closed_at", "parked_slot"])
    wake(queue_topic(ticket.centre_id), ticket.pk)
    return ticket


@transaction.atomic
def return_ticket(ticket: Ticket) -> Ticket:
    """Somebody who missed the call, or was thought gone, takes the old place again."""
    ticket = locked(ticket)
    if ticket.state == State.WAITING:
        return ticket
    if not may_return(ticket.state):
        raise TicketIsGone
    ticket.state, ticket.desk, ticket.closed_at = State.WAITING, None, None
    ticket.save(update_fields=["state", "desk", "closed_at"])
    wake(queue_topic(ticket.centre_id), ticket.pk)
    return ticket


@transaction.atomic
def postpone_ticket(ticket: Ticket, *, minutes: int) -> Ticket:
    """Is not called for that long; keeps the place."""
    ticket = locked(ticket)
    if ticket.state not in ALIVE or ticket.state == State.CALLED:
        raise TicketIsGone
    ticket.not_before = clock.now() + timedelta(minutes=minutes)
    ticket.save(update_fields=["not_before"])
    wake(queue_topic(ticket.centre_id), ticket.pk)
    return ticket
