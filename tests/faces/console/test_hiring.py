"""`phare hire`: the first people of a centre."""

import pytest
from click.testing import CliRunner
from django.contrib.auth import authenticate

from phare.faces.console.hiring import hire
from phare.people.models import Person, Role
from phare.people.queries import role_kinds
from tests.factories.centres import make_centre, make_network
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db
PASSWORD = "une-lanterne-sur-le-quai"
AMER = ["amer@phare.example", "--name", "Amer"]


def hired(*words: str, typed: str = f"{PASSWORD}\n{PASSWORD}\n"):
    return CliRunner().invoke(hire, words, input=typed)


def test_the_first_person_is_hired_with_a_password_that_nobody_sees():
    centre = make_centre()

    done = hired(*AMER, "--role", "administrator", "--role", "director")

    person = Person.objects.get()
    assert done.exit_code == 0, done.output
    assert PASSWORD not in done.output
    assert person.check_password(PASSWORD)
    assert role_kinds(person, centre=centre) == {"ADMINISTRATOR", "DIRECTOR"}


def test_a_password_can_be_made_and_is_printed_once():
    make_centre()

    done = hired(*AMER, "--role", "manager", "--print-password", typed="")
    again = hired(*AMER, "--role", "manager", "--print-password", typed="")

    (line,) = [text for text in done.output.splitlines() if text.startswith("Password")]
    assert Person.objects.get().check_password(line.split()[-1])
    assert "Password," not in again.output


def test_no_word_of_the_command_carries_a_password():
    assert not [option for option in hire.params if option.name == "password"]


def test_a_weak_password_is_asked_again():
    make_centre()

    done = hired(*AMER, "--role", "manager", typed=f"short\nshort\n{PASSWORD}\n{PASSWORD}\n")

    assert done.exit_code == 0
    assert "This password is too short" in done.stderr
    assert Person.objects.get().check_password(PASSWORD)


def test_hired_twice_is_hired_once_and_roles_are_only_added():
    centre = make_centre()
    hired(*AMER, "--role", "director")

    again = hired("AMER@phare.example", "--name", "Other", "--role", "manager", typed="")

    person = Person.objects.get()
    assert again.exit_code == 0, again.output
    assert person.name == "Amer" and "the name stays Amer" in again.output
    assert person.check_password(PASSWORD)
    assert role_kinds(person, centre=centre) == {"DIRECTOR", "MANAGER"}


def test_a_coordinator_is_one_of_the_whole_network():
    centre = make_centre()

    hired(*AMER, "--role", "network")

    assert Role.objects.get().network == centre.network


def test_with_several_centres_one_has_to_be_named():
    first = make_centre()
    second = make_centre("annex", first.network)

    silent = hired(*AMER, "--role", "manager")
    unknown = hired(*AMER, "--role", "manager", "--centre", "moon")
    named = hired(*AMER, "--role", "manager", "--centre", "annex")

    for refused in (silent, unknown):
        assert "Say which centre with --centre: house, annex." in refused.stderr
    assert named.exit_code == 0
    assert role_kinds(Person.objects.get(), centre=second) == {"MANAGER"}


def test_what_cannot_be_is_refused_with_its_reason():
    nowhere = hired(*AMER, "--role", "manager")
    centre = make_centre()
    wrong = hired("amer", "--name", " ", "--role", "manager")
    unknown = hired(*AMER, "--role", "captain")
    gone = make_person(centre, name="Gone")
    gone.is_active = False
    gone.save()
    left = hired(gone.email, "--name", "Gone", "--role", "manager")
    stranger = make_person(make_centre("far", make_network("elsewhere")))
    elsewhere = hired(stranger.email, "--name", "X", "--role", "manager", "--centre", "house")

    assert "There is no centre yet" in nowhere.stderr
    assert "is no mail address" in wrong.stderr and "--name has to be" in wrong.stderr
    assert "captain" in unknown.stderr
    assert "has left" in left.stderr
    assert "Somebody of another network" in elsewhere.stderr
    assert not Person.objects.filter(email="amer@phare.example").exists()


def test_the_password_is_good_for_signing_in(rf):
    make_centre()
    hired(*AMER, "--role", "director")

    request = rf.post("/fr/signin/")

    assert authenticate(request, username="amer@phare.example", password=PASSWORD) is not None
