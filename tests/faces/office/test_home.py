"""The start of the office: what a manager needs at a quarter to nine."""

from phare.ground.periods import Period
from phare.people.actions import make_coordinator
from phare.rota.actions import plan_shift, record_absence
from tests.faces.office.conftest import page, signed_in
from tests.factories.centres import MORNING
from tests.factories.people import make_person


def test_a_manager_sees_what_is_missing_who_is_away_and_who_holds_reception(centre, manager):
    day = MORNING.date()
    somebody = make_person(centre, "RECEPTION", name="Opal")
    period = Period(MORNING.replace(hour=9), MORNING.replace(hour=16))
    plan_shift(somebody, centre=centre, post="RECEPTION", period=period)
    record_absence(somebody, centre=centre, first_on=day, last_on=day)

    text = page(manager.get("/en/office/"))

    assert "work (en): nobody in fr (en), nl (en)" in text
    assert "Opal" in text
    assert "was planned" in text
    assert "Nobody is planned" in text


def test_a_counsellor_has_nothing_to_settle_and_is_sent_to_the_day(centre):
    answer = signed_in(make_person(centre, "COUNSELLOR")).get("/en/office/")

    assert (answer.status_code, answer["Location"]) == (302, "/en/office/today/")


def test_a_coordinator_of_the_network_sees_the_figures_and_not_the_staff(centre):
    person = make_person(centre, "DOCUMENTALIST")
    make_coordinator(person, network=centre.network)

    text = page(signed_in(person).get("/en/office/"))

    assert "Make a report" in text
    assert "What is missing" not in text
