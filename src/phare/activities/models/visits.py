"""Groups that ask to come: a contact person, a number, dates proposed back and forth."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from phare.activities import choices
from phare.activities.models.programme import Activity
from phare.activities.models.registrations import Registration
from phare.centres.models import OwnedByCentre
from phare.ground.personal import Personal

_TERM = "thirty days after the visit, or after the last word when there is none"
_FORGET = "phare.activities.actions.forget_group_requests"


class GroupRequest(OwnedByCentre):
    """A class, partners or a delegation would like to come; agreed on, it becomes a session."""

    key = models.UUIDField(unique=True, default=uuid.uuid4)
    kind = models.CharField(max_length=10, choices=choices.RegistrationKind)
    state = models.CharField(
        max_length=9, choices=choices.RequestState, default=choices.RequestState.ASKED
    )
    activity = models.ForeignKey(
        Activity, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    organisation = models.CharField(max_length=120)
    name = models.CharField(max_length=60)
    mail = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    language = models.CharField(max_length=2, default="fr")
    people = models.PositiveSmallIntegerField()
    audience = models.SlugField(blank=True)
    wish = models.TextField(max_length=2000, blank=True)
    needs = ArrayField(models.CharField(max_length=13), default=list, blank=True)
    needs_note = models.CharField(max_length=300, blank=True)
    answer = models.TextField(max_length=1000, blank=True)
    link_version = models.PositiveIntegerField(default=1)
    version = models.PositiveIntegerField(default=1)  # of the last letter owed
    registration = models.ForeignKey(
        Registration, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    mail_failed = models.BooleanField(default=False)
    touched_at = models.DateTimeField()

    personal = {
        "name": Personal("contact person of a group", "to prepare a visit", _TERM, _FORGET),
        "organisation": Personal("school or organisation", "to prepare a visit", _TERM, _FORGET),
        "mail": Personal("mail address", "to prepare a visit", _TERM, _FORGET),
        "phone": Personal("telephone number", "to prepare a visit", _TERM, _FORGET),
        "key": Personal("key of the form", "to ask once", _TERM, _FORGET),
        "wish": Personal("what the group hopes for", "to prepare a visit", _TERM, _FORGET),
        "needs": Personal("what to prepare", "to be welcome", _TERM, _FORGET),
        "needs_note": Personal("what to prepare, in words", "to be welcome", _TERM, _FORGET),
        "answer": Personal("what the centre answered", "to prepare a visit", _TERM, _FORGET),
        "registration": Personal("place of the group", "to keep it", _TERM, _FORGET),
        "touched_at": Personal("moment of the last word", "to answer in order", _TERM, _FORGET),
    }

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(people__gt=0), name="grouprequest_for_somebody"),
            models.CheckConstraint(
                condition=Q(kind__in=choices.GROUPS), name="grouprequest_of_a_group"
            ),
            models.CheckConstraint(
                condition=~Q(mail="") | ~Q(phone=""), name="grouprequest_reachable"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.people}"


class DateProposal(OwnedByCentre):
    """A date one side proposes; the other takes it or proposes another."""

    request = models.ForeignKey(GroupRequest, on_delete=models.CASCADE, related_name="+")
    side = models.CharField(max_length=6, choices=choices.Side)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    refused = models.BooleanField(default=False)

    personal = {
        field: Personal("date proposed for a visit", "to agree on one", _TERM, _FORGET)
        for field in ("starts_at", "ends_at")
    }

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_at__lt=F("ends_at")), name="dateproposal_forward"
            ),
            models.UniqueConstraint(
                fields=["request", "side", "starts_at"], name="dateproposal_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.side} {self.starts_at:%Y-%m-%d %H:%M}"
