"""How long somebody will wait: a range, simulated over the desks that are open now.

The desks that can answer the ticket are put in groups that answer the same tickets ahead of it.
For a set of groups, the wait is that of a first-come-first-served queue of identical desks, which
does its part of every ticket ahead: as many desks of the set as answer it, out of all open desks
that do. The range is the shortest such wait over the sets of groups. One more desk takes work off
every set it is not in, and only adds sets to choose from, so it can never lengthen the range: the
property a plain simulation of desks with different competences does not have.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

import numpy as np

Minutes = np.ndarray  # one value a sample

SAMPLES = 200
LOW, HIGH = 0.25, 0.95
STEP = 5  # minutes; ranges are rounded outwards to it
GROUPS_AT_MOST = 4  # groups of desks combined; in practice all of them
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
    floor = _Floor(_groups(able, ahead), _answering(desks, ahead))
    kin = [ticket if _language(ticket.need) == _language(need) else None for ticket in ahead]
    lows = np.quantile(floor.waits(kin), LOW, axis=1)
    highs = np.quantile(floor.waits(ahead), HIGH, axis=1)
    return [
        WaitRange(STEP * math.floor(low / STEP), STEP * math.ceil(high / STEP))
        for low, high in zip(lows, highs, strict=True)
    ]


def _language(need: str) -> str:
    return need.rpartition(":")[2]


def _groups(desks: Sequence[Desk], ahead: Sequence[Ahead]) -> list[list[Desk]]:
    """Desks that answer the same of the tickets ahead, together."""
    groups: dict[frozenset[str], list[Desk]] = {}
    needs = frozenset(ticket.need for ticket in ahead)
    for desk in desks:
        groups.setdefault(desk.answers & needs, []).append(desk)
    return list(groups.values())


def _answering(desks: Sequence[Desk], ahead: Sequence[Ahead]) -> dict[str, int]:
    """How many of all open desks answer each need ahead."""
    needs = {ticket.need for ticket in ahead}
    return {need: sum(need in desk.answers for desk in desks) for need in needs}


@dataclass(frozen=True)
class _Floor:
    """The desks able to answer a ticket, in groups, and who else answers what is ahead."""

    groups: Sequence[Sequence[Desk]]
    answering: dict[str, int]

    def waits(self, ahead: Sequence[Ahead | None]) -> Minutes:
        """Minutes by place and sample: the shortest queue over sets of groups."""
        lengths = [drawn(t.pacing, place) if t else None for place, t in enumerate(ahead)]
        free = [[_free_in(desk) for desk in group] for group in self.groups]
        best = np.full((len(ahead) + 1, SAMPLES), np.inf)
        for size in range(1, min(len(self.groups), GROUPS_AT_MOST) + 1):
            for chosen in combinations(range(len(self.groups)), size):
                jobs = [
                    self._load(length, ticket, chosen)
                    for length, ticket in zip(lengths, ahead, strict=True)
                ]
                waits = _queue_waits([minutes for i in chosen for minutes in free[i]], jobs)
                np.minimum(best, waits, out=best)
        return best

    def _load(
        self, length: Minutes | None, ticket: Ahead | None, chosen: Sequence[int]
    ) -> Minutes | None:
        """The part of an interview ahead that falls to the chosen groups; None for nothing."""
        if length is None or ticket is None:
            return None
        mine = sum(len(self.groups[i]) for i in chosen if ticket.need in self.groups[i][0].answers)
        return length * (mine / self.answering[ticket.need]) if mine else None


def _queue_waits(free_in: Sequence[Minutes], jobs: Sequence[Minutes | None]) -> Minutes:
    """When a ticket at each place starts, at identical desks free after those minutes.

    A job that is None is for other desks: it takes a place and no time.
    """
    desks = np.array(free_in)
    samples = np.arange(SAMPLES)
    waits = np.empty((len(jobs) + 1, SAMPLES))
    waits[0] = desks.min(axis=0)
    for place, length in enumerate(jobs, start=1):
        if length is None:
            waits[place] = waits[place - 1]
            continue
        desks[desks.argmin(axis=0), samples] += length
        waits[place] = desks.min(axis=0)
    return waits


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


def need(theme: str, language: str) -> str:
    """What a ticket needs and a desk answers: "theme:language", ":language" without a theme."""
    return f"{theme}:{language}"


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
