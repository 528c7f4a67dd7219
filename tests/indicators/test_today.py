from datetime import timedelta

import pytest

from phare.contacts.actions import record_history
from phare.contacts.facts import Fact
from phare.ground import clock
from phare.indicators.today import live_state
from tests.factories.centres import MORNING, make_centre
from tests.factories.people import make_open_desk
from tests.factories.tickets import make_ticket

pytestmark = pytest.mark.django_db


def test_the_state_of_the_day_is_exact_and_knows_the_same_weekday():
    with clock.stopped_at(MORNING):
        centre = make_centre()
        make_open_desk(centre, themes=["work"], languages=["fr"])
        make_ticket(centre, theme="work", language="nl")
        make_ticket(centre, theme="work", language="nl")
        weeks = [Fact(MORNING.date() - timedelta(weeks=w), "ADVICE", people=w) for w in (1, 2, 3)]
        record_history([Fact(MORNING.date(), "ADVICE"), *weeks], centre=centre)

        today = live_state(centre=centre)

    assert (today.contacts, today.by_mode) == (1, {"ADVICE": 1})
    assert (today.usual, today.same_weekday) == (2, (1, 2, 3))
    assert today.tickets_waiting == 2
    assert today.waiting["work", "nl"].tickets == 2
    assert today.waits["work", "fr"].kind == "RANGE"
    assert [desk.state for desk in today.desks] == ["FREE", "SHUT", "SHUT", "SHUT", "SHUT"]
