"""What is made once a state: by one request, for all who ask meanwhile."""

from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from threading import Barrier, Event

import pytest
from django.db import connection, transaction

from phare.ground import clock
from phare.ground.snapshot import once_a_state
from tests.factories.centres import MORNING, make_centre

pytestmark = pytest.mark.django_db(transaction=True)
ASKING = 4


def in_threads(ask):
    """What `ask` gives to each of four who ask at the same moment."""
    ready = Barrier(ASKING)

    def one():
        ready.wait()
        try:
            return ask()
        finally:
            connection.close()

    with ThreadPoolExecutor(ASKING) as hands:
        asked = [hands.submit(copy_context().run, one) for _ in range(ASKING)]
        return [one.result() for one in asked]


def test_one_makes_it_and_the_others_wait(monkeypatch):
    # Other databases of the same server write meanwhile, and a snapshot counts them.
    monkeypatch.setattr("phare.ground.snapshot.snapshot", lambda: "one state")
    made, slow = [], Event()

    def make():
        made.append(1)
        slow.wait(0.3)
        return "the room"

    with clock.stopped_at(MORNING):
        given = in_threads(lambda: once_a_state("one makes it", make))

    assert given == ["the room"] * ASKING
    assert len(made) == 1


def test_an_error_is_told_and_tried_again():
    outcomes = iter([ValueError("cut"), "whole"])

    def make():
        outcome = next(outcomes)
        if isinstance(outcome, ValueError):
            raise outcome
        return outcome

    with clock.stopped_at(MORNING):
        with pytest.raises(ValueError, match="cut"):
            once_a_state("an error", make)
        assert once_a_state("an error", make) == "whole"


def test_every_write_makes_it_again():
    values = iter(range(9))
    with clock.stopped_at(MORNING):
        first = once_a_state("a write", lambda: next(values))
        make_centre()
        assert once_a_state("a write", lambda: next(values)) != first


def test_nothing_is_shared_inside_a_transaction():
    values = iter(range(9))
    with clock.stopped_at(MORNING), transaction.atomic():
        first = once_a_state("inside", lambda: next(values))
        assert once_a_state("inside", lambda: next(values)) != first
