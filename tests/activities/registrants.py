"""One of many processes in which people register for the same session at once.

python -m tests.activities.registrants SESSION PEOPLE [naive]
prints [[mode, place, seconds], ...]; "naive" looks how many places are free without holding them.
"""

import json
import sys
import time
import uuid
from concurrent.futures import ThreadPoolExecutor

import django

HANDS = 10


def unlocked() -> None:
    # Rooms can only be imported once Django is set up.
    from phare.activities.actions import registering  # noqa: PLC0415
    from phare.activities.models import ModeCapacity  # noqa: PLC0415

    def seen(wanted, *, centre):
        rows = ModeCapacity.objects.filter(session__in={session for session, _ in wanted})
        return {(row.session_id, row.mode): row for row in rows}

    registering.held_capacities = seen


def main(session: str, people: int) -> list:
    from django.db import connection  # noqa: PLC0415

    from phare.activities.actions import Asked, register  # noqa: PLC0415
    from phare.activities.models import Session  # noqa: PLC0415

    wanted = Session.objects.select_related("centre").get(pk=session)

    def once(number: int) -> list:
        mode = "ONLINE" if number % 2 else "ON_SITE"
        began = time.monotonic()
        asked = Asked(name="Guest", mail=f"{uuid.uuid4().hex}@example.org")
        try:
            answer = register(
                wanted, mode=mode, asked=asked, key=uuid.uuid4(), centre=wanted.centre
            )
        finally:
            connection.close()
        return [mode, answer.place, time.monotonic() - began]

    with ThreadPoolExecutor(HANDS) as hands:
        return list(hands.map(once, range(people)))


if __name__ == "__main__":
    django.setup()
    if sys.argv[3:] == ["naive"]:
        unlocked()
    print(json.dumps(main(sys.argv[1], int(sys.argv[2]))))  # noqa: T201
