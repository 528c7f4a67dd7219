"""Reminders owed by several workers at once: one letter each, and the lock sees to it."""

import psycopg
import pytest

from tests.meeting import met, started

FOUND = """
import django
django.setup()
from tests.factories.activities import AFTERNOON, make_activity, make_seat, make_session
from tests.factories.centres import make_centre
make_seat(make_session(make_activity(make_centre())))
"""
REMIND = """
import django
django.setup()
from datetime import timedelta
from phare.activities.actions import reminding
from phare.centres.queries import centre_named
from phare.ground import clock
from tests.factories.activities import AFTERNOON
{weakness}
with clock.stopped_at(AFTERNOON - timedelta(hours=1)):
    reminding.remind_all(centre=centre_named(centre="house"))
"""
NO_LOCK = """
from django.db.models import QuerySet
QuerySet.select_for_update = lambda rows, **words: rows
"""


@pytest.mark.parametrize("weakness", ["", NO_LOCK], ids=["held", "weakened"])
def test_a_reminder_is_owed_once_by_workers_that_look_at_once(own_database, weakness):
    assert started(FOUND, own_database).wait() == 0
    words = REMIND.format(weakness=weakness)

    # They meet where each has looked and wants to write that it is done.
    ended = met(words, own_database, table="activities_session", processes=4)

    with psycopg.connect(own_database) as connection:
        row = connection.execute(
            "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'letters.send'"
        ).fetchone()
    # Without the lock several owe it, and fall over the identity of the job.
    assert (ended == [0] * 4) is (weakness == "")
    assert row == (1,)
