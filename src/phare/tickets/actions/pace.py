"""Learning how long interviews last, from whole days and for no one in particular."""

from collections import defaultdict
from collections.abc import Iterable
from statistics import mean, pstdev

from phare.centres.models import Centre
from phare.tickets.models import Pace, Ticket
from phare.tickets.rules import SHORTEST, Pacing

WEIGHT = 0.15  # of the newest day in the running mean
LEAST = 5  # interviews in a day below which it teaches nothing
LONGEST = 180.0  # minutes; a forgotten closing is not a long interview


def learn_pace(tickets: Iterable[Ticket], *, centre: Centre) -> None:
    """Moves the pace of each theme towards that day's interviews."""
    lengths: dict[str, list[float]] = defaultdict(list)
    for ticket in tickets:
        if ticket.training:
            continue
        if ticket.called_at and ticket.closed_at and ticket.state == "DONE":
            minutes = (ticket.closed_at - ticket.called_at).total_seconds() / 60
            if SHORTEST <= minutes <= LONGEST:
                lengths[ticket.theme].append(minutes)
    usual = Pacing()
    for theme, found in lengths.items():
        if len(found) < LEAST:
            continue
        pace = Pace.objects.filter(centre=centre, theme=theme).first() or Pace(
            centre=centre, theme=theme, minutes=usual.minutes, spread=usual.spread
        )
        pace.minutes += WEIGHT * (mean(found) - pace.minutes)
        pace.spread += WEIGHT * (pstdev(found) - pace.spread)
        pace.interviews += len(found)
        pace.save()
