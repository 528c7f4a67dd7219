"""Named exceptions: only the director, never without a reason, printed and remembered."""

import re

import pytest

from phare.ground.periods import Days
from phare.indicators.actions import release_table
from phare.indicators.models import ReleasedTable
from phare.indicators.queries import named_exceptions
from phare.reports.annual import annual
from tests.faces.office.conftest import page, signed_in
from tests.factories.centres import MORNING
from tests.factories.people import make_person
from tests.factories.year import record_invented_year

PATH = "/en/office/reports/exceptions/"
WHY = {"reason_fr": "Le ministère le demande", "reason_nl": "Het ministerie vraagt het"}
FORM = {"table": "schemes", "sure": "on"} | WHY


@pytest.fixture
def house(centre):
    record_invented_year(centre, less=1)
    return centre


@pytest.fixture
def director(house):
    return signed_in(make_person(house, "DIRECTOR", name="Dora"))


def hidden(house, **more):
    return annual(centres=[house], year=2025, language="en", **more).protected


def released(house, **more):
    return annual(centres=[house], year=2025, language="en", **more).exceptions


def release(house, table):
    why = {"fr": "Le ministère le demande", "nl": "Het ministerie vraagt het"}
    return release_table(centre=house, table=table, year=2025, reason=why, on=MORNING.date())


@pytest.mark.parametrize("role", ["MANAGER", "ADMINISTRATOR", "NETWORK", "COUNSELLOR"])
def test_only_the_director_may(house, role):
    client = signed_in(make_person(house, *([role] if role != "NETWORK" else ["PARTNER"])))

    assert client.get(PATH).status_code == 403
    assert client.post(f"{PATH}?year=2025", FORM).status_code == 403
    assert not ReleasedTable.objects.exists()


def test_only_tables_that_hide_something_are_offered(director, house):
    text = page(director.get(PATH))

    assert set(re.findall(r'name="table" value="([^"]+)"', text)) == set(hidden(house))


def test_a_table_is_released_once_and_the_report_says_so_with_its_reason(director, house):
    table = next(iter(hidden(house)))

    answers = [director.post(f"{PATH}?year=2025", FORM | {"table": table}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert ReleasedTable.objects.count() == 1
    (one,) = released(house)
    assert (one.key, str(one.decided_by), one.decided_on) == (table, "the director", MORNING.date())
    text = page(director.get("/en/office/reports/?year=2025&compare=2024"))
    assert "Published in full by exception" in text
    assert '<span lang="fr">Le ministère le demande</span>' in text
    assert "Le ministère" in page(director.get(PATH))


@pytest.mark.parametrize("lacks", ["reason_fr", "reason_nl", "sure", "table"])
def test_nothing_is_released_without_a_reason_and_a_second_thought(director, house, lacks):
    form = FORM | {"table": next(iter(hidden(house)))} | {lacks: ""}

    answer = director.post(f"{PATH}?year=2025", form)

    assert answer.status_code == 422
    assert not ReleasedTable.objects.exists()


def test_the_history_knows_who_decided_and_who_withdrew(director, house):
    table = next(iter(hidden(house)))
    director.post(f"{PATH}?year=2025", FORM | {"table": table})

    director.post(f"{PATH}{ReleasedTable.objects.get().pk}/withdraw/")

    events = ReleasedTable.pgh_event_models["insert"].objects.order_by("pgh_id")
    said = [(event.pgh_label, event.pgh_context.metadata["user"]) for event in events]
    user = int(director.session["_auth_user_id"])
    assert [label for label, _ in said] == ["insert", "delete"]
    assert {who for _, who in said} == {user}
    assert table in hidden(house)


def test_an_exception_holds_for_the_whole_year_and_for_no_part_of_it(house):
    table = next(iter(hidden(house)))
    release(house, table)

    assert table not in hidden(house)
    assert released(house, months=(1, 6)) == ()
    assert named_exceptions(Days.of_year(2024), centres=[house]) == []


def test_a_table_of_several_centres_needs_the_word_of_each(house, annex):
    release(house, "themes")
    year = Days.of_year(2025)
    assert named_exceptions(year, centres=[house, annex]) == []

    release(annex, "themes")
    assert [one.table for one in named_exceptions(year, centres=[house, annex])] == ["themes"]


def test_what_another_centre_released_is_not_found_here(director, annex):
    row = release(annex, "themes")

    assert director.post(f"{PATH}{row.pk}/withdraw/").status_code == 404
    assert ReleasedTable.objects.filter(pk=row.pk).exists()
