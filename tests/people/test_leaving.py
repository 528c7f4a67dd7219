"""Whoever left is forgotten by the night, in whatever way they belonged to the house."""

from datetime import timedelta

import pytest
from django.apps import apps

from phare.ground import clock
from phare.ground.personal import register
from phare.people.actions import leave_centre, let_go, make_coordinator, set_roles
from phare.people.models import Person, Role
from phare.people.queries import people_gone
from phare.people.tasks import forget
from tests.factories.centres import MORNING, make_centre, make_network
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


def night_after(days):
    with clock.stopped_at(MORNING + timedelta(days=days)):
        forget(0)


@pytest.fixture
def centres():
    network = make_network()
    return make_centre(network=network), make_centre("there", network=network)


def of_the_centre(here):
    return make_person(here)


def of_the_network(here):
    person = make_person(here)
    make_coordinator(person, network=here.network)
    set_roles(person, centre=here, roles=())
    return person


def of_nothing_any_more(here):
    person = make_person(here)
    leave_centre(person, centre=here)
    return person


@pytest.mark.parametrize("make", [of_the_centre, of_the_network, of_nothing_any_more])
def test_the_name_goes_thirty_days_after_somebody_left(centres, make):
    person = make(centres[0])
    with clock.stopped_at(MORNING):
        let_go(person, centre=centres[0])

    night_after(30)
    assert Person.objects.get(pk=person.pk).name == person.name
    night_after(31)

    kept = Person.objects.get(pk=person.pk)
    assert (kept.name, kept.email) == ("–", f"gone-{person.pk}@invalid")
    assert not Role.objects.filter(person=person).exists()


def test_no_history_of_somebody_who_was_forgotten_is_left(centres):
    person = of_the_centre(centres[0])
    set_roles(person, centre=centres[0], roles=("RECEPTION",))
    histories = {label for label, _, _ in register() if label.startswith("people.")} - {
        "people.Person",
        "people.Role",
        "people.Competence",
        "people.Employment",
    }
    assert about(person, "people.PersonEvent") and about(person, "people.RoleEvent")
    with clock.stopped_at(MORNING):
        let_go(person, centre=centres[0])

    night_after(31)

    assert len(histories) == 4
    assert {label: about(person, label) for label in histories} == dict.fromkeys(histories, 0)


def about(person, label):
    """How many rows of a history are about somebody."""
    key = "pgh_obj_id" if label == "people.PersonEvent" else "person_id"
    return apps.get_model(label).objects.filter(**{key: person.pk}).count()


def test_whoever_is_forgotten_is_not_forgotten_again_every_night(centres):
    person = of_the_network(centres[0])
    with clock.stopped_at(MORNING):
        let_go(person, centre=centres[0])
    night_after(31)

    later = (MORNING + timedelta(days=40)).date()
    assert [people_gone(centre=centre, before=later) for centre in centres] == [[], []]


def test_whoever_works_elsewhere_is_not_forgotten_from_here():
    here = make_centre(network=make_network())
    foreign = make_centre("abroad", network=make_network("lille"))
    person = make_person(foreign)
    with clock.stopped_at(MORNING):
        let_go(person, centre=foreign)

    later = (MORNING + timedelta(days=40)).date()
    assert people_gone(centre=here, before=later) == []


def test_who_took_a_role_away_stands_in_the_history(centres):
    here, _ = centres
    person = make_person(here)

    set_roles(person, centre=here, roles=())

    assert list(
        apps.get_model("people", "RoleEvent")
        .objects.filter(person_id=person.pk)
        .values_list("pgh_label", flat=True)
        .order_by("pk")
    ) == ["insert", "delete"]
