"""Reminders: owed once a session, some hours before it begins."""

from datetime import timedelta

from django.db import transaction

from phare.activities.actions.owing import owe_letter
from phare.activities.choices import LetterKind, SeatState, SessionState
from phare.activities.models import Seat, Session
from phare.activities.queries.settings import settings_of
from phare.centres.models import Centre
from phare.ground import clock


@transaction.atomic
def remind_session(session: Session) -> int:
    """A reminder to everybody who has a place; says how many, 0 when it was done before."""
    held = Session.objects.select_for_update(of=("self",), no_key=True).get(pk=session.pk)
    if held.reminded or held.state != SessionState.PUBLISHED:
        return 0
    held.reminded = True
    held.save(update_fields=["reminded"])
    seats = Seat.objects.filter(session=held, state=SeatState.SEATED)
    found = list(seats.select_related("registration").order_by("pk"))
    for seat in found:
        owe_letter(seat, LetterKind.REMINDER)
    return len(found)


def remind_all(*, centre: Centre) -> int:
    """Every session that begins within the hours a manager set; one transaction each."""
    now = clock.now()
    until = now + timedelta(hours=settings_of(centre=centre).reminder_hours)
    due = Session.objects.filter(
        centre=centre,
        state=SessionState.PUBLISHED,
        reminded=False,
        starts_at__gt=now,
        starts_at__lte=until,
    )
    return sum(remind_session(session) for session in due.order_by("starts_at", "pk"))
