"""What managers settle about their centre."""

from datetime import date, time

import pytest

from phare.centres.actions import add_partner, add_screen
from phare.centres.choices import ScreenKind
from phare.centres.models import Partner, Screen
from phare.centres.queries import hours_on
from tests.faces.office.conftest import page, signed_in
from tests.factories.centres import both
from tests.factories.people import make_person

PAGES = [
    "",
    "hours/",
    "hours/ADVICE/",
    "closures/",
    "holidays/",
    "derogations/",
    "settings/",
    "partners/",
    "screens/",
    "vocabulary/",
]


@pytest.mark.parametrize("language", ["fr", "nl", "en", "de"])
@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens_for_a_manager_in_every_language(manager, language, path):
    assert manager.get(f"/{language}/office/centre/{path}").status_code == 200


@pytest.mark.parametrize("path", PAGES)
def test_no_page_opens_for_a_counsellor(centre, path):
    counsellor = signed_in(make_person(centre, "COUNSELLOR"))

    assert counsellor.get(f"/en/office/centre/{path}").status_code == 403


def week(valid_from="2026-12-01", **hours):
    return {"valid_from": valid_from} | hours


def test_a_week_of_hours_holds_from_its_day_and_the_past_stays(centre, manager):
    hours = {"opens_1_0": "10:00", "closes_1_0": "12:00", "opens_1_1": "14:00"}

    answer = manager.post("/en/office/centre/hours/ADVICE/", week(closes_1_1="18:00", **hours))

    assert answer.status_code == 303
    before = hours_on(date(2026, 11, 24), centre=centre, service="ADVICE")
    after = hours_on(date(2026, 12, 1), centre=centre, service="ADVICE")
    assert before.spans == ((time(9, 30), time(12, 30)), (time(13, 30), time(16)))
    assert after.spans == ((time(10), time(12)), (time(14), time(18)))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"valid_from": "2026-11-01"}, "The past stays as it was"),
        ({"opens_0_0": "10:00"}, "Give both hours, or none."),
        ({"opens_0_0": "10:00", "closes_0_0": "09:00"}, "This is not after the opening."),
        (
            {
                "opens_0_0": "09:00",
                "closes_0_0": "12:00",
                "opens_0_1": "11:00",
                "closes_0_1": "13:00",
            },
            "The hours of this day overlap.",
        ),
    ],
)
def test_wrong_hours_are_explained_and_kept_on_the_page(manager, wrong, said):
    answer = manager.post("/en/office/centre/hours/CENTRE/", week(**wrong))

    assert answer.status_code == 422
    assert said in page(answer)
    for value in wrong.values():
        assert f'value="{value}"' in page(answer)


def test_hours_of_an_unknown_kind_do_not_exist(manager):
    assert manager.get("/en/office/centre/hours/NIGHT/").status_code == 404


def test_settings_of_the_queue_are_typed_columns(centre, manager):
    answer = manager.post(
        "/en/office/centre/settings/",
        {"last_ticket_minutes": "35", "parked_at_most": "1", "longest_wait_first": "on"},
    )

    centre.refresh_from_db()
    assert answer.status_code == 303
    assert (centre.last_ticket_minutes, centre.parked_at_most) == (35, 1)
    assert (centre.longest_wait_first, centre.rare_language_first) == (True, False)


def test_more_than_two_cannot_be_set_aside(manager):
    form = {"last_ticket_minutes": "35", "parked_at_most": "3"}

    assert manager.post("/en/office/centre/settings/", form).status_code == 422


def test_training_is_asked_with_a_warning_and_seen_everywhere(centre, manager):
    warning = page(manager.get("/en/office/centre/settings/"))
    manager.post("/en/office/centre/training/", {"training": "on"})

    assert "What is not counted cannot be counted later." in warning
    assert "everything works, nothing is counted" in page(manager.get("/en/office/planning/"))
    manager.post("/en/office/centre/training/", {"training": "off"})
    centre.refresh_from_db()
    assert centre.training is False


def make_partner(centre, name="Actiris"):
    return add_partner(centre=centre, name=both(name), kind="PROMOTER", since=date(2018, 3, 1))


def test_a_partner_comes_and_ends(centre, manager):
    form = {"name_fr": "Tracé", "name_nl": "Tracé", "kind": "OTHER", "since": "2026-01-01"}
    manager.post("/en/office/centre/partners/", form)
    row = Partner.objects.get(centre=centre)

    answer = manager.post(f"/en/office/centre/partners/{row.pk}/", {"until": "2026-11-17"})

    row.refresh_from_db()
    assert (answer.status_code, row.until) == (303, date(2026, 11, 17))
    assert "Former partners" in page(manager.get("/en/office/centre/partners/"))


def test_a_partner_does_not_end_before_it_began(centre, manager):
    row = make_partner(centre)

    answer = manager.post(f"/en/office/centre/partners/{row.pk}/", {"until": "2017-01-01"})

    assert answer.status_code == 422
    assert "was not one yet" in page(answer)


def test_a_screen_has_an_address_and_a_new_one_when_renewed(centre, manager):
    manager.post("/en/office/centre/screens/", {"kind": "KIOSK", "name": "Door"})
    row = Screen.objects.get(centre=centre)
    old = row.key

    assert f"http://house.localhost/en/kiosk/{old}/" in page(
        manager.get("/en/office/centre/screens/")
    )
    manager.post(f"/en/office/centre/screens/{row.pk}/renew/")

    assert manager.get(f"/en/kiosk/{old}/").status_code == 404


def test_a_partner_and_a_screen_sent_twice_are_there_once(centre, manager):
    partner = {"name_fr": "Tracé", "name_nl": "Tracé", "kind": "OTHER", "since": "2026-01-01"}
    for _ in range(2):
        manager.post("/en/office/centre/partners/", partner)
        manager.post("/en/office/centre/screens/", {"kind": "KIOSK", "name": "Door"})

    counted = (Partner.objects.count(), Screen.objects.count())
    assert counted == (1, 1)


@pytest.mark.parametrize("rows", [1, 3])
def test_lists_ask_the_database_as_much_for_three_as_for_one(
    centre, manager, rows, django_assert_num_queries
):
    for number in range(rows):
        make_partner(centre, f"Partner {number}")
        add_screen(centre=centre, kind=ScreenKind.KIOSK, name=f"Kiosk {number}")

    with django_assert_num_queries(6):
        manager.get("/en/office/centre/partners/")
    with django_assert_num_queries(6):
        manager.get("/en/office/centre/screens/")


def test_nothing_of_another_centre_exists_here(annex, manager):
    partner = make_partner(annex)
    screen = add_screen(centre=annex, kind=ScreenKind.KIOSK, name="Theirs")

    assert manager.get(f"/en/office/centre/partners/{partner.pk}/").status_code == 404
    assert manager.post(f"/en/office/centre/screens/{screen.pk}/renew/").status_code == 404
    assert "Theirs" not in page(manager.get("/en/office/centre/screens/"))
