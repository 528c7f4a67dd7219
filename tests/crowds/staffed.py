"""Prepares a house for a crowd: every open desk answers everything, and each has a signed-in seat.

python -m tests.crowds.staffed      prints [{"desk": "3", "cookie": "…"}, …]
"""

import json

import django

THEMES = ("choose", "learn", "work", "start", "move")


def seats() -> list[dict[str, str]]:
    # Rooms can only be imported once Django is set up.
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: PLC0415
    from django.contrib.sessions.backends.db import SessionStore  # noqa: PLC0415

    from phare.centres.queries import centre_named  # noqa: PLC0415
    from phare.tickets.choices import State  # noqa: PLC0415
    from phare.tickets.models import OpenDesk, Ticket  # noqa: PLC0415

    centre = centre_named(centre="bruxelles")
    Ticket.objects.filter(centre=centre).exclude(state=State.DONE).update(
        state=State.DONE, parked_slot=None
    )
    found = []
    for opened in OpenDesk.objects.filter(centre=centre).order_by("pk"):
        opened.answers = [f"{theme}:fr" for theme in THEMES]
        opened.audiences = []
        opened.save()
        session = SessionStore()
        session[SESSION_KEY] = str(opened.person_id)
        session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
        session[HASH_SESSION_KEY] = opened.person.get_session_auth_hash()
        session.create()
        found.append({"desk": opened.desk.code, "cookie": str(session.session_key)})
    return found


if __name__ == "__main__":
    django.setup()
    print(json.dumps(seats()))  # noqa: T201
