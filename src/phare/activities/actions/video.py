"""Entering a room by video: a provider's room is made when the first one needs it."""

from collections.abc import Callable

from phare.activities.choices import VideoProvider
from phare.activities.models import Registration, Session
from phare.activities.queries.video import (
    door_address,
    room_of,
    shown_as,
    video_door,
)
from phare.ground.video import Guest, NoProvider, NotReached, Refused, Room, provider


class TheDoorIsClosed(Exception):
    """Too early, too late, or not somebody who has a place online."""


class TheRoomIsNotThere(Exception):
    """The provider is not set up, does not answer, or refuses: please try again in a moment."""


# Nothing of ours is written, and a call that takes seconds must not keep a transaction open:
# these are no transactions.
def enter_video(session: Session, *, registration: Registration) -> str:
    """The address of one's own; makes the room if need be. Safe to repeat.

    Raises `TheDoorIsClosed` or `TheRoomIsNotThere`.
    """
    door = video_door(session, registration=registration)
    if door is None or not door.is_open:
        raise TheDoorIsClosed
    return _opened(session, Guest(shown_as(registration)))


def enter_video_to_lead(session: Session) -> str:
    """The address of whoever gives the session, under the centre's name. At any time.

    Raises `TheRoomIsNotThere`.
    """
    return _opened(session, Guest(str(session.centre.name), leads=True))


def close_video(session: Session) -> None:
    """Shows everybody out. Safe to repeat."""
    if session.video in (VideoProvider.JITSI, VideoProvider.BIG_BLUE_BUTTON):
        _try(lambda room: provider(session.video).close(room), room_of(session))


def _opened(session: Session, guest: Guest) -> str:
    room = room_of(session)
    if session.video == VideoProvider.BIG_BLUE_BUTTON:
        _try(lambda room: provider(session.video).open(room), room)
    address = door_address(session, room=room, guest=guest)
    if not address:
        raise TheRoomIsNotThere
    return address


def _try(act: Callable[[Room], None], room: Room) -> None:
    try:
        act(room)
    except (NoProvider, NotReached, Refused) as error:
        raise TheRoomIsNotThere from error
