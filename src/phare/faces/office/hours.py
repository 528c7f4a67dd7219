"""Opening hours: the week of each kind as it is, and from a day on."""

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from itertools import pairwise
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.utils.formats import date_format
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phare.centres import actions, queries
from phare.centres.choices import WEEKDAYS, Hours
from phare.faces.office.pages import done, shown
from phare.faces.office.passages import day_field, hour_field
from phare.faces.shared.access import for_those_who
from phare.faces.shared.requests import StaffAsked
from phare.ground import clock
from phare.people.rules import may_manage

SPANS_A_DAY = 2  # at least so many lines a day to fill in

Span = tuple[time, time]
Week = Mapping[int, Sequence[Span]]


class WeekForm(forms.Form):
    """The hours of seven days from a day on; a day with every line empty is closed."""

    valid_from = day_field(
        gettext_lazy("Valid from"),
        help_text=gettext_lazy("What was open before that day stays as it was."),
    )

    def __init__(self, *args: Any, lines: int, today: date, **more: Any) -> None:
        super().__init__(*args, **more)
        self.lines, self.today = lines, today
        for weekday, label in WEEKDAYS:
            for line in range(lines):
                for side, word in (
                    ("opens", gettext_lazy("opens at")),
                    ("closes", gettext_lazy("closes at")),
                ):
                    self.fields[f"{side}_{weekday}_{line}"] = hour_field(
                        format_lazy("{}, {}", label, word), required=False
                    )

    def days(self) -> list[tuple[str, list[tuple[forms.BoundField, forms.BoundField]]]]:
        """Weekday and its pairs of fields, for the table."""
        return [
            (
                str(label),
                [(self[f"opens_{day}_{n}"], self[f"closes_{day}_{n}"]) for n in range(self.lines)],
            )
            for day, label in WEEKDAYS
        ]

    def clean_valid_from(self) -> date:
        day: date = self.cleaned_data["valid_from"]
        if day < self.today:
            raise forms.ValidationError(_("The past stays as it was: choose today or later."))
        return day

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for weekday, _label in WEEKDAYS:
            spans = [self._span(weekday, line) for line in range(self.lines)]
            for line, (opens, closes) in enumerate(spans):
                if bool(opens) != bool(closes):
                    missing = "closes" if opens else "opens"
                    self.add_error(f"{missing}_{weekday}_{line}", _("Give both hours, or none."))
                elif opens and closes and closes <= opens:
                    self.add_error(f"closes_{weekday}_{line}", _("This is not after the opening."))
            for (_o, closes), (opens, _c) in pairwise(spans):
                if closes and opens and opens < closes:
                    self.add_error(f"opens_{weekday}_1", _("The hours of this day overlap."))
        return given

    def _span(self, weekday: int, line: int) -> tuple[time | None, time | None]:
        given = self.cleaned_data
        return given.get(f"opens_{weekday}_{line}"), given.get(f"closes_{weekday}_{line}")

    def week(self) -> list[list[Span]]:
        """Monday first, ready for the action."""
        return [
            [(opens, closes) for opens, closes in spans if opens and closes]
            for spans in (
                [self._span(weekday, line) for line in range(self.lines)]
                for weekday, _label in WEEKDAYS
            )
        ]


@for_those_who(may_manage)
def hours(request: StaffAsked) -> HttpResponse:
    """Every kind of hours: now, and what is already known to change."""
    today = clock.today(request.centre.time_zone)
    rows = queries.opening_hours(centre=request.centre)
    kinds = [
        {
            "kind": kind,
            "label": label,
            "week": _week([r for r in rows if r.kind == kind], today),
            "later": [
                (day, _week([r for r in rows if r.kind == kind], day))
                for day in _turns([r for r in rows if r.kind == kind], today)
            ],
        }
        for kind, label in Hours.choices
    ]
    return shown(request, "office/centre/hours.html", {"kinds": kinds})


def _turns(rows: Sequence[Any], today: date) -> list[date]:
    """The days to come on which these hours change."""
    starts = {row.valid_from for row in rows if row.valid_from > today}
    ends = {row.valid_until + timedelta(days=1) for row in rows if row.valid_until}
    return sorted(starts | {day for day in ends if day > today})


def _week(rows: Sequence[Any], day: date) -> list[tuple[str, list[Span]]]:
    valid = [r for r in rows if r.valid_from <= day and (not r.valid_until or r.valid_until >= day)]
    return [
        (str(label), [(r.opens, r.closes) for r in valid if r.weekday == weekday])
        for weekday, label in WEEKDAYS
    ]


@for_those_who(may_manage)
def hours_week(request: StaffAsked, kind: str) -> HttpResponse:
    """Changes the week of one kind from a day on."""
    if kind not in Hours:
        raise Http404
    today = clock.today(request.centre.time_zone)
    week = queries.hours_from(today, centre=request.centre, kind=kind)
    lines = max(SPANS_A_DAY, *(len(spans) for spans in week.values()))
    monday = today + timedelta(days=7 - today.weekday())
    form = WeekForm(request.POST or None, lines=lines, today=today, initial=_initial(week, monday))
    if request.method == "POST" and form.is_valid():
        day = form.cleaned_data["valid_from"]
        actions.set_opening_week(centre=request.centre, kind=kind, week=form.week(), valid_from=day)
        said = _("These hours hold from %(day)s.") % {"day": date_format(day, "j F Y")}
        return done(request, said, "hours")
    label = Hours(kind).label
    return shown(request, "office/centre/hours_week.html", {"form": form, "label": label})


def _initial(week: Week, valid_from: date) -> dict[str, Any]:
    found: dict[str, Any] = {"valid_from": valid_from}
    for weekday, spans in week.items():
        for line, (opens, closes) in enumerate(spans):
            found |= {f"opens_{weekday}_{line}": opens, f"closes_{weekday}_{line}": closes}
    return found
