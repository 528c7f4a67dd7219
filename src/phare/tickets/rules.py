"""How long somebody will wait: a range, simulated over the desks that are open now.

Every ticket ahead falls in equal parts to the open desks that answer it. The wait at one desk is
the rest of its interview and its parts of the tickets ahead; the range is the shortest such wait
over the desks that can answer, over many drawn lengths of interviews. One more desk takes work off
every other and is one more to choose from, so it can never lengthen the range: the property a
simulation of desks that each take the longest wait does not have.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

Minutes = np.ndarray  # one value a sample

SAMPLES = 200
LOW, HIGH = 0.25, 0.95
STEP = 5  # minutes; ranges are rounded outwards to it
SHORTEST = 2.0  # minutes an interview takes at least
DRAWS_OF_A_DESK = 2000


@dataclass(frozen=True)
class Pacing:
    """Usual length of an interview, in minutes: mean and standard deviation."""

    minutes: float = 20.0
    spread: float = 12.0


@dataclass(frozen=True)
class Ahead:
    """A ticket that will be called before: what it needs, how long it may take."""

    need: str
    pacing: Pacing = Pacing()


@dataclass(frozen=True)
class Desk:
    """An open desk: what it answers, minutes its interview has lasted (None: free).

    `number` tells desks apart, so that a desk keeps its draws whoever else opens or closes.
    """

    number: int
    answers: frozenset[str]
    busy_for: float | None = None
    pacing: Pacing = Pacing()
    away_for: float = 0.0  # minutes of pause left


@dataclass(frozen=True)
class WaitRange:
    """Minutes from `low` to `high`, multiples of five; (0, 0) is right away."""

    low: int
    high: int


def wait_range(need: str, *, ahead: Sequence[Ahead], desks: Sequence[Desk]) -> WaitRange | None:
    """The range for a ticket with that need at the end; None when no open desk answers it."""
    ranges = wait_ranges(need, ahead=ahead, desks=desks)
    return ranges[-1] if ranges else None


def wait_ranges(need: str, *, ahead: Sequence[Ahead], desks: Sequence[Desk]) -> list[WaitRange]:
    """The range at each place of the queue: before the first of `ahead`, …, after the last.

    Empty when no open desk answers that need. The low end counts only the tickets ahead in the
    same language, since a desk may take a language that few speak first.
    """
    able = [desk for desk in desks if need in desk.answers]
    if not able:
        return []
    shares = _shares(desks, ahead)
    kin = {one for one in shares if _language(one) == _language(need)}
    lows = np.quantile(
        _waits(able, ahead, {k: v for k, v in shares.items() if k in kin}), LOW, axis=1
    )
    highs = np.quantile(_waits(able, ahead, shares), HIGH, axis=1)
    return [
        WaitRange(STEP * math.floor(low / STEP), STEP * math.ceil(high / STEP))
        for low, high in zip(lows, highs, strict=True)
    ]


def _language(need: str) -> str:
    return need.rpartition(":")[2].partition("@")[0]


def _shares(desks: Sequence[Desk], ahead: Sequence[Ahead]) -> dict[str, float]:
    """The part of a ticket with each need ahead that falls to one of the desks that answer it."""
    needs = {ticket.need for ticket in ahead}
    answering = {one: sum(one in desk.answers for desk in desks) for one in needs}
    return {one: 1 / count for one, count in answering.items() if count}


def _waits(able: Sequence[Desk], ahead: Sequence[Ahead], shares: dict[str, float]) -> Minutes:
    """Minutes by place and sample: the shortest wait over the desks that are able."""
    lengths = np.array([drawn(ticket.pacing, place) for place, ticket in enumerate(ahead)])
    best = np.full((len(ahead) + 1, SAMPLES), np.inf)
    for desk in able:
        waits = np.repeat(_free_in(desk)[np.newaxis], len(ahead) + 1, axis=0)
        if len(ahead):
            parts = [shares.get(t.need, 0.0) if t.need in desk.answers else 0.0 for t in ahead]
            waits[1:] += np.cumsum(lengths * np.array(parts)[:, np.newaxis], axis=0)
        np.minimum(best, waits, out=best)
    return best


def _free_in(desk: Desk) -> Minutes:
    """Minutes until the desk is free: the rest of an interview longer than it has lasted."""
    away = np.full(SAMPLES, desk.away_for)
    if desk.busy_for is None:
        return away
    random = np.random.default_rng([1, desk.number])
    possible = _lengths(desk.pacing, random.standard_normal(DRAWS_OF_A_DESK))
    longer = possible[possible > desk.busy_for]
    if not longer.size:
        return np.maximum(away, SHORTEST)
    return np.maximum(random.choice(longer, SAMPLES) - desk.busy_for, away)


def drawn(pacing: Pacing, place: int) -> Minutes:
    """Lengths of the interview at that place of the queue: the same draws at every call."""
    return _lengths(pacing, _normals(place))


@cache
def _normals(place: int) -> Minutes:
    return np.random.default_rng([0, place]).standard_normal(SAMPLES)


def _lengths(pacing: Pacing, normals: Minutes) -> Minutes:
    """Lognormal lengths with the mean and deviation of `pacing`."""
    variance = math.log(1 + (pacing.spread / pacing.minutes) ** 2)
    middle = math.log(pacing.minutes) - variance / 2
    return np.maximum(SHORTEST, np.exp(middle + math.sqrt(variance) * normals))


def need(theme: str, language: str, audience: str = "") -> str:
    """What a ticket needs and a desk answers: "theme:language", ":language" without a theme,
    "theme:language@audience" while a desk keeps itself for that audience."""
    return f"{theme}:{language}@{audience}" if audience else f"{theme}:{language}"


def desk_need(desk: int) -> str:
    """What a ticket needs that was sent to one desk, and what only that desk answers."""
    return f"desk {desk}:"


def answers(products: Sequence[tuple[Sequence[str], Sequence[str]]]) -> list[str]:
    """Every need that (themes, languages) products cover, in order."""
    pairs = {
        need(theme, language)
        for themes, languages in products
        for theme in (*themes, "")
        for language in languages
    }
    return sorted(pairs)


def may_move(state: str) -> bool:
    """Whether a ticket may still be corrected, moved or given priority."""
    return state in ("WAITING", "PARKED", "NO_SHOW")


def may_return(state: str) -> bool:
    """Whether somebody who missed the call, or said to leave, may take the old place again."""
    return state in ("NO_SHOW", "LEFT", "NOT_SERVED")


def may_take(*, is_open: bool, no_more: bool) -> bool:
    """Whether the kiosk gives tickets: the house is open and the last one is not given."""
    return is_open and not no_more
