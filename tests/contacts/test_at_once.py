"""One contact corrected, one form counted, from several processes at once."""

import psycopg
import pytest

from tests.meeting import met, started

CORRECT = """
import uuid, django
django.setup()
from datetime import date
from phare.centres.queries import centre_named
from phare.contacts.actions import NobodyToCorrect, correct_contact, correcting
from phare.contacts.facts import Fact
fact = Fact(day=date(2026, 11, 18), mode="ADVICE", channel="MAIL", themes=("work",), language="fr")
{weakened}
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


UNLOCKED = "correcting.correct_one_at_a_time = lambda month, *, centre: None"


@pytest.mark.parametrize(
    ("weakened", "left"), [("", 0), (UNLOCKED, -3)], ids=["locked", "unlocked"]
)
def test_one_contact_is_taken_away_once_and_the_lock_sees_to_it(own_database, weakened, left):
    assert started(RECORD, own_database).wait() == 0

    ended = met(
        CORRECT.format(weakened=weakened), own_database, table="contacts_contact", processes=4
    )

    assert ended == [0] * 4
    with psycopg.connect(own_database) as connection:
        rows = connection.execute("SELECT sum(people) FROM contacts_contact").fetchone()
    assert rows == (left,)


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
