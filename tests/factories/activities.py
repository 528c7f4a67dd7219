"""A programme: activities with a date, the places there are, and people who registered.

Rows are written as asked, without the letters and locks of the actions; what is counted
on the capacity of a mode is counted right. Traits are keywords, and nothing is random.
"""

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from phare.activities.choices import (
    HOLDING,
    ActivityState,
    Kind,
    Mode,
    RegistrationKind,
    RequestState,
    SeatState,
    SessionState,
    Side,
    Source,
)
from phare.activities.models import (
    Activity,
    ActivitySettings,
    DateProposal,
    GroupRequest,
    ModeCapacity,
    Registration,
    RoomUse,
    Seat,
    Series,
    Session,
)
from phare.centres.choices import PlaceKind
from phare.centres.models import Centre, Place
from phare.ground import clock
from tests.factories.centres import BRUSSELS, both

AFTERNOON = datetime(2026, 11, 25, 13, 30, tzinfo=BRUSSELS)  # a week after MORNING
NUMBERS = count(1)


def make_settings(centre: Centre, **changed: Any) -> ActivitySettings:
    """The row of the centre, with what is `changed` in it."""
    settings, _ = ActivitySettings.objects.update_or_create(centre=centre, defaults=changed)
    return settings


def make_activity(centre: Centre, *, title: str = "Atelier CV", **more: Any) -> Activity:
    """Approved, about work, in four languages."""
    partners = more.pop("partners", ())
    given = {
        "kind": Kind.WORKSHOP,
        "title": both(title),
        "lead": both(f"{title}, lead"),
        "text": both(f"{title}, text"),
        "themes": ["work"],
        "state": ActivityState.APPROVED,
    }
    activity = Activity.objects.create(centre=centre, **{**given, **more})
    activity.partners.set(partners)
    return activity


def make_series(centre: Centre, *, title: str = "Forum", **more: Any) -> Series:
    return Series.objects.create(centre=centre, title=both(title), **{"published": True, **more})


def make_room(centre: Centre, code: str = "R1", capacity: int = 20) -> Place:
    return Place.objects.create(
        centre=centre,
        kind=PlaceKind.ROOM,
        code=code,
        name=both(f"Room {code}"),
        capacity=capacity,
    )


def make_session(
    activity: Activity,
    *,
    starts_at: datetime = AFTERNOON,
    minutes: int = 120,
    on_site: int | None = 12,
    online: int | None = None,
    rooms: Sequence[Place] = (),
    **more: Any,
) -> Session:
    """Published, in French; a capacity for each mode that has a number (0 is a full one)."""
    ends_at = starts_at + timedelta(minutes=minutes)
    given = {"state": SessionState.PUBLISHED, "languages": ["fr"]}
    session = Session.objects.create(
        centre=activity.centre,
        activity=activity,
        starts_at=starts_at,
        ends_at=ends_at,
        **{**given, **more},
    )
    for mode, places in ((Mode.ON_SITE, on_site), (Mode.ONLINE, online)):
        if places is not None:
            ModeCapacity.objects.create(
                centre=activity.centre, session=session, mode=mode, planned=places, capacity=places
            )
    for room in rooms:
        RoomUse.objects.create(
            centre=activity.centre, session=session, room=room, during=(starts_at, ends_at)
        )
    return session


def make_registration(centre: Centre, *, name: str = "", **more: Any) -> Registration:
    """Somebody from the web with a mail address, in French; no place yet."""
    number = next(NUMBERS)
    given = {
        "kind": RegistrationKind.PERSON,
        "source": Source.WEB,
        "name": name or f"Visitor {number}",
        "mail": f"visitor{number}@example.org",
        "registered_at": clock.now(),
    }
    return Registration.objects.create(centre=centre, **{**given, **more})


def make_seat(
    session: Session,
    *,
    mode: str = Mode.ON_SITE,
    state: str = SeatState.SEATED,
    registration: Registration | None = None,
    offered_until: datetime | None = None,
    **more: Any,
) -> Seat:
    """A place of `registration`, or of somebody new made from `more`; counted in its mode."""
    somebody = registration or make_registration(session.centre, **more)
    capacity = ModeCapacity.objects.get(session=session, mode=mode)
    capacity.last += 1
    if state in HOLDING:
        capacity.taken += somebody.people
    if state == SeatState.WAITING:
        capacity.waiting += 1
    capacity.save()
    if state == SeatState.OFFERED and offered_until is None:
        offered_until = clock.now() + timedelta(hours=24)
    return Seat.objects.create(
        centre=session.centre,
        registration=somebody,
        session=session,
        mode=mode,
        people=somebody.people,
        state=state,
        number=capacity.last,
        during=(session.starts_at, session.ends_at),
        offered_until=offered_until,
    )


def make_group_request(
    centre: Centre, *, dates: Sequence[datetime] = (), side: str = Side.GROUP, **more: Any
) -> GroupRequest:
    """A class asks to come; `dates` are proposed by `side`, two hours each."""
    number = next(NUMBERS)
    given = {
        "kind": RegistrationKind.CLASS,
        "state": RequestState.ASKED,
        "organisation": f"School {number}",
        "name": f"Teacher {number}",
        "mail": f"teacher{number}@example.org",
        "people": 22,
        "touched_at": clock.now(),
        "key": uuid.uuid4(),
    }
    asked = GroupRequest.objects.create(centre=centre, **{**given, **more})
    for starts_at in dates:
        DateProposal.objects.create(
            centre=centre,
            request=asked,
            side=side,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=2),
        )
    return asked
