"""A contact before it is written: plain values any face can fill in."""

from dataclasses import dataclass, field
from datetime import date, datetime

from phare.centres.models import Centre
from phare.contacts import choices
from phare.ground import clock

DAYS_BACK = 31  # what is typed in today may have happened so many days ago
NOON = 13  # the advice of the morning ends before one o'clock


@dataclass(frozen=True)
class Profile:
    """What the person chose to say; everything else stays NOT_STATED."""

    gender: str = choices.NOT_STATED
    age_band: str = choices.NOT_STATED
    status: str = choices.NOT_STATED
    municipality: str = choices.NOT_STATED
    own_initiative: str = choices.NOT_STATED
    first_visit: str = choices.NOT_STATED


@dataclass(frozen=True)
class Fact:
    """One contact before it is written."""

    day: date
    mode: str
    channel: str = choices.Channel.NONE
    half_day: str = ""
    themes: tuple[str, ...] = ()
    language: str = ""
    audience: str = ""
    schemes: tuple[str, ...] = ()
    referred_to: tuple[str, ...] = ()
    people: int = 1
    profile: Profile | None = field(default=None, compare=False)


def half_day_of(moment: datetime, *, centre: Centre) -> str:
    """The half-day in which `moment` falls on the centre's wall clock."""
    morning = clock.local(moment, centre.time_zone).hour < NOON
    return choices.HalfDay.MORNING if morning else choices.HalfDay.AFTERNOON
