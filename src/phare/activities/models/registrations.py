"""Who comes: a name that may be invented, one way to be reached, and a date of death."""

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import Q

from phare.activities import choices
from phare.activities.codes import new_code
from phare.activities.models.programme import Series
from phare.activities.models.sessions import Session
from phare.centres.models import OwnedByCentre
from phare.ground.personal import Personal

_TERM = "as many days after the session as a manager sets, a week unless changed"
_FORGET = "phare.activities.actions.forget_registrations"
_NEEDS = "the session"
_FORGET_NEEDS = "phare.activities.actions.forget_needs"


class Registration(OwnedByCentre):
    """Somebody, or a group with its contact person, who wants to come.

    Neither mail nor telephone is needed at the desk. `link_version` is the one of the signed link
    that works; every older link has been replaced.
    """

    key = models.UUIDField(unique=True, default=uuid.uuid4)
    kind = models.CharField(
        max_length=10,
        choices=choices.RegistrationKind,
        default=choices.RegistrationKind.PERSON,
    )
    source = models.CharField(max_length=5, choices=choices.Source)
    series = models.ForeignKey(
        Series, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    name = models.CharField(max_length=60, blank=True)
    organisation = models.CharField(max_length=120, blank=True)
    mail = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    language = models.CharField(max_length=2, default="fr")
    people = models.PositiveSmallIntegerField(default=1)
    needs = ArrayField(models.CharField(max_length=13), default=list, blank=True)
    needs_note = models.CharField(max_length=300, blank=True)
    link_version = models.PositiveIntegerField(default=1)
    mail_failed = models.BooleanField(default=False)
    registered_at = models.DateTimeField()

    personal = {
        "name": Personal("a first name, true or invented", "to be greeted", _TERM, _FORGET),
        "organisation": Personal("school or organisation of a group", "visits", _TERM, _FORGET),
        "mail": Personal("mail address", "confirmation, reminder, changes", _TERM, _FORGET),
        "phone": Personal("telephone number", "reminder, changes", _TERM, _FORGET),
        "key": Personal("key of the form", "to register once", _TERM, _FORGET),
        "needs": Personal("what to prepare", "to be welcome", _NEEDS, _FORGET_NEEDS),
        "needs_note": Personal("what to prepare, in words", "to be welcome", _NEEDS, _FORGET_NEEDS),
        "registered_at": Personal("moment of registering", "order of letters", _TERM, _FORGET),
    }

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(people__gt=0), name="registration_for_somebody"),
            models.CheckConstraint(
                condition=~Q(source=choices.Source.WEB) | ~Q(mail="") | ~Q(phone=""),
                name="registration_reachable_from_the_web",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Seat(OwnedByCentre):
    """What a registration has in one mode of one session: a place, an offer, or a turn in the list.

    `number` gives the order of entering; `passed` how often smaller parties went before; `version`
    goes up with every change a letter tells. `code` is shown at the door and opens nothing.
    """

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="+")
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="+")
    mode = models.CharField(max_length=7, choices=choices.Mode)
    people = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=9, choices=choices.SeatState)
    number = models.PositiveIntegerField(default=0)
    passed = models.PositiveSmallIntegerField(default=0)
    during = DateTimeRangeField()
    offered_until = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    code = models.CharField(max_length=8, default=new_code)
    presence = models.CharField(
        max_length=7, choices=choices.Presence, default=choices.Presence.UNKNOWN
    )
    present_people = models.PositiveSmallIntegerField(null=True, blank=True)
    told = models.JSONField(default=dict, blank=True)  # what the last letter said of the session

    personal = {
        "registration": Personal("whose place it is", "to keep it", _TERM, _FORGET),
        "code": Personal("code for the door", "to be noted as present", _TERM, _FORGET),
        "offered_until": Personal("end of an offer", "to pass it on", _TERM, _FORGET),
        "presence": Personal("whether somebody came", "to count no-shows", _TERM, _FORGET),
        "told": Personal("what the last letter said", "to tell what changed", _TERM, _FORGET),
    }

    class Meta:
        indexes = [
            models.Index(
                fields=["session", "mode", "number"],
                name="seat_waiting",
                condition=Q(state="WAITING"),
            ),
            models.Index(
                fields=["offered_until"], name="seat_offered", condition=Q(state="OFFERED")
            ),
            models.Index(fields=["session", "registration"], name="seat_session"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["registration", "session", "mode"],
                condition=Q(state__in=choices.ALIVE),
                name="seat_once_a_mode",
            ),
            models.UniqueConstraint(
                fields=["registration", "session"],
                condition=Q(state="SEATED"),
                name="seat_one_place_a_session",
            ),
            models.UniqueConstraint(fields=["session", "code"], name="seat_code_once"),
            ExclusionConstraint(
                name="seat_one_place_at_a_time",
                expressions=[
                    ("registration", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
                condition=Q(state="SEATED"),
            ),
            models.CheckConstraint(condition=Q(people__gt=0), name="seat_for_somebody"),
            models.CheckConstraint(
                condition=~Q(state="OFFERED") | Q(offered_until__isnull=False),
                name="seat_offer_ends",
            ),
            models.CheckConstraint(
                condition=~Q(state="WAITING") | Q(number__gt=0), name="seat_waiting_has_a_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mode} {self.state}"


class UsedChallenge(OwnedByCentre):
    """A form's stamp or proof of work that has been handed in: nobody can hand it in again."""

    digest = models.CharField(max_length=64)
    expires_at = models.DateTimeField()

    personal = {
        "expires_at": Personal(
            "until when a form's stamp is remembered",
            "to accept a form once",
            "one hour",
            "phare.activities.actions.drop_used_challenges",
        )
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["centre", "digest"], name="usedchallenge_once")
        ]

    def __str__(self) -> str:
        return self.digest
