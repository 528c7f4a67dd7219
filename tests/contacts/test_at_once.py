"""Two corrections of one contact, from two processes at once."""

import subprocess
import sys

import psycopg
import pytest

from tests.house import ROOT, environment

CORRECT = """
import uuid, django
django.setup()
from datetime import date
from phare.centres.queries import centre_named
from phare.contacts.actions import NobodyToCorrect, correct_contact
from phare.contacts.facts import Fact
fact = Fact(day=date(2026, 11, 18), mode="ADVICE", channel="MAIL", themes=("work",), language="fr")
try:
    correct_contact(
        fact, centre=centre_named(centre="house"), key=uuid.uuid4(), reason="TYPED_TWICE"
    )
except NobodyToCorrect:
    pass
"""
RECORD = """
import uuid, django
django.setup()
from datetime import date
from phare.contacts.actions import record_contact
from phare.contacts.facts import Fact
from tests.factories.centres import make_centre
fact = Fact(day=date(2026, 11, 18), mode="ADVICE", channel="MAIL", themes=("work",), language="fr")
record_contact(fact, centre=make_centre(), key=uuid.uuid4())
"""


@pytest.mark.parametrize("processes", [4])
def test_one_contact_is_taken_away_once(own_database, processes):
    def start(words):
        return subprocess.Popen(
            [sys.executable, "-c", words], cwd=ROOT, env=environment(own_database)
        )

    assert start(RECORD).wait() == 0
    assert [one.wait() for one in [start(CORRECT) for _ in range(processes)]] == [0] * processes
    with psycopg.connect(own_database) as connection:
        rows = connection.execute("SELECT sum(people) FROM contacts_contact").fetchone()
    assert rows == (0,)
