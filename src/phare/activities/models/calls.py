"""Letters to people who have a telephone and nothing else: somebody of reception calls them."""

from django.db import models
from django.db.models import Q

from phare.activities.models.registrations import Seat
from phare.activities.models.visits import GroupRequest
from phare.centres.models import OwnedByCentre
from phare.ground.personal import Personal

_TERM = "as many days after the session as a manager sets, a week unless changed"
_FORGET = "phare.activities.actions.forget_registrations"
_VISIT = "thirty days after the visit, or after the last word when there is none"
_FORGOT = "phare.activities.actions.forget_group_requests"


class CallOwed(OwnedByCentre):
    """What a letter would have told, to be told by telephone; `called` once somebody did."""

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, null=True, related_name="+")
    request = models.ForeignKey(GroupRequest, on_delete=models.CASCADE, null=True, related_name="+")
    kind = models.CharField(max_length=12)  # of the letter: `LetterKind` or `VisitLetterKind`
    version = models.PositiveIntegerField()
    called = models.BooleanField(default=False)
    owed_at = models.DateTimeField()

    personal = {
        "seat": Personal("who is to be called", "to tell what a letter would", _TERM, _FORGET),
        "request": Personal("who is to be called", "to tell what a letter would", _VISIT, _FORGOT),
        "owed_at": Personal("since when", "to call in order", _TERM, _FORGET),
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["seat", "kind", "version"], name="callowed_once"),
            models.UniqueConstraint(fields=["request", "kind", "version"], name="callowed_visit"),
            models.CheckConstraint(
                condition=Q(seat__isnull=True) ^ Q(request__isnull=True), name="callowed_to_one"
            ),
        ]

    def __str__(self) -> str:
        return self.kind
