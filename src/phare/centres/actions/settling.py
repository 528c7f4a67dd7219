"""What managers settle about a centre: how its queue runs, and what comes to an end."""

from collections.abc import Mapping, Sequence
from datetime import date, time

from django.db import transaction
from django.db.models import Max

from phare.centres.actions.running import DaysRunBackwards, set_opening_hours
from phare.centres.choices import PlaceKind
from phare.centres.models import Centre, Derogation, Partner, Place, SchoolHoliday
from phare.ground.live import wake

Week = Sequence[list[tuple[time, time]]]


@transaction.atomic
def set_queue_rules(
    *,
    centre: Centre,
    last_ticket_minutes: int,
    longest_wait_first: bool,
    rare_language_first: bool,
    audience_reserved: bool,
    parked_at_most: int,
) -> None:
    """How tickets are given and called from now on."""
    centre.last_ticket_minutes = last_ticket_minutes
    centre.longest_wait_first = longest_wait_first
    centre.rare_language_first = rare_language_first
    centre.audience_reserved = audience_reserved
    centre.parked_at_most = parked_at_most
    centre.save(
        update_fields=[
            "last_ticket_minutes",
            "longest_wait_first",
            "rare_language_first",
            "audience_reserved",
            "parked_at_most",
        ]
    )
    wake(f"centre-{centre.pk}")


@transaction.atomic
def set_opening_week(*, centre: Centre, kind: str, week: Week, valid_from: date) -> None:
    """Seven days at once, Monday first; all of it or nothing."""
    for weekday, spans in enumerate(week):
        set_opening_hours(
            centre=centre, kind=kind, weekday=weekday, spans=spans, valid_from=valid_from
        )


@transaction.atomic
def remove_school_holiday(holiday: SchoolHoliday) -> None:
    holiday.delete()
    wake(f"centre-{holiday.centre_id}")


@transaction.atomic
def end_derogation(derogation: Derogation, *, on: date) -> None:
    """The rule holds again from `on`; a derogation that had not begun is as if never granted."""
    if derogation.first_on >= on:
        derogation.delete()
        return
    derogation.last_on = min(derogation.last_on, date.fromordinal(on.toordinal() - 1))
    derogation.save(update_fields=["last_on"])


@transaction.atomic
def end_partner(partner: Partner, *, until: date) -> None:
    """`until` is the last day; what the partner was before stays in the reports."""
    if until < partner.since:
        raise DaysRunBackwards
    partner.until = until
    partner.save(update_fields=["until"])


@transaction.atomic
def add_place(
    *, centre: Centre, kind: str, code: str, name: Mapping[str, str], capacity: int
) -> Place:
    """A room, desk or area, after those there are; said again, its name and its size."""
    row = Place.objects.filter(centre=centre, kind=kind, code=code).first()
    if row is None:
        last = Place.objects.filter(centre=centre, kind=kind).aggregate(Max("position"))
        position = (last["position__max"] or 0) + 1
        row = Place(centre=centre, kind=PlaceKind(kind), code=code, position=position)
    row.name, row.capacity = dict(name), capacity
    row.save()
    wake(f"centre-{centre.pk}")
    return row
