"""What may be published, how many fit, what has to be done: pure computations."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from phare.activities.choices import ActivityState, Chore, Kind, Mode, OneSided
from phare.ground.translated import EQUAL, Translated

SHOWN_TEXTS = ("title", "lead", "text", "bring")  # of an activity, to everybody


def missing_sides(texts: Iterable[Mapping[str, str]]) -> list[str]:
    """French or Dutch, where a text that is there in another language lacks it; in order."""
    lacking = {code for text in texts if text for code in Translated(text).missing()}
    return [code for code in EQUAL if code in lacking]


def may_publish(state: str, title: Mapping[str, str], missing: Sequence[str], rule: str) -> bool:
    """Approved, with a title people can read, and both sides unless one may be marked."""
    if state != ActivityState.APPROVED or not any(title.get(code) for code in EQUAL):
        return False
    return not missing or rule == OneSided.MARK


@dataclass(frozen=True)
class RoomSize:
    """How many a room takes, and how many on the days in question."""

    usual: int
    now: int


def fitting(rooms: Sequence[RoomSize], combined: int | None) -> int:
    """The people that fit in these rooms held together: walls that open may make more of them."""
    whole = combined if combined is not None else sum(room.usual for room in rooms)
    return max(0, whole - sum(max(0, room.usual - room.now) for room in rooms))


@dataclass(frozen=True)
class Reduction:
    """Days on which a room takes fewer people."""

    first_on: date
    last_on: date
    capacity: int


def size_on(usual: int, first: date, last: date, reductions: Iterable[Reduction]) -> RoomSize:
    """The room between two days: the tightest reduction that touches them counts."""
    tight = [r.capacity for r in reductions if r.first_on <= last and r.last_on >= first]
    return RoomSize(usual, min([usual, *tight]))


def places_there_are(*, planned: int, taken: int, fits: int | None) -> int:
    """As many as planned and as fit; whoever has a place keeps it."""
    return max(taken, planned if fits is None else min(planned, fits))


# What has to be done for a session, and how many days before it (after, if negative).
_ALWAYS = ((Chore.TEXTS, 28), (Chore.ANNOUNCE, 21), (Chore.ATTENDANCE, -1))
_ON_SITE = ((Chore.ROOM, 1),)
_ONLINE = ((Chore.VIDEO, 2),)
_OF_KIND = {
    Kind.CONFERENCE: ((Chore.SPEAKERS, 42), (Chore.SIGNS, 3), (Chore.CATERING, 14)),
    Kind.FORUM: ((Chore.SPEAKERS, 42), (Chore.SIGNS, 3), (Chore.CATERING, 14)),
    Kind.THEMED_DAY: ((Chore.SPEAKERS, 42), (Chore.SIGNS, 3)),
    Kind.ROUND_TABLE: ((Chore.SPEAKERS, 28),),
    Kind.MEETING: ((Chore.SPEAKERS, 21),),
    Kind.WORKSHOP: ((Chore.HANDOUTS, 3),),
    Kind.VISIT: ((Chore.PREPARATION, 10),),
}


def checklist(kind: str, modes: Iterable[str]) -> list[tuple[Chore, int]]:
    """What to do for a session of that kind, with the days before it, earliest first."""
    found = [*_ALWAYS, *_OF_KIND.get(Kind(kind), ())]
    found += _ON_SITE if Mode.ON_SITE in modes else ()
    found += _ONLINE if Mode.ONLINE in modes else ()
    return sorted(found, key=lambda entry: (-entry[1], entry[0]))
