"""A form is accepted once whoever hands it in again; a flood from one address drowns nobody."""

import asyncio
import time
from collections import Counter

import psycopg
import pytest

from phare.faces.shared.gate.limits import A_SECOND, AT_ONCE
from phare.faces.shared.gate.stamps import YOUNGEST
from tests.crowds.people import all_within, forms
from tests.house import heard, open_house
from tests.meeting import PATIENCE, met, started

PEOPLE = 40
POSTS, SECONDS = 1500, 9.0  # as many a minute as 10,000
SPEND = """
import sys
import django; django.setup()
from datetime import timedelta
from phare.activities import actions
from phare.centres.models import Centre
from phare.ground import clock
until = clock.now() + timedelta(hours=1)
try:
    actions.spend_stamp("digest", until=until, centre=Centre.objects.get())
except actions.StampIsSpent:
    sys.exit(3)
"""
FOUND = """
import django; django.setup()
from tests.factories.centres import make_centre
make_centre()
"""


def handed_in_twice(url):
    """What becomes of one stamp that two processes hand in at the same moment."""
    assert started(FOUND, url).wait(PATIENCE) == 0
    return sorted(met(SPEND, url, table="activities_usedchallenge", processes=2))


def test_a_stamp_handed_in_by_two_processes_at_once_is_accepted_once(own_database):
    assert handed_in_twice(own_database) == [0, 3]


def test_without_the_constraint_it_is_accepted_twice(own_database):
    with psycopg.connect(own_database) as connection:
        connection.execute(
            "ALTER TABLE activities_usedchallenge DROP CONSTRAINT usedchallenge_once"
        )

    assert handed_in_twice(own_database) == [0, 0]


@pytest.fixture
def house(django_db_setup):
    with open_house(workers=2) as house:
        yield house


def test_forty_people_behind_one_address_register_while_another_floods_the_form(house):
    key = house.said("tests.crowds.programme", "100")
    path = f"/fr/session/{key}/"
    bodies = forms(house.origin, path, PEOPLE)
    time.sleep(YOUNGEST.total_seconds())
    begin = time.monotonic()
    flood = house.run("tests.crowds.flood", house.origin, path, str(POSTS), str(SECONDS))
    time.sleep(SECONDS / 3)

    answers = asyncio.run(all_within(house.origin, path, bodies))

    statuses = Counter({int(status): times for status, times in heard(flood).items()})
    assert [status for status, _ in answers] == [303] * PEOPLE
    let_in = len(house.web) * (AT_ONCE + A_SECOND * (time.monotonic() - begin))
    assert POSTS - let_in <= statuses[429] < POSTS
    assert statuses[303] == 0
    with psycopg.connect(house.url) as connection:
        row = connection.execute(
            "SELECT count(*) FROM activities_seat AS seat JOIN activities_session AS session"
            " ON session.id = seat.session_id WHERE session.key = %s AND seat.state = 'SEATED'",
            [key],
        ).fetchone()
    assert row == (PEOPLE,)
