"""Separate processes over HTTP, two web processes, one database: nothing double, nothing lost.

Each promise is tried twice: on the house as it is, and on one with the lock that keeps the promise
taken away, where the same count must find what went wrong.
"""

import uuid
from collections import Counter

import psycopg
import pytest

from tests.crowds.weakened_web import DROPPED
from tests.house import heard, open_house

TAKERS, TICKETS, CLICKERS = 4, 25, 4


def crowd(house):
    """Every key is sent by two processes at once; desks call at once, then click at once."""
    seats = house.said("tests.crowds.staffed")
    keys = [[str(uuid.uuid4()) for _ in range(TICKETS)] for _ in range(TAKERS)]
    takers = [
        house.run("tests.crowds.client", house.origin, "steadily", *mine) for mine in (*keys, *keys)
    ]
    given = [heard(taker) for taker in takers]
    callers = [
        house.run("tests.crowds.client", house.origin, "call", seat["cookie"], "12")
        for seat in seats[:TAKERS]
    ]
    came = [heard(caller) for caller in callers]
    clickers = [
        house.run("tests.crowds.client", house.origin, "click", seat["cookie"])
        for seat in seats[:CLICKERS]
    ]
    for clicker in clickers:
        heard(clicker)
    return [key for mine in keys for key in mine], given, sum(came)


def what_happened(house, keys):
    """How often each promise was broken for the tickets of `keys`."""
    with psycopg.connect(house.url) as connection:
        rows = connection.execute(
            "SELECT id, series, number, key::text, state, desk_id FROM tickets_ticket"
            " WHERE key = ANY(%s::uuid[])",
            [keys],
        ).fetchall()
        calls = connection.execute(
            "SELECT ticket_id FROM tickets_call WHERE NOT is_recall AND ticket_id = ANY(%s)",
            [[row[0] for row in rows]],
        ).fetchall()
    return {
        "numbers": doubles((series, number) for _, series, number, *_ in rows),
        "keys": doubles(key for _, _, _, key, _, _ in rows),
        "calls": doubles(ticket for (ticket,) in calls),
        "desks": doubles(desk for *_, state, desk in rows if state == "CALLED"),
        "lost": len(set(keys) - {row[3] for row in rows}),
    }


def doubles(values):
    return sum(times - 1 for times in Counter(values).values())


NOTHING = {"numbers": 0, "keys": 0, "calls": 0, "desks": 0, "lost": 0}


def test_a_crowd_gets_every_number_once_every_call_once_and_nobody_is_lost(django_db_setup):
    with open_house(workers=2) as house:
        keys, given, came = crowd(house)
        happened = what_happened(house, keys)
    assert happened == NOTHING
    # The two processes that sent the same keys were shown the same tickets.
    assert given[:TAKERS] == given[TAKERS:]
    assert all(not token.startswith(("refused", "broke")) for mine in given for token in mine)
    assert came == TAKERS * 12


@pytest.mark.parametrize("weakness", sorted(DROPPED))
def test_the_same_crowd_finds_what_goes_wrong_without_the_lock(weakness, django_db_setup):
    web = ("tests.crowds.weakened_web", weakness)
    with open_house(workers=2, web=web) as house:
        with psycopg.connect(house.url) as connection:
            for words in DROPPED[weakness]:
                connection.execute(words)
        # A race is a matter of luck: a busy machine may need more than one crowd to lose it.
        for _ in range(3):
            keys, _, _ = crowd(house)
            happened = what_happened(house, keys)
            if happened[weakness] > 0:
                break
    assert happened[weakness] > 0, happened
