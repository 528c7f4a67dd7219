from django.db import models
from django.utils.translation import gettext_lazy as _


class Post(models.TextChoices):
    DESK = "DESK", _("Desk")
    CHAT = "CHAT", _("Chat")
    PHONE = "PHONE", _("Telephone")
    RECEPTION = "RECEPTION", _("Reception")
    MULTIMEDIA = "MULTIMEDIA", _("Multimedia area")
    OUTSIDE = "OUTSIDE", _("Outside")
