"""Who came: marks made at the door, and the totals that outlive every name."""

import uuid

from django.db import models
from django.db.models import Q

from phare.activities import choices
from phare.activities.models.registrations import Seat
from phare.activities.models.sessions import Session
from phare.centres.models import OwnedByCentre
from phare.ground.personal import Personal

_TERM = "as many days after the session as a manager sets, a week unless changed"
_FORGET = "phare.activities.actions.forget_registrations"


class CheckIn(OwnedByCentre):
    """A mark made on some tablet: this seat, or so many people without a registration, came.

    Tablets may be offline, and their clocks wrong: no moment is kept. A mark is there or is undone
    by a later one that names it, so any order of arrival and any repeat give the same result.
    """

    key = models.UUIDField(primary_key=True, default=uuid.uuid4)
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, null=True, related_name="+")
    mode = models.CharField(max_length=7, choices=choices.Mode)
    people = models.PositiveSmallIntegerField(default=1)
    undoes = models.UUIDField(null=True, blank=True)

    personal = {"seat": Personal("whose place it is", "to count who came", _TERM, _FORGET)}

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(people__gt=0) | Q(undoes__isnull=False), name="checkin_of_somebody"
            )
        ]

    def __str__(self) -> str:
        return str(self.key)


class Attendance(OwnedByCentre):
    """What became of a session in one mode, in numbers. It stays when every name has gone."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="+")
    mode = models.CharField(max_length=7, choices=choices.Mode)
    registered = models.PositiveIntegerField(default=0)  # had a place when the session began
    present = models.PositiveIntegerField(default=0)
    walked_in = models.PositiveIntegerField(default=0)  # of those present: without registering
    absent = models.PositiveIntegerField(default=0)  # registered, and did not come
    cancelled = models.PositiveIntegerField(default=0)
    left_waiting = models.PositiveIntegerField(default=0)
    languages = models.JSONField(default=dict)  # of those present: language code to people
    counted = models.BooleanField(default=True)  # False: nobody said how many came

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["session", "mode"], name="attendance_once"),
            models.CheckConstraint(
                condition=Q(walked_in__lte=models.F("present")), name="attendance_walked_in_came"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mode} {self.present}"
