"""Prepares a filled house for a session that has just begun, with people expected at its door.

python -m tests.journeys.prepare_door           prints {"key": …, "codes": {name: code}}
python -m tests.journeys.prepare_door KEY       prints what is noted there now
"""

import json
import sys
from collections import Counter
from datetime import timedelta
from typing import Any

import django

NAMES = ("Aubépine", "Bourrache", "Capucine", "Digitale", "Ellébore")


def begun() -> dict[str, Any]:
    # Rooms can only be imported once Django is set up.
    from phare.activities.choices import Mode  # noqa: PLC0415
    from phare.centres.queries import centre_named  # noqa: PLC0415
    from phare.ground import clock  # noqa: PLC0415
    from tests.factories.activities import make_activity, make_seat, make_session  # noqa: PLC0415

    activity = make_activity(centre_named(centre="bruxelles"))
    starts_at = clock.now() - timedelta(minutes=20)
    session = make_session(activity, starts_at=starts_at, on_site=20, online=20)
    seats = [make_seat(session, name=name) for name in NAMES]
    seats.append(make_seat(session, name="Famille", people=3, mode=Mode.ONLINE))
    return {"key": session.key, "codes": {seat.registration.name: seat.code for seat in seats}}


def noted(key: str) -> dict[str, Any]:
    from phare.activities.models import CheckIn, Session  # noqa: PLC0415
    from phare.activities.queries.attendance import heads_noted, marks_at_the_door  # noqa: PLC0415

    session = Session.objects.get(key=key)
    heads: Counter[str] = Counter()
    for (mode, _language), people in heads_noted(session).items():
        heads[mode] += people
    marks = [m.seat.registration.name if m.seat else m.mode for m in marks_at_the_door(session)]
    return {
        "heads": dict(sorted(heads.items())),
        "marks": sorted(marks),
        "rows": CheckIn.objects.filter(session=session).count(),
    }


if __name__ == "__main__":
    django.setup()
    print(json.dumps(noted(sys.argv[1]) if sys.argv[1:] else begun()))  # noqa: T201
