"""Closing an interview: the ticket ends, an anonymous contact begins."""

import uuid
from dataclasses import dataclass, replace

from django.db import transaction

from phare.centres.models import Centre
from phare.contacts.actions import record_contact
from phare.contacts.choices import Channel, Mode
from phare.contacts.facts import Fact, half_day_of
from phare.ground import clock
from phare.ground.live import wake
from phare.satisfaction.actions import open_questionnaire
from phare.tickets.actions.taking import TicketIsGone, locked
from phare.tickets.choices import State
from phare.tickets.events import queue_topic
from phare.tickets.models import Ticket


@dataclass(frozen=True)
class Closed:
    """What the desk shows after closing: the token of the questionnaire, "" when there is none."""

    token: str
    counted: bool


@transaction.atomic
def close_ticket(ticket: Ticket, fact: Fact, *, centre: Centre, key: uuid.UUID) -> Closed:
    """Ends the interview and records it, in one transaction; a repeat with `key` changes nothing.

    `fact` says what was talked about; day, half-day, mode, channel and people are the ticket's. A
    ticket taken in training is recorded nowhere, even when training is over meanwhile.
    """
    ticket = locked(ticket)
    if ticket.state == State.DONE:
        return Closed(token="", counted=False)
    if ticket.state not in (State.CALLED, State.PARKED):
        raise TicketIsGone
    now = clock.now()
    ticket.state, ticket.closed_at, ticket.parked_slot = State.DONE, now, None
    ticket.save(update_fields=["state", "closed_at", "parked_slot"])
    whole = replace(
        fact,
        day=ticket.day,
        half_day=half_day_of(now, centre=centre),
        mode=Mode.ADVICE,
        channel=Channel.FACE_TO_FACE,
        people=ticket.people,
    )
    counted = not ticket.training and record_contact(whole, centre=centre, key=key)
    wake(queue_topic(ticket.centre_id), ticket.pk)
    if not counted:
        return Closed(token="", counted=False)
    token = open_questionnaire(
        centre=centre,
        day=ticket.day,
        mode=Mode.ADVICE,
        theme=fact.themes[0] if fact.themes else "",
        language=fact.language,
    )
    return Closed(token=token, counted=True)
