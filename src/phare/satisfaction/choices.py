"""The three questions and their answers."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Found(models.TextChoices):
    """Did you find what you came for?"""

    YES = "YES", _("Yes")
    PARTLY = "PARTLY", _("Partly")
    NO = "NO", _("No")


class Content(models.TextChoices):
    """How satisfied are you with the welcome and the advice?"""

    VERY = "VERY", _("Very satisfied")
    RATHER = "RATHER", _("Rather satisfied")
    LITTLE = "LITTLE", _("Not very satisfied")
    NOT = "NOT", _("Not satisfied")


class Recommend(models.TextChoices):
    """Would you tell a friend to come?"""

    YES = "YES", _("Yes")
    PERHAPS = "PERHAPS", _("Perhaps")
    NO = "NO", _("No")


class Source(models.TextChoices):
    """Where it was answered; the two are never added up silently."""

    TOKEN = "TOKEN", _("After the interview")
    KIOSK = "KIOSK", _("At the kiosk")


NO_ANSWER = ""
