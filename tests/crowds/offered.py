"""Prepares a house for people who all register at once, from the house's own machines.

python -m tests.crowds.offered PLACES...    prints [[key of a session, places], ...]
python -m tests.crowds.offered stamps KEY NUMBER    prints that many stamps of its form

The stamps are those of pages that were opened a while ago, as people do who fill in a form.
"""

import json
import sys
from datetime import timedelta

import django


def sessions(places: list[int]) -> list[list[object]]:
    # Rooms can only be imported once Django is set up.
    from phare.activities.models import ActivitySettings  # noqa: PLC0415
    from phare.centres.queries import centre_named  # noqa: PLC0415
    from phare.ground import clock  # noqa: PLC0415
    from tests.factories.activities import make_activity, make_session  # noqa: PLC0415

    centre = centre_named(centre="bruxelles")
    settings, _ = ActivitySettings.objects.get_or_create(centre=centre)
    settings.house_networks = ["127.0.0.1/32"]
    settings.save()
    starts_at = clock.now() + timedelta(days=9)
    activity = make_activity(centre)
    return [
        [make_session(activity, starts_at=starts_at, on_site=number).key, number]
        for number in places
    ]


def stamps(key: str, number: int) -> list[str]:
    from phare.faces.shared.gate.stamps import new_stamp  # noqa: PLC0415
    from phare.ground import clock  # noqa: PLC0415

    with clock.stopped_at(clock.now() - timedelta(minutes=2)):
        return [new_stamp(f"session-{key}").text for _ in range(number)]


if __name__ == "__main__":
    django.setup()
    first, *rest = sys.argv[1:]
    said = (
        stamps(rest[0], int(rest[1]))
        if first == "stamps"
        else sessions([int(x) for x in (first, *rest)])
    )
    print(json.dumps(said))  # noqa: T201
