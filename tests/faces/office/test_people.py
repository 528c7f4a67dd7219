"""The staff: who comes, what they can answer, who may change whom."""

from datetime import date

import pytest
from django.contrib.auth.backends import ModelBackend

from phare.centres.actions import add_partner
from phare.people.actions import hire_person, set_competences, set_employer, set_roles
from phare.people.models import Competence, Person
from phare.people.queries import employers_of, role_kinds
from tests.faces.office.conftest import page, signed_in
from tests.factories.centres import both
from tests.factories.people import PASSWORD, make_counsellor, make_person

HIRE = {
    "name": "Opal",
    "email": "opal@example.org",
    "language": "nl",
    "roles": ["COUNSELLOR", "RECEPTION"],
}


def test_somebody_comes_and_is_shown_next_what_they_can_answer(centre, manager):
    answer = manager.post("/en/office/people/new/", HIRE)

    person = Person.objects.get(email="opal@example.org")
    assert answer["Location"] == f"/en/office/people/{person.pk}/"
    assert role_kinds(person, centre=centre) == {"COUNSELLOR", "RECEPTION"}
    assert person.language == "nl"
    assert not person.has_usable_password()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"email": "PERSON@example.org"}, "Somebody has this address already."),
        ({"password": "lamp"}, "too short"),
        ({"roles": []}, "at least one role"),
        ({"roles": ["DIRECTOR"]}, "Select a valid choice"),
    ],
)
def test_a_wrong_hire_is_explained_and_kept_on_the_page(centre, manager, wrong, said):
    hire_person(
        centre=centre, email="person@example.org", name="P", password=None, roles=["EDITOR"]
    )

    answer = manager.post("/en/office/people/new/", HIRE | wrong)

    assert answer.status_code == 422
    assert said in page(answer)
    assert 'value="Opal"' in page(answer)


def test_competences_are_products_and_an_empty_row_counts_for_nothing(centre, manager):
    person = make_counsellor(centre)
    form = {
        "themes_0": ["work", "start"],
        "languages_0": ["fr"],
        "themes_1": ["learn"],
        "languages_1": ["nl", "en"],
        "audiences_1": ["youth"],
    }

    manager.post(f"/en/office/people/{person.pk}/competences/", form)

    rows = Competence.objects.order_by("pk").values_list("themes", "languages", "audiences")
    assert list(rows) == [
        (["work", "start"], ["fr"], []),
        (["learn"], ["nl", "en"], ["youth"]),
    ]


def test_a_theme_without_a_language_is_refused(centre, manager):
    person = make_counsellor(centre)

    answer = manager.post(f"/en/office/people/{person.pk}/competences/", {"themes_0": ["work"]})

    assert answer.status_code == 422
    assert "choose at least one of each" in page(answer)


def make_employer(centre):
    return add_partner(centre=centre, name=both("Actiris"), kind="PROMOTER", since=date(2018, 3, 1))


def test_only_those_who_may_see_employers_see_one(centre, manager):
    person, employer = make_counsellor(centre), make_employer(centre)
    manager.post(f"/en/office/people/{person.pk}/employer/", {"employer": employer.pk})
    administrator = signed_in(make_person(centre, "ADMINISTRATOR"))

    assert employers_of([person], centre=centre) == {person.pk: "Actiris (en)"}
    assert "Actiris" in page(manager.get("/en/office/people/"))
    assert "Actiris" not in page(administrator.get("/en/office/people/"))
    assert "Actiris" not in page(administrator.get(f"/en/office/people/{person.pk}/"))
    url = f"/en/office/people/{person.pk}/employer/"
    assert administrator.post(url, {"employer": ""}).status_code == 403


@pytest.mark.parametrize("path", ["roles", "password", "leave"])
def test_a_manager_changes_nobody_who_may_do_more(centre, manager, path):
    director = make_person(centre, "DIRECTOR")
    form = {"roles": ["EDITOR"], "password": "a-new-lamp-at-night"}

    assert manager.post(f"/en/office/people/{director.pk}/{path}/", form).status_code == 403
    director.refresh_from_db()
    assert director.is_active
    assert director.check_password(PASSWORD)


def test_nobody_changes_their_own_roles_here(centre):
    me = make_person(centre, "MANAGER")

    answer = signed_in(me).post(f"/en/office/people/{me.pk}/roles/", {"roles": ["EDITOR"]})

    assert answer.status_code == 403


def test_roles_are_changed_and_a_manager_gives_none_above(centre, manager):
    person = make_person(centre, "COUNSELLOR")
    url = f"/en/office/people/{person.pk}/roles/"

    manager.post(url, {"roles": ["STEWARD"]})
    refused = manager.post(url, {"roles": ["ADMINISTRATOR"]})

    assert refused.status_code == 422
    assert role_kinds(person, centre=centre) == {"STEWARD"}


def test_a_new_password_signs_in(centre, manager):
    person = make_person(centre, "COUNSELLOR")

    manager.post(f"/en/office/people/{person.pk}/password/", {"password": "a-new-lamp-at-night"})

    person.refresh_from_db()
    assert person.check_password("a-new-lamp-at-night")


def test_a_password_that_opens_another_centre_is_not_ours_to_set(annex, centre, manager):
    person = make_person(centre, "COUNSELLOR")
    set_roles(person, centre=annex, roles=["MANAGER"])

    answer = manager.post(
        f"/en/office/people/{person.pk}/password/", {"password": "a-new-lamp-at-night"}
    )

    assert answer.status_code == 403


def test_somebody_leaves_after_a_question(centre, manager):
    person = make_person(centre, "COUNSELLOR", name="Opal")

    asked = page(manager.get(f"/en/office/people/{person.pk}/leave/"))
    manager.post(f"/en/office/people/{person.pk}/leave/")

    assert "Yes, Opal leaves" in asked
    person.refresh_from_db()
    assert (person.is_active, person.left_on) == (False, date(2026, 11, 18))
    assert ModelBackend().get_user(person.pk) is None


def test_somebody_who_works_elsewhere_too_stays_there(annex, centre, manager):
    person = make_counsellor(centre)
    set_roles(person, centre=annex, roles=["COUNSELLOR"])
    set_employer(person, centre=centre, employer=make_employer(centre))

    manager.post(f"/en/office/people/{person.pk}/leave/")

    person.refresh_from_db()
    assert person.is_active
    assert role_kinds(person, centre=centre) == frozenset()
    assert role_kinds(person, centre=annex) == {"COUNSELLOR"}
    assert employers_of([person], centre=centre) == {}


def test_nobody_of_another_centre_exists_here(annex, manager):
    person = make_person(annex, "COUNSELLOR", name="Theirs")

    assert manager.get(f"/en/office/people/{person.pk}/").status_code == 404
    assert manager.post(f"/en/office/people/{person.pk}/leave/").status_code == 404
    assert "Theirs" not in page(manager.get("/en/office/people/"))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_database_as_much_for_three_as_for_one(
    centre, manager, rows, django_assert_num_queries
):
    for _ in range(rows):
        person = make_counsellor(centre)
        set_competences(person, centre=centre, products=[(["work"], ["fr"], ["youth"])])

    with django_assert_num_queries(12):
        manager.get("/en/office/people/")
