"""The paper pack, typed in after a cut: numbered tickets with their hours."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from phare.centres.models import Centre
from phare.contacts.actions import record_contact
from phare.contacts.choices import Channel, Mode
from phare.contacts.facts import Fact, Profile, half_day_of
from phare.ground.live import wake
from phare.tickets.actions.days import FORGOTTEN, count_tickets, service_day, strip_ticket
from phare.tickets.choices import FALLBACK_SERIES, Source, State
from phare.tickets.events import queue_topic
from phare.tickets.models import Ticket, new_token


@dataclass(frozen=True)
class FallbackRow:
    """One line of the tally sheet: what the paper ticket became."""

    day: date
    number: int
    theme: str
    language: str
    taken_at: datetime
    called_at: datetime | None
    closed_at: datetime | None
    served: bool


class RowIsRefused(Exception):
    """The line cannot be right; `reason` is NUMBER_USED or HOURS_ORDER."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@transaction.atomic
def enter_fallback_row(row: FallbackRow, *, centre: Centre) -> Ticket:
    """Writes the paper ticket with its hours, and its contact when it was served.

    The same number of the same day is refused, so a pack typed in twice counts once.
    """
    moments = [m for m in (row.taken_at, row.called_at, row.closed_at) if m]
    if moments != sorted(moments) or (row.served and not row.called_at):
        raise RowIsRefused("HOURS_ORDER")
    ticket = _ticket_of(row, centre=centre)
    try:
        with transaction.atomic():
            ticket.save(force_insert=True)
    except IntegrityError as error:
        raise RowIsRefused("NUMBER_USED") from error
    if row.served and row.called_at:
        _record_advice(row, row.called_at, centre=centre)
    if service_day(row.day, centre=centre).swept:
        # The sweep of that day is over: this ticket is counted and forgotten at once.
        count_tickets([ticket], centre=centre, day=row.day)
        strip_ticket(ticket)
        ticket.save(update_fields=FORGOTTEN)
    wake(queue_topic(centre.pk))
    return ticket


def _ticket_of(row: FallbackRow, *, centre: Centre) -> Ticket:
    return Ticket(
        centre=centre,
        day=row.day,
        series=FALLBACK_SERIES,
        number=row.number,
        token=new_token(),
        theme=row.theme,
        language=row.language,
        source=Source.FALLBACK,
        training=centre.training,
        state=State.DONE if row.served else State.LEFT,
        calls=1 if row.called_at else 0,
        queued_at=row.taken_at,
        called_at=row.called_at,
        closed_at=row.closed_at or row.called_at,
    )


def _record_advice(row: FallbackRow, called_at: datetime, *, centre: Centre) -> None:
    fact = Fact(
        day=row.day,
        mode=Mode.ADVICE,
        channel=Channel.FACE_TO_FACE,
        half_day=half_day_of(called_at, centre=centre),
        themes=(row.theme,) if row.theme else (),
        language=row.language,
        profile=Profile(),
    )
    record_contact(fact, centre=centre, key=uuid.uuid4())
