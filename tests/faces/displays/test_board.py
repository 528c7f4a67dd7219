import re
from datetime import timedelta

import pytest
from django.test import Client

from phare.centres.actions import add_screen, close_service
from phare.centres.choices import ScreenKind
from phare.ground import clock
from phare.tickets import actions
from phare.tickets.choices import State
from phare.tickets.models import Ticket
from tests.factories.centres import MORNING, make_centre
from tests.factories.people import make_open_desk
from tests.factories.tickets import make_ticket

pytestmark = pytest.mark.django_db


@pytest.fixture
def centre():
    centre = make_centre()
    add_screen(centre=centre, kind=ScreenKind.BOARD, name="Hall", key="hall")
    return centre


def calls_after(after):
    page = Client().get(f"/fr/board/hall/calls/?after={after}").content.decode()
    return [int(found) for found in re.findall(r'data-call="(\d+)"', page)]


def call_and_serve(opened, centre):
    make_ticket(centre)
    called = actions.call_next(opened, centre=centre)
    Ticket.objects.filter(pk=called.pk).update(state=State.DONE)


def test_a_board_gets_every_call_it_has_not_seen_and_those_of_the_last_seconds(centre):
    with clock.stopped_at(MORNING):
        opened = make_open_desk(centre)
        for _ in range(6):
            call_and_serve(opened, centre)
        newest = max(calls_after(""))
        # Of two calls at once, the one with the lower number may be written last.
        assert len(calls_after(newest)) == 6
    with clock.stopped_at(MORNING + timedelta(minutes=1)):
        assert len(calls_after(newest)) == 4
        assert len(calls_after(newest - 6)) == 6


@pytest.mark.parametrize("after", ["9" * 5000, "-1", "٣", "x", "1.5"])
def test_a_number_that_is_none_is_no_number(centre, after):
    with clock.stopped_at(MORNING):
        call_and_serve(make_open_desk(centre), centre)
        assert len(calls_after(after)) == 1


@pytest.mark.parametrize("regime", ["CLOSED", "BY_APPOINTMENT"])
def test_the_board_says_what_advice_does_today_and_no_wait_when_it_is_closed(centre, regime):
    with clock.stopped_at(MORNING):
        make_open_desk(centre)
        close_service(
            centre=centre,
            service="ADVICE",
            regime=regime,
            first_on=MORNING.date(),
            last_on=MORNING.date(),
            reason="Training",
            sentence={"fr": "Phrase.", "nl": "Zin.", "en": "Words.", "de": "Worte."},
        )
        page = Client().get("/fr/board/hall/").content.decode()

    assert "Phrase." in page and "Zin." in page
    assert "Sans rendez-vous" not in page
    assert ("tout de suite" in page) == (regime != "CLOSED")
