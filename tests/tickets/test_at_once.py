"""A desk that closes while somebody is being called to it."""

from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context

import pytest
from django.db import connection, transaction

from phare.ground import clock
from phare.tickets import actions
from phare.tickets.actions import calling
from phare.tickets.choices import State
from phare.tickets.models import OpenDesk, Ticket
from tests.factories.centres import MORNING, make_centre
from tests.factories.people import make_open_desk
from tests.factories.tickets import make_ticket

pytestmark = pytest.mark.django_db(transaction=True)
WHILE = 1.0  # seconds the closing takes, in which a call must wait


def called_while_closing():
    """What became of the only ticket, called to a desk whose closing is not committed yet."""

    def call(opened, centre):
        try:
            return actions.call_next(opened, centre=centre).state
        except actions.NobodyIsWaiting:
            return "nobody"
        finally:
            connection.close()

    with clock.stopped_at(MORNING), ThreadPoolExecutor(1) as colleague:
        centre = make_centre()
        opened = make_open_desk(centre)
        make_ticket(centre)
        same = OpenDesk.objects.get(pk=opened.pk)
        with transaction.atomic():
            actions.close_desk(opened)
            asked = colleague.submit(copy_context().run, call, same, centre)
            try:
                asked.result(timeout=WHILE)
            except TimeoutError:
                pass
        asked.result()
    return Ticket.objects.get().state


def test_nobody_is_called_to_a_desk_that_closes_meanwhile():
    assert called_while_closing() == State.WAITING


def test_without_holding_the_desk_somebody_stands_before_an_empty_one(monkeypatch):
    weak = calling.CALL_NEXT.replace("EXISTS (SELECT FROM held)", "true")
    monkeypatch.setattr(calling, "CALL_NEXT", weak)
    assert called_while_closing() == State.CALLED


def test_a_number_is_not_called_to_a_desk_that_has_closed():
    with clock.stopped_at(MORNING):
        centre = make_centre()
        opened = make_open_desk(centre)
        ticket = make_ticket(centre)
        stale = OpenDesk.objects.get(pk=opened.pk)
        actions.close_desk(opened)

        with pytest.raises(actions.DeskIsClosed):
            actions.call_ticket(stale, ticket)
