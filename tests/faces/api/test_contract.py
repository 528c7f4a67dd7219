"""Every answer is what the contract says, whatever is asked: tried by schemathesis, in process."""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from schemathesis.generation import GenerationMode

from phare.ground import clock
from tests.factories.activities import make_activity, make_seat, make_session
from tests.factories.centres import MORNING, make_centre

pytestmark = pytest.mark.django_db


@pytest.fixture
def one_connection():
    """As Django's own client does: the connection of the test is not closed after an answer."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def contract(one_connection):
    with clock.stopped_at(MORNING):
        centre = make_centre()
        make_seat(make_session(make_activity(centre), on_site=2, online=5))
        yield schemathesis.openapi.from_wsgi("/api/openapi.json", get_wsgi_application())


WAYS = {"as promised": GenerationMode.POSITIVE, "as never promised": GenerationMode.NEGATIVE}


@pytest.mark.parametrize("way", WAYS)
def test_every_answer_keeps_the_contract(contract, way):
    operations = [found.ok() for found in contract.get_all_operations()]
    for operation in operations:

        @given(case=operation.as_strategy(generation_mode=WAYS[way]))
        @settings(
            max_examples=40,
            deadline=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        )
        def holds(case):
            case.call_and_validate(headers={"Host": "localhost"})

        holds()
    assert {one.path for one in operations} == {
        "/sessions",
        "/sessions/{key}",
        "/activities/{key}",
    }
