"""Sessions held, who registered and who came; facts of the programme, never of a person."""

from collections import Counter as Tally
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from phare.activities.choices import Mode
from phare.activities.queries.attendance import HeldSession, sessions_held
from phare.centres.models import Centre
from phare.ground.periods import Days

ATTENDED = ("REGISTERED", "PRESENT", "WALKED_IN", "ABSENT", "CANCELLED", "LEFT_WAITING")
WAYS = ("ON_SITE", "ONLINE", "HYBRID")


@dataclass(frozen=True)
class Programme:
    """What was held in some days: sessions, and people by what became of them.

    `uncounted`: sessions of which nobody said how many came; they are in no number of people.
    """

    sessions: int = 0
    uncounted: int = 0
    first: date | None = None
    by_way: Tally[str] = field(default_factory=Tally)
    people: Tally[str] = field(default_factory=Tally)
    sessions_by_theme: Tally[str] = field(default_factory=Tally)
    people_by_theme: Tally[str] = field(default_factory=Tally)
    sessions_by_language: Tally[str] = field(default_factory=Tally)
    people_by_language: Tally[str] = field(default_factory=Tally)

    def __bool__(self) -> bool:
        return self.sessions > 0


def programme(days: Days, *, centres: Sequence[Centre]) -> Programme:
    """The sessions held in those days, in numbers."""
    held = sessions_held(days, centres=centres)
    counted = [one for one in held if one.counted]
    return Programme(
        sessions=len(held),
        uncounted=len(held) - len(counted),
        first=min((one.day for one in held), default=None),
        by_way=Tally(_way(one) for one in held),
        people=_people(counted),
        sessions_by_theme=Tally(theme for one in held for theme in one.themes),
        people_by_theme=_by_theme(counted),
        sessions_by_language=Tally(code for one in held for code in one.languages),
        people_by_language=_by_language(counted),
    )


def _way(one: HeldSession) -> str:
    """How people took part; a session without registration or heads was held in the house."""
    modes = {mode for mode in one.modes if mode in Mode.values}
    if len(modes) > 1:
        return "HYBRID"
    return "ONLINE" if modes == {Mode.ONLINE} else "ON_SITE"


def _people(held: Iterable[HeldSession]) -> Tally[str]:
    found: Tally[str] = Tally()
    for one in held:
        for row in one.modes.values():
            for name in ATTENDED:
                found[name] += getattr(row, name.lower())
    return found


def _by_theme(held: Iterable[HeldSession]) -> Tally[str]:
    found: Tally[str] = Tally()
    for one in held:
        for theme in one.themes:
            found[theme] += sum(row.present for row in one.modes.values())
    return found


def _by_language(held: Iterable[HeldSession]) -> Tally[str]:
    found: Tally[str] = Tally()
    for one in held:
        for row in one.modes.values():
            found.update(row.languages)
    return found
