"""Which provider is set up."""

from django.conf import settings

from phare.ground.video.bigbluebutton import BigBlueButton
from phare.ground.video.jitsi import Jitsi
from phare.ground.video.words import Rooms

JITSI, BIG_BLUE_BUTTON = "JITSI", "BBB"


class NoProvider(Exception):
    """Nothing is set up under that name."""


def provider(name: str) -> Rooms:
    """The client of `JITSI` or `BBB`. Raises `NoProvider`."""
    if name == JITSI and settings.JITSI_URL:
        return Jitsi(settings.JITSI_URL, settings.JITSI_APP, settings.JITSI_SECRET)
    if name == BIG_BLUE_BUTTON and settings.BBB_URL and settings.BBB_SECRET:
        return BigBlueButton(settings.BBB_URL, settings.BBB_SECRET)
    raise NoProvider(name)
