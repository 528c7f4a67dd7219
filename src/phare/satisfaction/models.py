"""Voluntary voice: what people think, tied to nobody."""

import secrets
import uuid

from django.db import models
from django.db.models import Q

from phare.centres.models import OwnedByCentre
from phare.contacts.choices import Mode
from phare.ground.personal import Personal
from phare.satisfaction import choices


def new_token() -> str:
    return secrets.token_urlsafe(12)


class About(OwnedByCentre):
    """What an opinion is about: a copy, never a key."""

    day = models.DateField()
    mode = models.CharField(max_length=10, choices=Mode)
    theme = models.SlugField(blank=True)
    language = models.SlugField(blank=True)

    class Meta:
        abstract = True


class Invitation(About):
    """A one-time token that opens the questions; it vanishes when they are answered."""

    token = models.CharField(max_length=24, unique=True, default=new_token)
    expires_on = models.DateField()

    def __str__(self) -> str:
        return f"{self.day} {self.mode}"


class Opinion(About):
    """One answered questionnaire, by month: `day` is the first of it."""

    key = models.UUIDField(unique=True, default=uuid.uuid4)
    source = models.CharField(max_length=5, choices=choices.Source)
    found = models.CharField(max_length=6, choices=choices.Found, blank=True)
    content = models.CharField(max_length=6, choices=choices.Content, blank=True)
    recommend = models.CharField(max_length=7, choices=choices.Recommend, blank=True)
    comment = models.TextField(max_length=1000, blank=True)

    # Asked for without a name; somebody may write one all the same.
    personal = {
        "comment": Personal(
            "what somebody wrote in their own words",
            "to hear what people say",
            "until the end of the year after",
            "phare.satisfaction.actions.forget_comments",
        )
    }

    class Meta:
        indexes = [models.Index(fields=["centre", "day"], name="opinion_day")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(found="", content="", recommend="", comment=""),
                name="opinion_says_something",
            )
        ]

    def __str__(self) -> str:
        return f"{self.day:%Y-%m} {self.content}"
