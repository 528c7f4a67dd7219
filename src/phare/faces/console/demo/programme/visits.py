"""Groups that asked to come: one to be answered, one choosing a date, one that is coming."""

import uuid
from datetime import date, timedelta
from typing import Any

from phare.activities.actions.visits import VisitAsked, agree_on, ask_visit, propose_dates
from phare.activities.choices import RegistrationKind, Side
from phare.activities.queries.ideas import activity_keyed
from phare.activities.queries.visits import proposals_of
from phare.centres.queries import Centre
from phare.faces.console.demo import calendar

VISIT, WORKSHOP = "demo-visit", "demo-explore"
ASKED = VisitAsked(
    kind=RegistrationKind.CLASS,
    organisation="Athénée des Quatre-Vents",
    name="Capucine",
    people=24,
    phone="02 555 00 71",
    audience="youth",
    wish="Une classe de 6e, avant les choix de fin d’année. De préférence un matin.",
)
CHOOSING = VisitAsked(
    kind=RegistrationKind.DELEGATION,
    organisation="Loopbaanhuis De Kreek",
    name="Anemoon",
    people=12,
    phone="02 555 00 72",
    language="nl",
    wish="Onze ploeg wil zien hoe het onthaal en de balies samenwerken.",
)
COMING = VisitAsked(
    kind=RegistrationKind.CLASS,
    organisation="Institut du Grand-Large",
    name="Angélique",
    people=18,
    phone="02 555 00 73",
    audience="youth",
    needs=("WHEELCHAIR",),
    needs_note="Un élève en chaise roulante.",
)


def load(centre: Centre, *, today: date, scale: float) -> None:
    visit, workshop = (activity_keyed(key, centre=centre) for key in (VISIT, WORKSHOP))
    ask_visit(
        asked=ASKED, dates=_dates(today, 16, 18), key=_key(1), centre=centre, activity=workshop
    )
    assert visit is not None and workshop is not None
    choosing = ask_visit(
        asked=CHOOSING, dates=_dates(today, 12), key=_key(2), centre=centre, activity=visit
    )
    propose_dates(choosing, dates=_dates(today, 19, 21), activity=visit)
    coming = ask_visit(asked=COMING, dates=(), key=_key(3), centre=centre, activity=workshop)
    propose_dates(coming, dates=_dates(today, 5, 9), activity=workshop)
    agree_on(coming, proposal=_first(coming, centre), side=Side.GROUP)


def _first(request: Any, centre: Centre) -> Any:
    return proposals_of(request)[0]


def _key(number: int) -> uuid.UUID:
    return uuid.UUID(int=number)


def _dates(today: date, *days: int) -> list[Any]:
    """Two hours at eleven of the first open day so many days from today."""
    found = []
    for number in days:
        day = today + timedelta(days=number)
        while not calendar.advice_spans(day) or day.weekday() == 3:
            day += timedelta(days=1)
        start = calendar.at(day, "11:15")
        found.append((start, start + timedelta(hours=1, minutes=30)))
    return found
