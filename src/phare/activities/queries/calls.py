"""Whom reception calls."""

from django.db.models import Q

from phare.activities.models import CallOwed
from phare.centres.models import Centre
from phare.ground import clock


def calls_to_make(*, centre: Centre) -> list[CallOwed]:
    """What is still to be told by telephone, first owed first; nothing about what is past."""
    found = CallOwed.objects.filter(centre=centre, called=False).filter(
        Q(seat=None) | Q(seat__session__ends_at__gt=clock.now())
    )
    return list(
        found.select_related(
            "seat__registration", "seat__session__activity", "request__activity"
        ).order_by("owed_at", "pk")
    )


def call_to_make(number: int, *, centre: Centre) -> CallOwed | None:
    return CallOwed.objects.filter(centre=centre, pk=number).first()
