"""The end of a day: last ticket, closing, and the sweep that forgets."""

import uuid
from collections import Counter as Tally
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.db import transaction

from phare.centres.models import Centre
from phare.contacts.actions import count_past, shuffle_order
from phare.contacts.choices import Counted
from phare.contacts.facts import DAYS_BACK
from phare.ground import clock
from phare.ground.announce import announce
from phare.ground.live import wake
from phare.ground.periods import Days
from phare.satisfaction.actions import drop_expired_questionnaires
from phare.tickets.actions.pace import learn_pace
from phare.tickets.actions.taking import hold_tickets
from phare.tickets.choices import ALIVE, DayState, State
from phare.tickets.events import DaySwept, queue_topic
from phare.tickets.models import (
    Call,
    HelpCall,
    NumberSeries,
    OpenDesk,
    ServiceDay,
    Ticket,
    new_token,
)

KEPT_DAYS = 31  # a swept ticket is a number, a theme and an end; then it goes too
NIGHTS_OFF = 31  # late entries typed before so many nights without a sweep are still shuffled
ENDS = {
    State.NO_SHOW: Counted.NO_SHOW,
    State.LEFT: Counted.LEFT,
    State.NOT_SERVED: Counted.NOT_SERVED,
}
WAITS = (
    (5, Counted.WAIT_5),
    (15, Counted.WAIT_15),
    (30, Counted.WAIT_30),
    (60, Counted.WAIT_60),
)


def service_day(day: date, *, centre: Centre) -> ServiceDay:
    """The day's row, held until the transaction ends; made when it is the first."""
    ServiceDay.objects.bulk_create([ServiceDay(centre=centre, day=day)], ignore_conflicts=True)
    return ServiceDay.objects.select_for_update(of=("self",)).get(centre=centre, day=day)


@transaction.atomic
def stop_tickets(*, centre: Centre, day: date) -> ServiceDay:
    """The last ticket is given: kiosk, board and site say so."""
    return _set_state(day, DayState.LAST_CALL, centre=centre)


@transaction.atomic
def reopen_day(*, centre: Centre, day: date) -> ServiceDay:
    """Undoes `stop_tickets` or `close_day`; tickets closed as not served stay so."""
    return _set_state(day, DayState.OPEN, centre=centre)


@transaction.atomic
def close_day(*, centre: Centre, day: date) -> int:
    """Closes what is left waiting as not served, and says how many; interviews go on."""
    _set_state(day, DayState.CLOSED, centre=centre)
    left = Ticket.objects.filter(centre=centre, day=day, state=State.WAITING)
    return left.update(state=State.NOT_SERVED, closed_at=clock.now())


def _set_state(day: date, state: DayState, *, centre: Centre) -> ServiceDay:
    hold_tickets(centre=centre)
    row = service_day(day, centre=centre)
    row.state = state
    row.save(update_fields=["state"])
    wake(queue_topic(centre.pk))
    return row


@transaction.atomic
def sweep_centre(*, centre: Centre) -> list[date]:
    """Every night: counts and forgets each past day not swept yet. Safe to run again.

    Yesterday is always one of them, tickets or not, so that the contacts of every day, and those
    typed in late, are put in random order once.
    """
    today = clock.today(centre.time_zone)
    yesterday = today - timedelta(days=1)
    found = Ticket.objects.filter(centre=centre, day__lt=today).values_list("day", flat=True)
    swept = [day for day in sorted({*found, yesterday}) if forget_day(day, centre=centre)]
    if swept:
        first = swept[0] - timedelta(days=DAYS_BACK + NIGHTS_OFF)
        shuffle_order(centre=centre, days=Days(first, yesterday))
    Ticket.objects.filter(centre=centre, day__lt=today - timedelta(days=KEPT_DAYS)).delete()
    OpenDesk.objects.filter(centre=centre, opened_at__lt=_midnight(today, centre)).delete()
    HelpCall.objects.filter(centre=centre, asked_at__lt=_midnight(today, centre)).delete()
    drop_expired_questionnaires(centre=centre, day=today)
    return swept


def _midnight(day: date, centre: Centre) -> datetime:
    return clock.moment(day, time(), centre.time_zone)


@transaction.atomic
def forget_day(day: date, *, centre: Centre) -> bool:
    """Counts the day's tickets, then takes desk, moments and addresses off them.

    False when the day was forgotten before.
    """
    row = service_day(day, centre=centre)
    if row.swept:
        return False
    tickets = list(
        Ticket.objects.select_for_update(of=("self",)).filter(centre=centre, day=day).order_by("pk")
    )
    unclosed = [t for t in tickets if t.state in (State.CALLED, State.PARKED) and not t.training]
    for ticket in tickets:
        if ticket.state in ALIVE:
            ticket.state = State.NOT_SERVED if ticket.state == State.WAITING else State.DONE
    count_tickets(tickets, centre=centre, day=day)
    for ticket in unclosed:
        count_past(
            Counted.UNCLOSED,
            centre=centre,
            day=day,
            theme=ticket.theme,
            language=ticket.language,
        )
    learn_pace(tickets, centre=centre)
    Call.objects.filter(centre=centre, day=day).delete()
    NumberSeries.objects.filter(centre=centre, day=day).delete()
    for ticket in tickets:
        strip_ticket(ticket)
    Ticket.objects.bulk_update(tickets, FORGOTTEN, batch_size=500)
    row.swept, row.state = True, DayState.CLOSED
    row.save(update_fields=["swept", "state"])
    announce(DaySwept(centre.pk, day))
    return True


FORGOTTEN = [
    "state",
    "token",
    "key",
    "desk",
    "second_desk",
    "for_desk",
    "parked_slot",
    "queued_at",
    "not_before",
    "called_at",
    "closed_at",
    "priority_reason",
    "signing",
]


def strip_ticket(ticket: Ticket) -> None:
    """Takes away everything a row must not keep after its day; the caller saves `FORGOTTEN`."""
    ticket.token, ticket.key = new_token(), uuid.uuid4()
    ticket.desk = ticket.second_desk = ticket.for_desk = None
    ticket.parked_slot = None
    ticket.queued_at = ticket.not_before = ticket.called_at = ticket.closed_at = None
    ticket.priority_reason, ticket.signing = "", False


def count_tickets(tickets: Iterable[Ticket], *, centre: Centre, day: date) -> None:
    """Adds what became of those tickets, and their waits, to the counters of the day.

    A wait ends with the first call: what follows a transfer is another counsellor's work. Tickets
    taken in training are left out; the others count, whatever the house does tonight.
    """
    calls = Call.objects.filter(centre=centre, day=day).order_by("-pk")
    first = {call.ticket_id: call.called_at for call in calls}
    tally: Tally[tuple[str, str, str]] = Tally()
    for ticket in tickets:
        if ticket.state == State.CANCELLED or ticket.training:
            continue
        where = (ticket.theme, ticket.language)
        tally[(Counted.TICKET, *where)] += 1
        if ticket.moves:
            tally[(Counted.TRANSFERRED, *where)] += ticket.moves
        if ticket.state in ENDS:
            tally[(ENDS[State(ticket.state)], *where)] += 1
        called_at = first.get(ticket.pk, ticket.called_at)
        if called_at and ticket.queued_at:
            minutes = int((called_at - ticket.queued_at).total_seconds() // 60)
            tally[(Counted.CALLED, *where)] += 1
            tally[(_wait(minutes), *where)] += 1
            tally[(Counted.WAIT_MINUTES, *where)] += minutes
    for (counted, theme, language), value in sorted(tally.items()):
        count_past(counted, centre=centre, day=day, theme=theme, language=language, by=value)


def _wait(minutes: int) -> Counted:
    return next((counted for bound, counted in WAITS if minutes < bound), Counted.WAIT_MORE)
