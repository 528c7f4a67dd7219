"""Tickets as lines on the screens of the staff."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from phare.centres.queries import Centre, audiences
from phare.faces.desk.answers import theme_pairs
from phare.ground import clock
from phare.tickets import queries
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
    covered = {n for opened in queries.open_desks(centre=centre) for n in opened.answers}
    return [
        Line(
            ticket=ticket,
            theme=names.get(ticket.theme, ""),
            language=ticket.language.upper(),
            audience=publics.get(ticket.audience, ""),
            minutes=minutes_since(ticket.queued_at),
            covered=ticket.for_desk_id is not None
            or need(ticket.theme, ticket.language) in covered,
        )
        for ticket in queries.waiting(centre=centre, day=queries.today_of(centre))
    ]


def queue_for(opened: Any, centre: Centre) -> Queue:
    """The same line, cut in two for one desk."""
    mine: list[Line] = []
    others: list[Line] = []
    for line in waiting_lines(centre):
        (mine if _is_for(line.ticket, opened.desk_id, opened.answers) else others).append(line)
    return Queue(tuple(mine), tuple(others))


def _is_for(ticket: Any, desk_id: int, answers: Collection[str]) -> bool:
    if ticket.for_desk_id is not None:
        return bool(ticket.for_desk_id == desk_id)
    return need(ticket.theme, ticket.language) in answers
