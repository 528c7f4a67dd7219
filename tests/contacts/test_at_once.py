"""One contact corrected, one form counted, from several processes at once."""

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


KEY = "ALTER TABLE contacts_countedform DROP CONSTRAINT contacts_countedform_pkey"


def started(words, url):
    return subprocess.Popen([sys.executable, "-c", words], cwd=ROOT, env=environment(url))


@pytest.mark.parametrize("processes", [4])
def test_one_contact_is_taken_away_once(own_database, processes):
    assert started(RECORD, own_database).wait() == 0
    correctors = [started(CORRECT, own_database) for _ in range(processes)]
    assert [one.wait() for one in correctors] == [0] * processes
    with psycopg.connect(own_database) as connection:
        rows = connection.execute("SELECT sum(people) FROM contacts_contact").fetchone()
    assert rows == (0,)


COUNT = """
import uuid, django
django.setup()
from datetime import date
from phare.centres.queries import centre_named
from phare.contacts.actions import count_once
count_once(
    "NOBODY_IN", centre=centre_named(centre="house"), day=date(2026, 11, 18),
    key=uuid.UUID(int=7), theme="work", language="nl",
)
"""


@pytest.mark.parametrize(("weakness", "counted"), [(None, 1), (KEY, 4)])
def test_a_form_sent_at_once_is_counted_once_and_the_constraint_sees_to_it(
    own_database, weakness, counted
):
    assert started(RECORD, own_database).wait() == 0
    with psycopg.connect(own_database) as connection:
        if weakness:
            connection.execute(weakness)
    senders = [started(COUNT, own_database) for _ in range(4)]
    assert [one.wait() for one in senders] == [0] * 4
    with psycopg.connect(own_database) as connection:
        row = connection.execute("SELECT value FROM contacts_counter").fetchone()
    assert row == (counted,)
