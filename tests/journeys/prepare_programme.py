"""Prepares a filled house for people who register: two places, and a small conference.

python -m tests.journeys.prepare_programme      prints {"key": …, "series": …, "workshops": […]}
"""

import json
from datetime import timedelta
from typing import Any

import django


def prepared() -> dict[str, Any]:
    # Rooms can only be imported once Django is set up.
    from phare.activities.models import Track  # noqa: PLC0415
    from phare.centres.queries import centre_named  # noqa: PLC0415
    from phare.ground import clock  # noqa: PLC0415
    from tests.factories.activities import make_activity, make_series, make_session  # noqa: PLC0415
    from tests.factories.centres import both  # noqa: PLC0415

    centre = centre_named(centre="bruxelles")
    soon = clock.now() + timedelta(days=1)
    narrow = make_session(make_activity(centre), starts_at=soon, on_site=1, online=5)
    series = make_series(centre)
    track = Track.objects.create(centre=centre, series=series, title=both("Fil"))
    where = {"series": series, "on_site": 9}
    plenary = make_session(make_activity(centre), starts_at=soon, plenary=True, **where)
    workshops = [
        make_session(
            make_activity(centre, title=title), starts_at=plenary.ends_at, track=track, **where
        )
        for title in ("Atelier A", "Atelier B")
    ]
    return {
        "key": narrow.key,
        "series": series.key,
        "workshops": [one.key for one in workshops],
    }


if __name__ == "__main__":
    django.setup()
    print(json.dumps(prepared()))  # noqa: T201
