"""A centre that has at least one row of everything an address can name."""

from datetime import date, timedelta
from itertools import count

from django.apps import apps
from django.db import connection

from phare.centres import actions
from phare.centres.choices import PlaceKind, ScreenKind
from phare.centres.models import Centre, Network
from phare.centres.queries import desks, screens
from phare.contacts.facts import Fact
from phare.ground import clock
from phare.ground.periods import Period
from phare.indicators.actions import release_table
from phare.people.choices import RoleKind
from phare.people.models import Person
from phare.rota.actions import plan_shift, record_absence
from phare.rota.choices import Post
from phare.satisfaction.actions import open_questionnaire
from phare.tickets.actions import add_cue, ask_for_help, call_next, close_ticket, open_desk
from phare.tickets.rules import answers
from tests.factories.centres import both, make_centre
from tests.factories.people import make_person
from tests.factories.tickets import make_ticket
from tests.factories.whole_programme import make_whole_programme

EVERYTHING = frozenset(RoleKind) - {RoleKind.NETWORK}  # which is of both centres


def number_every_table_apart() -> None:
    """From here on a key names one row of one table: what is found by it was meant."""
    tables = [model._meta for model in apps.get_models() if model.__module__.startswith("phare.")]
    with connection.cursor() as cursor:
        for meta, thousand in zip(tables, count(1)):
            if meta.pk.get_internal_type() != "BigAutoField":
                continue
            sequence = "SELECT pg_get_serial_sequence(%s, %s)"
            cursor.execute(sequence, [meta.db_table, meta.pk.column])
            cursor.execute(f"ALTER SEQUENCE {cursor.fetchone()[0]} RESTART WITH {thousand * 10000}")


def make_whole_centre(slug: str, network: Network | None = None) -> tuple[Centre, Person]:
    """The centre, and somebody who may do everything in it and sits at a desk with a visitor."""
    centre = make_centre(slug, network)
    person = make_person(centre, *EVERYTHING)
    today = clock.today(centre.time_zone)
    _settle(centre, today)
    _plan(centre, make_person(centre), today)
    _receive(centre, person)
    make_whole_programme(centre, person)
    open_questionnaire(centre=centre, day=today, mode="ADVICE", theme="work", language="fr")
    return centre, person


def _settle(centre: Centre, today: date) -> None:
    week = {"first_on": today, "last_on": today + timedelta(days=7)}
    actions.publish_notice(
        centre=centre,
        text=both("Notice"),
        level="INFO",
        shown_from=clock.now(),
        shown_until=clock.now() + timedelta(days=1),
    )
    actions.close_service(
        centre=centre,
        service="PHONE",
        regime="CLOSED",
        reason="Works",
        sentence=both("Closed"),
        **week,
    )
    actions.grant_derogation(
        centre=centre,
        rule="WALK_IN",
        granted_by="Network",
        granted_on=today,
        reason=both("Works"),
        **week,
    )
    later = today + timedelta(days=60)
    actions.add_school_holiday(centre=centre, name=both("Holiday"), first_on=later, last_on=later)
    actions.add_partner(centre=centre, name=both("Partner"), kind="PROMOTER", since=today)
    for kind in ScreenKind:
        actions.add_screen(centre=centre, kind=kind, name=f"{kind} of {centre.slug}")
    add_cue(centre=centre, theme="work", language="fr", word="emploi")
    release_table(centre=centre, table="themes", year=2025, reason=both("Asked"), on=today)


def _plan(centre: Centre, person: Person, today: date) -> None:
    period = Period(clock.now(), clock.now() + timedelta(hours=2))
    plan_shift(person, centre=centre, post=Post.PHONE, period=period)
    record_absence(person, centre=centre, first_on=today + timedelta(days=7), last_on=date.max)


def _receive(centre: Centre, person: Person) -> None:
    """A desk whose code no other centre has; one visitor gone, one at the desk, one waiting."""
    desk = [(PlaceKind.DESK, f"of-{centre.slug}", both("Desk"), 1, False)]
    actions.furnish_centre(centre=centre, places=desk)
    (place,) = [d for d in desks(centre=centre) if d.code == f"of-{centre.slug}"]
    needs = answers([(("work",), ("fr",))])
    opened = open_desk(person, centre=centre, desk=place, answers=needs, audiences=())
    for _ in range(3):
        make_ticket(centre)
    gone = call_next(opened, centre=centre)
    fact = Fact(day=gone.day, mode="ADVICE", themes=("work",), language="fr")
    close_ticket(gone, fact, centre=centre, key=gone.key)
    call_next(opened, centre=centre)
    for screen in screens(centre=centre)[:1]:
        ask_for_help(screen, centre=centre, language="fr")
