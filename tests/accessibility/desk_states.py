"""Sessions at the desk: expected, under way with people at the door, counted, nobody there."""

from datetime import timedelta
from typing import Any

from phare.activities.actions import Counted, close_session, mark_seat
from phare.activities.choices import Mode, SeatState
from phare.activities.models import CallOwed
from phare.centres.queries import Centre
from phare.ground import clock
from tests.factories.activities import make_activity, make_seat, make_session

TITLE = {
    "fr": "Préparer un entretien d’embauche dans une langue qui n’est pas la sienne",
    "nl": "Een sollicitatiegesprek voorbereiden in een taal die niet de uwe is",
    "en": "Preparing a job interview in a language that is not your own",
    "de": "Ein Vorstellungsgespräch in einer Sprache vorbereiten, die nicht die eigene ist",
}


def at_the_desk(centre: Centre) -> dict[str, Any]:
    activity = make_activity(centre)
    activity.title = TITLE
    activity.save()
    now = clock.now()
    both = {"languages": ["fr", "nl"], "on_site": 4, "online": 6}
    expected = make_session(activity, starts_at=now + timedelta(days=3), **both)
    begun = make_session(activity, starts_at=now - timedelta(minutes=10), **both)
    counted = make_session(activity, starts_at=now - timedelta(hours=3), minutes=60, on_site=4)
    nobody = make_session(activity, starts_at=now + timedelta(days=4), on_site=4)
    mark_seat(make_seat(counted, name="Ancolie"))
    close_session(counted, Counted({("ON_SITE", "fr"): 3}, {}), centre=centre)
    seat = _people(begun)
    waits = make_seat(expected, state=SeatState.WAITING, name="Bleuet", people=2)
    offered = make_seat(expected, state=SeatState.OFFERED, mode=Mode.ONLINE, name="Cosmos")
    called = make_seat(expected, name="Dahlia", mail="", phone="02 555 00 12")
    CallOwed.objects.create(centre=centre, seat=called, kind="REMINDER", version=1, owed_at=now)
    keys = {"expected": expected, "begun": begun, "counted": counted, "nobody": nobody}
    return {f"desk_{name}": session.key for name, session in keys.items()} | {
        "desk_seat": seat.pk,
        "desk_waits": waits.pk,
        "desk_offered": offered.pk,
    }


def _people(begun: Any) -> Any:
    mark_seat(make_seat(begun, name="Églantine", needs=["WHEELCHAIR", "SIGN_LANGUAGE"]))
    make_seat(begun, name="Famille Fuchsia", people=3, mode=Mode.ONLINE, mail_failed=True)
    return make_seat(begun, name="", mail="", phone="02 555 00 13", needs_note="Une place calme.")
