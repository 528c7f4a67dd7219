"""One's own page, and the register of what is kept."""

import pytest

from phare.faces.office.register_words import WORDS
from phare.ground.personal import register
from tests.faces.office.conftest import page, signed_in
from tests.factories.people import PASSWORD, make_person


@pytest.fixture
def me(centre):
    return make_person(centre, "PARTNER")


def test_language_and_shortcuts_are_chosen_and_the_page_comes_back_in_that_language(me):
    answer = signed_in(me).post("/en/office/me/preferences/", {"language": "nl"})

    assert answer["Location"] == "/nl/office/me/"
    me.refresh_from_db()
    assert (me.language, me.single_keys) == ("nl", False)
    assert '<html lang="nl" class="staff keysoff">' in page(signed_in(me).get("/nl/office/me/"))


def test_an_own_password_is_changed_without_signing_out(me):
    client = signed_in(me)

    answer = client.post(
        "/en/office/me/password/", {"old": PASSWORD, "password": "a-new-lamp-at-night"}
    )

    assert answer.status_code == 303
    assert client.get("/en/office/me/").status_code == 200
    me.refresh_from_db()
    assert me.check_password("a-new-lamp-at-night")


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"old": "wrong", "password": "a-new-lamp-at-night"}, "not your password until now"),
        ({"old": PASSWORD, "password": "lamp"}, "too short"),
    ],
)
def test_a_wrong_or_weak_password_changes_nothing(me, form, said):
    answer = signed_in(me).post("/en/office/me/password/", form)

    assert answer.status_code == 422
    assert said in page(answer)
    me.refresh_from_db()
    assert me.check_password(PASSWORD)


def test_somebody_without_a_role_here_has_no_page_here(annex):
    assert signed_in(make_person(annex, "MANAGER")).get("/en/office/me/").status_code == 403


def test_the_register_shows_every_personal_field(manager):
    text = page(manager.get("/en/office/people/register/"))

    missing = [f"{t}.{f}" for t, f, _ in register() if f"{t}.{f}" not in text]
    assert missing == []


def test_every_word_of_the_register_can_be_translated():
    said = {word for _t, _f, one in register() for word in (one.what, one.why, one.term)}

    assert said == set(WORDS)
