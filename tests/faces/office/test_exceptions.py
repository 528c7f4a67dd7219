"""Closures, school holidays and derogations."""

from datetime import date

import pytest

from phare.centres.actions import add_school_holiday, close_service, grant_derogation
from phare.centres.models import Closure, Derogation, SchoolHoliday
from tests.faces.office.conftest import page
from tests.factories.centres import both

DAYS = {"first_on": "2026-12-24", "last_on": "2026-12-26"}
SENTENCE = {f"sentence_{code}": f"Closed ({code})" for code in ("fr", "nl", "en", "de")}
CLOSURE = {"service": "CENTRE", "regime": "CLOSED", "reason": "Feast"} | DAYS | SENTENCE
HOLIDAY = {"name_fr": "Hiver", "name_nl": "Winter"} | DAYS
DEROGATION = {
    "rule": "WALK_IN",
    "granted_by": "The network",
    "granted_on": "2026-11-01",
    "reason_fr": "Travaux",
    "reason_nl": "Werken",
} | DAYS
FORMS = [("closures", CLOSURE), ("holidays", HOLIDAY), ("derogations", DEROGATION)]


def make_closure(centre, number=1):
    return close_service(
        centre=centre,
        service="CENTRE",
        regime="CLOSED",
        first_on=date(2026, 12, 24),
        last_on=date(2026, 12, 26),
        reason=f"Feast {number}",
        sentence=both("Closed"),
    )


def make_holiday(centre, number=1):
    days = {"first_on": date(2026, 12, 21), "last_on": date(2027, 1, 3)}
    return add_school_holiday(centre=centre, name=both(f"Winter {number}"), **days)


def make_derogation(centre, first=date(2026, 11, 1), number=1):
    return grant_derogation(
        centre=centre,
        rule="WALK_IN",
        granted_by=f"The network {number}",
        granted_on=date(2026, 10, 1),
        first_on=first,
        last_on=date(2026, 12, 1),
        reason=both("Works"),
    )


@pytest.mark.parametrize(("path", "form"), FORMS)
def test_an_exception_is_kept_and_shown(manager, path, form):
    answer = manager.post(f"/en/office/centre/{path}/", form)

    assert (answer.status_code, answer["Location"]) == (303, f"/en/office/centre/{path}/")
    assert "2026" in page(manager.get(answer["Location"]))


@pytest.mark.parametrize(("path", "form"), FORMS)
def test_a_form_sent_twice_is_written_once(manager, path, form):
    manager.post(f"/en/office/centre/{path}/", form)
    again = manager.post(f"/en/office/centre/{path}/", form)

    assert again.status_code == 303
    models = (Closure, SchoolHoliday, Derogation)
    assert sum(model.objects.count() for model in models) == 1


@pytest.mark.parametrize(("path", "form"), FORMS)
def test_days_that_run_backwards_are_refused_with_what_was_typed(manager, path, form):
    answer = manager.post(f"/en/office/centre/{path}/", form | {"last_on": "2026-12-01"})

    assert answer.status_code == 422
    assert "The last day is before the first one." in page(answer)
    assert 'value="2026-12-24"' in page(answer)


@pytest.mark.parametrize("code", ["fr", "nl", "en", "de"])
def test_a_closure_says_its_sentence_in_four_languages(manager, code):
    answer = manager.post("/en/office/centre/closures/", CLOSURE | {f"sentence_{code}": ""})

    assert answer.status_code == 422
    assert not Closure.objects.exists()


def test_a_closure_is_said_to_visitors_and_cancelled(centre, manager):
    row = make_closure(centre)

    answer = manager.post(f"/en/office/centre/closures/{row.pk}/cancel/")

    assert answer.status_code == 303
    assert not Closure.objects.exists()


def test_a_holiday_is_removed(centre, manager):
    row = make_holiday(centre)

    assert manager.post(f"/en/office/centre/holidays/{row.pk}/remove/").status_code == 303
    assert not SchoolHoliday.objects.exists()


def test_a_derogation_ends_and_stays_for_the_report(centre, manager):
    row = make_derogation(centre)

    manager.post(f"/en/office/centre/derogations/{row.pk}/end/")

    assert Derogation.objects.get().last_on == date(2026, 11, 17)


def test_a_derogation_that_had_not_begun_is_as_if_never_granted(centre, manager):
    row = make_derogation(centre, first=date(2026, 11, 18))

    manager.post(f"/en/office/centre/derogations/{row.pk}/end/")

    assert not Derogation.objects.exists()


def test_nothing_of_another_centre_can_be_undone(annex, manager):
    rows = {
        "closures/{}/cancel": make_closure(annex),
        "holidays/{}/remove": make_holiday(annex),
        "derogations/{}/end": make_derogation(annex),
    }

    answers = [manager.post(f"/en/office/centre/{p.format(r.pk)}/") for p, r in rows.items()]

    assert [answer.status_code for answer in answers] == [404, 404, 404]


@pytest.mark.parametrize("rows", [1, 3])
def test_lists_ask_the_database_as_much_for_three_as_for_one(
    centre, manager, rows, django_assert_num_queries
):
    for number in range(rows):
        make_closure(centre, number)
        make_holiday(centre, number)
        make_derogation(centre, number=number)

    for path in ("closures", "holidays", "derogations"):
        with django_assert_num_queries(6):
            manager.get(f"/en/office/centre/{path}/")
