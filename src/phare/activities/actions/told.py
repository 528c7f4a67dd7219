"""What became of a letter: what it said, or that it could not be delivered."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from phare.activities.actions.calls import owe_call, owe_visit_call
from phare.activities.models import GroupRequest, Registration, Seat
from phare.centres.models import Centre


@transaction.atomic
def note_told(said: dict[int, dict[str, Any]], *, centre: Centre) -> None:
    """A letter said this of those seats; the next one tells what differs from it."""
    seats = Seat.objects.filter(centre=centre, pk__in=said).order_by("pk")
    for seat in seats.select_for_update(of=("self",), no_key=True):
        seat.told = {**seat.told, **said[seat.pk]}
        seat.save(update_fields=["told"])


@transaction.atomic
def note_withdrawn(seats: Sequence[int], *, centre: Centre) -> None:
    """A calendar was told to drop the entries of these seats."""
    found = Seat.objects.filter(centre=centre, registration__in=_registrations(seats, centre))
    for seat in found.order_by("pk").select_for_update(of=("self",), no_key=True):
        if seat.told.get("invited") and seat.state != "SEATED":
            seat.told = {**seat.told, "invited": False}
            seat.save(update_fields=["told"])


def _registrations(seats: Sequence[int], centre: Centre) -> Any:
    found = Seat.objects.filter(centre=centre, pk__in=seats)
    return found.values("registration")


@transaction.atomic
def mark_mail_failed(
    seat: int, *, centres: Sequence[Centre], kind: str, version: int, reach: int
) -> None:
    """The address does not take letters: reception and the organiser see it, and may call.

    `reach` is that of the letter; when the address is another one by now, nothing is marked.
    Safe to repeat, also when the seat has been forgotten.
    """
    found = (
        Seat.objects.filter(pk=seat, centre__in=centres, registration__link_version=reach)
        .select_related("registration")
        .first()
    )
    if found is None:
        return
    Registration.objects.filter(pk=found.registration_id).exclude(mail="").update(mail_failed=True)
    if found.registration.phone:
        owe_call(found, kind=kind, version=version)


@transaction.atomic
def mark_visit_mail_failed(
    request: int, *, centres: Sequence[Centre], kind: str, version: int, reach: int
) -> None:
    """The same for a group that asked to come."""
    found = GroupRequest.objects.filter(pk=request, centre__in=centres, link_version=reach).first()
    if found is None:
        return
    GroupRequest.objects.filter(pk=found.pk).exclude(mail="").update(mail_failed=True)
    if found.phone:
        owe_visit_call(found, kind=kind, version=version)
