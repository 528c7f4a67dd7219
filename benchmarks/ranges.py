"""A simulated month: how many real waits lie in the range shown at issue, and how wide it is.

The month is twenty days of six hours: people arrive at a varying pace, twelve desks of different
competences call by the rules of the house, interviews last lognormally, some people are
not there, counsellors take breaks the range cannot know of. "Right away" holds below five minutes.

Controls in the same run: one fixed range for everybody that holds as many waits, and the narrower
quantiles of the same simulation. The last line is JSON.
"""

import heapq
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from phare.tickets import rules
from phare.tickets.rules import Ahead, Desk, Pacing, WaitRange, need, wait_range

DAYS, MINUTES_A_DAY = 20, 360.0
TRUE = {"work": (21, 11), "learn": (19, 10), "choose": (24, 13), "start": (26, 14), "move": (18, 9)}
BELIEVED = {theme: Pacing(mean, spread) for theme, (mean, spread) in TRUE.items()}
SHARES = (("work", 36), ("learn", 28), ("choose", 24), ("start", 8), ("move", 4))
LANGUAGES = (("fr", 84), ("nl", 10), ("en", 6))
FLOOR = [
    (("choose", "learn"), ("fr",)),
    (("work",), ("fr", "en")),
    (("work", "choose"), ("fr",)),
    (("learn",), ("fr", "en")),
    (("work", "learn"), ("fr", "nl")),
    (("choose", "work"), ("fr",)),
    (("start",), ("fr", "en")),
    (("learn", "choose"), ("nl", "fr")),
    (("move", "learn"), ("fr", "en")),
    (("work",), ("nl", "fr", "en")),
    (("start", "work", "move"), ("fr", "nl")),
    (("choose", "learn", "work"), ("fr", "en")),
]
NO_SHOW, BREAK, BREAK_MINUTES = 0.04, 0.06, 8.0


@dataclass
class Visitor:
    need: str
    theme: str
    arrived: float
    shown: WaitRange | None = None
    waited: float | None = None


@dataclass
class Place:
    number: int
    answers: frozenset[str]
    since: float | None = None
    theme: str = ""
    until: float = 0.0


@dataclass
class Day:
    """One simulated day: what the range is told is only what the house knows at that moment."""

    random: Random
    line: list[Visitor] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    seen: list[Visitor] = field(default_factory=list)

    def live(self) -> list[Visitor]:
        self.places = [
            Place(number, frozenset(rules.answers([product])), until=self.random.uniform(0, 20))
            for number, product in enumerate(FLOOR, start=1)
        ]
        events = [(arrival, 0, -1) for arrival in self.arrivals()]
        events += [(place.until, 1, rank) for rank, place in enumerate(self.places)]
        heapq.heapify(events)
        while events:
            now, _, rank = heapq.heappop(events)
            if rank < 0:
                self.arrive(now)
            elif now >= self.places[rank].until:
                self.places[rank].since = None
            for index, place in enumerate(self.places):
                if place.since is None and place.until <= now and self.call(place, now):
                    heapq.heappush(events, (place.until, 1, index))
        return [visitor for visitor in self.seen if visitor.waited is not None]

    def arrivals(self) -> Iterator[float]:
        now = 0.0
        while now < MINUTES_A_DAY:
            rush = 1.5 if now < 60 or 210 < now < 270 else 0.9
            now += self.random.expovariate(rush * 29 / 60)
            yield now

    def arrive(self, now: float) -> None:
        theme = self.random.choices(*zip(*SHARES, strict=True))[0]
        language = self.random.choices(*zip(*LANGUAGES, strict=True))[0]
        visitor = Visitor(need(theme, language), theme, now)
        ahead = [Ahead(one.need, BELIEVED[one.theme]) for one in self.line]
        visitor.shown = wait_range(visitor.need, ahead=ahead, desks=self.desks(now))
        if visitor.shown is not None:
            self.line.append(visitor)
            self.seen.append(visitor)

    def desks(self, now: float) -> list[Desk]:
        return [
            Desk(
                place.number,
                place.answers,
                None if place.since is None else now - place.since,
                BELIEVED.get(place.theme, Pacing()),
            )
            for place in self.places
        ]

    def call(self, place: Place, now: float) -> bool:
        """The desk calls whom the rules of the house would call."""
        mine = [one for one in self.line if one.need in place.answers]
        if not mine:
            return False
        alone = self.alone(place)
        chosen = min(mine, key=lambda one: (one.need.split(":")[1] not in alone, one.arrived))
        self.line.remove(chosen)
        chosen.waited = now - chosen.arrived
        place.since, place.theme = now, chosen.theme
        place.until = now + self.length(chosen.theme)
        return True

    def alone(self, place: Place) -> set[str]:
        others = {
            answer.split(":")[1]
            for one in self.places
            if one is not place
            for answer in one.answers
        }
        return {answer.split(":")[1] for answer in place.answers} - others

    def length(self, theme: str) -> float:
        if self.random.random() < NO_SHOW:
            return 2.0
        pacing = BELIEVED[theme]
        length = float(rules._lengths(pacing, rules.np.array([self.random.gauss(0, 1)]))[0])
        pause = BREAK_MINUTES if self.random.random() < BREAK else 0.0
        return length + 1.5 + pause


def holds(shown: WaitRange, waited: float) -> bool:
    return shown.low <= waited <= max(shown.high, rules.STEP)


def share(visitors: list[Visitor]) -> float:
    held = [holds(v.shown, v.waited) for v in visitors if v.shown and v.waited is not None]
    return sum(held) / len(held)


def fixed_width(visitors: list[Visitor], wanted: float) -> float:
    """Width of the narrowest range, one for everybody, that holds `wanted` of the waits."""
    waits = sorted(v.waited for v in visitors if v.waited is not None)
    held = max(1, round(wanted * len(waits)))
    return min(waits[i + held - 1] - waits[i] for i in range(len(waits) - held + 1))


def month(low: float, high: float) -> list[Visitor]:
    rules.LOW, rules.HIGH = low, high
    return [visitor for day in range(DAYS) for visitor in Day(Random(day)).live()]


def mean_width(visitors: list[Visitor]) -> float:
    widths = [v.shown.high - v.shown.low for v in visitors if v.shown]
    return sum(widths) / len(widths)


def main() -> None:
    low, high = rules.LOW, rules.HIGH
    shown = month(low, high)
    narrower = month(0.2, 0.8)
    busy = [v for v in shown if v.waited and v.waited >= rules.STEP]
    result = {
        "tickets": len(shown),
        "mean_wait_min": round(sum(v.waited or 0 for v in shown) / len(shown), 1),
        "held_pct": round(100 * share(shown), 1),
        "held_of_waits_over_5_pct": round(100 * share(busy), 1),
        "mean_width_min": round(mean_width(shown), 1),
        "fixed_range_width_min": round(fixed_width(shown, share(shown)), 1),
        "narrower_held_pct": round(100 * share(narrower), 1),
        "narrower_width_min": round(mean_width(narrower), 1),
    }
    sys.stdout.write(json.dumps(result) + "\n")


if __name__ == "__main__":
    main()
