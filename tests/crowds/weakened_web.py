"""A web process with one lock taken away, to show that the tests of crowds can fail.

python -m tests.crowds.weakened_web WEAKNESS DOOR
"""

import sys

import django
from django.db import connection

from tests.activities.registrants import unlocked

WEAKNESSES = ("numbers", "calls", "desks", "keys", "places")


def weaken(weakness: str) -> None:
    # Rooms can only be imported once Django is set up.
    from phare.tickets.actions import calling, taking  # noqa: PLC0415

    if weakness == "numbers":
        taking.next_number = counted_number
    if weakness == "places":
        unlocked()
    if weakness == "calls":
        calling.CALL_NEXT = calling.CALL_NEXT.replace("FOR UPDATE OF ticket SKIP LOCKED", "")


def counted_number(day, *, centre, series):  # type: ignore[no-untyped-def]
    """The naive way: look at the last one, take the next."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(max(number), 0) + 1 FROM tickets_ticket"
            " WHERE centre_id = %s AND day = %s AND series = %s",
            [centre.pk, day, series],
        )
        return cursor.fetchone()[0]


# The constraint that goes with each weakness, dropped in the database of that house.
DROPPED = {
    "numbers": ["ALTER TABLE tickets_ticket DROP CONSTRAINT ticket_number_once"],
    "calls": [],
    "desks": ["DROP INDEX ticket_one_at_a_desk"],
    "keys": ["ALTER TABLE tickets_ticket DROP CONSTRAINT tickets_ticket_key_key"],
}

if __name__ == "__main__":
    chosen, door = sys.argv[1:]
    django.setup()
    weaken(chosen)
    sys.argv = ["phare", "web", door]
    from phare.config.cli import main

    main()
