"""Which desks are open, for what, and who is at them."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from phare.centres.models import Centre, Place
from phare.centres.queries import desks
from phare.ground import clock
from phare.tickets.choices import DeskState, State
from phare.tickets.models import HelpCall, OpenDesk, Ticket

if TYPE_CHECKING:
    from phare.people.models import Person


@dataclass(frozen=True)
class DeskView:
    """One desk of the plan, without any name: FREE, BUSY, PAUSED or SHUT."""

    desk: Place
    state: str
    themes: tuple[str, ...]
    languages: tuple[str, ...]
    audiences: tuple[str, ...]
    ticket: str
    since: datetime | None
    until: datetime | None


def open_desks(*, centre: Centre) -> list[OpenDesk]:
    found = OpenDesk.objects.filter(centre=centre).select_related("desk", "person")
    return list(found.order_by("desk__position", "pk"))


def open_desk_at(desk: Place, *, centre: Centre) -> OpenDesk | None:
    return OpenDesk.objects.filter(centre=centre, desk=desk).select_related("desk").first()


def desk_of(person: "Person", *, centre: Centre) -> OpenDesk | None:
    """The desk `person` sits at, if any."""
    return OpenDesk.objects.filter(centre=centre, person=person).select_related("desk").first()


def help_calls(*, centre: Centre) -> list[HelpCall]:
    """Kiosks where somebody asks for a human, longest first."""
    found = HelpCall.objects.filter(centre=centre).select_related("screen")
    return list(found.order_by("asked_at", "pk"))


def desk_plan(*, centre: Centre) -> list[DeskView]:
    """Every desk of the centre in its order."""
    opened = {o.desk_id: o for o in open_desks(centre=centre)}
    called = Ticket.objects.filter(
        centre=centre, day=clock.today(centre.time_zone), state=State.CALLED
    ).order_by("pk")
    tickets: dict[int | None, Ticket] = {}
    for ticket in called:
        tickets[ticket.desk_id] = ticket
        if ticket.second_desk_id:
            tickets[ticket.second_desk_id] = ticket
    return [_view(desk, opened.get(desk.pk), tickets.get(desk.pk)) for desk in desks(centre=centre)]


def _view(desk: Place, opened: OpenDesk | None, ticket: Ticket | None) -> DeskView:
    if opened is None:
        return DeskView(desk, "SHUT", (), (), (), "", None, None)
    pairs = [answer.split(":") for answer in opened.answers]
    if ticket is not None:
        state = "BUSY"
    else:
        state = "PAUSED" if opened.state == DeskState.PAUSED else "FREE"
    return DeskView(
        desk=desk,
        state=state,
        themes=tuple(dict.fromkeys(theme for theme, _ in pairs if theme)),
        languages=tuple(dict.fromkeys(language for _, language in pairs)),
        audiences=tuple(opened.audiences),
        ticket=str(ticket) if ticket else "",
        since=ticket.called_at if ticket else None,
        until=opened.paused_until,
    )
