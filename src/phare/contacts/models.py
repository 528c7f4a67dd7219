"""The fact: one service event. Nothing here can name a visitor or a counsellor.

Codes, not foreign keys: a contact must outlive every table that could grow a name.
"""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from phare.centres.models import OwnedByCentre
from phare.contacts import choices


def _codes() -> ArrayField:
    return ArrayField(models.SlugField(), default=list, blank=True)


class Contact(OwnedByCentre):
    """`people` persons were served once. Negative: a correction, with its reason.

    No moment: day and half-day. No serial: the key is random, and comes from the form that was
    filled in, so that sending it twice counts once. Rows folded to months have the first day of
    the month, no half-day, and `people` added up.
    """

    key = models.UUIDField(primary_key=True, default=uuid.uuid4)
    day = models.DateField()
    half_day = models.CharField(max_length=9, choices=choices.HalfDay, blank=True)
    mode = models.CharField(max_length=10, choices=choices.Mode)
    channel = models.CharField(max_length=14, choices=choices.Channel)
    themes = _codes()
    language = models.SlugField(blank=True)
    audience = models.SlugField(blank=True)
    schemes = _codes()
    referred_to = _codes()
    people = models.IntegerField(default=1)
    correction = models.CharField(max_length=12, choices=choices.Correction, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["centre", "day"], name="contact_day"),
            GinIndex(fields=["schemes"], name="contact_schemes"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(people=0), name="contact_counts_somebody"),
            models.CheckConstraint(
                condition=Q(people__gt=0, correction="") | (Q(people__lt=0) & ~Q(correction="")),
                name="contact_negative_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(themes__len__lte=5), name="contact_themes_at_most_five"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.mode} {self.people}"


class VoluntaryProfile(OwnedByCentre):
    """What a person chose to say, by month, with no key to the contact it was said at.

    Group marginals as given; a question not answered is NOT_STATED, apart from every answer.
    """

    key = models.UUIDField(primary_key=True, default=uuid.uuid4)
    month = models.DateField()
    mode = models.CharField(max_length=10, choices=choices.Mode)
    channel = models.CharField(max_length=14, choices=choices.Channel)
    theme = models.SlugField(blank=True)
    language = models.SlugField(blank=True)
    gender = models.CharField(max_length=10, default=choices.NOT_STATED)
    age_band = models.CharField(max_length=10, default=choices.NOT_STATED)
    status = models.CharField(max_length=10, default=choices.NOT_STATED)
    municipality = models.CharField(max_length=10, default=choices.NOT_STATED)
    own_initiative = models.CharField(max_length=10, default=choices.NOT_STATED)
    first_visit = models.CharField(max_length=10, default=choices.NOT_STATED)
    # Of a group only sums are known: a row then answers one question, and says nothing of others.
    question = models.CharField(max_length=14, blank=True)
    people = models.IntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["centre", "month"], name="profile_month")]
        constraints = [
            models.CheckConstraint(condition=Q(month__day=1), name="profile_first_of_month"),
            models.CheckConstraint(condition=~Q(people=0), name="profile_counts_somebody"),
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.people}"


class CountedForm(OwnedByCentre):
    """The key of a form that added one to a counter, so that sending it again adds nothing.

    It holds neither theme nor language, and goes after a week.
    """

    key = models.UUIDField(primary_key=True)
    day = models.DateField()

    def __str__(self) -> str:
        return f"{self.day}"


class Counter(OwnedByCentre):
    """How often something happened on a day; anonymous, kept beside the contacts."""

    day = models.DateField()
    counted = models.CharField(max_length=14, choices=choices.Counted)
    theme = models.SlugField(blank=True)
    language = models.SlugField(blank=True)
    value = models.IntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["centre", "day", "counted", "theme", "language"], name="counter_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.counted} {self.value}"
