"""What the night rewrites loses nothing that is written meanwhile."""

import time
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection, transaction
from django.db.models import Sum

from phare.contacts.actions import fold_contacts, record_contact, shuffle_order
from phare.contacts.facts import Fact, Profile
from phare.contacts.models import Contact, VoluntaryProfile
from phare.ground.periods import Days
from tests.factories.centres import make_centre

pytestmark = pytest.mark.django_db(transaction=True)
DAY = date(2024, 5, 17)
PATIENCE = 10.0


def record(centre, people):
    fact = Fact(day=DAY, mode="ADVICE", people=people, profile=Profile())
    return record_contact(fact, centre=centre, key=uuid.uuid4())


def elsewhere(helper: ThreadPoolExecutor, act: Callable):
    """`act` on another thread, on a connection of its own that is closed afterwards."""

    def run():
        try:
            return act()
        finally:
            connection.close()

    return helper.submit(run)


def wait_until_somebody_waits() -> None:
    until = time.monotonic() + PATIENCE
    waiting = """SELECT count(*) FROM pg_stat_activity
                 WHERE datname = current_database() AND wait_event_type = 'Lock'"""
    with connection.cursor() as cursor:
        while time.monotonic() < until:
            cursor.execute("SELECT pg_stat_clear_snapshot()")
            cursor.execute(waiting)
            if cursor.fetchone()[0]:
                return
            time.sleep(0.02)
    raise TimeoutError("the night never came to the row that is held")


def shuffle(centre):
    shuffle_order(centre=centre, days=Days(DAY, DAY))


def fold(centre):
    fold_contacts(centre=centre, before=date(2026, 6, 1))


@pytest.mark.parametrize(
    ("night", "held"), [(shuffle, Contact), (shuffle, VoluntaryProfile), (fold, Contact)]
)
def test_a_contact_written_while_the_night_rewrites_is_not_lost(night, held):
    centre = make_centre()
    record(centre, people=1)
    record(centre, people=2)

    # The night looks at its rows and waits for one of them; meanwhile one more is typed in.
    with ThreadPoolExecutor(2) as helpers:
        with transaction.atomic():
            held.objects.select_for_update().get(people=2)
            rewriting = elsewhere(helpers, lambda: night(centre))
            wait_until_somebody_waits()
            elsewhere(helpers, lambda: record(centre, people=7)).result(PATIENCE)
        rewriting.result(PATIENCE)

    left = [
        model.objects.aggregate(people=Sum("people"))["people"]
        for model in (Contact, VoluntaryProfile)
    ]
    assert left == [10, 10]
