from datetime import timedelta

import pytest
from django.utils.translation import override

from phare.centres.queries import Centre
from phare.faces.shared.waits import told
from phare.ground import clock
from phare.tickets.queries import Wait
from tests.factories.centres import MORNING

HOUSE = Centre(time_zone="Europe/Brussels")


@pytest.mark.parametrize(
    ("later", "words"),
    [
        (timedelta(), "zodra een balie opengaat"),
        (timedelta(hours=2), "vanaf 12.40\u00a0uur"),
    ],
)
def test_somebody_on_duty_whose_desk_is_shut_is_not_announced_for_this_minute(later, words):
    with clock.stopped_at(MORNING), override("nl"):
        said = told(Wait("LATER", from_at=clock.now() + later), centre=HOUSE)

    assert said.words == words
