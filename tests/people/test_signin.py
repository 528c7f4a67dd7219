import pytest
from axes.models import AccessAttempt
from django.urls import reverse
from django.utils import translation

from phare.people.actions import (
    AddressIsTaken,
    forget_person,
    hire_person,
    let_go,
    make_coordinator,
    set_roles,
)
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


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "vous n’avez aucun rôle dans ce centre (house). Demandez à la coordination"),
        ("nl", "u hebt geen rol in dit centrum (house (nl)). Vraag de coördinatie"),
        ("en", "you have no role in this centre (house (en)). Ask a manager"),
        ("de", "Sie haben keine Rolle in diesem Zentrum (house (de)). Bitten Sie die Koordination"),
    ],
)
def test_somebody_without_a_role_here_is_told_so_and_whom_to_ask(client, language, said):
    network = make_network()
    make_centre(network=network)
    person = make_person(make_centre("there", network=network), "MANAGER")

    with translation.override(language):
        answer = sign_in(client, person.email)

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "_auth_user_id" not in client.session


def test_whoever_loses_the_last_role_while_signed_in_is_told_on_the_next_page(client):
    centre = make_centre()
    person = make_person(centre, "MANAGER")
    sign_in(client, person.email)

    set_roles(person, centre=centre, roles=())
    answer = client.get("/en/office/people/", headers={"host": "house.localhost"})

    assert answer.status_code == 403
    assert "A manager of the centre can change that." in answer.content.decode()


def test_somebody_of_the_network_signs_in_everywhere_in_it(client):
    network = make_network()
    make_centre(network=network)
    there = make_centre("there", network=network)
    person = make_person(there, "PARTNER")
    make_coordinator(person, network=network)
    set_roles(person, centre=there, roles=())

    assert sign_in(client, person.email)["Location"] == "/fr/office/"


@pytest.mark.parametrize(
    ("role", "first"), [("PARTNER", "/fr/office/ours/"), ("EDITOR", "/fr/office/notices/")]
)
def test_whoever_has_a_role_begins_on_a_page_of_their_own(client, role, first):
    person = make_person(make_centre(), role)

    assert sign_in(client, person.email)["Location"] == first


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
