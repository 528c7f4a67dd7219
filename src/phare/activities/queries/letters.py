"""What a letter tells: everything it may say, and nothing else, as it is at this moment."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from phare.activities.choices import ALIVE, LetterKind, SeatState, SessionState
from phare.activities.letter_rules import Now, is_news, is_said, is_true
from phare.activities.links import link_of
from phare.activities.models import ActivitySettings, ModeCapacity, Registration, RoomUse, Seat
from phare.activities.queries.seats import turn_of
from phare.activities.queries.settings import settings_of
from phare.centres.models import Centre
from phare.ground import clock
from phare.ground.translated import Translated

# Several sessions of a series are told in one letter.
TOGETHER = (LetterKind.CONFIRMATION, LetterKind.WAITING, LetterKind.FAREWELL)


@dataclass(frozen=True)
class Entry:
    """One seat: where and when, and which entry of a calendar it is."""

    seat: int
    version: int
    state: str
    mode: str
    people: int
    code: str
    place: int | None
    offered_until: datetime | None
    title: Translated
    starts_at: datetime
    ends_at: datetime
    where: tuple[Translated, ...]  # rooms of the house, or the address outside it
    is_outside: bool
    has_video: bool
    languages: tuple[str, ...]
    note: Translated
    bring: Translated
    reason: Translated
    session_key: str
    session_state: str
    is_mode_gone: bool  # it no longer takes place in the mode of this seat
    by_request: bool  # a visit of one group: the public has no page about it
    activity_key: str
    told: Mapping[str, Any]
    uid: str
    sequence: int

    @property
    def facts(self) -> dict[str, Any]:
        """What a change is measured by; kept until the next letter."""
        return {
            "starts_at": self.starts_at.isoformat(),
            "ends_at": self.ends_at.isoformat(),
            "where": [dict(text) for text in self.where],
            "note": dict(self.note),
            "title": dict(self.title),
            "languages": list(self.languages),
            "video": self.has_video,
            "mode": self.mode,
        }


@dataclass(frozen=True)
class Owed:
    """To whom, in which language, about which seats. `withdrawn` leave the person's calendar."""

    centre: Centre
    kind: str
    name: str
    mail: str
    phone: str
    language: str
    mail_failed: bool
    link: str
    reach: int  # of the link: another address has another one
    settings: ActivitySettings
    series: Translated | None
    entries: tuple[Entry, ...]
    withdrawn: tuple[Entry, ...]
    keeps_something: bool  # beside what the letter is about

    @property
    def about(self) -> Entry:
        return self.entries[0]


def owed_letter(seat: int, *, kind: str, version: int, centres: Sequence[Centre]) -> Owed | None:
    """A job names a seat and no centre. None when what it was to tell is not so any more."""
    found = (
        Seat.objects.filter(pk=seat, centre__in=centres)
        .select_related("registration__series", "registration__centre")
        .first()
    )
    if found is None:
        return None
    entries = _entries(found.registration)
    mine = next(one for one in entries if one.seat == seat)
    if not _is_worth_sending(mine, entries, kind=kind, version=version):
        return None
    return _owed(found.registration, mine, entries, kind=kind)


def letter_about(seat: Seat, *, kind: str) -> Owed:
    """The same for whoever writes about a seat for a reason of their own."""
    entries = _entries(seat.registration)
    mine = next(one for one in entries if one.seat == seat.pk)
    return _owed(seat.registration, mine, entries, kind=kind)


def _owed(registration: Registration, mine: Entry, entries: list[Entry], *, kind: str) -> Owed:
    told = (mine, *_told_together(mine, entries, kind=kind))
    return Owed(
        centre=registration.centre,
        kind=kind,
        name=registration.name,
        mail=registration.mail,
        phone=registration.phone,
        language=registration.language,
        mail_failed=registration.mail_failed,
        link=link_of(registration),
        reach=registration.link_version,
        settings=settings_of(centre=registration.centre),
        series=registration.series.title if registration.series else None,
        entries=told,
        withdrawn=_withdrawn(entries),
        keeps_something=any(one.state in ALIVE and one not in told for one in entries),
    )


def _is_worth_sending(entry: Entry, entries: Iterable[Entry], *, kind: str, version: int) -> bool:
    now = Now(
        at=clock.now(),
        state=entry.state,
        session_state=entry.session_state,
        starts_at=entry.starts_at,
        ends_at=entry.ends_at,
        offered_until=entry.offered_until,
    )
    if not is_true(kind, now):
        return False
    if kind in TOGETHER:
        return not is_said(entry.told, state=entry.state, version=version)
    if kind != LetterKind.CHANGE or entry.state == SeatState.DROPPED:
        return True
    # Who has a place and waits for the other mode hears of a change once, about the place.
    has_better = entry.state != SeatState.SEATED and any(
        one.session_key == entry.session_key and one.state == SeatState.SEATED for one in entries
    )
    return not has_better and is_news(entry.told, entry.facts)


def _entries(registration: Registration) -> list[Entry]:
    """Every seat this registration ever had, in order of time."""
    seats = list(
        Seat.objects.filter(registration=registration)
        .select_related("session__activity")
        .order_by("session__starts_at", "pk")
    )
    rooms: dict[int, list[Translated]] = {seat.session_id: [] for seat in seats}
    for use in (
        RoomUse.objects.filter(session__in=rooms)
        .select_related("room")
        .order_by("room__position", "room__code")
    ):
        if use.room.name not in rooms[use.session_id]:
            rooms[use.session_id].append(use.room.name)
    return [
        _entry(seat, rooms[seat.session_id], _same_entry(seat, seats, registration), registration)
        for seat in seats
    ]


def _same_entry(seat: Seat, seats: list[Seat], registration: Registration) -> list[Seat]:
    """Seats that are one entry of a calendar: one for a registration, in a series one a session.

    Who switches to the other mode, or to another date, sees the entry change; nothing is left over.
    """
    if registration.series_id is None:
        return seats
    return [other for other in seats if other.session_id == seat.session_id]


def _entry(
    seat: Seat, rooms: list[Translated], same: list[Seat], registration: Registration
) -> Entry:
    session = seat.session
    name = "" if registration.series_id is None else session.uid.hex
    sessions = {other.session_id: other.session.sequence for other in same}
    return Entry(
        seat=seat.pk,
        version=seat.version,
        state=seat.state,
        mode=seat.mode,
        people=seat.people,
        code=seat.code,
        place=turn_of(seat),
        offered_until=seat.offered_until,
        title=session.activity.title,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        where=(session.address,) if session.address else tuple(rooms),
        is_outside=bool(session.address),
        has_video=session.video != "NONE",
        languages=tuple(session.languages),
        note=session.note,
        bring=session.activity.bring,
        reason=session.cancelled_because,
        session_key=session.key,
        session_state=session.state,
        is_mode_gone=_is_mode_gone(seat),
        by_request=session.by_request,
        activity_key=session.activity.key,
        told=seat.told,
        uid=str(uuid.uuid5(registration.key, name)),
        # Versions only go up and seats stay, so this grows with whatever happens to any of them.
        sequence=sum(other.version for other in same) + sum(sessions.values()) - len(sessions),
    )


def _is_mode_gone(seat: Seat) -> bool:
    if seat.state != SeatState.DROPPED or seat.session.state == SessionState.CANCELLED:
        return False
    places = ModeCapacity.objects.filter(session=seat.session_id, mode=seat.mode)
    return not places.exists()


def _told_together(mine: Entry, entries: Iterable[Entry], *, kind: str) -> tuple[Entry, ...]:
    """In a series, what else happened in the same breath and no letter has said yet."""
    if kind not in TOGETHER:
        return ()
    wanted = (SeatState.CANCELLED,) if kind == LetterKind.FAREWELL else ALIVE
    return tuple(
        one
        for one in entries
        if one.seat != mine.seat
        and one.uid != mine.uid
        and one.state in wanted
        and not is_said(one.told, state=one.state, version=one.version)
        and (kind != LetterKind.FAREWELL or one.told)
    )


def _withdrawn(entries: list[Entry]) -> tuple[Entry, ...]:
    """Entries of the calendar that stand for no place any more, the latest seat of each."""
    seated = {one.uid for one in entries if one.state == SeatState.SEATED}
    invited = {one.uid for one in entries if one.told.get("invited")}
    last = {one.uid: one for one in entries if one.uid in invited - seated}
    return tuple(last.values())
