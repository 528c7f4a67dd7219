"""Notices: both languages, from and until, withdrawn at once."""

import pytest

from phare.centres.actions import publish_notice
from phare.centres.models import Notice
from tests.faces.office.conftest import page, signed_in
from tests.factories.centres import MORNING
from tests.factories.people import make_person


def notice(**more):
    return {
        "text_fr": "La salle est prise.",
        "text_nl": "De zaal is bezet.",
        "level": "INFO",
        "from_day": "2026-11-18",
        "from_hour": "10:00",
        "until_day": "2026-11-18",
        "until_hour": "16:00",
    } | more


def make_notice(centre, text="Note"):
    return publish_notice(
        centre=centre,
        text={"fr": text, "nl": f"{text} nl"},
        level="INFO",
        shown_from=MORNING.replace(hour=9),
        shown_until=MORNING.replace(hour=16),
    )


def test_a_notice_is_published_on_the_wall_clock_of_the_centre(centre, manager):
    answer = manager.post("/en/office/notices/", notice())

    assert (answer.status_code, answer["Location"]) == (303, "/en/office/notices/")
    row = Notice.objects.get()
    assert row.text == {"fr": "La salle est prise.", "nl": "De zaal is bezet."}
    assert row.shown_from == MORNING.replace(hour=10, minute=0)
    assert "La salle est prise." in page(manager.get("/fr/"))


def test_a_notice_sent_twice_is_said_once(manager):
    manager.post("/en/office/notices/", notice())
    manager.post("/en/office/notices/", notice())

    assert Notice.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"text_nl": ""}, "id_text_nl"), ({"until_hour": "09:00"}, "id_until_day")],
)
def test_a_wrong_notice_keeps_what_was_typed(manager, wrong, field):
    answer = manager.post("/en/office/notices/", notice(**wrong))

    assert answer.status_code == 422
    assert f'href="#{field}"' in page(answer)
    assert "La salle est prise." in page(answer)
    assert not Notice.objects.exists()


def test_a_national_number_is_masked(manager):
    manager.post("/en/office/notices/", notice(text_fr="Dossier 85.07.30-033.28"))

    assert Notice.objects.get().text["fr"] == "Dossier […]"


def test_a_notice_is_withdrawn_at_once_and_stays_in_the_history(centre, manager):
    row = make_notice(centre)

    answer = manager.post(f"/en/office/notices/{row.pk}/withdraw/")

    assert answer.status_code == 303
    row.refresh_from_db()
    assert row.shown_until == MORNING


def test_an_editor_writes_notices_and_manages_nothing_else(centre):
    editor = signed_in(make_person(centre, "EDITOR"))

    assert editor.get("/en/office/notices/").status_code == 200
    assert editor.get("/en/office/people/").status_code == 403


def test_a_notice_of_another_centre_does_not_exist_here(annex, manager):
    row = make_notice(annex)

    assert manager.post(f"/en/office/notices/{row.pk}/withdraw/").status_code == 404


def test_withdrawing_is_never_a_link(centre, manager):
    assert manager.get(f"/en/office/notices/{make_notice(centre).pk}/withdraw/").status_code == 405


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_database_as_much_for_three_as_for_one(
    centre, manager, rows, django_assert_num_queries
):
    for number in range(rows):
        make_notice(centre, f"Note {number}")

    with django_assert_num_queries(6):
        manager.get("/en/office/notices/")
