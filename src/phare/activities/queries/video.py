"""The door of a room by video: who may enter, from when, until when."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.crypto import salted_hmac

from phare.activities.choices import Mode, SeatState, SessionState, VideoProvider
from phare.activities.models import Registration, Seat, Session
from phare.activities.queries.settings import settings_of
from phare.ground import clock
from phare.ground.video import Guest, NoProvider, Room, provider

SALT = "activities.video"


@dataclass(frozen=True)
class VideoDoor:
    """`address` is there while it is open. A room that must be made first has none: see
    `actions.enter_video`, which `is_made_on_entry` asks for."""

    opens_at: datetime
    closes_at: datetime
    is_open: bool
    address: str = ""
    is_made_on_entry: bool = False


def video_door(session: Session, *, registration: Registration) -> VideoDoor | None:
    """For somebody who has a place online; None for everybody else, and where there is no video."""
    if session.video == VideoProvider.NONE or not has_place_online(session, registration):
        return None
    if session.state != SessionState.PUBLISHED:
        return None
    room = room_of(session)
    now = clock.now()
    if now >= room.closes_at:
        return None
    door = VideoDoor(room.opens_at, room.closes_at, room.opens_at <= now)
    if not door.is_open:
        return door
    if session.video == VideoProvider.BIG_BLUE_BUTTON:
        return VideoDoor(room.opens_at, room.closes_at, True, is_made_on_entry=True)
    address = door_address(session, room=room, guest=Guest(shown_as(registration)))
    return VideoDoor(room.opens_at, room.closes_at, True, address=address)


def has_place_online(session: Session, registration: Registration) -> bool:
    return Seat.objects.filter(
        session=session,
        registration=registration,
        mode=Mode.ONLINE,
        state=SeatState.SEATED,
    ).exists()


def room_of(session: Session) -> Room:
    """The room of a session: its name is its secret, and the same on every day it is asked.

    The `uid` of a session stands in every feed, so the name is made of it with the house's key.
    """
    minutes = settings_of(centre=session.centre).video_minutes
    return Room(
        name=f"phare-{salted_hmac(SALT, session.uid.hex, algorithm='sha256').hexdigest()[:32]}",
        title=str(session.activity.title),
        opens_at=session.starts_at - timedelta(minutes=minutes),
        closes_at=session.ends_at,
    )


def door_address(session: Session, *, room: Room, guest: Guest) -> str:
    """Where somebody enters; empty when the provider is not set up."""
    if session.video == VideoProvider.ADDRESS:
        return session.video_address
    try:
        return provider(session.video).door(room, guest)
    except NoProvider:
        return ""


def shown_as(registration: Registration) -> str:
    """What the others read: the first name that was given, or a number, never an address."""
    return registration.name or f"{registration.pk % 1000:03}"
