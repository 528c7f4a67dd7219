"""A session is over: what became of it is counted once, and outlives every name."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from django.db import transaction

from phare.activities.actions.owing import owe_letter
from phare.activities.choices import (
    HOLDING,
    LetterKind,
    Mode,
    Presence,
    SeatState,
    SessionState,
)
from phare.activities.events import SessionClosed
from phare.activities.models import Attendance, CheckIn, Seat, Session
from phare.activities.queries.attendance import marks_at_the_door
from phare.activities.queries.settings import settings_of
from phare.centres.models import Centre
from phare.contacts.actions import correct_contact, record_contact, record_marginals
from phare.contacts.choices import Channel, Correction
from phare.contacts.choices import Mode as ContactMode
from phare.contacts.facts import Fact, half_day_of
from phare.ground import clock
from phare.ground.announce import announce
from phare.satisfaction.actions import open_questionnaire

CHANNELS = {Mode.ON_SITE: Channel.FACE_TO_FACE, Mode.ONLINE: Channel.VIDEO}
Heads = Mapping[tuple[str, str], int]  # (mode, language) to people who came


@dataclass(frozen=True)
class Counted:
    """How many came, and what was noted of them as sums: question to answer to people."""

    heads: Heads
    marginals: Mapping[str, Mapping[str, int]]


class SessionIsNotOver(Exception):
    """It has not begun, so nobody can have come."""


class SessionIsNotHeld(Exception):
    """It was cancelled or never published."""


@transaction.atomic
def close_session(session: Session, counted: Counted, *, centre: Centre) -> bool:
    """Writes the contacts of those who came, one a mode and language; thanks them. False if done.

    Raises `SessionIsNotOver`, `SessionIsNotHeld`, or contacts' `TooManyAnswers`. In training
    nothing is counted.
    """
    session = _held(session)
    if session.state == SessionState.CLOSED:
        return False
    if clock.now() < session.starts_at:
        raise SessionIsNotOver
    if session.state != SessionState.PUBLISHED:
        raise SessionIsNotHeld
    note_attendance(session, counted.heads)
    if not session.training:
        _record(session, counted, centre=centre)
    if not session.training or centre.training:
        _thank(session, centre=centre)
    session.state = SessionState.CLOSED
    session.save(update_fields=["state"])
    announce(SessionClosed(centre.pk, session.pk))
    return True


@transaction.atomic
def correct_attendance(session: Session, heads: Heads, *, centre: Centre) -> None:
    """Another number came than was typed: the difference is counted, or taken back.

    Raises contacts' `NobodyToCorrect` when what was counted has been corrected elsewhere.
    """
    session = _held(session)
    if session.state != SessionState.CLOSED:
        raise SessionIsNotHeld
    before = _counted_heads(session)
    if not session.training:
        for place in sorted({*before, *heads}):
            more = heads.get(place, 0) - before.get(place, 0)
            fact = _fact(session, *place, people=abs(more), centre=centre)
            if more > 0:
                record_contact(fact, centre=centre, key=uuid.uuid4())
            elif more < 0:
                correct_contact(fact, centre=centre, key=uuid.uuid4(), reason=Correction.OTHER)
    note_attendance(session, heads)


@transaction.atomic
def advise_after(session: Session, *, centre: Centre, key: uuid.UUID, language: str) -> bool:
    """One person stayed for a talk: advice after this activity, counted in one click."""
    fact = replace(
        _fact(session, Mode.ON_SITE, language, people=1, centre=centre),
        day=clock.today(centre.time_zone),
        half_day=half_day_of(clock.now(), centre=centre),
        mode=ContactMode.ADVICE,
        channel=Channel.AFTER_ACTIVITY,
    )
    return record_contact(fact, centre=centre, key=key)


@transaction.atomic
def open_slips(session: Session, *, number: int, centre: Centre) -> list[str]:
    """Tokens of questionnaires to hand out on paper, one a person."""
    return [_questionnaire(session, centre=centre) for _ in range(number)]


def note_attendance(session: Session, heads: Heads, *, counted: bool = True) -> None:
    """Writes the totals of each mode; again, it writes them anew."""
    known = {row.mode: row for row in Attendance.objects.filter(session=session)}
    seats: dict[str, list[Seat]] = defaultdict(list)
    marks = []
    # Once names go, those who are left say nothing of how many there were.
    if not known or not _is_forgotten(session):
        marks = marks_at_the_door(session)
        for seat in Seat.objects.filter(session=session).order_by("pk"):
            seats[seat.mode].append(seat)
    modes = {*seats, *known, *(mode for mode, _ in heads), *(mark.mode for mark in marks)}
    for mode in sorted(modes):
        languages = {code: n for (of, code), n in sorted(heads.items()) if of == mode and n}
        present = sum(languages.values())
        values = _totals(seats[mode], [m for m in marks if m.mode == mode], known.get(mode))
        absent, walked_in = _missing(seats[mode], marks, values["registered"], present)
        Attendance.objects.update_or_create(
            session=session,
            mode=mode,
            defaults=values
            | {
                "centre_id": session.centre_id,
                "present": present,
                "walked_in": walked_in,
                "absent": absent if counted else 0,
                "languages": languages,
                "counted": counted,
            },
        )


def _is_forgotten(session: Session) -> bool:
    kept = timedelta(days=settings_of(centre=session.centre).keep_days)
    return session.ends_at < clock.now() - kept


def _totals(
    seats: Sequence[Seat], marks: Sequence[CheckIn], known: Attendance | None
) -> dict[str, int]:
    """People by what became of their place; kept as they were once names have gone."""
    if not seats and known is not None:
        return {
            "registered": known.registered,
            "cancelled": known.cancelled,
            "left_waiting": known.left_waiting,
        }
    return {
        "registered": _people(seats, SeatState.SEATED),
        "cancelled": _people(seats, SeatState.CANCELLED),
        "left_waiting": _people(seats, SeatState.WAITING, SeatState.OFFERED, SeatState.LAPSED),
    }


def _people(seats: Iterable[Seat], *states: SeatState) -> int:
    return sum(seat.people for seat in seats if seat.state in states)


def _missing(
    seats: Sequence[Seat], marks: Sequence[CheckIn], registered: int, present: int
) -> tuple[int, int]:
    """(who registered and did not come, who came without registering).

    Known one by one where people were noted at the door; else the difference of two numbers.
    """
    noted = sum(min(seat.present_people or 0, seat.people) for seat in seats)
    if not noted:
        return max(0, registered - present), max(0, present - registered)
    with_place = min(noted, registered, present)
    return registered - with_place, present - with_place


def _record(session: Session, counted: Counted, *, centre: Centre) -> None:
    """One contact a mode and language; the sums that were noted are the whole group's."""
    heads = {place: people for place, people in counted.heads.items() if people}
    for (mode, language), people in sorted(heads.items()):
        fact = _fact(session, mode, language, people=people, centre=centre)
        record_contact(fact, centre=centre, key=uuid.uuid5(session.uid, f"{mode} {language}"))
    if heads and counted.marginals:
        modes, languages = ({place[part] for place in heads} for part in (0, 1))
        fact = _fact(
            session,
            next(iter(modes)),
            languages.pop() if len(languages) == 1 else "",
            people=sum(heads.values()),
            centre=centre,
        )
        # Of a hybrid session nobody noted which answers were given in the room.
        channel = fact.channel if len(modes) == 1 else Channel.NONE
        record_marginals(replace(fact, channel=channel), counted.marginals, centre=centre)


def _fact(session: Session, mode: str, language: str, *, people: int, centre: Centre) -> Fact:
    activity = session.activity
    return Fact(
        day=clock.local(session.starts_at, centre.time_zone).date(),
        half_day=half_day_of(session.starts_at, centre=centre),
        mode=ContactMode.ACTIVITY,
        channel=CHANNELS[Mode(mode)],
        themes=tuple(activity.themes),
        language=language,
        audience=activity.audiences[0] if len(activity.audiences) == 1 else "",
        schemes=(activity.scheme,) if activity.scheme else (),
        people=people,
    )


def _counted_heads(session: Session) -> dict[tuple[str, str], int]:
    rows = Attendance.objects.filter(session=session)
    return {(row.mode, code): n for row in rows for code, n in row.languages.items()}


def _thank(session: Session, *, centre: Centre) -> None:
    """Whoever was noted is thanked; where nobody was noted, whoever had a place."""
    seats = list(
        Seat.objects.filter(session=session, state__in=HOLDING)
        .select_related("registration")
        .order_by("pk")
    )
    noted = any(seat.presence == Presence.PRESENT for seat in seats)
    for seat in seats:
        if noted and seat.presence != Presence.PRESENT:
            Seat.objects.filter(pk=seat.pk).update(presence=Presence.ABSENT)
        elif seat.registration.mail:
            token = _questionnaire(session, centre=centre, language=seat.registration.language)
            owe_letter(seat, LetterKind.THANKS, token=token)


def _questionnaire(session: Session, *, centre: Centre, language: str = "") -> str:
    themes = session.activity.themes
    return open_questionnaire(
        centre=centre,
        day=clock.local(session.starts_at, centre.time_zone).date(),
        mode=ContactMode.ACTIVITY,
        theme=themes[0] if themes else "",
        language=language or session.languages[0],
    )


def _held(session: Session) -> Session:
    found = Session.objects.select_for_update(of=("self",), no_key=True).select_related("activity")
    return found.get(pk=session.pk)
