"""The states of a ticket and of a desk."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from phare.centres.choices import PAPER_LETTER


class State(models.TextChoices):
    WAITING = "WAITING", _("Waiting")
    CALLED = "CALLED", _("At a desk")
    PARKED = "PARKED", _("Set aside")
    DONE = "DONE", _("Served")
    NO_SHOW = "NO_SHOW", _("Called and not there")
    LEFT = "LEFT", _("Left")
    NOT_SERVED = "NOT_SERVED", _("Not served")
    CANCELLED = "CANCELLED", _("Taken by mistake")


ALIVE = (State.WAITING, State.CALLED, State.PARKED)


class Source(models.TextChoices):
    KIOSK = "KIOSK", _("Kiosk")
    RECEPTION = "RECEPTION", _("Reception")
    FALLBACK = "FALLBACK", _("Paper pack")


class DeskState(models.TextChoices):
    OPEN = "OPEN", _("Open")
    PAUSED = "PAUSED", _("Pause")


class DayState(models.TextChoices):
    OPEN = "OPEN", _("Open")
    LAST_CALL = "LAST_CALL", _("No more tickets")
    CLOSED = "CLOSED", _("Closed")


class PriorityReason(models.TextChoices):
    """Why somebody goes first; a fixed list, so that no story about a person is written down."""

    STANDING = "STANDING", _("Cannot stand or wait for long")
    CHILD = "CHILD", _("With a small child")
    PREGNANT = "PREGNANT", _("Pregnant")
    MISSED = "MISSED", _("Was sent to the wrong place")
    TRAIN = "TRAIN", _("Has to leave soon")
    OTHER = "OTHER", _("Another reason")


FALLBACK_SERIES = PAPER_LETTER
