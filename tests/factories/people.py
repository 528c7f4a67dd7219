"""People of the staff; their names are made up of their role and a number."""

from collections.abc import Sequence
from itertools import count

from phare.centres.models import Centre
from phare.centres.queries import desks
from phare.people.actions import hire_person, set_competences
from phare.people.choices import RoleKind
from phare.people.models import Person
from phare.tickets.actions import open_desk
from phare.tickets.models import OpenDesk
from phare.tickets.rules import answers

NUMBERS = count(1)
PASSWORD = "a-lamp-on-the-coast"


def make_person(centre: Centre, *roles: str, name: str = "") -> Person:
    number = next(NUMBERS)
    return hire_person(
        centre=centre,
        email=f"person{number}@example.org",
        name=name or f"Person {number}",
        password=PASSWORD,
        roles=roles or [RoleKind.COUNSELLOR],
    )


def make_counsellor(
    centre: Centre, *, themes: Sequence[str] = ("work",), languages: Sequence[str] = ("fr",)
) -> Person:
    person = make_person(centre, RoleKind.COUNSELLOR)
    set_competences(person, centre=centre, products=[(themes, languages, ())])
    return person


def make_open_desk(
    centre: Centre,
    *,
    themes: Sequence[str] = ("work",),
    languages: Sequence[str] = ("fr",),
    audiences: Sequence[str] = (),
    number: int = 1,
) -> OpenDesk:
    person = make_counsellor(centre, themes=themes, languages=languages)
    return open_desk(
        person,
        centre=centre,
        desk=desks(centre=centre)[number - 1],
        answers=answers([(themes, languages)]),
        audiences=audiences,
    )
