"""When no ticket is given, the kiosk says why, and a day on which one is."""

import uuid
from datetime import timedelta

import pytest

from phare.ground import clock
from phare.tickets import actions
from phare.tickets.models import Ticket
from tests.factories.centres import MORNING

pytestmark = pytest.mark.django_db

TOMORROW = "donderdag 19 november"


def about(client, kiosk):
    return client.get(f"{kiosk}about/").content.decode()


def test_advice_closed_today_is_said_with_its_sentence_and_gives_no_ticket(
    client, kiosk, runs_otherwise
):
    runs_otherwise("CLOSED")

    page = about(client, kiosk)
    sent = client.post(
        f"{kiosk}take/", {"key": uuid.uuid4(), "theme": "work", "language": "nl"}, follow=True
    ).content.decode()

    assert "Vandaag anders." in page and TOMORROW in page
    assert "about/work/" not in page and "human/" in page
    assert "Vandaag anders." in sent
    assert not Ticket.objects.exists()


@pytest.mark.parametrize("regime", ["BY_APPOINTMENT", "REMOTE", "REDUCED"])
def test_another_regime_is_said_above_the_question(client, kiosk, runs_otherwise, regime):
    runs_otherwise(regime)

    page = about(client, kiosk)

    assert page.index("Vandaag anders.") < page.index("about/work/")
    assert "Vandaag anders." in client.get(f"{kiosk}about/work/").content.decode()


def test_a_pause_at_noon_is_no_closure(client, kiosk):
    with clock.stopped_at(MORNING.replace(hour=13, minute=0)):
        assert "about/work/" in about(client, kiosk)


def test_after_the_last_ticket_those_who_have_one_are_told_they_are_received(client, centre, kiosk):
    actions.stop_tickets(centre=centre, day=MORNING.date())

    page = about(client, kiosk)

    assert "wie een ticket heeft" in page.lower()
    assert TOMORROW in page  # and not this afternoon, when advice goes on


def test_once_the_day_is_closed_nobody_is_told_to_wait_for_it(client, centre, kiosk):
    actions.close_day(centre=centre, day=MORNING.date())

    page = about(client, kiosk)

    assert "wie een ticket heeft" not in page.lower()
    assert TOMORROW in page


def test_a_closed_tomorrow_is_not_promised(client, centre, kiosk, runs_otherwise):
    closure = runs_otherwise("BY_APPOINTMENT")
    closure.last_on = MORNING.date() + timedelta(days=1)
    closure.save()
    actions.stop_tickets(centre=centre, day=MORNING.date())

    page = about(client, kiosk)

    assert "vrijdag 20 november" in page and TOMORROW not in page
