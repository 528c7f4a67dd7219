"""The words of a centre that have a fixed list."""

from django.db import models
from django.utils.translation import gettext_lazy as _

PAPER_LETTER = "F"  # of the numbers of the paper pack: no theme may count with it


class Service(models.TextChoices):
    """What may be open, closed or run in another way."""

    CENTRE = "CENTRE", _("The whole centre")
    ADVICE = "ADVICE", _("Individual advice")
    MULTIMEDIA = "MULTIMEDIA", _("Multimedia area")
    DOCUMENTATION = "DOCUMENTATION", _("Documentation")
    ACTIVITIES = "ACTIVITIES", _("Group activities")
    PHONE = "PHONE", _("Telephone")


class Hours(models.TextChoices):
    """Kinds of opening hours. School holidays replace every other kind, late Thursday included,
    unless a late opening of the holidays is added."""

    CENTRE = "CENTRE", _("Centre")
    ADVICE = "ADVICE", _("Individual advice")
    SCHOOL_HOLIDAY = "SCHOOL_HOLIDAY", _("School holidays")
    HOLIDAY_LATE = "HOLIDAY_LATE", _("Late opening in school holidays")


class Regime(models.TextChoices):
    """How a service runs when it does not run as usual."""

    CLOSED = "CLOSED", _("Closed")
    BY_APPOINTMENT = "BY_APPOINTMENT", _("By appointment only")
    REMOTE = "REMOTE", _("At a distance only")
    REDUCED = "REDUCED", _("Reduced")


class PlaceKind(models.TextChoices):
    DESK = "DESK", _("Advice desk")
    ROOM = "ROOM", _("Room")
    SEATS = "SEATS", _("Seat area")


class PartnerKind(models.TextChoices):
    PROMOTER = "PROMOTER", _("Promoter")
    FIRST_CIRCLE = "FIRST_CIRCLE", _("First circle")
    SECOND_CIRCLE = "SECOND_CIRCLE", _("Second circle")
    OTHER = "OTHER", _("Other partner")


class LabelState(models.TextChoices):
    NONE = "NONE", _("No label")
    PROVISIONAL = "PROVISIONAL", _("Provisional label")
    OPERATING = "OPERATING", _("Label")


class ScreenKind(models.TextChoices):
    KIOSK = "KIOSK", _("Kiosk")
    BOARD = "BOARD", _("Waiting-room board")


class CharterRule(models.TextChoices):
    """The rules of the charter a network may lift for a time."""

    WALK_IN = "WALK_IN", _("No imposed appointment")
    FREE_ACCESS = "FREE_ACCESS", _("Free access")
    ALL_PUBLICS = "ALL_PUBLICS", _("Open to everybody")


class Level(models.TextChoices):
    INFO = "INFO", _("For information")
    CHANGE = "CHANGE", _("Something changes")


WEEKDAYS = [
    (0, _("Monday")),
    (1, _("Tuesday")),
    (2, _("Wednesday")),
    (3, _("Thursday")),
    (4, _("Friday")),
    (5, _("Saturday")),
    (6, _("Sunday")),
]
