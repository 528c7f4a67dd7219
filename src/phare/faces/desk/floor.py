"""Tickets as lines on the screens of the staff."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from phare.centres.queries import Centre, audiences
from phare.faces.desk.answers import theme_pairs
from phare.ground import clock
from phare.tickets import queries
from phare.tickets.choices import DeskState
from phare.tickets.rules import need


@dataclass(frozen=True)
class Line:
    """A ticket that waits, as a line of a list."""

    ticket: Any
    theme: str
    language: str
    audience: str
    minutes: int
    covered: bool  # somebody at an open desk answers it
    awaits: int | None  # the desk it was sent to, while that desk calls


@dataclass(frozen=True)
class Queue:
    """Who waits, for this desk and for others."""

    mine: tuple[Line, ...]
    others: tuple[Line, ...]

    @property
    def total(self) -> int:
        return len(self.mine) + len(self.others)


def minutes_since(moment: datetime | None) -> int:
    return max(0, int((clock.now() - moment).total_seconds() // 60)) if moment else 0


def waiting_lines(centre: Centre) -> list[Line]:
    """Everybody who waits, in the order of the queue."""
    names = dict(theme_pairs(centre))
    publics = {audience.code: str(audience.name) for audience in audiences(centre=centre)}
    opened = queries.open_desks(centre=centre)
    covered = {n for one in opened for n in one.answers}
    calling = {one.desk_id for one in opened if one.state == DeskState.OPEN}
    return [
        Line(
            ticket=ticket,
            theme=names.get(ticket.theme, ""),
            language=ticket.language.upper(),
            audience=publics.get(ticket.audience, ""),
            minutes=minutes_since(ticket.queued_at),
            covered=ticket.for_desk_id is not None
            or need(ticket.theme, ticket.language) in covered,
            awaits=ticket.for_desk_id if ticket.for_desk_id in calling else None,
        )
        for ticket in queries.waiting(centre=centre, day=queries.today_of(centre))
    ]


def queue_for(opened: Any, centre: Centre) -> Queue:
    """The same line, cut in two for one desk."""
    mine: list[Line] = []
    others: list[Line] = []
    for line in waiting_lines(centre):
        (mine if _is_for(line, opened) else others).append(line)
    return Queue(tuple(mine), tuple(others))


def _is_for(line: Line, opened: Any) -> bool:
    if line.awaits is not None or line.ticket.for_desk_id == opened.desk_id:
        return bool(line.ticket.for_desk_id == opened.desk_id)
    return need(line.ticket.theme, line.ticket.language) in opened.answers
