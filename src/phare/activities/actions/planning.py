"""A session: planned, changed, published, cancelled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction

from phare.activities.actions.programme import (
    NotInThatState,
    tell_programme,
)
from phare.activities.actions.promoting import fill, held_capacities
from phare.activities.actions.rooming import refuse_too_many, set_places, use_rooms
from phare.activities.actions.tasks_of import add_checklist
from phare.activities.actions.telling import move_seats, owe_change
from phare.activities.choices import ActivityState, Mode, SessionState, VideoProvider
from phare.activities.models import (
    Activity,
    Facilitation,
    ModeCapacity,
    Recurrence,
    Series,
    Session,
    Track,
)
from phare.activities.queries.rooms import rooms_of
from phare.centres.models import Centre, Place
from phare.ground.text import masked

if TYPE_CHECKING:
    from phare.people.models import Person

Text = Mapping[str, str]
CLOSED_STATES = (SessionState.CANCELLED, SessionState.CLOSED)


class EndsBeforeItBegins(Exception):
    """A session ends after it begins."""


class NoLanguage(Exception):
    """A session is given in a language at least."""


class NoPlaces(Exception):
    """A session takes place on site, online, or both."""


class ChangedMeanwhile(Exception):
    """Somebody else has changed the session since it was looked at."""


@dataclass(frozen=True)
class Plan:
    """When, where, how and by whom; `places` are those planned by mode."""

    start: datetime
    end: datetime
    languages: Sequence[str]
    places: Mapping[str, int]
    rooms: Sequence[Place] = ()
    address: Text = field(default_factory=dict)
    note: Text = field(default_factory=dict)
    video: str = VideoProvider.NONE
    video_address: str = ""
    closes_at: datetime | None = None
    staff: Sequence["Person"] = ()
    series: Series | None = None
    track: Track | None = None
    plenary: bool = False


def refuse_plan(plan: Plan, *, centre: Centre) -> None:
    """Raises what is wrong with it, before anything is written."""
    if plan.end <= plan.start:
        raise EndsBeforeItBegins
    if not plan.languages:
        raise NoLanguage
    if not plan.places:
        raise NoPlaces
    refuse_too_many(
        plan.places.get(Mode.ON_SITE), plan.rooms, centre=centre, start=plan.start, end=plan.end
    )


def _columns(plan: Plan) -> dict[str, object]:
    return {
        "starts_at": plan.start,
        "ends_at": plan.end,
        "languages": list(dict.fromkeys(plan.languages)),
        "address": {code: masked(said) for code, said in plan.address.items() if said},
        "note": {code: masked(said) for code, said in plan.note.items() if said},
        "video": VideoProvider(plan.video),
        "video_address": plan.video_address,
        "closes_at": plan.closes_at,
        "series": plan.series,
        "track": plan.track,
        "plenary": plan.plenary,
    }


@transaction.atomic
def plan_session(
    activity: Activity,
    *,
    plan: Plan,
    key: str = "",
    recurrence: Recurrence | None = None,
    original_start: datetime | None = None,
    import_uid: str = "",
    checklist: bool = True,
) -> Session:
    """A new date, not published yet; the same `key` again is the session there is.

    Raises what `refuse_plan` does, `RoomIsTaken`, and `NotInThatState` for an activity that was
    not taken up or is put away.
    """
    if activity.state in (ActivityState.REFUSED, ActivityState.ARCHIVED):
        raise NotInThatState
    centre = activity.centre
    refuse_plan(plan, centre=centre)
    given = _columns(plan) | {"recurrence": recurrence, "original_start": original_start}
    given |= {"import_uid": import_uid, "training": centre.training} | ({"key": key} if key else {})
    try:
        with transaction.atomic():
            session = Session.objects.create(centre=centre, activity=activity, **given)
    except IntegrityError:
        same = Session.objects.filter(centre=centre, activity=activity, key=key).first()
        if same is None:
            raise
        return same
    use_rooms(session, rooms=plan.rooms)
    set_places(session, places=plan.places)
    _staff(session, plan.staff)
    if checklist:
        add_checklist(session, modes=list(plan.places))
    return session


def held_session(session: Session) -> Session:
    """The session as it is now, held until the transaction ends; its key is left free, since
    whoever registers meanwhile holds the places and points at it."""
    rows = Session.objects.select_for_update(of=("self",), no_key=True)
    return rows.select_related("activity", "centre").get(pk=session.pk)


@transaction.atomic
def change_session(session: Session, *, plan: Plan, seen: int | None = None) -> Session:
    """As it is from now on. Rooms, seats and the calendar entry follow; whoever has a place or
    waits for one is told if it is published and something they must know is otherwise.

    `seen` is the `sequence` of the session that was looked at. Raises what `plan_session` does,
    `ChangedMeanwhile`, and `NotInThatState` for one that is cancelled or closed.
    """
    refuse_plan(plan, centre=session.centre)
    row = held_session(session)
    if row.state in CLOSED_STATES:
        raise NotInThatState
    if seen is not None and seen != row.sequence:
        raise ChangedMeanwhile
    columns = _columns(plan)
    changed = {name for name, value in columns.items() if getattr(row, name) != value}
    before = {room.pk for room in rooms_of([row], centre=row.centre)[row.pk]}
    if before != {room.pk for room in plan.rooms}:
        changed.add("rooms")
    for name, value in columns.items():
        setattr(row, name, value)
    if "starts_at" in changed:
        row.reminded = False  # of the day it was
    if changed:
        row.sequence += 1
        row.save()
    _follow(row, plan, changed)
    return row


TOLD = {"starts_at", "ends_at", "rooms", "address", "note", "languages", "video", "video_address"}


def _follow(row: Session, plan: Plan, changed: set[str]) -> None:
    """What hangs on the session goes where it goes."""
    if changed & {"starts_at", "ends_at", "rooms"}:
        use_rooms(row, rooms=plan.rooms)
    set_places(row, places=plan.places)
    _staff(row, plan.staff)
    if changed & {"starts_at", "ends_at"}:
        move_seats(row)
        for _, capacity in sorted(held_places(row).items()):
            fill(capacity)
    if changed & TOLD and row.state == SessionState.PUBLISHED:
        owe_change(row)
    tell_programme(row.activity)


def held_places(session: Session) -> dict[tuple[int, str], ModeCapacity]:
    """The places of a session by mode, held until the transaction ends."""
    return held_capacities([(session.pk, mode) for mode in Mode], centre=session.centre)


def _staff(session: Session, people: Sequence["Person"]) -> None:
    Facilitation.objects.filter(session=session).exclude(person__in=people).delete()
    for person in people:
        Facilitation.objects.get_or_create(centre=session.centre, session=session, person=person)


@transaction.atomic
def set_capacity(session: Session, *, mode: str, planned: int) -> None:
    """Another number of places in one mode. Raises `RoomIsTooSmall`."""
    row = held_session(session)
    rooms = rooms_of([row], centre=row.centre)[row.pk]
    if mode == Mode.ON_SITE:
        refuse_too_many(planned, rooms, centre=row.centre, start=row.starts_at, end=row.ends_at)
    places = {one.mode: one.planned for one in held_places(row).values()}
    set_places(row, places=places | {Mode(mode): planned})
    tell_programme(row.activity)
