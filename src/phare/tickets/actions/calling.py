"""Calling somebody to a desk, and what may happen there."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from phare.centres.models import Centre, Place
from phare.ground import clock
from phare.ground.live import wake
from phare.tickets.actions.taking import TicketIsGone, locked
from phare.tickets.choices import DeskState, State
from phare.tickets.events import queue_topic
from phare.tickets.models import Call, OpenDesk, Ticket


class NobodyIsWaiting(Exception):
    """Nobody whom this desk may call."""


class DeskIsBusy(Exception):
    """Somebody is at the desk already."""


class TicketIsElsewhere(Exception):
    """The ticket is at another desk, or no longer waiting."""


class DeskIsClosed(Exception):
    """Nobody sits at the desk the person would be sent to."""


class NoSlotIsFree(Exception):
    """Two tickets are set aside at this desk already."""


# One statement decides and takes: SKIP LOCKED lets two desks call at once without meeting, and the
# row of a ticket being called is never seen by the other. Order: those sent to this desk, priority,
# languages only this desk answers, then the longest wait; or, if the centre prefers, the longest
# queue of a theme in a language. The desk is held, so that it cannot close meanwhile; everywhere a
# desk is locked before a ticket.
CALL_NEXT = """
WITH held AS (
    SELECT FROM tickets_opendesk
    WHERE centre_id = %(centre)s AND desk_id = %(desk)s AND state = 'OPEN' FOR SHARE
), rare AS (
    SELECT DISTINCT split_part(mine, ':', 2) AS language FROM unnest(%(answers)s::text[]) AS mine
    EXCEPT
    SELECT split_part(theirs, ':', 2)
    FROM tickets_opendesk AS other, unnest(other.answers) AS theirs
    WHERE other.centre_id = %(centre)s AND other.desk_id <> %(desk)s AND other.state = 'OPEN'
)
UPDATE tickets_ticket
SET state = 'CALLED', desk_id = %(desk)s, called_at = %(now)s, calls = calls + 1
WHERE id = (
    SELECT ticket.id FROM tickets_ticket AS ticket
    WHERE EXISTS (SELECT FROM held)
      AND ticket.centre_id = %(centre)s AND ticket.day = %(day)s AND ticket.state = 'WAITING'
      AND (ticket.for_desk_id = %(desk)s
           OR ticket.theme || ':' || ticket.language = ANY(%(answers)s)
              AND NOT EXISTS (SELECT 1 FROM tickets_opendesk AS awaited
                              WHERE awaited.desk_id = ticket.for_desk_id
                                AND awaited.state = 'OPEN'))
      AND (ticket.not_before IS NULL OR ticket.not_before <= %(now)s)
      AND (ticket.audience = '' OR ticket.audience = ANY(%(audiences)s::text[])
           OR ticket.for_desk_id = %(desk)s OR NOT %(reserved)s
           OR NOT EXISTS (SELECT 1 FROM tickets_opendesk AS special
                          WHERE special.centre_id = %(centre)s AND special.state = 'OPEN'
                            AND ticket.audience = ANY(special.audiences)
                            AND ticket.theme || ':' || ticket.language = ANY(special.answers)))
    ORDER BY (ticket.for_desk_id IS NOT DISTINCT FROM %(desk)s) DESC, ticket.priority DESC,
             (%(rare_first)s AND ticket.language IN (SELECT language FROM rare)) DESC,
             CASE WHEN NOT %(longest_first)s THEN (
                 SELECT count(*) FROM tickets_ticket AS beside
                 WHERE beside.centre_id = %(centre)s AND beside.day = %(day)s
                   AND beside.state = 'WAITING' AND beside.theme = ticket.theme
                   AND beside.language = ticket.language) END DESC,
             ticket.queued_at, ticket.id
    FOR UPDATE OF ticket SKIP LOCKED LIMIT 1)
RETURNING tickets_ticket.*
"""


def call_next(opened: OpenDesk, *, centre: Centre) -> Ticket:
    """The next person this desk may call. A second click gives the ticket already there.

    Raises `NobodyIsWaiting`.
    """
    try:
        with transaction.atomic():
            return _take_next(opened, centre=centre)
    except (IntegrityError, NobodyIsWaiting):
        # Another click of the same desk was quicker: the constraint keeps one ticket a desk.
        there = at_desk(opened.desk_id, centre=centre)
        if there is None:
            raise NobodyIsWaiting from None
        return there


def _take_next(opened: OpenDesk, *, centre: Centre) -> Ticket:
    now = clock.now()
    parameters: dict[str, Any] = {
        "answers": opened.answers,
        "audiences": opened.audiences,
        "centre": centre.pk,
        "desk": opened.desk_id,
        "day": clock.local(now, centre.time_zone).date(),
        "now": now,
        "reserved": centre.audience_reserved,
        "rare_first": centre.rare_language_first,
        "longest_first": centre.longest_wait_first,
    }
    found = list(Ticket.objects.raw(CALL_NEXT, parameters))
    if not found:
        raise NobodyIsWaiting
    _announce(found[0], desk_id=opened.desk_id, at=now)
    return found[0]


def at_desk(desk_id: int, *, centre: Centre) -> Ticket | None:
    today = clock.today(centre.time_zone)
    called = Ticket.objects.filter(centre=centre, day=today, state=State.CALLED)
    return called.filter(desk=desk_id).first()


def _announce(ticket: Ticket, *, desk_id: int, at: datetime, is_recall: bool = False) -> None:
    Call.objects.create(
        centre_id=ticket.centre_id,
        day=ticket.day,
        ticket=ticket,
        desk_id=desk_id,
        called_at=at,
        is_recall=is_recall,
    )
    wake(queue_topic(ticket.centre_id), ticket.pk)


@transaction.atomic
def call_ticket(opened: OpenDesk, ticket: Ticket) -> Ticket:
    """Calls that very ticket. Raises `TicketIsElsewhere`, `DeskIsBusy`, `DeskIsClosed`."""
    held = _held(opened.desk_id)
    if held is None or held.state != DeskState.OPEN:
        raise DeskIsClosed
    ticket = locked(ticket)
    if ticket.state == State.CALLED and ticket.desk_id == opened.desk_id:
        return ticket
    if ticket.centre_id != opened.centre_id or ticket.state not in (State.WAITING, State.NO_SHOW):
        raise TicketIsElsewhere
    now = clock.now()
    ticket.state, ticket.desk_id, ticket.called_at = State.CALLED, opened.desk_id, now
    ticket.calls += 1
    _save_at_desk(ticket)
    _announce(ticket, desk_id=opened.desk_id, at=now)
    return ticket


def _held(desk_id: int) -> OpenDesk | None:
    """The open desk, which stays so until the transaction ends; None when nobody sits there."""
    return OpenDesk.objects.select_for_update(of=("self",)).filter(desk=desk_id).first()


def _save_at_desk(ticket: Ticket) -> None:
    try:
        with transaction.atomic():
            ticket.save()
    except IntegrityError as error:
        raise DeskIsBusy from error


@transaction.atomic
def recall_ticket(ticket: Ticket) -> Ticket:
    """Announces the number once more."""
    ticket = locked(ticket)
    if ticket.state != State.CALLED or ticket.desk_id is None:
        raise TicketIsGone
    ticket.calls += 1
    ticket.save(update_fields=["calls"])
    _announce(ticket, desk_id=ticket.desk_id, at=clock.now(), is_recall=True)
    return ticket


@transaction.atomic
def mark_no_show(ticket: Ticket) -> Ticket:
    """Called and not there; reception can give the place back."""
    ticket = locked(ticket)
    if ticket.state == State.NO_SHOW:
        return ticket
    if ticket.state != State.CALLED:
        raise TicketIsGone
    ticket.state, ticket.desk, ticket.second_desk = State.NO_SHOW, None, None
    ticket.save()
    wake(queue_topic(ticket.centre_id), ticket.pk)
    return ticket


@transaction.atomic
def park_ticket(ticket: Ticket, *, slots: int) -> Ticket:
    """Sets the person aside at this desk (looking something up, filling in a form).

    Raises `NoSlotIsFree`; a constraint refuses a third one whatever this code believes.
    """
    ticket = locked(ticket)
    if ticket.state == State.PARKED:
        return ticket
    if ticket.state != State.CALLED:
        raise TicketIsGone
    parked = Ticket.objects.filter(desk=ticket.desk_id, state=State.PARKED)
    used = set(parked.values_list("parked_slot", flat=True))
    free = [slot for slot in range(1, slots + 1) if slot not in used]
    if not free:
        raise NoSlotIsFree
    ticket.state, ticket.parked_slot = State.PARKED, free[0]
    try:
        with transaction.atomic():
            ticket.save()
    except IntegrityError as error:
        raise NoSlotIsFree from error
    wake(queue_topic(ticket.centre_id), ticket.pk)
    return ticket


@transaction.atomic
def unpark_ticket(ticket: Ticket) -> Ticket:
    """The person comes back to the desk. Raises `DeskIsBusy`."""
    ticket = locked(ticket)
    if ticket.state == State.CALLED:
        return ticket
    if ticket.state != State.PARKED:
        raise TicketIsGone
    ticket.state, ticket.parked_slot = State.CALLED, None
    _save_at_desk(ticket)
    wake(queue_topic(ticket.centre_id), ticket.pk)
    return ticket


@transaction.atomic
def transfer_ticket(
    ticket: Ticket, *, theme: str, language: str, desk: Place | None = None
) -> Ticket:
    """Sends the person on without a new ticket: same number, same place in the queue.

    `desk` names a colleague's open desk; the ticket then waits for it, whatever it answers, for as
    long as it is open. Raises `DeskIsClosed`.
    """
    if desk is not None and _held(desk.pk) is None:
        raise DeskIsClosed
    ticket = locked(ticket)
    if ticket.state not in (State.CALLED, State.PARKED, State.WAITING):
        raise TicketIsGone
    ticket.theme, ticket.language, ticket.for_desk = theme, language, desk
    ticket.state, ticket.desk, ticket.second_desk = State.WAITING, None, None
    ticket.parked_slot = None
    ticket.moves += 1
    ticket.save()
    wake(queue_topic(ticket.centre_id), ticket.pk)
    return ticket


@transaction.atomic
def join_interview(ticket: Ticket, *, desk: Place | None) -> Ticket:
    """A second counsellor joins, from that desk; None ends it. One visitor stays one contact."""
    ticket = locked(ticket)
    if ticket.state != State.CALLED:
        raise TicketIsGone
    ticket.second_desk = desk
    ticket.save(update_fields=["second_desk"])
    wake(queue_topic(ticket.centre_id), ticket.pk)
    return ticket
