"""Sums of contacts, profiles and counters. Never a row: only totals leave this room."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Func, Q, Sum, Value
from django.db.models.functions import TruncMonth, TruncYear

from phare.centres.models import Centre
from phare.contacts.models import Contact, Counter, VoluntaryProfile
from phare.ground.periods import Days

Row = dict[str, Any]

# Dimensions a total may be split by. `theme` and `scheme` hold several codes: a contact then
# stands under each of them, and the parts add up to more than the total.
DIMENSIONS: dict[str, Any] = {
    "year": TruncYear("day"),
    "month": TruncMonth("day"),
    "day": F("day"),
    "half_day": F("half_day"),
    "mode": F("mode"),
    "channel": F("channel"),
    "language": F("language"),
    "audience": F("audience"),
    "centre": F("centre_id"),
}
SEVERAL = {"theme": "themes", "scheme": "schemes", "referred": "referred_to"}
PROFILE_QUESTIONS = (
    "gender",
    "age_band",
    "status",
    "municipality",
    "own_initiative",
    "first_visit",
)


def contacts_in(
    days: Days,
    *,
    centres: Sequence[Centre],
    by: Iterable[str] = (),
    mode: str | None = None,
    channel: str | None = None,
) -> list[Row]:
    """People per combination of the dimensions `by`, as rows with `people`, in their order.

    A contact without a theme (or scheme) has the code "" there. Corrections are taken away, and
    a combination of which nobody is left is not there.
    """
    found = Contact.objects.filter(centre__in=centres, day__range=(days.first, days.last))
    if mode:
        found = found.filter(mode=mode)
    if channel:
        found = found.filter(channel=channel)
    names = tuple(by)
    if not names:
        people = found.aggregate(people=Sum("people"))["people"]
        return [] if people is None else [{"people": people}]
    annotations = {f"by_{name}": _dimension(name) for name in names}
    keys = list(annotations)
    rows = (
        found.annotate(**annotations)
        .values(*keys)
        .annotate(people=Sum("people"))
        .exclude(people=0)
        .order_by(*keys)
    )
    return [{name: row[f"by_{name}"] for name in names} | {"people": row["people"]} for row in rows]


def _dimension(name: str) -> Any:
    if name not in SEVERAL:
        return DIMENSIONS[name]
    column = SEVERAL[name]
    filled = models.Case(
        models.When(Q(**{f"{column}__len": 0}), then=Value([""])),
        default=F(column),
        output_field=ArrayField(models.SlugField()),
    )
    return Func(filled, function="unnest", output_field=models.CharField())


def total_in(days: Days, *, centres: Sequence[Centre], **only: str) -> int:
    """People served in those days, corrections taken away."""
    rows = contacts_in(days, centres=centres, **only)
    return int(rows[0]["people"]) if rows else 0


def profiles_in(
    days: Days, *, centres: Sequence[Centre], question: str, mode: str | None = None
) -> dict[str, int]:
    """Answer code to people, NOT_STATED included, over the months that `days` touches."""
    if question not in PROFILE_QUESTIONS:
        raise ValueError(question)
    found = VoluntaryProfile.objects.filter(
        Q(question="") | Q(question=question),
        centre__in=centres,
        month__range=(days.first.replace(day=1), days.last),
    )
    if mode:
        found = found.filter(mode=mode)
    rows = found.values_list(question).annotate(people=Sum("people")).order_by(question)
    return {answer: people for answer, people in rows if people}


def counters_in(
    days: Days, *, centres: Sequence[Centre], by: Sequence[str] = ("counted",)
) -> list[Row]:
    """Counters added up over `days`, by any of counted, theme, language, day."""
    found = Counter.objects.filter(centre__in=centres, day__range=(days.first, days.last))
    rows = found.values(*by).annotate(total=Sum("value")).order_by(*by)
    return [dict(row) for row in rows]


def first_day(*, centres: Sequence[Centre]) -> date | None:
    """The first day of which the centre has contacts of its own, not imported ones."""
    found = Contact.objects.filter(centre__in=centres).order_by("day", "pk").values_list("day")
    return found[0][0] if found.exists() else None
