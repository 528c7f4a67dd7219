"""What is offered: activities, and series that hold many of them."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from phare.activities import choices
from phare.centres.models import OwnedByCentre, Partner, new_key
from phare.ground.translated import TranslatedField


@pghistory.track()
class ActivitySettings(OwnedByCentre):
    """How a centre runs its programme; one row a centre, made when first asked for."""

    keep_days = models.PositiveSmallIntegerField(default=7)
    offer_hours = models.PositiveSmallIntegerField(default=24)
    passes_at_most = models.PositiveSmallIntegerField(default=3)
    reminder_hours = models.PositiveSmallIntegerField(default=24)
    video_minutes = models.PositiveSmallIntegerField(default=30)
    people_at_most = models.PositiveSmallIntegerField(default=6)
    one_sided = models.CharField(
        max_length=5, choices=choices.OneSided, default=choices.OneSided.BLOCK
    )
    house_networks = ArrayField(models.CharField(max_length=43), default=list, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["centre"], name="activitysettings_once"),
            models.CheckConstraint(
                condition=Q(keep_days__range=(0, 60)), name="activitysettings_kept_shortly"
            ),
            models.CheckConstraint(
                condition=Q(offer_hours__range=(1, 168)), name="activitysettings_offer_ends"
            ),
        ]

    def __str__(self) -> str:
        return str(self.centre_id)


@pghistory.track()
class Series(OwnedByCentre):
    """Sessions that belong together: a conference with its tracks, a cycle, a themed week."""

    key = models.CharField(max_length=16, unique=True, default=new_key)
    title = TranslatedField()
    lead = TranslatedField()
    text = TranslatedField()
    published = models.BooleanField(default=False)
    # One registration for the whole, workshops chosen inside it; else each session by itself.
    chosen_together = models.BooleanField(default=True)

    def __str__(self) -> str:
        return str(self.title)


class Track(OwnedByCentre):
    """A thread through a series: workshops of one subject or one room."""

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="+")
    title = TranslatedField()
    position = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.title)


@pghistory.track()
class Activity(OwnedByCentre):
    """An idea that can be given many times. Texts are for everybody; who leads it is not shown.

    `themes`, `audiences` and `scheme` are codes of the network's vocabulary. The age rule is
    declared by whoever registers, and never verified.
    """

    key = models.CharField(max_length=16, unique=True, default=new_key)
    kind = models.CharField(max_length=12, choices=choices.Kind)
    title = TranslatedField()
    lead = TranslatedField()
    text = TranslatedField()
    bring = TranslatedField()  # what to bring, how the room is reached
    themes = ArrayField(models.SlugField(), default=list)
    audiences = ArrayField(models.SlugField(), default=list, blank=True)
    scheme = models.SlugField(blank=True)
    age_from = models.PositiveSmallIntegerField(null=True, blank=True)
    age_below = models.PositiveSmallIntegerField(null=True, blank=True)
    state = models.CharField(
        max_length=8, choices=choices.ActivityState, default=choices.ActivityState.DRAFT
    )
    partners = models.ManyToManyField(Partner, related_name="+", blank=True)
    proposed_by = models.ForeignKey(
        Partner, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    wish = models.TextField(max_length=2000, blank=True)  # of whoever proposes: dates, room, means
    answer = models.TextField(max_length=1000, blank=True)  # to whoever proposed it
    # For groups on request: shown among the visits a school or delegation may ask for.
    on_request = models.BooleanField(default=False)
    preparation = TranslatedField()  # sheet for the class before it comes

    class Meta:
        indexes = [models.Index(fields=["centre", "state"], name="activity_state")]
        constraints = [
            models.CheckConstraint(
                condition=Q(age_from=None) | Q(age_below=None) | Q(age_from__lt=F("age_below")),
                name="activity_ages_forward",
            ),
            models.CheckConstraint(
                condition=Q(themes__len__lte=5), name="activity_themes_at_most_five"
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)
