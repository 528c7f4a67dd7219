import pytest
from django.test import Client

from phare.faces.shared.gate.stamps import YOUNGEST
from phare.ground import clock
from tests.factories.centres import MORNING, make_centre
from tests.gate import filled


@pytest.fixture
def centre():
    with clock.stopped_at(MORNING):
        yield make_centre()


@pytest.fixture
def send(centre):
    """Opens a form, fills it in and sends it, as long after as somebody takes to type."""

    def opened_and_sent(path, *, work=True, client=None, **typed):
        client = client or Client()
        page = client.get(path).content.decode()
        given = filled(page, work=work, **typed)
        with clock.stopped_at(clock.now() + YOUNGEST):
            return client.post(path, given)

    return opened_and_sent
