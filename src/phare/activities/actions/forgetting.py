"""What the programme knew of people goes when its time has come; no figure moves."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef

from phare.activities.actions.closing import Counted, close_session, note_attendance
from phare.activities.choices import SessionState
from phare.activities.models import (
    Attendance,
    CheckIn,
    Facilitation,
    Registration,
    Seat,
    Session,
    Task,
    UsedChallenge,
)
from phare.activities.queries.attendance import heads_noted
from phare.activities.queries.settings import settings_of
from phare.centres.models import Centre
from phare.ground import clock

ALONE = timedelta(days=7)  # a registration that never had a seat
STAFF_YEAR = timedelta(days=365)


@transaction.atomic
def forget_needs(*, centre: Centre) -> int:
    """Once every session of a registration is over, nobody has to prepare anything for it."""
    to_come = Seat.objects.filter(registration=OuterRef("pk"), session__ends_at__gt=clock.now())
    found = Registration.objects.filter(~Exists(to_come), centre=centre).exclude(
        needs=[], needs_note=""
    )
    return found.update(needs=[], needs_note="")


@transaction.atomic
def forget_registrations(*, centre: Centre) -> int:
    """Names, addresses and places go so many days after the last session; totals stay.

    A session nobody closed is closed with the marks made at its door; where there is none, the
    totals that are known are written first. Safe to repeat.
    """
    before = clock.now() - timedelta(days=settings_of(centre=centre).keep_days)
    over = Session.objects.filter(centre=centre, ends_at__lt=before)
    known = Exists(Seat.objects.filter(session=OuterRef("pk")))
    marked = Exists(CheckIn.objects.filter(session=OuterRef("pk")))
    for session in over.filter(known | marked, state=SessionState.PUBLISHED).exclude(
        Exists(Attendance.objects.filter(session=OuterRef("pk"), counted=True))
    ):
        if heads := heads_noted(session):
            close_session(session, Counted(heads, {}), centre=centre)
        else:
            note_attendance(session, {}, counted=False)
    CheckIn.objects.filter(session__in=over).delete()
    later = Seat.objects.filter(registration=OuterRef("pk"), session__ends_at__gte=before)
    seated = Seat.objects.filter(registration=OuterRef("pk"))
    gone = Registration.objects.filter(~Exists(later), centre=centre)
    with_seat = gone.filter(Exists(seated))
    alone = gone.filter(~Exists(seated), registered_at__lt=clock.now() - ALONE)
    return with_seat.delete()[0] + alone.delete()[0]


@transaction.atomic
def forget_facilitators(*, centre: Centre) -> int:
    """Who gave what a year ago, and what those who left gave or had to do, is forgotten."""
    now = clock.now()
    old = Facilitation.objects.filter(centre=centre, session__ends_at__lt=now - STAFF_YEAR)
    left = clock.today(centre.time_zone) - timedelta(days=30)
    gone = Facilitation.objects.filter(centre=centre, person__left_on__lt=left)
    Task.objects.filter(centre=centre, person__left_on__lt=left).update(person=None)
    return old.delete()[0] + gone.delete()[0]


@transaction.atomic
def drop_used_challenges(*, centre: Centre) -> int:
    """Stamps nobody could hand in any more."""
    return UsedChallenge.objects.filter(centre=centre, expires_at__lt=clock.now()).delete()[0]
