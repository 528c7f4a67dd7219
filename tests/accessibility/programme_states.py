"""A programme in every state its pages can show, and two people of partners."""

import uuid
from dataclasses import replace
from datetime import time, timedelta
from typing import Any

from phare.activities.actions import (
    About,
    Asked,
    Plan,
    Settled,
    Told,
    approve_activity,
    cancel_session,
    draft_activity,
    draft_series,
    plan_recurrence,
    plan_session,
    propose_activity,
    publish_session,
    reduce_room,
    register,
    set_activity_settings,
    set_tracks,
)
from phare.activities.repeating import weekly
from phare.centres.actions import add_place
from phare.centres.choices import PlaceKind
from phare.centres.queries import Centre, partners
from phare.ground import clock
from phare.people.actions import hire_person, set_employer
from phare.people.choices import RoleKind
from phare.people.models import Person

MARKED = Settled(
    keep_days=7,
    offer_hours=24,
    passes_at_most=3,
    reminder_hours=24,
    video_minutes=30,
    people_at_most=6,
    one_sided="MARK",
    house_networks=[],
)
AHEAD = timedelta(days=8)


def programme(centre: Centre) -> dict[str, Any]:
    today = clock.today(centre.time_zone)
    theirs = partners(centre=centre, on=today)[0]
    colleague = hired(centre, "voisinage@phare.example", "Partenaire")
    set_employer(colleague, centre=centre, employer=theirs)
    hired(centre, "seul@phare.example", "Sans maison")
    set_activity_settings(centre=centre, settled=MARKED)
    proposed = written(centre, "Les métiers du bois", proposed_by=theirs, wish="Un mardi matin.")
    propose_activity(proposed)
    activity = approve_activity(written(centre, "Un cv qui vous ressemble", partners=[theirs]))
    return {
        "activity_key": activity.key,
        "proposed_key": proposed.key,
        "ours_key": proposed.key,
    } | dated(centre, activity)


def dated(centre: Centre, activity: Any) -> dict[str, Any]:
    """A full date in a series and a smaller room, drafts that come back, one that is cancelled."""
    today = clock.today(centre.time_zone)
    series = draft_series(centre=centre, told=Told(title=said("Semaine de la mobilité")))
    set_tracks(series, titles=[(None, said("Étudier ailleurs"))])
    name = said("Salle du phare")
    room = add_place(centre=centre, kind=PlaceKind.ROOM, code="ACC", name=name, capacity=30)
    reduce_room(room, first_on=today, last_on=today + AHEAD, capacity=1, reason="Peinture")
    start = clock.moment(today + AHEAD, time(18), centre.time_zone)
    plan = Plan(
        start=start,
        end=start + timedelta(hours=1),
        languages=["fr", "nl"],
        places={"ON_SITE": 2, "ONLINE": 20},
        rooms=[room],
        video="ADDRESS",
        video_address="https://video.phare.example/cv",
        series=series,
    )
    full = publish_session(plan_session(activity, plan=plan))
    for name in ("Iris", "Basile", "Safran"):
        asked = Asked(name=name, needs=("WHEELCHAIR",), needs_note="une rampe", source="DESK")
        register(full, mode="ON_SITE", asked=asked, key=uuid.uuid4(), centre=centre)
    later = replace(plan, start=start + timedelta(days=1), end=start + timedelta(days=1, hours=1))
    until = later.start.date() + timedelta(days=21)
    rule = weekly(every=1, weekdays=[later.start.weekday()], until=until)
    drafts = plan_recurrence(activity, rule=rule, plan=later, skips_holidays=False)[1]
    gone = cancel_session(drafts[-1], because=said("Malade"))
    return {
        "session_key": full.key,
        "draft_key": drafts[0].key,
        "cancelled_key": gone.key,
        "series_key": series.key,
    }


DUTCH = {
    "Semaine de la mobilité": "Week van de mobiliteit",
    "Étudier ailleurs": "Elders studeren",
    "Salle du phare": "Vuurtorenzaal",
    "Malade": "Ziek",
    "Un cv qui vous ressemble": "Een cv dat bij u past",
    "Les métiers du bois": "Beroepen met hout",
    "Deux heures, à deux": "Twee uur, met zijn tweeën",
}
FURTHER = {
    "Semaine de la mobilité": ("Mobility week", "Woche der Mobilität"),
    "Un cv qui vous ressemble": ("A CV that is like you", "Ein Lebenslauf, der zu Ihnen passt"),
    "Les métiers du bois": ("Working with wood", "Berufe mit Holz"),
}


def said(text: str) -> dict[str, str]:
    """In French and in Dutch; titles in all four languages."""
    further = dict(zip(("en", "de"), FURTHER.get(text, ()), strict=False))
    return {"fr": text, "nl": DUTCH[text], **further}


def hired(centre: Centre, email: str, name: str) -> Person:
    return hire_person(
        centre=centre, email=email, name=name, password=None, roles=[RoleKind.PARTNER]
    )


def written(centre: Centre, title: str, **more: Any) -> Any:
    about = About(
        kind="WORKSHOP",
        title=said(title),
        lead=said("Deux heures, à deux"),
        text={"fr": "On lit, on corrige, on essaie."},
        bring={},
        themes=["work", "learn"],
        age_below=30,
        partners=more.pop("partners", ()),
    )
    return draft_activity(centre=centre, about=about, **more)
