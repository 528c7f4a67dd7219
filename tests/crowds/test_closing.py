"""The day is closed while people are taking tickets: nobody is left waiting in a closed house."""

import uuid

import psycopg

from tests.house import heard, open_house

TAKERS, TICKETS, ROUNDS = 6, 60, 6


def left_behind(house, act):
    """Tickets of this rush that still wait once the day is closed."""
    keys = [[str(uuid.uuid4()) for _ in range(TICKETS)] for _ in range(TAKERS)]
    closer = house.run("tests.crowds.closer", act)
    closer.stdout.readline()  # it is up, and watches
    takers = [house.run("tests.crowds.client", house.origin, "steadily", *mine) for mine in keys]
    given = [token for taker in takers for token in heard(taker)]
    closed = heard(closer)
    with psycopg.connect(house.url) as connection:
        row = connection.execute(
            "SELECT count(*) FROM tickets_ticket WHERE key = ANY(%s::uuid[]) AND state = 'WAITING'",
            [[key for mine in keys for key in mine]],
        ).fetchone()
    house.said("tests.crowds.closer", "reopen")
    in_the_rush = closed > 0 and "refused 303" in given
    return row[0], in_the_rush


def test_nobody_is_left_waiting_behind_a_closed_day(django_db_setup):
    with open_house(workers=2) as house:
        house.said("tests.crowds.staffed")
        rounds = [left_behind(house, "close") for _ in range(2)]
    assert [left for left, _ in rounds] == [0, 0]
    assert any(in_the_rush for _, in_the_rush in rounds), rounds


def test_a_closing_that_does_not_wait_leaves_somebody_behind(django_db_setup):
    with open_house(workers=2) as house:
        house.said("tests.crowds.staffed")
        for _ in range(ROUNDS):
            left, _ = left_behind(house, "hasty")
            if left:
                break
    assert left > 0
