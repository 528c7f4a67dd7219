"""A programme with a session, a registration and a visit in every state a page can show."""

from datetime import datetime, timedelta
from typing import Any

from phare.activities import actions
from phare.activities.choices import Kind, Mode, Presence, SeatState, SessionState, Side
from phare.activities.links import link_of
from phare.activities.models import Activity, DateProposal, Seat, Session, Track
from phare.activities.visit_links import link_of_request
from phare.centres.queries import Centre, audiences, partners
from phare.ground import clock
from tests.factories.activities import (
    make_activity,
    make_group_request,
    make_registration,
    make_room,
    make_seat,
    make_series,
    make_session,
)

TEXT = {
    "fr": "En deux heures, on passe en revue ce qui décide du reste.\n\n- une feuille à remplir ;\n"
    "- une adresse.",
    "nl": "In twee uur overlopen we wat de rest bepaalt.\n\n- een blad om in te vullen;\n"
    "- een adres.",
}


def about(centre: Centre, titles: tuple[str, ...], theme: str, **more: Any) -> Activity:
    """With texts in the languages whose titles are given: French, Dutch, English, German."""
    told = dict(zip(("fr", "nl", "en", "de"), titles, strict=False))
    activity = make_activity(centre, themes=[theme], **more)
    activity.title = {code: text for code, text in told.items() if text}
    activity.lead = {
        "fr": "Statut, argent, droits, temps.",
        "nl": "Statuut, geld, rechten, tijd.",
    }
    activity.text = TEXT
    activity.save()
    return activity


def programme(centre: Centre) -> dict[str, Any]:
    """What completes the addresses of `programme_scenes`."""
    today = clock.today(centre.time_zone)
    room = make_room(centre, "P1", 30)
    room.name = {"fr": "Grande salle", "nl": "Grote zaal"}
    room.save()
    found = sessions(centre, room) | visits(centre)
    return found | {
        "day": today + timedelta(days=6),
        "far": today + timedelta(days=500),
        "audience": audiences(centre=centre)[0].code,
    }


def at(centre: Centre, days: int, hour: int) -> datetime:
    now = clock.local(clock.now(), centre.time_zone)
    return now.replace(hour=hour, minute=0, second=0, microsecond=0) + timedelta(days=days)


def sessions(centre: Centre, room: Any) -> dict[str, Any]:
    start = about(
        centre,
        (
            "Devenir indépendant : les 5 premières questions",
            "Zelfstandige worden: de eerste 5 vragen",
            "Working for yourself: the first 5 questions",
            "Selbständig werden: die ersten 5 Fragen",
        ),
        "start",
        partners=partners(centre=centre, on=clock.today(centre.time_zone))[:2],
        age_from=18,
        bring={"fr": "Boucle magnétique, entrée sans marche.", "nl": "Ringleiding, geen trede."},
    )
    hybrid = make_session(
        start, starts_at=at(centre, 6, 14), on_site=20, online=80, rooms=[room], video="ADDRESS",
        video_address="https://video.example/room",
    )  # fmt: skip
    full = make_session(
        about(centre, ("Le CV", "Het cv", "Your CV", "Der Lebenslauf"), "work"),
        starts_at=at(centre, 6, 17),
        on_site=1,
    )
    only = about(centre, ("Travailler à l’aéroport",), "work")
    cancelled = make_session(
        about(centre, ("Europass",) * 4, "move", age_below=30),
        starts_at=at(centre, 7, 10),
        state=SessionState.CANCELLED,
        cancelled_because={"fr": "L’intervenant est malade.", "nl": "De spreker is ziek."},
    )
    closed = make_session(start, starts_at=at(centre, 20, 14), closes_at=at(centre, -1, 14))
    places = {
        "activity": start.key,
        "dateless": about(
            centre, ("Le bilan", "De balans", "Your strengths", "Ihre Stärken"), "choose"
        ).key,
        "hybrid": hybrid.key,
        "full": full.key,
        "one_sided": make_session(only, starts_at=at(centre, 8, 10), on_site=None, online=9).key,
        "cancelled": cancelled.key,
        "closed": closed.key,
    }
    make_session(start, starts_at=at(centre, 27, 14), on_site=20, online=80)
    return places | registrations(centre, hybrid, full) | series(centre)


def registrations(centre: Centre, hybrid: Session, full: Session) -> dict[str, str]:
    attended = make_seat(make_session(hybrid.activity, starts_at=at(centre, -2, 14)))
    Seat.objects.filter(pk=attended.pk).update(presence=Presence.PRESENT)
    make_seat(full)
    seats = {
        "seated": make_seat(hybrid),
        "online": make_seat(hybrid, mode=Mode.ONLINE),
        "offered": make_seat(hybrid, state=SeatState.OFFERED, people=3),
        "waits": make_seat(full, state=SeatState.WAITING),
        "cancelled_seat": make_seat(hybrid, state=SeatState.CANCELLED),
        "attended": attended,
    }
    both = make_registration(centre, name="Ada", needs=["WHEELCHAIR"])
    for session in (hybrid, full):
        make_seat(session, registration=both, state=SeatState.WAITING)
    old = make_registration(centre)
    replaced = link_of(old)
    make_seat(hybrid, registration=old)
    actions.renew_link(old)
    links = {name: link_of(seat.registration) for name, seat in seats.items()}
    return links | {"many": link_of(both), "replaced": replaced}


def series(centre: Centre) -> dict[str, str]:
    conference = make_series(centre)
    conference.title = {
        "fr": "Forum de la mobilité",
        "nl": "Mobiliteitsforum",
        "en": "The day of moving",
        "de": "Tag der Mobilität",
    }
    conference.lead = {"fr": "Un jour pour partir.", "nl": "Eén dag om te vertrekken."}
    conference.text = TEXT
    conference.save()
    titles = {"fr": "Travailler ailleurs", "nl": "Elders werken"}
    track = Track.objects.create(centre=centre, series=conference, title=titles)
    for hour, french, dutch, more in (
        (9, "Table ronde", "Rondetafel", {"plenary": True, "online": 90}),
        (11, "Un CV ailleurs", "Een cv elders", {"track": track}),
        (11, "Erasmus, pas à pas", "Erasmus, stap voor stap", {"on_site": 0}),
        (13, "Droits au retour", "Rechten bij terugkeer", {"track": track, "online": 9}),
    ):
        make_session(
            about(centre, (french, dutch), "move"),
            starts_at=at(centre, 30, hour),
            minutes=60,
            series=conference,
            **more,
        )
    empty = make_series(centre)
    empty.title = {
        "fr": "Semaine des métiers",
        "nl": "Week van de beroepen",
        "en": "Week of jobs",
        "de": "Woche der Berufe",
    }
    empty.lead = empty.text = {"fr": "Bientôt.", "nl": "Binnenkort."}
    empty.save()
    return {"series": conference.key, "empty_series": empty.key}


def visits(centre: Centre) -> dict[str, Any]:
    activity = about(
        centre,
        (
            "Fin de secondaire, et après ?",
            "Einde secundair, en dan?",
            "What comes after school?",
            "Nach der Schule, was dann?",
        ),
        "choose",
        kind=Kind.VISIT,
        on_request=True,
        preparation=TEXT,
    )
    dates = [at(centre, 15, 10), at(centre, 16, 10)]
    asked = make_group_request(centre, dates=dates, activity=activity, wish="Les soins")
    proposed, agreed, declined = (make_group_request(centre) for _ in range(3))
    spans = [(day, day + timedelta(hours=2)) for day in dates]
    for row in (proposed, agreed):
        actions.propose_dates(row, dates=spans, activity=activity, answer="Avec plaisir")
    first = DateProposal.objects.filter(request=agreed).order_by("starts_at")[0]
    actions.agree_on(agreed, proposal=first, side=Side.GROUP)
    actions.decline_visit(declined, because="La maison est fermée.")
    rows = {"asked": asked, "proposed": proposed, "agreed": agreed, "declined": declined}
    links = {f"visit_{name}": link_of_request(row) for name, row in rows.items()}
    return links | {"visit_pk": asked.pk, "visit_settled_pk": agreed.pk}
