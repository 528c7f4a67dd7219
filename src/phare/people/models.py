"""The staff: who may sign in, as what, and what they can answer."""

import pghistory
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from phare.centres.models import Network, OwnedByCentre, Partner
from phare.ground.personal import Personal
from phare.people import choices

_WHY = "to sign in and to plan the day"
_TERM = "until the person leaves, plus thirty days"
_FORGET = "phare.people.actions.forget_person"
NOBODYS_HOST = "@invalid"  # the mail address of everybody who was forgotten ends so


class People(BaseUserManager["Person"]):
    """What Django's sign-in asks of a manager; people are made by actions."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(email__iexact=username)


@pghistory.track(exclude=["password", "last_login"])
class Person(AbstractBaseUser):
    """Somebody of the staff, network-wide; roles say where."""

    email = models.EmailField()
    name = models.CharField(max_length=80)
    language = models.CharField(max_length=2, default="fr")
    single_keys = models.BooleanField(default=True)
    is_active = models.BooleanField(default=True)
    left_on = models.DateField(null=True, blank=True)

    objects = People()
    USERNAME_FIELD = "email"
    personal = {
        "email": Personal("mail address", _WHY, _TERM, _FORGET),
        "name": Personal("name known in the house", _WHY, _TERM, _FORGET),
        "password": Personal("password, hashed", _WHY, _TERM, _FORGET),
        "last_login": Personal("moment of the last sign-in", _WHY, _TERM, _FORGET),
    }

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="person_email_once")]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class Role(models.Model):
    """A person is something in one centre, or in a whole network."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=13, choices=choices.RoleKind)
    centre = models.ForeignKey(
        "centres.Centre", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    network = models.ForeignKey(
        Network, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    personal = {"person": Personal("roles in the house", _WHY, _TERM, _FORGET)}

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(centre__isnull=False, network__isnull=True)
                | Q(centre__isnull=True, network__isnull=False),
                name="role_in_centre_or_network",
            ),
            models.UniqueConstraint(fields=["person", "kind", "centre"], name="role_once"),
            models.UniqueConstraint(fields=["person", "kind", "network"], name="role_once_network"),
        ]

    def __str__(self) -> str:
        return self.kind


@pghistory.track()
class Competence(OwnedByCentre):
    """What somebody can answer: every theme of it in every language of it, for its audiences.

    Several rows are several products: one may advise in French on work, in Dutch only on learning.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    themes = ArrayField(models.SlugField())
    languages = ArrayField(models.SlugField())
    audiences = ArrayField(models.SlugField(), default=list, blank=True)

    personal = {
        "person": Personal("themes and languages somebody answers", _WHY, _TERM, _FORGET),
    }

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(themes__len__gt=0, languages__len__gt=0), name="competence_not_empty"
            )
        ]

    def __str__(self) -> str:
        return f"{','.join(self.themes)} {','.join(self.languages)}"


@pghistory.track()
class Employment(OwnedByCentre):
    """Which institution pays somebody: a table of its own, read by managers' screens only."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    employer = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")

    personal = {
        name: Personal("employing institution", "planning across employers", _TERM, _FORGET)
        for name in ("person", "employer")
    }

    class Meta:
        constraints = [models.UniqueConstraint(fields=["centre", "person"], name="employment_once")]

    def __str__(self) -> str:
        return str(self.employer_id)
