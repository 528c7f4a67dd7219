"""Whose turn it is: pure computations on a waiting list.

The first in the list goes first. A party too large for the places that are free lets a smaller one
behind it go before, but only so often: then what becomes free is kept for it until it fits, or
until the session is so near that an empty place would stay empty.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

HURRY = timedelta(hours=48)  # so near, whoever fits may come
LAST_HOURS = timedelta(hours=3)  # an offer made so late stands until the session begins
SHORTEST_OFFER = timedelta(hours=1)


@dataclass(frozen=True)
class InLine:
    """A party in the list: how many people, and how often smaller ones went before it."""

    seat: int
    people: int
    passed: int = 0


@dataclass
class Turns:
    """Who is offered a place now, and how often those before them have been passed by then."""

    offered: list[int] = field(default_factory=list)
    passed: dict[int, int] = field(default_factory=dict)


def turns(free: int, line: Iterable[InLine], *, passes_at_most: int, hurry: bool) -> Turns:
    """Gives `free` places to the parties of `line`, which is in order of entering."""
    found = Turns()
    too_large: list[InLine] = []
    for party in line:
        if free <= 0:
            break
        if party.people <= free:
            if not hurry and any(
                found.passed.get(p.seat, p.passed) >= passes_at_most for p in too_large
            ):
                break
            found.offered.append(party.seat)
            free -= party.people
            for p in too_large:
                found.passed[p.seat] = found.passed.get(p.seat, p.passed) + 1
        else:
            too_large.append(party)
    return found


def is_hurry(now: datetime, starts_at: datetime) -> bool:
    return starts_at - now <= HURRY


def offer_ends(now: datetime, starts_at: datetime, *, hours: int) -> datetime:
    """Until when an offer stands: the hours set, less when the session is near, never after it."""
    left = starts_at - now
    if left <= LAST_HOURS:
        return starts_at
    return now + max(min(timedelta(hours=hours), left / 3), SHORTEST_OFFER)
