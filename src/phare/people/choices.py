"""What somebody may be in a centre or a network."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RoleKind(models.TextChoices):
    RECEPTION = "RECEPTION", _("Reception")
    COUNSELLOR = "COUNSELLOR", _("Counsellor")
    STEWARD = "STEWARD", _("Digital steward")
    DOCUMENTALIST = "DOCUMENTALIST", _("Documentalist")
    EDITOR = "EDITOR", _("Editor")
    MANAGER = "MANAGER", _("Manager")
    DIRECTOR = "DIRECTOR", _("Director")
    PARTNER = "PARTNER", _("Partner")
    NETWORK = "NETWORK", _("Network coordinator")
    ADMINISTRATOR = "ADMINISTRATOR", _("Administrator")
