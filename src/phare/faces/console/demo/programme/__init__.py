"""The demo's programme: forty activities, some hundred and fifty sessions, past and to come."""

from collections.abc import Callable
from datetime import date, timedelta

from phare.centres.queries import Centre
from phare.faces.console.demo import calendar
from phare.faces.console.demo.programme import conference, happening, proposals, season, visits
from phare.ground import clock

BEGAN_WEEKS_AGO = 8
PLANNED_BEFORE = 14  # days


def first_day(today: date) -> date:
    """From then on group activities are those of the programme, and no others are invented."""
    return season.monday(today, -BEGAN_WEEKS_AGO)


def load(centre: Centre, *, today: date, scale: float) -> None:
    """Everything from the first idea to last week's letters of thanks, by the house's own acts.

    `scale` makes fewer people come (tests); sessions and their kinds are all there.
    """
    long_ago = first_day(today) - timedelta(days=PLANNED_BEFORE)
    with clock.stopped_at(calendar.at(long_ago, "09:00")):
        sessions = season.plan(centre, today=today, weeks_ago=BEGAN_WEEKS_AGO)
    happening.come(sessions, centre=centre, today=today, scale=scale)
    for load_more in LATER:
        load_more(centre, today=today, scale=scale)


LATER: tuple[Callable[..., None], ...] = (
    conference.load,
    visits.load,
    proposals.load,
)
