"""The dates a pattern would give, and why some are left out: what is shown before it is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from phare.activities.choices import LeftOut
from phare.activities.queries.rooms import Held, in_the_way
from phare.activities.repeating import Occurrence, occurrences
from phare.centres.choices import Regime, Service
from phare.centres.models import Centre, Place
from phare.centres.queries import hours_between
from phare.ground.translated import Translated


@dataclass(frozen=True)
class Date:
    """A date of a pattern; `left_out` says why it makes no session, if it does not."""

    occurrence: Occurrence
    left_out: str = ""
    holiday: Translated | None = None
    taken_by: Held | None = None


def dates_of(
    rule: str,
    *,
    centre: Centre,
    start: datetime,
    end: datetime,
    rooms: Sequence[Place] = (),
    skips_holidays: bool = True,
    after: datetime | None = None,
) -> list[Date]:
    """The dates of `rule`, in order. Raises `NotAPattern`."""
    found = occurrences(rule, start=start, end=end, zone=centre.time_zone, after=after)
    if not found:
        return []
    days = {
        day.day: day
        for day in hours_between(
            found[0].day, found[-1].day, centre=centre, service=Service.ACTIVITIES
        )
    }
    dates = []
    for one in found:
        day = days[one.day]
        held = in_the_way(centre=centre, rooms=rooms, start=one.start, end=one.end) if rooms else []
        if day.regime == Regime.CLOSED:
            dates.append(Date(one, LeftOut.CLOSED))
        elif skips_holidays and day.holiday is not None:
            dates.append(Date(one, LeftOut.HOLIDAY, holiday=day.holiday))
        elif held:
            dates.append(Date(one, LeftOut.TAKEN, taken_by=held[0]))
        else:
            dates.append(Date(one))
    return dates
