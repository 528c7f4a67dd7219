"""One opinion of a kiosk, sent by several processes at once."""

import psycopg
import pytest

from tests.meeting import started

FOUND = """
import django
django.setup()
from tests.factories.centres import make_centre
make_centre()
"""
ANSWER = """
import uuid, django
django.setup()
from phare.centres.queries import centre_named
from phare.satisfaction.actions import Answers, answer_at_kiosk
answer_at_kiosk(
    Answers(found="YES"), centre=centre_named(centre="house"), mode="ADVICE", language="nl",
    key=uuid.UUID(int=7),
)
"""
KEY = "ALTER TABLE satisfaction_opinion DROP CONSTRAINT satisfaction_opinion_key_key"


@pytest.mark.parametrize(("weakness", "kept"), [(None, 1), (KEY, 4)])
def test_an_opinion_sent_at_once_is_kept_once_and_the_constraint_sees_to_it(
    own_database, weakness, kept
):
    assert started(FOUND, own_database).wait() == 0
    with psycopg.connect(own_database) as connection:
        if weakness:
            connection.execute(weakness)
    senders = [started(ANSWER, own_database) for _ in range(4)]
    # Nobody who sends it again is told of a fault.
    assert [one.wait() for one in senders] == [0] * 4
    with psycopg.connect(own_database) as connection:
        row = connection.execute("SELECT count(*) FROM satisfaction_opinion").fetchone()
    assert row == (kept,)
