import pytest
from axes.models import AccessAttempt
from django.urls import reverse

from phare.people.actions import AddressIsTaken, forget_person, hire_person, let_go
from phare.people.models import Person, Role
from phare.people.queries import role_kinds
from tests.factories.centres import make_centre, make_network
from tests.factories.people import PASSWORD, make_person

pytestmark = pytest.mark.django_db


def sign_in(client, email, password=PASSWORD):
    return client.post(
        reverse("signin"),
        {"username": email, "password": password},
        headers={"host": "house.localhost"},
    )


def test_capitals_in_the_address_do_not_matter(client):
    person = make_person(make_centre())
    assert sign_in(client, person.email.upper()).status_code == 302


def test_a_wrong_password_keeps_the_address_typed_and_says_what_to_do(client):
    person = make_person(make_centre())
    answer = sign_in(client, person.email, "wrong")
    assert answer.status_code == 422
    assert person.email in answer.content.decode()


def test_an_account_is_slowed_down_and_no_other_is(client):
    centre = make_centre()
    slow, other = make_person(centre), make_person(centre)
    for _ in range(5):
        sign_in(client, slow.email, "wrong")

    assert sign_in(client, slow.email).status_code == 429
    # The same machine, the same minute: a shared address is never locked.
    assert sign_in(client, other.email).status_code == 302


def test_nothing_of_a_machine_is_kept(client):
    sign_in(client, make_person(make_centre()).email, "wrong")
    assert set(AccessAttempt.objects.values_list("ip_address", flat=True)) <= {None}


def test_somebody_who_left_cannot_sign_in(client):
    centre = make_centre()
    person = make_person(centre)
    let_go(person, centre=centre)
    assert sign_in(client, person.email).status_code == 422


def test_a_forgotten_person_leaves_no_name_and_no_role():
    centre = make_centre()
    person = make_person(centre, name="Somebody Known")
    forget_person(person, centre=centre)
    kept = Person.objects.get(pk=person.pk)
    assert (kept.name, kept.is_active, kept.has_usable_password()) == ("–", False, False)
    assert Role.objects.filter(person=person).count() == 0


def test_an_address_belongs_to_one_person_whatever_its_capitals():
    centre = make_centre()
    person = make_person(centre)
    with pytest.raises(AddressIsTaken):
        hire_person(
            centre=centre,
            email=person.email.upper(),
            name="Other",
            password=PASSWORD,
            roles=[],
        )


def test_a_role_in_one_centre_is_none_in_another():
    network = make_network()
    here, there = make_centre(network=network), make_centre("there", network=network)
    person = make_person(here, "MANAGER")
    assert role_kinds(person, centre=here) == {"MANAGER"}
    assert role_kinds(person, centre=there) == frozenset()
