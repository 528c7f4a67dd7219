"""Who waits, who was called, and where somebody stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Case, Count, Min, Q, When

from phare.centres.models import Centre
from phare.ground import clock
from phare.tickets.choices import DayState, State
from phare.tickets.models import Call, ServiceDay, Ticket

AT_ONCE = timedelta(seconds=10)  # far longer than a call takes to be written


@dataclass(frozen=True)
class BoardCall:
    """A number called to a desk, as everybody in the room may see it."""

    id: int
    series: str
    number: int
    desk: str
    theme: str
    language: str
    called_at: datetime
    is_recall: bool


@dataclass(frozen=True)
class Waiting:
    """How many wait for one theme in one language, and since when the first does."""

    theme: str
    language: str
    tickets: int
    since: datetime


def today_of(centre: Centre) -> date:
    """The service day of this moment, on the centre's wall clock."""
    return clock.today(centre.time_zone)


def day_state(*, centre: Centre, day: date) -> str:
    row = ServiceDay.objects.filter(centre=centre, day=day).values_list("state", flat=True).first()
    return row or DayState.OPEN


def waiting(*, centre: Centre, day: date) -> list[Ticket]:
    """Tickets that wait, in the order of the queue."""
    found = Ticket.objects.filter(centre=centre, day=day, state=State.WAITING)
    return list(found.select_related("for_desk").order_by("-priority", "queued_at", "pk"))


def waiting_counts(*, centre: Centre, day: date) -> list[Waiting]:
    rows = (
        Ticket.objects.filter(centre=centre, day=day, state=State.WAITING)
        .values("theme", "language")
        .annotate(tickets=Count("pk"), since=Min("queued_at"))
        .order_by("theme", "language")
    )
    return [Waiting(**row) for row in rows]


def tickets_of_day(
    *, centre: Centre, day: date, states: Sequence[str] | None = None, newest: int | None = None
) -> list[Ticket]:
    """The day's tickets, newest first."""
    found = Ticket.objects.filter(centre=centre, day=day).select_related("desk", "for_desk")
    if states is not None:
        found = found.filter(state__in=states)
    rows = found.order_by("-pk")
    return list(rows if newest is None else rows[:newest])


def ticket_numbered(pk: int, *, centre: Centre) -> Ticket | None:
    """The ticket with that key in the database, if of this centre."""
    return Ticket.objects.filter(centre=centre, pk=pk).select_related("desk", "for_desk").first()


def ticket_of_token(token: str, *, centre: Centre) -> Ticket | None:
    """Today's ticket with that address; those of other days have forgotten theirs."""
    return Ticket.objects.filter(centre=centre, token=token, day=today_of(centre)).first()


def current_at(desk_id: int, *, centre: Centre) -> Ticket | None:
    """Who is at that desk, as first or second counsellor's visitor."""
    found = Ticket.objects.filter(
        Q(desk=desk_id) | Q(second_desk=desk_id),
        centre=centre,
        day=today_of(centre),
        state=State.CALLED,
    )
    # One's own visitor first: a second counsellor who calls the next one sees that one.
    own = Case(When(desk=desk_id, then=0), default=1)
    return found.select_related("desk", "second_desk").order_by(own, "pk").first()


def parked_at(desk_id: int, *, centre: Centre) -> list[Ticket]:
    found = Ticket.objects.filter(
        centre=centre, day=today_of(centre), desk=desk_id, state=State.PARKED
    )
    return list(found.order_by("parked_slot"))


def latest_calls(*, centre: Centre, day: date, count: int = 4) -> list[BoardCall]:
    """The last calls whose people are still at the desk they were called to, newest first."""
    found = Call.objects.filter(
        centre=centre, day=day, is_recall=False, ticket__state__in=[State.CALLED, State.DONE]
    )
    return [
        _board_call(call) for call in found.select_related("ticket", "desk").order_by("-pk")[:count]
    ]


def calls_since(last: int, *, centre: Centre, day: date) -> list[BoardCall]:
    """Every call and recall after the one numbered `last`, in order: the board announces each.

    Those of the last seconds are told again, for the board to leave out what it has seen: of two
    calls at once the one with the lower number may be written last.
    """
    late = Q(called_at__gte=clock.now() - AT_ONCE)
    found = Call.objects.filter(Q(pk__gt=last) | late, centre=centre, day=day)
    return [_board_call(call) for call in found.select_related("ticket", "desk").order_by("pk")]


def _board_call(call: Call) -> BoardCall:
    return BoardCall(
        id=call.pk,
        series=call.ticket.series,
        number=call.ticket.number,
        desk=call.desk.code,
        theme=call.ticket.theme,
        language=call.ticket.language,
        called_at=call.called_at,
        is_recall=call.is_recall,
    )
