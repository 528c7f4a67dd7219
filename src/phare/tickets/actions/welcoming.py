"""Reception gives a ticket: the place in the queue and its priority, together."""

import uuid

from django.db import transaction

from phare.centres.models import Centre
from phare.tickets.actions.taking import prioritise_ticket, take_ticket
from phare.tickets.choices import Source, State
from phare.tickets.models import Ticket


@transaction.atomic
def welcome_visitor(
    *,
    centre: Centre,
    theme: str,
    language: str,
    key: uuid.UUID,
    audience: str = "",
    people: int = 1,
    signing: bool = False,
    reason: str = "",
    after_last: bool = False,
) -> Ticket:
    """A ticket given at the counter, first in line when there is a `reason` for it.

    The same `key` always gives the same ticket. Raises `NoMoreTickets` unless `after_last`.
    """
    ticket = take_ticket(
        centre=centre,
        theme=theme,
        language=language,
        source=Source.RECEPTION,
        key=key,
        audience=audience,
        people=people,
        signing=signing,
        after_last=after_last,
    )
    if reason and not ticket.priority and ticket.state == State.WAITING:
        return prioritise_ticket(ticket, reason=reason)
    return ticket
