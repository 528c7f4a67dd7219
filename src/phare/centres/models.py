"""The shared kernel: every other room may look at these tables."""

import secrets
import uuid

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from phare.centres import choices
from phare.ground.translated import TranslatedField, both_languages


def new_key() -> str:
    """An unguessable address part."""
    return secrets.token_urlsafe(9)


class Network(models.Model):
    """Centres that add up: they share vocabulary and definitions."""

    slug = models.SlugField(unique=True)
    name = TranslatedField()

    def __str__(self) -> str:
        return str(self.name)


class OwnedByNetwork(models.Model):
    network = models.ForeignKey(Network, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class Word(OwnedByNetwork):
    """An item of the network's vocabulary, known everywhere by its code."""

    code = models.SlugField()
    name = TranslatedField()
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["network", "code"], name="%(class)s_once"),
            models.CheckConstraint(condition=both_languages("name"), name="%(class)s_fr_and_nl"),
        ]

    def __str__(self) -> str:
        return str(self.name)


class Theme(Word):
    """One of the five lights: code, letter of its tickets and picture."""

    letter = models.CharField(max_length=1)
    lead = TranslatedField()
    text = TranslatedField()

    class Meta(Word.Meta):
        constraints = [
            *Word.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(letter=choices.PAPER_LETTER), name="theme_not_on_paper"
            ),
        ]


class Language(Word):
    """A language somebody may be answered in; `code` is ISO 639-1, or `sgn` for signing."""

    is_interface = models.BooleanField(default=False)


class Audience(Word):
    """A public for whom some counsellors are specialised."""


class Scheme(Word):
    """A scheme whose contacts are tagged, never added up to the total."""


class Municipality(models.Model):
    """A municipality by its NIS code; `region` groups those that are not listed one by one."""

    nis = models.CharField(max_length=5, primary_key=True)
    name = TranslatedField()

    def __str__(self) -> str:
        return str(self.name)


class Revision(models.Model):
    """The state of this room: a trigger on each of its tables gives it a new stamp at every write.

    One row. See `phare.centres.remembered`.
    """

    stamp = models.UUIDField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="revision_is_one")]

    def __str__(self) -> str:
        return str(self.stamp)


@pghistory.track()
class Centre(OwnedByNetwork):
    """One house. Its settings are typed columns."""

    revision: uuid.UUID | None = None  # of the room when it was read at the door; not a column
    slug = models.SlugField(unique=True)
    name = TranslatedField()
    hosts = ArrayField(models.CharField(max_length=253), default=list, blank=True)
    street = TranslatedField()
    postcode = models.CharField(max_length=10, blank=True)
    city = TranslatedField()
    way = TranslatedField()  # how to come
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    time_zone = models.CharField(max_length=40, default="Europe/Brussels")
    label_state = models.CharField(
        max_length=12, choices=choices.LabelState, default=choices.LabelState.NONE
    )
    label_since = models.DateField(null=True, blank=True)
    themes = models.ManyToManyField(Theme, related_name="+")
    languages = models.ManyToManyField(Language, related_name="+")
    audiences = models.ManyToManyField(Audience, related_name="+", blank=True)
    schemes = models.ManyToManyField(Scheme, related_name="+", blank=True)
    training = models.BooleanField(default=False)
    last_ticket_minutes = models.PositiveSmallIntegerField(default=20)
    longest_wait_first = models.BooleanField(default=True)
    rare_language_first = models.BooleanField(default=True)
    audience_reserved = models.BooleanField(default=True)
    parked_at_most = models.PositiveSmallIntegerField(default=2)
    open_series = models.CharField(max_length=1, default="R")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(open_series=choices.PAPER_LETTER), name="open_series_not_on_paper"
            )
        ]

    def __str__(self) -> str:
        return str(self.name)


class OwnedByCentre(models.Model):
    """Everything that belongs to one centre; nothing of it answers to another."""

    centre = models.ForeignKey(Centre, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class Place(OwnedByCentre):
    """A desk, a room or an area of seats."""

    kind = models.CharField(max_length=5, choices=choices.PlaceKind)
    code = models.CharField(max_length=12)
    name = TranslatedField()
    capacity = models.PositiveSmallIntegerField(default=1)
    position = models.PositiveSmallIntegerField(default=0)
    signing = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["centre", "kind", "code"], name="place_once")
        ]

    def __str__(self) -> str:
        return self.code


class Screen(OwnedByCentre):
    """A kiosk or a board: whoever holds its key may stand at the door."""

    kind = models.CharField(max_length=5, choices=choices.ScreenKind)
    name = models.CharField(max_length=60)
    key = models.CharField(max_length=32, unique=True, default=new_key)

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class OpeningHours(OwnedByCentre):
    """One span of one weekday, from `valid_from` on; several spans make a day."""

    kind = models.CharField(max_length=14, choices=choices.Hours)
    weekday = models.PositiveSmallIntegerField(choices=choices.WEEKDAYS)
    opens = models.TimeField()
    closes = models.TimeField()
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(opens__lt=F("closes")), name="hours_forward"),
            models.CheckConstraint(condition=Q(weekday__lte=6), name="hours_weekday"),
            models.UniqueConstraint(
                fields=["centre", "kind", "weekday", "opens", "valid_from"], name="hours_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.weekday} {self.opens:%H:%M}-{self.closes:%H:%M}"


@pghistory.track()
class SchoolHoliday(OwnedByCentre):
    name = TranslatedField()
    first_on = models.DateField()
    last_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(first_on__lte=F("last_on")), name="schoolholiday_forward"
            )
        ]

    def __str__(self) -> str:
        return str(self.name)


@pghistory.track()
class Closure(OwnedByCentre):
    """A service that is closed, or runs otherwise, on some days: why, and what to tell people."""

    service = models.CharField(max_length=13, choices=choices.Service)
    regime = models.CharField(max_length=14, choices=choices.Regime)
    first_on = models.DateField()
    last_on = models.DateField()
    reason = models.CharField(max_length=200)
    sentence = TranslatedField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(first_on__lte=F("last_on")), name="closure_forward"),
            models.CheckConstraint(
                condition=Q(sentence__has_keys=["fr", "nl", "en", "de"]), name="closure_said_four"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.service} {self.regime} {self.first_on}"


@pghistory.track()
class Derogation(OwnedByCentre):
    """A rule of the charter lifted for a time; it is printed in the annual report."""

    rule = models.CharField(max_length=12, choices=choices.CharterRule)
    granted_by = models.CharField(max_length=120)
    granted_on = models.DateField()
    first_on = models.DateField()
    last_on = models.DateField()
    reason = TranslatedField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(first_on__lte=F("last_on")), name="derogation_forward"
            )
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.first_on}"


@pghistory.track()
class Notice(OwnedByCentre):
    """A sentence shown on every face while it is true."""

    level = models.CharField(max_length=6, choices=choices.Level, default=choices.Level.INFO)
    text = TranslatedField()
    shown_from = models.DateTimeField()
    shown_until = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(shown_from__lt=F("shown_until")), name="notice_forward"
            ),
            models.CheckConstraint(
                condition=Q(text__has_keys=["fr", "nl"]), name="notice_fr_and_nl"
            ),
        ]

    def __str__(self) -> str:
        return str(self.text)


@pghistory.track()
class Partner(OwnedByCentre):
    """An organisation; `kind` says what it brings, the dates since when."""

    key = models.UUIDField(default=uuid.uuid4, unique=True)
    name = TranslatedField()
    kind = models.CharField(max_length=13, choices=choices.PartnerKind)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.name)
