"""Brings a filled house into every state a page can show."""

import uuid
from typing import Any

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from phare.centres.choices import ScreenKind
from phare.centres.queries import Centre, centre_named, screen_with
from phare.ground import clock
from phare.indicators.actions import release_table
from phare.people.models import Person
from phare.rota.models import Shift
from phare.satisfaction.actions import open_questionnaire
from phare.tickets import actions, queries
from phare.tickets.choices import Source, State
from phare.tickets.models import OpenDesk, Ticket
from tests.accessibility.desk_states import at_the_desk
from tests.accessibility.programme_states import programme
from tests.accessibility.public_states import programme as public_programme

PEOPLE = {
    "reception": "accueil@phare.example",
    "manager": "coordination@phare.example",
    "director": "direction@phare.example",
    "annex": "annexe@phare.example",
    "partner": "voisinage@phare.example",
    "unnoted": "seul@phare.example",
}


def taken(centre: Centre, theme: str, language: str, **more: Any) -> Ticket:
    return actions.take_ticket(
        centre=centre,
        theme=theme,
        language=language,
        source=Source.KIOSK,
        key=uuid.uuid4(),
        **more,
    )


def prepared() -> dict[str, dict[str, Any]]:
    """Sessions of each kind of person, and what completes the addresses of the scenes."""
    centre, annex = centre_named(centre="bruxelles"), centre_named(centre="annexe")
    desks = {opened.desk.code: opened for opened in queries.open_desks(centre=centre)}
    busy = desks["1"]
    fill_desk(centre, busy)
    free = [one for one in desks.values() if queries.current_at(one.desk_id, centre=centre) is None]
    places = (
        at_desks(centre, free)
        | waiting(centre)
        | office()
        | programme(centre)
        | public_programme(centre)
        | at_the_desk(centre)
    )
    kiosk = screen_with(centre=centre, key="demo-kiosk", kind=ScreenKind.KIOSK)
    actions.ask_for_help(kiosk, centre=centre, language="nl")
    actions.stop_tickets(centre=annex, day=clock.today(annex.time_zone))
    emails = PEOPLE | {
        "busy": busy.person.email,
        "second": free[2].person.email,
        "idle": free[3].person.email,
    }
    return {"cookies": {who: session(email) for who, email in emails.items()}, "places": places}


def fill_desk(centre: Centre, opened: OpenDesk) -> None:
    """Two people set aside there, a third with the counsellor."""
    while True:
        current = queries.current_at(opened.desk_id, centre=centre)
        if current is None:
            actions.call_ticket(opened, taken(centre, "learn", "fr", people=2, signing=True))
        elif len(queries.parked_at(opened.desk_id, centre=centre)) < 2:
            actions.park_ticket(current, slots=2)
        else:
            return


def at_desks(centre: Centre, free: list[OpenDesk]) -> dict[str, Any]:
    """Somebody called, somebody who missed it, and an interview that a colleague joined."""
    called, missed, second = (taken(centre, theme, "fr") for theme in ("work", "choose", "start"))
    actions.call_ticket(free[0], called)
    actions.mark_no_show(actions.call_ticket(free[1], missed))
    actions.join_interview(actions.call_ticket(free[1], second), desk=free[2].desk)
    today = Ticket.objects.filter(centre=centre, day=called.day)
    return {
        "called": called.token,
        "missed": missed.token,
        "parked": today.filter(state=State.PARKED).first().token,
        "done": today.filter(state=State.DONE).first().token,
        "called_pk": called.pk,
        "missed_pk": missed.pk,
    }


def waiting(centre: Centre) -> dict[str, Any]:
    """Somebody who waits, who is away for a while, who left, who goes first."""
    away, left = taken(centre, "choose", "nl"), taken(centre, "choose", "nl", people=3)
    actions.postpone_ticket(away, minutes=15)
    actions.leave_queue(left)
    first = taken(centre, "", "fr", signing=True)
    actions.prioritise_ticket(first, reason="TRAIN")
    return {
        "waiting": taken(centre, "work", "fr").token,
        "away": away.token,
        "left": left.token,
        "waiting_pk": first.pk,
    }


def office() -> dict[str, Any]:
    centre = centre_named(centre="bruxelles")
    asked = {"mode": "ADVICE", "theme": "work", "language": "fr"}
    why = {
        "fr": "Demandé par l’autorité subsidiante.",
        "nl": "Gevraagd door de subsidiërende overheid.",
    }
    today = clock.today(centre.time_zone)
    release_table(centre=centre, table="themes", year=today.year - 1, reason=why, on=today)
    return {
        "voice": open_questionnaire(centre=centre, day=clock.today(centre.time_zone), **asked),
        "person_pk": Person.objects.get(email="conseil@phare.example").pk,
        "shift_pk": Shift.objects.filter(centre=centre).latest("pk").pk,
    }


def session(email: str) -> str:
    """Signed in already, without the seconds that a password takes on purpose."""
    person = Person.objects.get(email=email)
    store = SessionStore()
    store[SESSION_KEY] = str(person.pk)
    store[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    store[HASH_SESSION_KEY] = person.get_session_auth_hash()
    store.create()
    return str(store.session_key)
