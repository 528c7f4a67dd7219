"""Calls that reception owes to people whom no letter reaches."""

from django.db import transaction

from phare.activities.choices import LetterKind
from phare.activities.models import CallOwed, GroupRequest, Seat
from phare.centres.models import Centre
from phare.ground import clock

# Worth a call: what they cannot know. The rest was answered when they registered, or is a courtesy.
WORTH_A_CALL = (
    LetterKind.OFFER,
    LetterKind.LAPSED,
    LetterKind.CHANGE,
    LetterKind.CANCELLED,
    LetterKind.REMINDER,
)


@transaction.atomic
def owe_call(seat: Seat, *, kind: str, version: int) -> CallOwed | None:
    """One line of the list for what a letter would have told; None when it is not worth a call."""
    if kind not in WORTH_A_CALL:
        return None
    call, _ = CallOwed.objects.get_or_create(
        seat=seat,
        kind=kind,
        version=version,
        defaults={"centre": seat.centre, "owed_at": clock.now()},
    )
    return call


@transaction.atomic
def owe_call_for(seat: int, *, kind: str, version: int, centre: Centre) -> None:
    """The same for whoever knows the seat by its number."""
    found = Seat.objects.filter(centre=centre, pk=seat).first()
    if found is not None:
        owe_call(found, kind=kind, version=version)


@transaction.atomic
def owe_visit_call(request: GroupRequest, *, kind: str, version: int) -> CallOwed:
    call, _ = CallOwed.objects.get_or_create(
        request=request,
        kind=kind,
        version=version,
        defaults={"centre": request.centre, "owed_at": clock.now()},
    )
    return call


@transaction.atomic
def owe_visit_call_for(request: int, *, kind: str, version: int, centre: Centre) -> None:
    found = GroupRequest.objects.filter(centre=centre, pk=request).first()
    if found is not None:
        owe_visit_call(found, kind=kind, version=version)


@transaction.atomic
def mark_called(call: CallOwed) -> None:
    """Somebody was told by telephone. Safe to repeat."""
    CallOwed.objects.filter(pk=call.pk).update(called=True)
