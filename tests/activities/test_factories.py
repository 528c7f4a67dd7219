"""What the tests build on is what it says."""

import pytest

from phare.activities.choices import Mode, SeatState
from phare.activities.models import ModeCapacity
from tests.factories.activities import (
    AFTERNOON,
    make_activity,
    make_group_request,
    make_room,
    make_seat,
    make_session,
)
from tests.factories.centres import make_centre

pytestmark = pytest.mark.django_db


def test_a_session_counts_the_seats_made_in_it() -> None:
    centre = make_centre()
    session = make_session(make_activity(centre), online=3, rooms=[make_room(centre)])
    make_seat(session, people=2)
    make_seat(session, state=SeatState.OFFERED)
    make_seat(session, state=SeatState.WAITING, mode=Mode.ONLINE)

    counted = ModeCapacity.objects.filter(session=session).order_by("-mode")

    assert [(c.mode, c.taken, c.waiting, c.last) for c in counted] == [
        (Mode.ON_SITE, 3, 0, 2),
        (Mode.ONLINE, 0, 1, 1),
    ]


def test_a_group_asks_with_its_dates() -> None:
    asked = make_group_request(make_centre(), dates=[AFTERNOON])

    assert asked.people == 22
