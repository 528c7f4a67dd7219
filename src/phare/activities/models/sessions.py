"""When and where: sessions, the rooms they hold, the places there are, who gives them."""

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q

from phare.activities import choices
from phare.activities.models.programme import Activity, Series, Track
from phare.centres.models import OwnedByCentre, Place, new_key
from phare.ground.personal import Personal
from phare.ground.translated import TranslatedField, both_languages

_STAFF = "until the person leaves, plus thirty days"
_FORGET_STAFF = "phare.activities.actions.forget_facilitators"


class Recurrence(OwnedByCentre):
    """Every session made from one pattern. `rule` is an RRULE of RFC 5545, read in local time."""

    rule = models.CharField(max_length=200)
    skips_holidays = models.BooleanField(default=True)

    def __str__(self) -> str:
        return self.rule


class Session(OwnedByCentre):
    """One date of an activity. In a room, at another address, by video, or several of these."""

    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="+")
    series = models.ForeignKey(
        Series, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    track = models.ForeignKey(
        Track, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    plenary = models.BooleanField(default=False)  # whoever registers for the series is there
    key = models.CharField(max_length=16, unique=True, default=new_key)
    uid = models.UUIDField(unique=True, default=uuid.uuid4)  # of its calendar entry
    sequence = models.PositiveIntegerField(default=0)  # of its calendar entry: one more a change
    state = models.CharField(
        max_length=9, choices=choices.SessionState, default=choices.SessionState.DRAFT
    )
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    languages = ArrayField(models.SlugField())
    address = TranslatedField()  # when it is not in the house
    note = TranslatedField()
    video = models.CharField(
        max_length=7, choices=choices.VideoProvider, default=choices.VideoProvider.NONE
    )
    video_address = models.URLField(max_length=500, blank=True)
    closes_at = models.DateTimeField(null=True, blank=True)  # registration; None is the start
    cancelled_because = TranslatedField()
    recurrence = models.ForeignKey(
        Recurrence, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    original_start = models.DateTimeField(null=True, blank=True)  # its place in the recurrence
    import_uid = models.CharField(max_length=255, blank=True)
    import_digest = models.CharField(max_length=64, blank=True)  # of the row it came from
    # Made for a group that asked: it stands in no agenda, and nobody else registers.
    by_request = models.BooleanField(default=False)
    reminded = models.BooleanField(default=False)
    training = models.BooleanField(default=False)  # planned in training: counts nowhere

    class Meta:
        indexes = [
            models.Index(fields=["centre", "starts_at"], name="session_start"),
            models.Index(fields=["activity", "starts_at"], name="session_of_activity"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(starts_at__lt=F("ends_at")), name="session_forward"),
            models.CheckConstraint(condition=Q(languages__len__gt=0), name="session_in_a_language"),
            models.CheckConstraint(
                condition=~Q(state="CANCELLED")
                | (both_languages("cancelled_because") & ~Q(cancelled_because={})),
                name="session_cancelled_with_reason",
            ),
            models.UniqueConstraint(
                fields=["recurrence", "original_start"], name="session_once_a_recurrence"
            ),
            models.UniqueConstraint(
                fields=["centre", "import_uid"],
                condition=~Q(import_uid=""),
                name="session_imported_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M}"


class RoomUse(OwnedByCentre):
    """A session holds a room for a while: no room holds two. The row goes when it is cancelled."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="+")
    room = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    during = DateTimeRangeField()

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="roomuse_one_at_a_time",
                expressions=[("room", RangeOperators.EQUAL), ("during", RangeOperators.OVERLAPS)],
            ),
            models.CheckConstraint(
                condition=Q(
                    during__isempty=False, during__lower_inf=False, during__upper_inf=False
                ),
                name="roomuse_has_an_end",
            ),
        ]

    def __str__(self) -> str:
        return str(self.during)


class RoomCombination(OwnedByCentre):
    """Rooms whose walls open: held together, counted together."""

    title = TranslatedField()
    rooms = models.ManyToManyField(Place, related_name="+")
    capacity = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(capacity__gt=0), name="roomcombination_holds_somebody"
            )
        ]

    def __str__(self) -> str:
        return str(self.title)


class ReducedCapacity(OwnedByCentre):
    """Days on which a room takes fewer people than usual, and why."""

    room = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")
    first_on = models.DateField()
    last_on = models.DateField()
    capacity = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(first_on__lte=F("last_on")), name="reducedcapacity_forward"
            )
        ]

    def __str__(self) -> str:
        return f"{self.first_on} {self.capacity}"


class ModeCapacity(OwnedByCentre):
    """The places of a session in one mode: the row everybody who enters or leaves passes through.

    `planned` is what the organiser wants, `capacity` what there is (a reduced room takes fewer),
    `taken` the people who have or are offered a place, `waiting` the registrations in the list,
    `last` the number last given in it.
    """

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="+")
    mode = models.CharField(max_length=7, choices=choices.Mode)
    planned = models.PositiveIntegerField()
    capacity = models.PositiveIntegerField()
    taken = models.PositiveIntegerField(default=0)
    waiting = models.PositiveIntegerField(default=0)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "mode"], name="modecapacity_once"),
            models.CheckConstraint(
                condition=Q(taken__lte=F("capacity")), name="modecapacity_never_oversold"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mode} {self.taken}/{self.capacity}"


class Facilitation(OwnedByCentre):
    """Somebody of the staff gives or helps with a session; no visitor is ever shown who."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")

    personal = {"person": Personal("who gives a session", "to plan the day", _STAFF, _FORGET_STAFF)}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "person"], name="facilitation_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Task(OwnedByCentre):
    """Something to do before or after a session, by a day."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="+")
    session = models.ForeignKey(
        Session, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    what = models.CharField(max_length=200)
    due_on = models.DateField()
    done = models.BooleanField(default=False)
    person = models.ForeignKey(
        "people.Person", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    personal = {"person": Personal("who does a task", "to plan the day", _STAFF, _FORGET_STAFF)}

    def __str__(self) -> str:
        return self.what
