"""The public pages promise no wait that nobody will have."""

import pytest
from django.test import Client

from phare.centres.actions import close_service
from phare.ground import clock
from phare.tickets import actions
from tests.factories.centres import MORNING, make_centre
from tests.factories.people import make_open_desk

pytestmark = pytest.mark.django_db

PAGES = ["/en/", "/en/theme/work/"]


@pytest.fixture(autouse=True)
def morning():
    with clock.stopped_at(MORNING):
        yield


@pytest.fixture
def centre(db):
    return make_centre()


def page(address):
    return Client(HTTP_HOST="house.localhost").get(address).content.decode()


def run_advice_otherwise(centre, regime):
    close_service(
        centre=centre,
        service="ADVICE",
        regime=regime,
        first_on=MORNING.date(),
        last_on=MORNING.date(),
        reason="Training",
        sentence={"fr": "Texte.", "nl": "Woorden.", "en": "Otherwise today.", "de": "Worte."},
    )


@pytest.mark.parametrize("address", PAGES)
def test_after_the_last_ticket_the_day_of_the_next_one_stands_instead_of_waits(centre, address):
    make_open_desk(centre, languages=("en",))
    assert "right away" in page(address)

    actions.stop_tickets(centre=centre, day=MORNING.date())

    assert "right away" not in page(address)
    assert "Tickets are given again on Thursday 19 November, from 9:30." in page(address)


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("regime", ["CLOSED", "BY_APPOINTMENT", "REMOTE"])
def test_no_page_says_without_appointment_beside_a_sentence_that_denies_it(centre, address, regime):
    run_advice_otherwise(centre, regime)

    said = page(address)

    assert "Otherwise today." in said
    assert "The house is open" in said
    assert "Open now" not in said and "no appointment" not in said


@pytest.mark.parametrize("address", PAGES)
def test_where_an_appointment_is_needed_no_wait_is_promised(centre, address):
    make_open_desk(centre, languages=("en",))
    run_advice_otherwise(centre, "BY_APPOINTMENT")

    said = page(address)

    assert "right away" not in said
    assert "Without an appointment again on Thursday 19 November, from 9:30." in said


@pytest.mark.parametrize("address", PAGES)
def test_advice_that_is_closed_today_has_no_wait(centre, address):
    make_open_desk(centre, languages=("en",))
    run_advice_otherwise(centre, "CLOSED")

    assert "right away" not in page(address)
    assert "Tickets are given again on Thursday 19 November, from 9:30." in page(address)


def test_a_rarer_language_is_told_where_somebody_answers_in_it(centre):
    make_open_desk(centre, themes=("work",), languages=("fr", "ar"))

    assert "ar (en)" in page("/en/theme/work/")
    assert "ar (en)" not in page("/en/theme/learn/")
