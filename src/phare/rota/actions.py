"""What changes the planning."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from phare.centres.models import Centre, Place
from phare.ground import clock
from phare.ground.periods import Period
from phare.rota.choices import Post
from phare.rota.models import Absence, Shift
from phare.rota.queries import shifts_between

if TYPE_CHECKING:
    from phare.people.models import Person


class AlreadyPlanned(Exception):
    """The person has another post, or the desk another person, in that period."""


class DeskIsNeeded(Exception):
    """A shift at a desk names the desk."""


class DaysRunBackwards(Exception):
    """The last day is before the first one."""


@transaction.atomic
def plan_shift(
    person: "Person", *, centre: Centre, post: str, period: Period, place: Place | None = None
) -> Shift:
    """Puts `person` at `post`; the very same again changes nothing.

    Raises `AlreadyPlanned`, `DeskIsNeeded`.
    """
    if post == Post.DESK and place is None:
        raise DeskIsNeeded
    during = DateTimeTZRange(period.start, period.end)
    wanted = {"person": person, "post": Post(post), "place": place, "during": during}
    try:
        with transaction.atomic():
            return Shift.objects.create(centre=centre, **wanted)
    except IntegrityError as error:
        same = Shift.objects.filter(centre=centre, **wanted).first()
        if same is None:
            raise AlreadyPlanned from error
        return same


@transaction.atomic
def plan_shifts(
    rows: Iterable[tuple["Person", str, Period, Place | None]], *, centre: Centre
) -> int:
    """Writes a whole planning at once; nothing of it if one shift is impossible."""
    shifts = [
        Shift(
            person=person,
            centre=centre,
            post=post,
            place=place,
            during=DateTimeTZRange(period.start, period.end),
        )
        for person, post, period, place in rows
    ]
    try:
        with transaction.atomic():
            Shift.objects.bulk_create(shifts, batch_size=2000)
    except IntegrityError as error:
        raise AlreadyPlanned from error
    return len(shifts)


@transaction.atomic
def cancel_shift(shift: Shift) -> None:
    shift.delete()


@transaction.atomic
def record_absence(person: "Person", *, centre: Centre, first_on: date, last_on: date) -> Absence:
    """The person's shifts of those days count for nothing; they come back if it is cancelled."""
    if last_on < first_on:
        raise DaysRunBackwards
    found, _ = Absence.objects.get_or_create(
        person=person, centre=centre, first_on=first_on, last_on=last_on
    )
    return found


@transaction.atomic
def cancel_absence(absence: Absence) -> None:
    absence.delete()


@transaction.atomic
def copy_week(*, centre: Centre, monday: date) -> tuple[int, int]:
    """The shifts of that week seven days later, at the same hours of the clock.

    People who left and those away are not copied; where somebody or a desk is planned already,
    what is there stays: doing it again changes nothing. Numbers copied and left out.
    """
    planned = shifts_between(monday, monday + timedelta(days=6), centre=centre)
    wanted = [_a_week_later(shift, centre) for shift in planned if shift.person.is_active]
    before = Shift.objects.filter(centre=centre).count()
    Shift.objects.bulk_create(wanted, batch_size=500, ignore_conflicts=True)
    copied = Shift.objects.filter(centre=centre).count() - before
    return copied, len(wanted) - copied


def _a_week_later(shift: Shift, centre: Centre) -> Shift:
    start, end = (
        clock.moment(here.date() + timedelta(days=7), here.time(), centre.time_zone)
        for here in (
            clock.local(m, centre.time_zone) for m in (shift.during.lower, shift.during.upper)
        )
    )
    return Shift(
        person_id=shift.person_id,
        centre=centre,
        post=shift.post,
        place_id=shift.place_id,
        during=DateTimeTZRange(start, end),
    )


@transaction.atomic
def drop_old_shifts(*, centre: Centre, before: datetime) -> int:
    """The planning is kept a year; then it goes."""
    return Shift.objects.filter(centre=centre, during__endswith__lt=before).delete()[0]
