"""Closes the day of the house in the middle of a rush, or opens it again, in a process of its own.

python -m tests.crowds.closer close     prints "ready", then how many were left waiting
python -m tests.crowds.closer hasty     the same, without waiting for tickets being written
python -m tests.crowds.closer reopen
"""

import json
import sys
import time

import django

RUSH, PATIENCE = 40, 30.0  # people waiting, seconds


def main(act: str) -> int:
    # Rooms can only be imported once Django is set up.
    from phare.centres.queries import centre_named  # noqa: PLC0415
    from phare.tickets.actions import days  # noqa: PLC0415
    from phare.tickets.queries import today_of, waiting  # noqa: PLC0415

    centre = centre_named(centre="bruxelles")
    if act == "hasty":
        days.hold_tickets = lambda **_: None
    if act == "reopen":
        days.reopen_day(centre=centre, day=today_of(centre))
        return 0
    print("ready", flush=True)  # noqa: T201
    until = time.monotonic() + PATIENCE
    while len(waiting(centre=centre, day=today_of(centre))) < RUSH and time.monotonic() < until:
        time.sleep(0.01)
    return days.close_day(centre=centre, day=today_of(centre))


if __name__ == "__main__":
    django.setup()
    print(json.dumps(main(sys.argv[1])))  # noqa: T201
