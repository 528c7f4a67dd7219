"""The session of a group: its hours, a room that is free, and the places, all theirs."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from phare.activities.choices import Mode, SeatState, SessionState, Source
from phare.activities.models import (
    Activity,
    GroupRequest,
    ModeCapacity,
    ReducedCapacity,
    Registration,
    RoomUse,
    Seat,
    Session,
)
from phare.centres.choices import PlaceKind
from phare.centres.models import Centre, Place
from phare.ground import clock


class NoRoomIsFree(Exception):
    """Every room that takes so many people is held by somebody else then."""


def made_for(
    request: GroupRequest,
    *,
    activity: Activity,
    span: tuple[datetime, datetime],
    languages: Sequence[str],
) -> tuple[Session, Registration]:
    """Inside the transaction that agrees. Raises `NoRoomIsFree`."""
    centre = request.centre
    session = Session.objects.create(
        centre=centre,
        activity=activity,
        state=SessionState.PUBLISHED,
        starts_at=span[0],
        ends_at=span[1],
        languages=list(languages),
        by_request=True,
        training=centre.training,
    )
    _hold_room(session, request.people, centre)
    ModeCapacity.objects.create(
        centre=centre,
        session=session,
        mode=Mode.ON_SITE,
        planned=request.people,
        capacity=request.people,
        taken=request.people,
        last=1,
    )
    return session, _register(request, session, centre)


def _register(request: GroupRequest, session: Session, centre: Centre) -> Registration:
    registration = Registration.objects.create(
        centre=centre,
        key=uuid.uuid4(),
        kind=request.kind,
        source=Source.DESK,
        name=request.name,
        organisation=request.organisation,
        mail=request.mail,
        phone=request.phone,
        language=request.language,
        people=request.people,
        needs=request.needs,
        needs_note=request.needs_note,
        registered_at=clock.now(),
    )
    Seat.objects.create(
        centre=centre,
        registration=registration,
        session=session,
        mode=Mode.ON_SITE,
        people=request.people,
        state=SeatState.SEATED,
        number=1,
        during=(session.starts_at, session.ends_at),
    )
    return registration


def _hold_room(session: Session, people: int, centre: Centre) -> None:
    """The smallest that takes them. A house without so large a room receives them elsewhere."""
    fitting = Place.objects.filter(centre=centre, kind=PlaceKind.ROOM, capacity__gte=people)
    # All of them in key order: two visits that look for a room go one after the other.
    locked = list(fitting.select_for_update(of=("self",), no_key=True).order_by("pk"))
    for room in sorted(locked, key=lambda one: (one.capacity, one.pk)):
        if _is_reduced(room, session, people, centre):
            continue
        try:
            with transaction.atomic():
                RoomUse.objects.create(
                    centre=centre,
                    session=session,
                    room=room,
                    during=(session.starts_at, session.ends_at),
                )
            return
        except IntegrityError:
            continue
    if locked:
        raise NoRoomIsFree


def _is_reduced(room: Place, session: Session, people: int, centre: Centre) -> bool:
    day = clock.local(session.starts_at, centre.time_zone).date()
    fewer = ReducedCapacity.objects.filter(
        room=room, first_on__lte=day, last_on__gte=day, capacity__lt=people
    )
    return fewer.exists()
