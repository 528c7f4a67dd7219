"""The planning: a week, shifts, absences, copies, and what nobody covers."""

from datetime import date, timedelta

import pytest

from phare.centres.queries import desks
from phare.ground.periods import Period
from phare.rota.actions import plan_shift, record_absence
from phare.rota.models import Absence, Shift
from tests.faces.office.conftest import page, signed_in
from tests.factories.centres import MORNING
from tests.factories.people import make_counsellor, make_person

START, END = MORNING.replace(hour=9, minute=30), MORNING.replace(hour=12, minute=30)


def make_shift(centre, person=None, number=1, days=0):
    return plan_shift(
        person or make_counsellor(centre),
        centre=centre,
        post="DESK",
        period=Period(START + timedelta(days=days), END + timedelta(days=days)),
        place=desks(centre=centre)[number - 1],
    )


def form(centre, person, **more):
    return {
        "person": person.pk,
        "post": "DESK",
        "desk": desks(centre=centre)[0].pk,
        "day": "2026-11-18",
        "start": "09:30",
        "end": "12:30",
    } | more


def test_somebody_is_planned_and_seen_in_the_week(centre, manager):
    person = make_person(centre, name="Opal")

    answer = manager.post("/en/office/planning/add/", form(centre, person))

    assert answer["Location"] == "/en/office/planning/?week=2026-11-18"
    text = page(manager.get(answer["Location"]))
    assert "Opal" in text
    assert Shift.objects.get().during.lower == START


def test_a_shift_sent_twice_is_planned_once(centre, manager):
    person = make_person(centre)
    manager.post("/en/office/planning/add/", form(centre, person))

    answer = manager.post("/en/office/planning/add/", form(centre, person))

    assert answer.status_code == 303
    assert Shift.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"desk": ""}, "Say at which desk."),
        ({"end": "09:00"}, "A shift ends after it begins, on the same day."),
        ({"person": ""}, "This field is required."),
    ],
)
def test_a_wrong_shift_is_explained_and_kept_on_the_page(centre, manager, wrong, said):
    answer = manager.post("/en/office/planning/add/", form(centre, make_person(centre)) | wrong)

    assert answer.status_code == 422
    assert said in page(answer)
    assert 'value="2026-11-18"' in page(answer)


def test_a_person_planned_twice_is_refused_with_where_they_are(centre, manager):
    person = make_person(centre, name="Opal")
    make_shift(centre, person, number=2)

    answer = manager.post("/en/office/planning/add/", form(centre, person))

    assert answer.status_code == 422
    said = "Opal is planned already from 09:30 to 12:30: Desk 2 (en)."
    assert said in page(answer)


def test_a_desk_taken_is_refused_with_who_is_there(centre, manager):
    make_shift(centre, make_person(centre, name="Opal"))

    answer = manager.post("/en/office/planning/add/", form(centre, make_person(centre)))

    assert "Desk 1 (en) is taken from 09:30 to 12:30 by Opal." in page(answer)


def test_somebody_planned_in_another_centre_is_planned_elsewhere(annex, centre, manager):
    person = make_person(centre, name="Opal")
    make_shift(annex, person)

    answer = manager.post("/en/office/planning/add/", form(centre, person))

    assert "Opal is planned elsewhere at that time." in page(answer)


def test_a_shift_is_looked_at_and_taken_away(centre, manager):
    row = make_shift(centre)

    assert manager.get(f"/en/office/planning/{row.pk}/").status_code == 200
    manager.post(f"/en/office/planning/{row.pk}/remove/")

    assert not Shift.objects.exists()


def test_a_week_is_copied_once_however_often_it_is_asked(centre, manager):
    make_shift(centre)
    make_shift(centre, number=2, days=1)

    first = manager.post("/en/office/planning/copy/", {"week": "2026-11-16"}, follow=True)
    second = manager.post("/en/office/planning/copy/", {"week": "2026-11-16"}, follow=True)

    assert "2 shifts copied." in page(first)
    assert "0 shifts copied. 2 left out" in page(second)
    assert Shift.objects.count() == 4


def test_an_absence_leaves_a_hole_and_cancelling_it_closes_it(centre, manager):
    person = make_counsellor(centre, themes=["work"], languages=["fr", "nl"])
    make_shift(centre, person)
    days = {"person": person.pk, "first_on": "2026-11-18", "last_on": "2026-11-18"}

    manager.post("/en/office/planning/absences/", days)

    assert "work (en): nobody in" in morning_of_wednesday(manager)
    manager.post(f"/en/office/planning/absences/{Absence.objects.get().pk}/cancel/")
    assert "work (en): nobody in" not in morning_of_wednesday(manager)


def morning_of_wednesday(manager):
    text = page(manager.get("/en/office/planning/cover/?week=2026-11-18"))
    return text.split("Wednesday 18 November · Morning")[1].split("<strong>")[0]


def test_the_cover_says_how_many_and_when_nobody_does(centre, manager):
    make_shift(centre, make_counsellor(centre, themes=["work"], languages=["fr"]))

    text = page(manager.get("/en/office/planning/cover/?week=2026-11-18"))

    assert "<td>1</td>" in text
    assert '<td class="hole">nobody</td>' in text


def test_one_day_can_be_read_alone(centre, manager):
    make_shift(centre, make_person(centre, name="Opal"))
    make_shift(centre, make_person(centre, name="Ruby"), days=1)

    text = page(manager.get("/en/office/planning/?week=2026-11-16&day=2026-11-18"))

    assert "Opal" in text
    assert "Ruby" not in text


@pytest.mark.parametrize("asked", ["", "nonsense", "2026-13-45", "9999-12-31", "0001-01-01"])
def test_any_week_may_be_asked_for(manager, asked):
    assert manager.get("/en/office/planning/", {"week": asked}).status_code == 200


def test_only_managers_plan(centre):
    assert signed_in(make_person(centre, "EDITOR")).get("/en/office/planning/").status_code == 403


def test_nothing_of_another_centre_is_planned_here(annex, manager):
    row = make_shift(annex, make_person(annex, name="Theirs"))
    absence = record_absence(
        row.person, centre=annex, first_on=date(2026, 11, 18), last_on=date(2026, 11, 18)
    )

    assert "Theirs" not in page(manager.get("/en/office/planning/"))
    assert "Theirs" not in page(manager.get("/en/office/planning/absences/"))
    assert manager.get(f"/en/office/planning/{row.pk}/").status_code == 404
    assert manager.post(f"/en/office/planning/{row.pk}/remove/").status_code == 404
    assert manager.post(f"/en/office/planning/absences/{absence.pk}/cancel/").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_week_asks_the_database_as_much_for_three_as_for_one(
    centre, manager, rows, django_assert_num_queries
):
    for number in range(rows):
        shift = make_shift(centre, number=number + 1)
        day = date(2026, 11, 20)
        record_absence(shift.person, centre=centre, first_on=day, last_on=day)

    with django_assert_num_queries(22):
        manager.get("/en/office/planning/")
    with django_assert_num_queries(7):
        manager.get("/en/office/planning/absences/")
