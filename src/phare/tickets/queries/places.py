"""Where somebody stands in the queue, as they may see it."""

from dataclasses import dataclass
from datetime import datetime

from phare.centres.models import Centre
from phare.tickets.choices import State
from phare.tickets.models import Ticket
from phare.tickets.queries.waits import rivals


@dataclass(frozen=True)
class Place:
    """Where a ticket stands; `before` is how many may be called before it."""

    pk: int
    series: str
    number: int
    theme: str
    language: str
    audience: str
    state: str
    desk: str
    before: int
    not_before: datetime | None
    taken_at: datetime | None
    calls: int


def place_of(ticket: Ticket, *, centre: Centre) -> Place:
    """State and place of a ticket."""
    return Place(
        pk=ticket.pk,
        series=ticket.series,
        number=ticket.number,
        theme=ticket.theme,
        language=ticket.language,
        audience=ticket.audience,
        state=ticket.state,
        desk=ticket.desk.code if ticket.desk else "",
        before=rivals(ticket, centre=centre) if ticket.state == State.WAITING else 0,
        not_before=ticket.not_before,
        taken_at=ticket.queued_at,
        calls=ticket.calls,
    )
