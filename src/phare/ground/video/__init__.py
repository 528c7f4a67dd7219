"""Rooms by video at providers of a centre's choice: one small port, two clients.

*Not tried live*: the clients are written from their makers' public documentation and tested
against small servers that answer as it says.
"""

from phare.ground.video.bigbluebutton import BigBlueButton
from phare.ground.video.jitsi import Jitsi
from phare.ground.video.port import NoProvider, provider
from phare.ground.video.words import Guest, NotReached, Refused, Room, Rooms

__all__ = [
    "BigBlueButton",
    "Guest",
    "Jitsi",
    "NoProvider",
    "NotReached",
    "Refused",
    "Room",
    "Rooms",
    "provider",
]
