"""Dates of a file become sessions; the same file again changes nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.db import IntegrityError, transaction

from phare.activities.actions.planning import (
    ChangedMeanwhile,
    EndsBeforeItBegins,
    NoLanguage,
    NoPlaces,
    Plan,
    change_session,
    plan_session,
)
from phare.activities.actions.programme import About, NotInThatState, draft_activity
from phare.activities.actions.promoting import held_capacities
from phare.activities.actions.publishing import SessionHasBegun, cancel_session
from phare.activities.actions.recurring import plan_like
from phare.activities.actions.rooming import (
    PlacesAreHeld,
    RoomIsTaken,
    RoomIsTooSmall,
    held_rooms,
)
from phare.activities.bringing import Row
from phare.activities.choices import ActivityState, Kind, Mode, SessionState, VideoProvider
from phare.activities.models import Activity, Session
from phare.activities.queries.rooms import rooms as rooms_there
from phare.centres.models import Centre, Place
from phare.ground import clock

REFUSED = (
    ChangedMeanwhile, EndsBeforeItBegins, NoLanguage, NoPlaces, NotInThatState, PlacesAreHeld,
    RoomIsTaken, RoomIsTooSmall, SessionHasBegun,
)  # fmt: skip
USUAL_PLACES = 12
LONGEST_UID = 255


@dataclass
class Brought:
    """What a file has done, or would do; `vanished` are dates of its source it holds no more."""

    new: list[Session] = field(default_factory=list)
    changed: list[Session] = field(default_factory=list)
    unchanged: int = 0
    cancelled: list[Session] = field(default_factory=list)
    vanished: list[Session] = field(default_factory=list)
    refused: list[tuple[Row, Exception]] = field(default_factory=list)


@transaction.atomic
def import_programme(
    rows: Sequence[Row],
    *,
    centre: Centre,
    source: str,
    because: Mapping[str, str],
    themes: Sequence[str] = (),
    dry: bool = False,
) -> Brought:
    """Each row once, under the name of its source; one that is impossible is left out and said.

    A row that says what it said before leaves its session as the team has changed it meanwhile;
    one that says something else changes it. `because` is the reason of what the file cancels.
    With `dry`, nothing is kept.
    """
    hold_importing(centre=centre)
    done = Brought()
    house = _House(centre, source, themes, because)
    there = {
        one.import_uid: one
        for one in Session.objects.filter(centre=centre, import_uid__startswith=f"{source}:")
        .select_related("activity", "centre")
        .order_by("pk")
    }
    _hold(rows, there, house)
    for row in rows:
        try:
            with transaction.atomic():
                _bring(row, there.pop(house.uid(row), None), house, done)
        except (*REFUSED, IntegrityError) as error:
            done.refused.append((row, error))
            house.read_activities()
    now = clock.now()
    alive = (SessionState.DRAFT, SessionState.PUBLISHED)
    done.vanished = [s for s in there.values() if s.starts_at > now and s.state in alive]
    if dry:
        transaction.set_rollback(True)
    return done


def _hold(rows: Sequence[Row], there: Mapping[str, Session], house: "_House") -> None:
    """What the file will change, in the order everybody holds it in, whatever that of the file:
    sessions, rooms, places. Whoever registers or waits meanwhile comes before or after."""
    told = {house.uid(row): row.digest() for row in rows}
    changed = sorted(
        one.pk for uid, one in there.items() if uid in told and told[uid] != one.import_digest
    )
    held = Session.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=changed)
    list(held.order_by("pk"))
    held_rooms(rooms_there(centre=house.centre), centre=house.centre)
    held_capacities([(pk, mode) for pk in changed for mode in Mode], centre=house.centre)


def hold_importing(*, centre: Centre) -> None:
    """Two files are read one after the other."""
    Centre.objects.select_for_update(of=("self",), no_key=True).get(pk=centre.pk)


class _House:
    """What rows are read against: rooms and activities by their names."""

    def __init__(
        self, centre: Centre, source: str, themes: Sequence[str], because: Mapping[str, str]
    ) -> None:
        self.centre, self.source, self.themes, self.because = centre, source, themes, because
        self.rooms: dict[str, Place] = {}
        for room in rooms_there(centre=centre):
            for name in (room.code, *room.name.values()):
                self.rooms.setdefault(name.strip().casefold(), room)
        self.activities: dict[str, Activity] = {}
        self.read_activities()

    def read_activities(self) -> None:
        """As they are kept: what a refused row would have written is none of them."""
        self.activities.clear()
        away = (ActivityState.ARCHIVED, ActivityState.REFUSED)
        for one in (
            Activity.objects.filter(centre=self.centre).exclude(state__in=away).order_by("pk")
        ):
            self.remember(one)

    def uid(self, row: Row) -> str:
        return f"{self.source}:{row.uid}"[:LONGEST_UID]

    def remember(self, activity: Activity) -> None:
        for code, title in activity.title.items():
            self.activities.setdefault(f"{code}:{title.strip().casefold()}", activity)

    def activity_of(self, row: Row) -> Activity:
        """The activity of that title, else a draft of it."""
        for code, title in row.title.items():
            found = self.activities.get(f"{code}:{title.strip().casefold()}")
            if found is not None:
                return _completed(found, row)
        made = draft_activity(centre=self.centre, about=_about(row, self.themes))
        self.remember(made)
        return made


def _about(row: Row, themes: Sequence[str]) -> About:
    return About(
        kind=row.kind or Kind.INFO_SESSION,
        title=row.title,
        lead=row.lead,
        text=row.text,
        bring={},
        themes=row.themes or themes,
        audiences=row.audiences,
    )


def _completed(activity: Activity, row: Row) -> Activity:
    """A side that was missing is filled in; what the team has written stays."""
    lacking = False
    for name in ("title", "lead", "text"):
        own, said = getattr(activity, name), getattr(row, name)
        new = {code: text for code, text in said.items() if not own.get(code)}
        if new:
            setattr(activity, name, {**own, **new})
            lacking = True
    if lacking:
        activity.save()
    return activity


def _bring(row: Row, there: Session | None, house: _House, done: Brought) -> None:
    if there is not None and there.import_digest == row.digest():
        done.unchanged += 1
        return
    if row.cancelled:
        if there is not None:
            done.cancelled.append(cancel_session(there, because=house.because))
            _signed(there, row)
        return
    if there is None:
        activity = house.activity_of(row)
        plan = _planned(row, None, house)
        session = plan_session(activity, plan=plan, import_uid=house.uid(row))
        done.new.append(_signed(session, row))
    else:
        session = change_session(there, plan=_planned(row, plan_like(there), house))
        done.changed.append(_signed(session, row))


def _signed(session: Session, row: Row) -> Session:
    Session.objects.filter(pk=session.pk).update(import_digest=row.digest())
    return session


def _planned(row: Row, before: Plan | None, house: _House) -> Plan:
    """What the row says; what it does not say stays as it was."""
    room = house.rooms.get(row.where.strip().casefold())
    elsewhere = {} if room or not row.where else {"fr": row.where, "nl": row.where}
    places = {Mode.ON_SITE: row.on_site, Mode.ONLINE: row.online}
    told = {str(mode): many for mode, many in places.items() if many is not None}
    plan = before or Plan(start=row.start, end=row.end, languages=(), places={})
    video = VideoProvider.ADDRESS if row.video_address else plan.video
    rooms = [room] if room else list(plan.rooms) if not row.where else []
    usual = min([USUAL_PLACES, *(one.capacity for one in rooms)])
    return replace(
        plan,
        start=row.start,
        end=row.end,
        languages=row.languages or plan.languages,
        places=told or plan.places or {Mode.ON_SITE: usual},
        rooms=rooms,
        address=elsewhere or ({} if room else plan.address),
        video=video,
        video_address=row.video_address or plan.video_address,
    )
